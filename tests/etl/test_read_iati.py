"""IATI files of every version -> what each activity states; files that are not what they should be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from etl import pipeline
from etl.read.documents import documents
from etl.read.errors import ReadError
from etl.read.file import File
from etl.records import Document, Record
from etl.sources import Source

V2 = """<iati-activity xml:lang="EN" hierarchy="2"><iati-identifier>XX-OWN-1</iati-identifier>
<reporting-org ref="XX-OWN" type="40"><narrative>International Organization for Migration</narrative></reporting-org>
<title><narrative>Safe ports</narrative><narrative xml:lang="FR">Ports sûrs</narrative></title>
<description type="1"><narrative>Work against trafficking in persons in ports.</narrative></description>
<participating-org role="1" type="10"><narrative>Norway</narrative></participating-org>
<participating-org role="4"><narrative>Harbour Watch</narrative></participating-org>
<activity-status code="2"/>
<activity-date type="1" iso-date="2018-01-01"/><activity-date type="2" iso-date="2018-03-01"/>
<activity-date type="3" iso-date="2021-12-31"/>
<recipient-country code="KE" percentage="60"/><recipient-country code="UG" percentage="40"/>
<recipient-region code="1027" vocabulary="1"/>
<location><name><narrative>Mombasa</narrative></name></location>
<sector vocabulary="1" code="15160"><narrative>Human rights</narrative></sector>
<document-link url="https://example.org/a.pdf"><title><narrative>Yearly paper</narrative></title></document-link>
<result type="1"><title><narrative>Skills</narrative></title><indicator measure="1">
<title><narrative>Number of officers trained</narrative></title><period><period-start iso-date="2018-01-01"/>
<target value="90"/><actual value="80"/><actual value="30"><dimension name="sex" value="female"/></actual></period>
</indicator><indicator measure="2"><title><narrative>Share of officers satisfied</narrative></title>
<period><actual value="97"/></period></indicator></result></iati-activity>"""
V1 = """<iati-activity xml:lang="fr"><iati-identifier>XX-OWN-2</iati-identifier>
<reporting-org ref="XX-OWN">Harbour Watch</reporting-org><title>Ports sûrs</title>
<description>Lutte contre la traite des personnes dans les ports.</description>
<participating-org role="Funding">Suisse</participating-org><activity-status code="2">Implementation</activity-status>
<activity-date type="start-actual" iso-date="2012-05-01"/>
<activity-date type="end-planned">31 décembre 2014</activity-date>
<recipient-country code="TD">Tchad</recipient-country></iati-activity>"""
EVENT = """<iati-activity><iati-identifier>XX-OWN-1-1</iati-identifier>
<reporting-org><narrative>IOM</narrative></reporting-org>
<title><narrative>Training workshop on safe ports</narrative></title><activity-status code="4"/>
<activity-date type="2" iso-date="2019-05-12"/><activity-date type="4" iso-date="2019-05-14"/>
<recipient-country code="KE"/><related-activity ref="XX-OWN-1" type="1"/></iati-activity>"""
PLANNED = """<iati-activity><title><narrative>Safer ports</narrative></title><activity-status code="1"/>
<activity-date type="1" iso-date="2030-01-01"/></iati-activity>"""


def _file(*activities: str, version: str = "2.03", head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    return f'{head}<iati-activities version="{version}">{"".join(activities)}</iati-activities>'.encode()


def _read(data: bytes, name: str = "a.xml") -> Document:
    found = list(documents(File(name, data=data)))
    assert isinstance(found[0], Document), found[0]
    return found[0]


def _stated(record: Record) -> dict[str, Any]:
    return {f.field: f.value for f in record.findings}


def test_version_2_states() -> None:
    document = _read(_file(V2))
    record = document.records[0]
    assert _stated(record) == {
        "date": "2018-03-01", "date_basis": "event", "end_date": "2021-12-31", "level": "project",
        "country": ["KEN", "UGA"], "region_text": ["Eastern Africa"], "organisation": "IOM",
        "donors": ["NOR"], "partners": ["Harbour Watch"], "trained": 80, "number_qualifier": "exact", "women": 30,
    }  # fmt: skip
    assert record.title == "Safe ports"
    assert record.locator == "iati-activity[1]"
    assert {f.field: f.locator for f in record.findings}["country"] == "iati-activity[1]/recipient-country"
    for words in (
        "Ports sûrs",
        "Location: Mombasa",
        "Sector: Human rights (15160)",
        "60 %",
        "https://example.org/a.pdf",
    ):
        assert any(words in line for line in document.lines), words


def test_each_quote_stands_in_its_line() -> None:
    document = _read(_file(V2, V1))
    for record in document.records:
        for finding in record.findings:
            assert document.lines[finding.line_start - 1] == finding.quote
            assert document.places[finding.line_start - 1] == finding.locator


def test_version_1_states() -> None:
    assert _stated(_read(_file(V1, version="1.05")).records[0]) == {
        "date": "2012-05-01", "date_basis": "event", "end_date": "2014-12-31", "level": "project", "country": ["TCD"],
        "organisation": "Harbour Watch", "donors": ["CHE"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sectors", "areas"),
    [
        ('<sector code="15132"/>', ["criminal_justice"]),
        ('<sector vocabulary="DAC" code="15130">Law</sector>', ["legislation", "criminal_justice"]),
        ('<sector vocabulary="99" code="15132"/><sector code="15190"/>', None),
        (
            '<sector code="16062" percentage="9"/><sector code="15132" percentage="91"/>',
            ["criminal_justice", "research"],
        ),
    ],
)
def test_a_sector_says_an_area_only_where_it_truly_does(sectors: str, areas: list[str] | None) -> None:
    assert _stated(_read(_file(V1.replace("</title>", f"</title>{sectors}"))).records[0]).get("areas") == areas


def test_an_event_belongs_to_its_project() -> None:
    stated = _stated(_read(_file(EVENT)).records[0])
    assert (stated["level"], stated["programme"]) == ("event", ["XX-OWN-1"])


def test_what_is_only_planned_is_flagged() -> None:
    assert _stated(_read(_file(PLANNED)).records[0])["flags"] == ["planned"]


@pytest.mark.parametrize(
    "data",
    [
        V2.encode(),
        b"\n\n " + _file(V2),
        _file(V2).replace(b"<iati-activities", b'<iati-activities xmlns="https://example.org/none"'),
        _file(V2, head='<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16"),
        _file(V2, head="").decode().encode("cp1252"),
        _file("<!-- a remark -->", V2),
    ],
    ids=["lone activity", "blank lines first", "a namespace", "utf-16", "undeclared cp1252", "remarks"],
)
def test_other_ways_to_write_the_same(data: bytes) -> None:
    document = _read(data)
    assert _stated(document.records[0])["country"] == ["KEN", "UGA"]
    assert any("Ports s" in line for line in document.lines)


def test_a_file_that_breaks_off_keeps_its_whole_activities() -> None:
    data = _file(V2, EVENT, V1)
    document = _read(data[: data.index(b"XX-OWN-2") + 20])
    assert [r.title for r in document.records] == ["Safe ports", "Training workshop on safe ports"]
    assert "breaks off after 2 whole activities" in document.warnings[0]


@pytest.mark.parametrize(
    ("stray", "mended"),
    [("&", "&"), ("&nbsp;", ""), ("&eacute;", "é"), ("\x0b", ""), ("&amp;", "&"), ("&#233;", "é")],
)
def test_stray_signs_cost_no_activity(stray: str, mended: str) -> None:
    document = _read(_file(V1, V2.replace("Safe ports", f"Safe {stray} ports"), EVENT))
    assert [r.title for r in document.records][1:] == [
        " ".join(f"Safe {mended} ports".split()), "Training workshop on safe ports"
    ]  # fmt: skip


@pytest.mark.parametrize("odd", ["<ex:more>1</ex:more>", '<title ex:more="1"/>'])
def test_a_prefix_that_is_not_declared_costs_nothing(odd: str) -> None:
    document = _read(_file(V2, V1.replace("</title>", f"</title>{odd}"), EVENT))
    assert len(document.records) == 3
    assert "prefix that it does not declare" in document.warnings[0]


@pytest.mark.parametrize("empty", ["", "<title/><description/>", "<iati-identifier>X-1</iati-identifier>"])
def test_an_activity_that_says_nothing_harms_no_other(empty: str) -> None:
    document = _read(_file(f"<iati-activity>{empty}</iati-activity>", V2))
    assert [r.title for r in document.records] == ["Safe ports"]
    assert "neither title nor description" in document.warnings[0]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{"&a%s;" % (n - 1 if n else "") * 10}">' for n in range(12)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [f"{BOMB}]>", OUTSIDE])
def test_entities_are_refused(head: str) -> None:
    found = list(documents(File("a.xml", data=_file(V2.replace("Safe ports", "&a;"), head=head))))
    assert isinstance(found[0], ReadError)
    assert "document type" in str(found[0])


def test_no_date_and_no_country_does_no_harm() -> None:
    odd = (
        '<iati-activity><title/><description><narrative>Words</narrative></description><activity-date type="2"/>'
        '<activity-date type="9" iso-date="20x9"/><recipient-country/><participating-org/><related-activity type="1"/>'
        "<result><indicator/></result></iati-activity>"
    )
    assert "date" not in _stated(_read(_file(odd)).records[0])


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2019-02-31"])
def test_a_date_that_cannot_be_is_flagged(day: str) -> None:
    record = _read(_file(V2.replace("2018-03-01", day))).records[0]
    assert "impossible_date" in [v for f in record.findings if f.field == "flags" for v in f.value]


def test_all_stands_in_the_table(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(_file(V2, EVENT))
    path = tmp_path / "a.xml"
    frames = pipeline.run([Source(path, path.name, path.stat().st_size)]).frames
    rows = frames["activities"].set_index("level")
    project, event = rows.loc["project"], rows.loc["event"]
    assert (project["date"], project["end_date"], project["trained"]) == ("2018-03-01", "2021-12-31", 80)
    assert project["topics"] == ["TIP"]
    assert (project["kind"], event["kind"]) == ("support", "training")
    assert {"014", "east-africa"} <= set(project["region"])
    evidence = frames["evidence"]
    assert set(evidence[evidence["rule"] == "stated"]["confidence"]) == {1.0}
