"""Where a country is the host or the donor, no word of tiles, bridge, map or briefing says that it was assisted."""

from __future__ import annotations

import pytest

from dashboard import charts, queries
from dashboard.briefing.options import Options
from dashboard.briefing.sections.countries import countries
from dashboard.briefing.sections.notes import notes
from dashboard.briefing.sections.overview import overview
from dashboard.briefing.sections.where import where
from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.parts.bridge import bridge
from dashboard.parts.tiles import tiles
from dashboard.source import State
from dashboard.view import View
from dashboard.words import WORDS, word_of

ASSISTED = ("assisted", "took part", "regional or global", "participations")


def state(data: Data, role: str) -> State:
    return State(data, Filters(role=role), View(), (), "light")


@pytest.mark.parametrize("role", ["host", "donor"])
def test_no_word_says_that_hosts_or_donors_were_assisted(data: Data, role: str) -> None:
    shown = state(data, role)
    totals = queries.totals(data, shown.filters)
    said = [tiles(totals, "en", role=role), bridge(totals, shown.filters, shown.view), charts.by_country(shown).title]
    said += [make(shown, Options()).messages for make in (overview, where, countries)]
    said += [overview(shown, Options()).blocks[0], notes(shown, Options()).blocks]
    for wrong in ASSISTED:
        assert not [one for one in map(str, said) if wrong in one], wrong


def test_beneficiaries_keep_their_words(data: Data) -> None:
    shown = state(data, "beneficiary")
    totals = queries.totals(data, shown.filters)
    assert "assisted" in str(tiles(totals, "en"))
    assert "regional or global" in str(bridge(totals, shown.filters, shown.view))
    assert charts.by_country(shown).title == "Activities by country"


@pytest.mark.parametrize(
    ("role", "title"), [("host", "Activities by host country"), ("donor", "Activities by donor country")]
)
def test_the_map_and_its_picture_say_what_a_country_is(data: Data, role: str, title: str) -> None:
    assert charts.by_country(state(data, role)).title == title


def test_every_language_has_the_same_words_of_roles() -> None:
    keys = {lang: {key.removesuffix(".one") for key in words} for lang, words in WORDS.items()}
    assert keys["en"] == keys["fr"] == keys["es"]
    assert word_of("host", "n_activities", "en", n=2) == "2 activities"  # what needs no words of its own has none
