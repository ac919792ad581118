# make run    the dashboard on what comes with the project, or on SOURCES="path ..."
# make serve  the same for many readers, from WORKERS processes (see docs/SERVING.md)
# make test   everything that must hold, from a fresh clone on
# make setup  .venv with all that both need
# make bench  how fast it reads and answers (minutes; not part of make test)
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8050
HOST ?= 127.0.0.1
WORKERS ?= 2
SOURCES ?=
DATA := $(if $(SOURCES),data/output,data/register)

.PHONY: run serve test setup chromium lint types register bench clean

run: $(VENV)/.run
ifneq ($(SOURCES),)
	$(PY) -m etl run $(SOURCES) --out data/output
endif
	$(PY) -m dashboard --data $(DATA) --host $(HOST) --port $(PORT)

serve: $(VENV)/.run
	$(PY) -m dashboard --data $(DATA) --host $(HOST) --port $(PORT) --workers $(WORKERS) $(SETTINGS)

test: setup chromium lint types
	$(PY) -m pytest

setup: $(VENV)/.test

lint: setup
	$(PY) -m ruff check .

types: setup
	$(PY) -m mypy

register: $(VENV)/.run
	$(PY) -m etl register $(or $(SOURCES),../shared/seeds) --out data/register

bench: setup
	$(PY) -m tests.bench.bench_etl
	$(PY) -m tests.bench.bench_filters
	$(PY) -m tests.bench.bench_formats
	$(PY) -m tests.bench.bench_mutants

chromium:
	@tests/browser/need_chromium.sh

$(VENV)/bin/python:
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv; } \
	    || { echo "Python's venv is missing: run 'sudo apt-get install python3-venv', then make again." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build data/output
