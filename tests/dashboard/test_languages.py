"""What the ETL and the grid say in English is said in the reader's language; words of documents stay as they are."""

from __future__ import annotations

import ast
import itertools
from pathlib import Path

import pytest

from dashboard import queries
from dashboard.column_filters import ColumnFilter
from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.headings import heading
from dashboard.parts.records import grid, rows
from dashboard.queries.narrowed import plain
from dashboard.words import LANGUAGES
from dashboard.words.grid import FRENCH_AND_SPANISH
from dashboard.words.sentences import SENTENCES, said
from etl import checks, vocabulary
from etl.same import likeness
from etl.title import made
from tests import synthetic
from tests.dashboard.conftest import opened

OTHERS = [language for language in LANGUAGES if language != "en"]
ROW = {
    "activity_id": "a", "aggregate": False, "kind": "training", "topics": ["SOM", "TIP"], "country": ["EGY"],
    "region_text": [], "date": "2017-10-03",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Training · Smuggling of migrants and trafficking in persons · Egypt · Oct 2017"),
        ("fr", "Formation · Trafic illicite de migrants et traite des personnes · Égypte · oct. 2017"),
        ("es", "Capacitación · Tráfico ilícito de migrantes y trata de personas · Egipto · oct 2017"),
    ],
)
def test_a_title_that_was_made_is_in_the_readers_language(language: str, expected: str) -> None:
    row = {**ROW, "title": made(ROW)}
    assert heading(row, language) == expected
    assert rows([row], language, ("title",))[0]["title"] == expected


def test_titles_that_were_made_sort_as_the_reader_sees_them(tmp_path: Path) -> None:
    frames = synthetic.frames(60, seed=3)
    activities = frames["activities"]
    frames["activities"] = activities.assign(title=[made(row) for row in activities.to_dict("records")])
    for data in opened(frames, tmp_path / "dashboard.duckdb"):
        for language, sort in itertools.product(LANGUAGES, ("title", "-title")):
            found = queries.all_records(data, Filters(), sort=sort, language=language)
            shown = [plain(heading(row, language)) for row in found]
            assert shown == sorted(shown, reverse=sort == "-title")
            assert len(shown) == queries.totals(data, Filters()).activities


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filter_of_titles_finds_what_the_reader_sees(data: Data, language: str) -> None:
    every = queries.all_records(data, Filters())
    seen = heading(every[0], language)
    part = seen.split(" · ")[0]
    asked = (ColumnFilter("title", "contains", part),)
    found = {row["activity_id"] for row in queries.all_records(data, Filters(), columns=asked, language=language)}
    shown = {row["activity_id"] for row in every if part.casefold() in heading(row, language).casefold()}
    assert every[0]["activity_id"] in found == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_documents_own_heading_stays_as_it_is(language: str) -> None:
    assert heading({**ROW, "title": "Judges learn to ask"}, language) == "Judges learn to ask"


@pytest.mark.parametrize(
    "change",
    [
        {"date": None}, {"date": "--10-03"}, {"date": "2017"}, {"topics": []}, {"aggregate": True},
        {"country": [], "region_text": ["Western Balkans"]}, {"country": ["EGY", "KEN", "MAR", "TUN"]},
    ],
)  # fmt: skip
def test_every_made_title_has_as_many_parts_in_each_language(change: dict[str, object]) -> None:
    row = {**ROW, **change}
    row["title"] = made(row)
    said_in = [heading(row, language) for language in LANGUAGES]
    assert len({title.count("·") for title in said_in}) == 1
    assert len(set(said_in)) == len(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_what_checks_and_merges_say_is_said_in_every_language(language: str) -> None:
    sentences = [words for _, what, _, mend, _ in checks.CHECKS for words in (what, mend)]
    sentences += list(given_to("Likeness", Path(likeness.__file__)))
    sentences += list(yielded(Path(checks.__file__)))
    assert len(sentences) > 30
    assert not [sentence for sentence in sentences if said(sentence, language) == sentence]


def yielded(path: Path) -> list[str]:
    """Return the sentences that the rules of a file yield, with a word in place of each hole."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    found = [text(node).replace("x: x at", "mentions: x at") for node in tree if isinstance(node, ast.JoinedStr)]
    starts = ("mention", "activity", "evidence", "document", "activities")
    return [words for words in found if ": x" in words or "x: " in words or words.startswith(starts) or " is " in words]


def given_to(name: str, path: Path) -> list[str]:
    """Return the sentences that a file calls `name` with."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    given = [call.args[1] for call in calls if getattr(call.func, "id", "") == name and len(call.args) > 1]
    return [text(node) for node in given if isinstance(node, (ast.Constant, ast.JoinedStr))] + [likeness.SAME_WORDS_WHY]


def text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)


def test_translations_have_the_holes_of_their_sentence() -> None:
    for sentence, translations in SENTENCES.items():
        assert all(words.count("{}") == sentence.count("{}") for words in translations), sentence


def test_what_nobody_knows_stays_as_it_is() -> None:
    coarse = "the finer date lies in the coarser, the same subject, kind and"
    assert said(f"{coarse} bloc:sadc", "en") == f"{coarse} SADC"
    assert said(f"{coarse} city:dar es salaam", "en") == f"{coarse} Dar Es Salaam"
    assert said(f"{coarse} region:014", "fr").endswith("même type et Afrique orientale")
    assert said(f"{coarse} edition:fr", "es").endswith("mismo tipo y francés")
    assert said("x.pdf: is a PDF file without text", "fr") == "x.pdf: is a PDF file without text"
    assert said("activities.kind is empty in 3 rows", "fr") == "activities.kind est vide dans 3 lignes"
    assert said("activities.kind is empty in 3 rows", "en") == "activities.kind is empty in 3 rows"


@pytest.mark.parametrize("language", OTHERS)
def test_the_grid_speaks_the_readers_language(language: str) -> None:
    words = grid(language).dashGridOptions["localeText"]
    assert words.keys() > FRENCH_AND_SPANISH.keys()
    assert all(words.values())


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", ["kinds", "areas", "topics", "audiences", "modes", "regions", "reviews", "flags"])
def test_every_code_has_a_label_of_its_own(name: str, language: str) -> None:
    column = f"{'name' if name == 'regions' else 'label'}_{language}"
    assert all(row[column] for row in vocabulary.rows(name))
