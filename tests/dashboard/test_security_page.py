"""docs/SECURITY.md says what the code does: figures, settings, events."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from dashboard.access import arguments
from dashboard.access.accounts import ROLES, SHORTEST
from dashboard.access.attempts import MOST_ACCOUNT, MOST_ADDRESS, MOST_PAIR, NETWORK, WINDOW
from dashboard.access.audit import TAG
from dashboard.access.bounds import DEEPEST, LARGEST_BODY
from dashboard.access.sessions import IDLE, WHOLE
from dashboard.address import LONGEST_QUERY, LONGEST_TEXT, MOST_VALUES

PAGE = re.sub(r"\s+", " ", (Path(__file__).parents[2] / "docs" / "SECURITY.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "said",
    [
        f"{SHORTEST} letters at least",
        f"{MOST_PAIR} failures by account and address, {MOST_ADDRESS} by address (IPv6: by /{NETWORK}),"
        f" {MOST_ACCOUNT} by account, in {WINDOW / 60:.0f} minutes",
        f"end after {IDLE / 60:.0f} minutes without a person, after {WHOLE / 3600:.0f} hours",
        f"first {TAG} letters of the `session`",
        f"{LONGEST_QUERY:,} characters, {MOST_VALUES} values a filter, {LONGEST_TEXT} characters a text",
        f"bodies to {LARGEST_BODY / 1_000_000:.0f} MB and {DEEPEST} levels",
        *(f"--role {role}" for role in ROLES[:1]),
    ],
)
def test_the_page_has_the_figures_of_the_code(said: str) -> None:
    assert said in PAGE


def test_every_setting_is_on_the_page() -> None:
    parser = argparse.ArgumentParser(add_help=False)
    arguments.add(parser)
    options = [option for action in parser._actions for option in action.option_strings]
    assert options
    assert not [option for option in options if f"`{option}" not in PAGE]
