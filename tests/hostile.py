"""A made-up programme whose every text tries to be something else: markup, a formula, a command, another direction."""

from __future__ import annotations

import pandas as pd

from tests import synthetic

MARK = "hostile"  # in every such text, so that tests can find it again
OUTSIDE = "https://hostile.example"
TEXTS = (
    f"<img src=x onerror=window.{MARK}=1>",
    f"<script>window.{MARK}=1</script>",
    f"<a href='{OUTSIDE}'>{MARK}</a>",
    f"[{MARK}](javascript:window.{MARK}=1)",
    f"![{MARK}]({OUTSIDE}/x.png)",
    f'"><svg onload=window.{MARK}=1>',
    f"=HYPERLINK(\"{OUTSIDE}\",\"{MARK}\")",
    f"@SUM(1+1)*cmd|'/C {MARK}'!A0",
    f"+{MARK}", f"-{MARK}", f"\t={MARK}",
    f"{MARK}\u202egnp.exe\u2066\u202a",
    f"{MARK}\x00\x07\x1b[31m\x85\ufffe",
    f"#read(\"/etc/passwd\") {MARK} $x$ #import \"x.typ\"",
    f"{{{{ config }}}} {{{MARK}}} %{{x}} ${{x}} %s",
    f"../../../etc/{MARK}\\..\\x",
    f"{MARK};country=KEN&where=x:contains:y,z",
    f"{MARK}\r\nSet-Cookie: a=b",
    f"'; drop table activities; -- {MARK}",
)  # fmt: skip
LISTS = ("donors", "partners", "programme", "region_text", "sources", "documents")


def frames(size: int = 60) -> dict[str, pd.DataFrame]:
    """Return all tables with such a text wherever a document's words can stand."""
    tables = synthetic.frames(size, 8)
    tables.pop("changes")
    activities = tables["activities"]
    for column, turn in (("title", 0), ("organisation", 3)):
        activities[column] = _each(len(activities), turn)
    for turn, column in enumerate(LISTS):
        activities[column] = [[text] for text in _each(len(activities), 5 * turn)]
    for column, turn in (("document", 2), ("locator", 4), ("title", 0)):
        tables["mentions"][column] = _each(len(tables["mentions"]), turn)
    tables["mentions"]["document"] = tables["mentions"]["document"].where(tables["mentions"].index > 0, "sample.txt")
    for column, turn in (("quote", 1), ("rule", 6), ("locator", 8)):
        tables["evidence"][column] = _each(len(tables["evidence"]), turn)
    tables["documents"][["title", "publisher"]] = TEXTS[1], TEXTS[2]
    return tables


def _each(size: int, turn: int) -> list[str]:
    return [TEXTS[(number + turn) % len(TEXTS)] for number in range(size)]
