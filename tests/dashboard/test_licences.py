"""Every package that is pinned stands in docs/LICENCES.md with its version and a licence that fits."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PINS = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").split())
LIST = (ROOT / "docs" / "LICENCES.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[1:] for row in re.findall(r"^\| (\S+) \| (\S+) \| (.+?) \| (run|work) \|$", LIST, re.MULTILINE)}
# Licences under which a package may be used by ours, which is MIT; those of libraries that stay libraries, too.
FIT = {
    "MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "PSF-2.0", "MPL-2.0", "Zlib",
    "CC0-1.0", "ISC", "BSL-1.0", "LGPL-2.1-only", "ZPL-2.1",
}  # fmt: skip


def test_every_pinned_package_has_its_line_and_nothing_else_has() -> None:
    assert {name: row[0] for name, row in ROWS.items()} == PINS, "run: make licences"


def test_their_licences_fit() -> None:
    unfit = {name: row[1] for name, row in ROWS.items() if not fits(row[1])}
    assert not unfit


def fits(licence: str) -> bool:
    return any(set(choice.split(" AND ")) <= FIT for choice in licence.split(" OR "))


def test_every_dependency_is_pinned() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(r'^\s+"([A-Za-z][\w.-]*)(?:\[[\w,]+\])?(?:[<>=!~;][^"]*)?",?$', text, re.MULTILINE)
    pinned = {re.sub(r"[-_.]+", "-", name).lower() for name in PINS}
    missing = {name for name in wanted if re.sub(r"[-_.]+", "-", name).lower() not in pinned}
    assert not {name for name in missing if name not in ("LICENSE", "NOTICE", "assistance-dashboard")}


def test_what_the_repository_carries_of_others_is_in_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    carried = [*(ROOT / "assets").rglob("*.woff2"), ROOT / "assets" / "topojson" / "world_110m.json",
               ROOT / "assets" / "00-plotly-app.min.js", *(ROOT / "data" / "iati").glob("iati-*.xsd")]  # fmt: skip
    assert carried
    for path in carried:
        assert path.name.split("-latin")[0].split("-cyrillic")[0].removesuffix("-wght-normal.woff2") in notice, path
