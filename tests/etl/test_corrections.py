"""Hand corrections: what they do, what follows, when they are refused, and what they leave alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from etl import pipeline, store
from etl.corrections import Corrections
from etl.corrections_file import WrongCorrections, read
from etl.result import Result
from etl.sources import sources
from tests.etl.feed import FEED, OTHER

AT = '[[correction]]\ndocument = "a"\nchecksum = "b"\nlines = [1, 2]'
WHO = 'reason = "read again"\nby = "reviewer"\ndate = 2020-01-02\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "feed.txt").write_text(FEED)
    (tmp_path / "in" / "other.txt").write_text(OTHER)
    return tmp_path


def _run(folder: Path, *entries: str) -> Result:
    found = sources([folder / "in"])
    if not entries:
        return pipeline.run(found)
    path = folder / "corrections.toml"
    checksums = dict(pipeline.run(found).frames["documents"][["document", "checksum"]].values.tolist())
    text = "\n".join(f"[[correction]]\n{entry}\n{WHO}" for entry in entries)
    for name, checksum in checksums.items():
        text = text.replace(f"<{name}>", f'document = "{name}"\nchecksum = "{checksum}"').replace(f"={name}=", checksum)
    path.write_text(text)
    return pipeline.run(found, corrections=Corrections(read(path)))


def _row(result: Result, source: str) -> dict[str, Any]:
    rows = result.frames["activities"].to_dict("records")
    return next(row for row in rows if any(s.startswith(source) for s in row["sources"]))


def test_a_value_is_corrected_and_what_follows_from_it(folder: Path) -> None:
    result = _run(folder, '<feed.txt>\nlines = [13, 16]\nfield = "country"\nold = ["MWI"]\nnew = ["ZMB"]')
    row = _row(result, "feed.txt:13")
    assert (row["country"], row["review"], result.refused) == (["ZMB"], "corrected", [])
    assert "014" in row["region"]


def test_a_date_brings_its_bounds(folder: Path) -> None:
    old = _row(_run(folder), "feed.txt:9")["date"]
    result = _run(folder, f'<feed.txt>\nlines = [9, 12]\nfield = "date"\nold = "{old}"\nnew = "2018-12"')
    row = _row(result, "feed.txt:9")
    assert (str(row["date_earliest"]), str(row["date_latest"])) == ("2018-12-01", "2018-12-31")


def test_one_that_the_machine_now_reads_is_in_force(folder: Path) -> None:
    result = _run(folder, '<feed.txt>\nlines = [13, 16]\nfield = "participants"\nold = 81\nnew = 18')
    assert (_row(result, "feed.txt:13")["review"], result.refused) == ("checked", [])


def test_one_that_no_longer_fits_is_refused_in_words(folder: Path) -> None:
    result = _run(folder, '<feed.txt>\nlines = [13, 16]\nfield = "participants"\nold = 81\nnew = 80')
    row = _row(result, "feed.txt:13")
    assert (row["participants"], row["review"]) == (18, "machine")
    assert result.refused == [
        "corrections.toml, entry 1 (feed.txt, lines 13-16): participants is 18: "
        "neither the expected 81 nor the new 80. Look at the document, then mend or remove the entry."
    ]


def test_every_correction_is_listed_with_what_became_of_it(folder: Path) -> None:
    result = _run(
        folder,
        '<feed.txt>\nlines = [13, 16]\nfield = "country"\nold = ["MWI"]\nnew = ["ZMB", "MWI"]',
        '<feed.txt>\nlines = [13, 16]\nfield = "participants"\nold = 81\nnew = 18',
        '<feed.txt>\nlines = [13, 16]\nfield = "participants"\nold = 81\nnew = 80',
        '<feed.txt>\nlines = [5, 8]\nsame_as = {checksum = "=other.txt=", lines = [9, 12]}',
        "<feed.txt>\nlines = [9, 12]\nno_activity = true",
        "<feed.txt>\nlines = [1, 4]\nchecked = true",
    )
    names = ("action", "field", "old", "new", "standing")
    assert [tuple(row[name] for name in names) for row in result.corrections] == [
        ("field", "country", "MWI", "ZMB;MWI", "in_force"),
        ("field", "participants", "81", "18", "read_so"),
        ("field", "participants", "81", "80", "refused"),
        ("same_as", "", "", "other.txt:9-12", "in_force"),
        ("no_activity", "", "", "", "in_force"),
        ("checked", "", "", "", "in_force"),
    ]
    first = result.corrections[0]
    assert (first["reason"], first["by"], first["date"]) == ("read again", "reviewer", "2020-01-02")
    assert (first["document"], first["lines"]) == ("feed.txt", [13, 16])
    assert first["activity_id"] == _row(result, "feed.txt:13")["activity_id"]


def test_no_activity_and_checked(folder: Path) -> None:
    before = _run(folder)
    gone = _row(before, "feed.txt:9")["activity_id"]
    checked = "<feed.txt>\nlines = [5, 8]\nchecked = true"
    result = _run(folder, "<feed.txt>\nlines = [9, 12]\nno_activity = true", checked)
    assert result.withdrawn == [gone]
    assert gone not in set(result.frames["activities"]["activity_id"])
    assert _row(result, "feed.txt:5")["review"] == "checked"


def test_what_seems_one_is_parted_and_what_seems_two_is_joined(folder: Path) -> None:
    before = _run(folder)
    assert _row(before, "feed.txt:1")["mentions"] == 2
    parted = _run(folder, '<feed.txt>\nlines = [1, 4]\nnot_same_as = {checksum = "=other.txt=", lines = [1, 4]}')
    assert len(parted.frames["activities"]) == len(before.frames["activities"]) + 1
    joined = _run(folder, '<feed.txt>\nlines = [5, 8]\nsame_as = {checksum = "=other.txt=", lines = [9, 12]}')
    row = _row(joined, "feed.txt:5")
    assert (row["mentions"], row["documents"], row["review"]) == (2, ["feed.txt", "other.txt"], "corrected")
    assert "counts_differ" in row["flags"]
    assert "by hand: read again" in joined.frames["merges"]["why"].tolist()


def test_mentions_and_evidence_stay_as_the_machine_read_them(folder: Path) -> None:
    before = _run(folder)
    after = _run(
        folder,
        '<feed.txt>\nlines = [13, 16]\nfield = "participants"\nold = 18\nnew = 19',
        "<feed.txt>\nlines = [9, 12]\nno_activity = true",
    )
    for table in ("mentions", "evidence"):
        assert after.frames[table].equals(before.frames[table])


def test_entries_on_documents_that_are_not_at_hand_say_nothing(folder: Path) -> None:
    entry = f'document = "x.txt"\nchecksum = "{"0" * 64}"\nlines = [1, 2]\nfield = "kind"\nold = ""\nnew = "data"'
    assert _run(folder, entry).refused == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[correction]\n", "is not TOML"),
        ("[[fix]]\n", "fix: unknown. Entries begin with"),
        ("[[correction]]\nlines = [1, 2]\n", "entry 1 .*document is lacking"),
        (f"{AT}\n{WHO}", "needs one of"),
        (f'{AT}\nfield = "colour"\nnew = 1\n{WHO}', "'colour'"),
        (f'{AT}\nfield = "trained"\nnew = "x"\n{WHO}', "no int"),
        (f'{AT}\nsame_as = "c"\n{WHO}', "a checksum and lines"),
        (f"{AT}\nchecked = true\nwhom = 1\n{WHO}", "whom is unknown"),
        ("correction = 5\n", "is no list of entries"),
        ('correction = ["a"]\n', "is no list of entries"),
        (f"x = {'[' * 5000}", "nests its lists too deeply"),
        (f"{AT}\nchecked = false\n{WHO}", "checked can only be true"),
        (f'{AT}\nno_activity = "no"\n{WHO}', "no_activity can only be true"),
        (f"{AT}\nnth = [1]\nchecked = true\n{WHO}", "nth must be a number"),
        (f"{AT}\nchecked = true\n{WHO}".replace("01-02", "01-02T10:00:00"), "date is no day"),
        *(
            (f"{AT}\nchecked = true\n{WHO}".replace("[1, 2]", lines), "lines must be two line numbers")
            for lines in ("[]", "[1]", "[1, 2, 3]", "[2, 1]", "[0, 1]", '["a", "b"]', "[1.0, 2.0]", "[true, true]")
        ),
        (f'{AT}\nsame_as = {{checksum = "c", lines = 3}}\n{WHO}', "same_as: lines must be"),
        (f"{AT}\nsame_as = {{checksum = [1], lines = [1, 2]}}\n{WHO}", "same_as: checksum is no str"),
        (f'{AT}\nfield = ["kind"]\nnew = "data"\n{WHO}', "none that can be corrected"),
        *(
            (f"{AT}\nfield = {field!r}\nold = {old}\nnew = {new}\n{WHO}", said)
            for field, old, new, said in (
                ("date", '""', '"2019-13"', "no date such as"),
                ("date", '""', '"2019-02-30"', "no date such as"),
                ("date", '""', '"2019-00"', "no date such as"),
                ("end_date", '""', '"May 2019"', "no date such as"),
                ("date", '""', "2019-05-01T10:00:00", "no string"),
                ("date_earliest", '""', '"x"', "no date"),
                ("date_earliest", '"x"', "2019-01-01", "old 'x' is no date"),
                ("kind", '""', '"nonsense"', "not in data/vocabulary/kinds.csv"),
                ("kind", '""', '""', "kind may not be empty"),
                ("title", '""', '""', "title may not be empty"),
                ("country", "[]", '["Kenya"]', "'Kenya' is not in data/vocabulary/countries.csv"),
                ("country", "[]", "[1]", "no list"),
                ("country", "5", '["KEN"]', "old 5 is no list"),
                ("donors", '["NOR", 1]', '["NOR"]', "no list"),
                ("participants", "1", "true", "no int"),
                ("participants", "1", "-5", "no number from 0"),
                ("participants", "1", "99999999999999999999999", "no number from 0"),
                ("aggregate", "true", '""', "aggregate may not be empty"),
                ("confidence", "0.5", "7.5", "no number from 0 to 1"),
                ("confidence", "0.5", "nan", "no number from 0 to 1"),
            )
        ),
    ],
)
def test_a_file_that_is_not_well_formed_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(WrongCorrections, match=rf"mine\.toml.*{said}"):
        read(path)


def test_a_file_with_a_mark_at_its_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"{AT}\nchecked = true\n{WHO}", encoding="utf-8-sig")
    assert len(read(path)) == 1


def test_joining_a_telling_with_itself_is_refused(folder: Path) -> None:
    for action in ("same_as", "not_same_as"):
        result = _run(folder, f'<feed.txt>\nlines = [5, 8]\n{action} = {{checksum = "=feed.txt=", lines = [5, 8]}}')
        assert f"{action} names the telling itself" in result.refused[0]


def test_entries_that_contradict_each_other_are_not_both_in_force(folder: Path) -> None:
    two = '{{checksum = "={}=", lines = [{}, {}]}}'
    result = _run(
        folder,
        f"<feed.txt>\nlines = [5, 8]\nsame_as = {two.format('other.txt', 9, 12)}",
        f"<other.txt>\nlines = [9, 12]\nsame_as = {two.format('feed.txt', 13, 16)}",
        f"<feed.txt>\nlines = [13, 16]\nnot_same_as = {two.format('feed.txt', 5, 8)}",
    )
    assert [row["standing"] for row in result.corrections] == ["in_force", "in_force", "refused"]
    assert "they are one all the same" in result.refused[0]


def test_one_of_two_entries_that_names_nothing_is_refused(folder: Path) -> None:
    result = _run(
        folder,
        '<feed.txt>\nlines = [5, 8]\nsame_as = {checksum = "=other.txt=", lines = [9, 12]}',
        '<feed.txt>\nlines = [5, 8]\nsame_as = {checksum = "=other.txt=", lines = [900, 901]}',
    )
    assert [row["standing"] for row in result.corrections] == ["in_force", "refused"]


def test_the_corrections_that_come_with_the_project_are_well_formed() -> None:
    read(Path(__file__).parents[2] / "data" / "corrections.toml")


def test_a_corrected_table_can_be_stored(folder: Path) -> None:
    result = _run(folder, '<feed.txt>\nlines = [13, 16]\nfield = "participants"\nold = 18\nnew = ""')
    store.write(result.frames, {}, folder / "out")
    assert store.load(folder / "out")["activities"]["participants"].isna().any()
