# make run    the dashboard on what comes with the project, or on SOURCES="path ..."
# make serve  the same for many readers, from WORKERS processes (see docs/SERVING.md)
# make test   everything that must hold, from a fresh clone on
# make setup  .venv with all that both need
# make audit  known holes in the packages that we use; make sbom: what we use, for machines; make licences: for people
# make bench  how fast it reads and answers (an hour and a half; not part of make test)
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8050
HOST ?= 127.0.0.1
WORKERS ?= 2
SOURCES ?=
DATA := $(if $(SOURCES),data/output,data/register)

.PHONY: run serve test setup chromium lint types register bench licences sbom audit clean

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

# Each program fails where its aim is missed; the others are run all the same. About an hour and a half in all.
BENCHES := etl reliability papers filters growth vizro page formats long briefing exports requests mutants kills cluster load

bench: $(VENV)/.bench
	@for name in $(BENCHES); do echo "== $$name"; $(PY) -m tests.bench.bench_$$name || echo "-- $$name missed its aim"; done

$(VENV)/.bench: $(VENV)/.test
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[bench,build]"
	touch $@

licences: setup
	$(PY) data/build/licences.py

# The two tools have a folder of their own: neither the dashboard nor its tests need them or what they bring along.
TOOLS := build/tools

sbom: $(TOOLS)/.installed setup
	$(TOOLS)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --of JSON -o build/sbom.json $(PY)
	@echo "build/sbom.json (CycloneDX)"

audit: $(TOOLS)/.installed
	@$(TOOLS)/bin/pip-audit --strict --requirement constraints.txt --no-deps --disable-pip --progress-spinner off --timeout 20 \
	    || { echo "Either a package has a known hole (listed above), or what is known could not be looked up: it is on" >&2; \
	         echo "the internet, so run this on a machine that reaches it, at least before each release." >&2; exit 1; }

$(TOOLS)/.installed: data/build/tools.txt
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check -r data/build/tools.txt
	touch $@

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
