"""The house rules that a machine can hold: who may import whom, how long files and functions may grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("read", "split", "find", "same")  # the rooms of the line; each knows the base and itself
# The files that join rooms, and what stands behind them on the line. All other files of etl are the base.
JOINTS = {
    "mentions", "dates_in_order", "dates_of_one_event", "activities", "corrections", "assembly", "packed", "pipeline",
    "beside", "engine", "changes", "runs", "store", "tables", "tables_csv", "checks", "report", "commands", "__main__",
}  # fmt: skip
FOR_THE_DASHBOARD = {
    "etl.schema", "etl.vocabulary", "etl.store", "etl.tables",
    "etl.engine", "etl.bits",  # what the dashboard's queries and the file that they ask must agree on
    "etl.title",  # files that leave the machine name an activity by its fields
    "etl.checks",  # frames -> records, shown on the page about the data's quality
}  # fmt: skip
MOST_LINES, MOST_OF_A_FUNCTION = 300, 60  # the walls; files are seldom over 150 lines, functions seldom over 40
LONG, SELDOM = 150, 0.12
FILES = sorted(path for room in ("etl", "dashboard") for path in (ROOT / room).rglob("*.py"))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path) -> Iterator[str]:
    """Yield the full names of the modules of this project that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] in ("etl", "dashboard"))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("etl", "dashboard"):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                file = ROOT / Path(*whole.split("."))
                yield whole if file.with_suffix(".py").exists() or file.is_dir() else str(node.module)


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    name, room = _name(path), _part(_name(path))
    for module in _imported(path):
        if name.startswith("dashboard"):
            assert module in FOR_THE_DASHBOARD or module.startswith("dashboard"), f"{name} imports {module}"
            continue
        assert not module.startswith("dashboard"), f"{name} imports {module}"
        if room in ROOMS:
            assert _part(module) == room or _part(module) not in {*ROOMS, *JOINTS}, f"{name} imports {module}"
        elif room not in JOINTS:
            assert _part(module) not in {*ROOMS, *JOINTS}, f"{name} is base and imports {module}"


def test_only_the_pipeline_joins_rooms_and_only_mentions_the_finders() -> None:
    joins = {
        _name(path): {_part(m) for m in _imported(path)} & set(ROOMS)
        for path in FILES
        if _part(_name(path)) in JOINTS and _name(path).startswith("etl")
    }
    assert {name for name, rooms in joins.items() if rooms} <= {"etl.pipeline", "etl.mentions"}
    assert joins["etl.mentions"] == {"find"}


def test_nobody_imports_in_a_circle() -> None:
    graph = {_name(path): set(_imported(path)) - {_name(path)} for path in FILES}
    while leaves := [name for name, others in graph.items() if not others & graph.keys()]:
        for leaf in leaves:
            del graph[leaf]
    assert not graph, f"these import each other: {sorted(graph)}"


def _own_lines(function: ast.FunctionDef) -> int:
    """Return the lines of a function without those of functions inside it (callbacks)."""
    inside = [node for node in function.body if isinstance(node, ast.FunctionDef)]
    return sum((1 if node is function else -1) * ((node.end_lineno or 0) - node.lineno) for node in [function, *inside])


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_files_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES or "words" in path.parts  # a table of words has as many lines as words
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert _own_lines(node) < MOST_OF_A_FUNCTION, node.name
            inner = [n for n in ast.walk(node) if isinstance(n, (ast.Import, ast.ImportFrom))]
            assert not inner, f"{node.name} imports inside"


def test_long_files_are_seldom() -> None:
    code = [path for path in FILES if "words" not in path.parts]
    long = [_name(path) for path in code if path.read_text(encoding="utf-8").count("\n") > LONG]
    assert len(long) <= SELDOM * len(code), long


def test_no_file_is_a_drawer() -> None:
    assert not [path for path in FILES if path.stem in ("helpers", "utils", "common", "misc")]
