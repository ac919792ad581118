"""Turns constraints.txt and what each installed package says of itself into docs/LICENCES.md. Run: make licences."""

import importlib.metadata
import re
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PINS, LIST = ROOT / "constraints.txt", ROOT / "docs" / "LICENCES.md"
PROJECT = "assistance-dashboard"
# What packages say in words of their own -> SPDX.
SAID = {
    "MIT License": "MIT", "BSD License": "BSD-3-Clause", "BSD": "BSD-3-Clause", "Apache Software License": "Apache-2.0",
    "Apache 2": "Apache-2.0", "PSFL": "PSF-2.0", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0", "BSD-3-Clause and Public-Domain": "BSD-3-Clause",
}  # fmt: skip
# What their files say where their own description does not, or says too much.
BY_HAND = {
    "axe-playwright-python": "MIT", "kaleido": "MIT", "logistro": "MIT", "comm": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0", "odfpy": "Apache-2.0 OR GPL-2.0-or-later", "reportlab": "BSD-3-Clause",
    "simplejson": "MIT OR AFL-2.1", "torch": "Apache-2.0 AND BSD-2-Clause AND BSD-3-Clause AND BSL-1.0 AND MIT",
}  # fmt: skip
HEAD = """# Licences of the packages that we use

Made by `make licences` from `constraints.txt`; a test keeps it whole. None of these packages is part of this
repository; `pip` fetches them. What the repository itself carries of others (map shapes, type, names of places ...)
stands in NOTICE. *run*: the dashboard and the ETL need it; *work*: only tests, measurements and checks do.

| package | version | licence | for |
|---|---|---|---|
"""


def licence(name: str) -> str:
    """Return the licence of an installed package as SPDX writes it."""
    about = importlib.metadata.metadata(name)
    if name in BY_HAND:
        return BY_HAND[name]
    lines = [line for line in about.get_all("Classifier") or [] if line.startswith("License")]
    classifiers = [line.rsplit(" :: ", 1)[-1] for line in lines]
    found = about.get("License-Expression") or about.get("License") or next(iter(classifiers), "")
    if not re.fullmatch(r"[\w.+-]+( (OR|AND) [\w.+-]+)*", found) or found in SAID:
        found = SAID.get(found) or next((SAID[one] for one in classifiers if one in SAID), "")
    return found


def needed() -> set[str]:
    """Return the names of all packages that a reader's machine needs."""
    found: set[str] = set()
    waiting = [(PROJECT, "")]
    while waiting:
        name, extra = waiting.pop()
        for line in importlib.metadata.requires(name) or []:
            want = Requirement(line)
            if want.marker is None or want.marker.evaluate({"extra": extra}):
                inner = canonicalize_name(want.name)
                waiting += [(inner, one) for one in ("", *want.extras)] if inner not in found else []
                found.add(inner)
    return found


def rows() -> Iterator[str]:
    """Yield a line for each pin; a package that is not installed here keeps the line it had."""
    lines = LIST.read_text(encoding="utf-8").splitlines() if LIST.exists() else []
    before = {line.split(" | ")[0]: line for line in lines}
    run = needed()
    for pin in PINS.read_text(encoding="utf-8").split():
        name, version = pin.split("==")
        try:
            use = "run" if canonicalize_name(name) in run else "work"
            yield f"| {name} | {version} | {licence(name)} | {use} |"
        except importlib.metadata.PackageNotFoundError:
            yield before[f"| {name}"]


if __name__ == "__main__":
    LIST.write_text(HEAD + "\n".join(rows()) + "\n", encoding="utf-8")
