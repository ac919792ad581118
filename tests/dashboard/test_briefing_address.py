"""What a manager wrote is in the address, short and bounded; a saved briefing says what its figures no longer say."""

import json
import zlib
from base64 import urlsafe_b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from dashboard.address import read, write
from dashboard.app import create_app
from dashboard.briefing import saved
from dashboard.briefing.compose import proposed
from dashboard.briefing.options import LONGEST_TITLE, Options, written
from dashboard.briefing.packed import LONGEST, MOST_BYTES, pack, unpack
from dashboard.callbacks.briefing_changes import changes, reworded
from dashboard.callbacks.briefing_state import edits_of, standing, wanted, with_edits
from dashboard.filters import Filters
from dashboard.settings import Settings
from dashboard.view import View
from etl import store
from etl.vocabulary import codes
from tests import synthetic
from tests.dashboard.briefings import NASTY, state

WRITTEN = Options(title="Ours", titles={"where": "W"}, messages={"areas": ("a", "b")}, priorities={"prevention": "p"})


NASTY_TITLES = [Options(title=text.strip()[:LONGEST_TITLE]) for text in NASTY]


@pytest.mark.parametrize("options", [WRITTEN, Options(paper="letter"), *NASTY_TITLES])
def test_what_was_written_survives_the_address(options):
    view = View(edits=pack(options))
    assert unpack(read(write(Filters(), view), {}).view.edits) == options


def test_nothing_written_leaves_the_address_as_it_is():
    assert pack(Options(sections=("where",))) == ""
    assert unpack(pack(Options(), even_nothing=True)) == Options()


def packed_of(text: str) -> str:
    return urlsafe_b64encode(zlib.compress(text.encode())).decode()


@pytest.mark.parametrize(
    "text",
    ["", "x", "not base 64!", "eNqrrgUAAXUA", packed_of("[1]"), packed_of("{"), packed_of("7"), "é" * 20,
     packed_of(json.dumps({"title": "x" * 2 * MOST_BYTES}))],
)  # fmt: skip
def test_what_is_none_of_ours_is_nothing(text):
    assert unpack(text) is None


def unlike(text: str) -> str:
    """Return a long text that does not compress."""
    return "".join(sha256(f"{text} {n}".encode()).hexdigest() for n in range(20))


def test_a_long_text_stays_on_the_page_and_out_of_the_address(data):
    long = Options(priorities={area: unlike(area) for area in codes("areas")})
    assert len(pack(long)) > LONGEST
    now = with_edits(state(data), long)
    assert now.view.edits == ""
    assert wanted(now, edits_of(now, Settings(data=None), {"title": "short"})).title == ""
    assert wanted(now, edits_of(now, Settings(data=None), written(long))) == long


def test_the_page_knows_its_own_echo(data):
    asked = state(data)
    assert standing(asked) == standing(replace(asked, view=replace(asked.view, record="x", theme="dark")))
    assert standing(asked) != standing(with_edits(asked, WRITTEN))


class SourceOf:
    """Stands in for the data's source: any address asks for the same state."""

    def __init__(self, now):
        self.now = now

    def state(self, search):
        return self.now


@pytest.fixture
def old(data, tmp_path):
    """A briefing saved when the figures of one section said something else."""
    now = state(data)
    said = proposed(now, ("overview", "where", "areas"))
    figures = {"activities": 3}
    one = saved.Saved("Monthly", "", WRITTEN, "run", "2021-01-01", figures, "en", said | {"where": ("Once: Peru.",)})
    saved.save(tmp_path, one)
    assert saved.load(tmp_path, "Monthly") == one
    return replace(now, view=replace(now.view, briefing="Monthly")), Settings(data=None, state=tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_messages_that_the_figures_no_longer_give_are_marked(old, language):
    now, settings = old
    now = replace(now, view=replace(now.view, lang=language))
    assert reworded(now, SourceOf(now), settings) == {"where": ("Once: Peru.",)}
    told = str(changes(now, SourceOf(now), settings))
    assert {"en": "Where we worked", "fr": "Où nous avons agi"}[language] in told


def test_with_other_filters_nothing_is_compared(old):
    now, settings = old
    other = replace(now, filters=Filters(donor=("GBR",)))
    assert changes(now, SourceOf(other), settings) is None


def test_a_saved_briefing_gives_its_words_until_others_are_written(old):
    now, settings = old
    assert wanted(now, edits_of(now, settings, {})).title == "Ours"
    assert wanted(now, edits_of(with_edits(now, Options()), settings, {})).title == ""
    assert wanted(now, edits_of(with_edits(now, Options(title="T")), settings, {})).title == "T"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A dashboard with a saved briefing of one donor, and one whose words no address can hold."""
    folder, kept = tmp_path_factory.mktemp("data") / "out", tmp_path_factory.mktemp("state")
    frames = synthetic.frames(60, seed=5)
    frames.pop("changes")
    store.write(frames, {"finished": "2021-07-01T10:00:00+00:00"}, folder)
    long = Options(priorities={area: unlike(area) for area in codes("areas")})
    for name, query, options in (("One & two", "?donor=GBR&sections=overview,where", WRITTEN), ("Long", "", long)):
        saved.save(kept, saved.Saved(name, query, options, "run", "2021-01-01", {}))
    with create_app(Settings(folder, state=kept)).server.test_client() as reader:
        yield reader


def test_a_link_that_only_names_a_briefing_brings_its_filters_and_its_words(served):
    answer = served.get("/briefing?briefing=One+%26+two&lang=fr&preview=report")
    assert answer.status_code == 302
    path, _, query = answer.headers["Location"].partition("?")
    there = read(query, {"donor": {"gbr": "GBR"}})
    assert path == "/briefing"
    assert (there.filters, there.view.sections, there.notices) == (Filters(donor=("GBR",)), "overview,where", ())
    assert (there.view.briefing, there.view.lang, there.view.preview) == ("One & two", "fr", "report")
    assert unpack(there.view.edits) == WRITTEN
    assert served.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/briefing", "/briefing?briefing=unknown", "/briefing?briefing=One+%26+two&from=2016", "/briefing?briefing=Long",
     "/briefing?briefing=One+%26+two&sections=where", "/map?briefing=One+%26+two", "/briefing?lang=fr"],
)  # fmt: skip
def test_a_link_that_says_more_or_names_nothing_stays_as_it_is(served, path):
    assert served.get(path).status_code == 200


def test_slides_or_report_is_in_the_address_and_no_other_briefing(data):
    view = View(preview="report")
    assert read(write(Filters(), view), {}).view == view
    assert write(Filters(), View(preview="slides")) == ""
    asked = state(data)
    assert standing(asked) == standing(replace(asked, view=replace(asked.view, preview="report")))


def test_a_deleted_briefing_is_gone_and_no_other(tmp_path):
    for name in ("Monthly", "Monthly, too"):
        saved.save(tmp_path, saved.Saved(name, "", WRITTEN, "run", "2021-01-01", {}))
    assert saved.delete(tmp_path, "Monthly")
    assert saved.names(tmp_path) == ["Monthly, too"]
    assert not saved.delete(tmp_path, "Monthly")
    assert not saved.delete(tmp_path, "../../x")
