"""Blocks of repeated labels in a text, one block an activity -> rows like those of a register."""

from __future__ import annotations

import pytest

from etl.mentions import mentions
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document, Mention
from etl.split import shapes

HEAD = "Annex 3 of the report of the Lamplighter Office\n\nThe office stands by the harbour and has a green door.\n\n"
FOOT = "\n\nThe lamps were lit every evening at six, whatever the weather was.\n"
FIELDS = ("line_start", "line_end", "date", "end_date", "kind", "host_country", "participants", "donors")

ENGLISH = """Title: Masks on the stage
Type: Training
Place: Lima, Peru
Dates: 3-5 May 2021
Participants: 24 (11 women)
Funded by: Sweden

Title: Lanterns
Type: Workshop
Place: Quito, Ecuador
Dates: 12 June 2021
Participants: 30"""
PERU = ("2021-05-03", "2021-05-05", "training", "PER", 24, ["SWE"])
ECUADOR = ("2021-06-12", "2021-06-12", "workshop", "ECU", 30, [])

RUNNING = """Record 1
Title: Masks on the stage
Type: Training
Place: Lima, Peru
Dates: 03/05/2021 - 05/05/2021
Participants: 24
Lamp glass: green
Donor: Sweden
Record 2
Title: Lanterns
Type: Workshop
Place: Quito, Ecuador
Dates: 12/06/2021
Lamp glass: -
Participants: 30"""
BOLD = """**Activity:** Masks on the stage
**Type of activity:** Training
**Venue:** Lima, Peru
**Date:** 3-5 May 2021
**Participants:** 24
**Donor:** Sweden

**Activity:** Lanterns
**Type of activity:** Workshop
**Venue:** Quito, Ecuador
**Date:** 12 June 2021
**Participants:** 30"""
TWO_LINES = """Title
Masks on the stage
Type
Training
Venue
Lima, Peru
Date
3-5 May 2021
Number of participants
24
Donor
Sweden

Title
Lanterns
Type
Workshop
Venue
Quito, Ecuador
Date
12 June 2021
Number of participants
30"""
BARS = """|Title |Masks on the stage |
|Date and place |3-5/5/2021, Lima |
|Type |Training |
|Participants |24 |
|Donor |Sweden |

|Title |Lanterns |
|Date and place |12/6/2021, Quito |
|Type |Workshop |
|Participants |30 |"""
ONE_LINE = """Masks on the stage
Date: 03/05/2021 to 05/05/2021 | Place: Lima, Peru | Type: training | Participants: 24 | Donor: Sweden
Actors and lamplighters learned to breathe behind wood.
Lanterns
Date: 12/06/2021 | Place: Quito, Ecuador | Type: workshop | Participants: 30
Paper was folded all day."""
OTHER_WORDS = """Title: Masks on the stage
Type: Training
Place: Lima, Peru
Dates: 3-5 May 2021
Participants: 24
Funded by: Sweden

Title: Lanterns
Type: Workshop
Venue: Quito, Ecuador
Date: 12 June 2021
Number of participants: 30"""
OTHER_FIRST = """2.1 Masks on the stage
Date: 3-5 May 2021. Place: Lima, Peru. Type: training. Attended by: 24. Donor: Sweden.
2.2 Lanterns
Dates: 12 June 2021. Venue: Quito, Ecuador. Type: workshop. Participants: 30."""
SENTENCES = """2.1 Masks on the stage
Date: 3-5 May 2021. Venue: Lima, Peru. Type: training. Participants: 24. Donor: Sweden.

2.2 Lanterns
Date: 12 June 2021. Venue: Quito, Ecuador. Type: workshop. Participants: 30. Cost: little."""
FRENCH = """Titre : Les masques sur la scène
Type : Formation
Lieu : Lima, Pérou
Dates : 3-5 mai 2021
Nombre de participants : 24
Bailleur : Suède

Titre : Lanternes
Type : Atelier
Lieu : Quito, Équateur
Dates : 12 juin 2021
Nombre de participants : 30"""
SPANISH = """Título: Máscaras en escena
Tipo: Capacitación
Lugar: Lima, Perú
Fecha: 3 al 5 de mayo de 2021
Participantes: 24
Financiador: Suecia

Título: Faroles
Tipo: Taller
Lugar: Quito, Ecuador
Fecha: 12 de junio de 2021
Participantes: 30"""
PORTUGUESE = """Título: Máscaras em cena
Tipo: Formação
Local: Lima, Peru
Data: 3 a 5 de maio de 2021
Participantes: 24
Financiador: Suécia

Título: Lanternas
Tipo: Oficina
Local: Quito, Equador
Data: 12 de junho de 2021
Participantes: 30"""
RUSSIAN = """Название: Маски на сцене
Вид: Обучение
Место проведения: Лима, Перу
Дата: 3-5 мая 2021
Количество участников: 24
Донор: Швеция

Название: Фонари
Вид: Семинар
Место проведения: Кито, Эквадор
Дата: 12 июня 2021
Количество участников: 30"""
ARABIC = """العنوان: الأقنعة على المسرح
النوع: تدريب
المكان: ليما، بيرو
التاريخ: 3-5 مايو 2021
عدد المشاركين: 24
الجهة المانحة: السويد

العنوان: الفوانيس
النوع: ورشة عمل
المكان: كيتو، إكوادور
التاريخ: 12 يونيو 2021
عدد المشاركين: 30"""
GERMAN = """Titel: Masken auf der Bühne
Art: Schulung
Ort: Lima, Peru
Datum: 3-5 May 2021
Teilnehmende: 24
Geber: Sweden

Titel: Laternen
Art: Workshop
Ort: Quito, Ecuador
Datum: 12 June 2021
Teilnehmende: 30"""
ITALIAN = """Titolo: Maschere in scena
Tipo: Training
Luogo: Lima, Peru
Data: 3-5/5/2021
Partecipanti: 24
Finanziato da: Sweden

Titolo: Lanterne
Tipo: Workshop
Luogo: Quito, Ecuador
Data: 12/6/2021
Partecipanti: 30"""
BLOCKS = {
    "labels on lines of their own": (ENGLISH, (5, 10), (12, 16)),
    "a line that counts above each": (RUNNING, (5, 12), (13, 19)),
    "labels in bold": (BOLD, (5, 10), (12, 16)),
    "label and value on two lines": (TWO_LINES, (5, 16), (18, 27)),
    "bars": (BARS, (5, 9), (11, 14)),
    "all labels on one line below the title": (ONE_LINE, (5, 7), (8, 10)),
    "labels one after the other as sentences": (SENTENCES, (5, 6), (8, 9)),
    "another word for the same label": (OTHER_WORDS, (5, 10), (12, 16)),
    "another word for the first label": (OTHER_FIRST, (5, 6), (7, 8)),
    "French": (FRENCH, (5, 10), (12, 16)),
    "Spanish": (SPANISH, (5, 10), (12, 16)),
    "Portuguese": (PORTUGUESE, (5, 10), (12, 16)),
    "Russian": (RUSSIAN, (5, 10), (12, 16)),
    "Arabic": (ARABIC, (5, 10), (12, 16)),
    "German": (GERMAN, (5, 10), (12, 16)),
    "Italian": (ITALIAN, (5, 10), (12, 16)),
}

NEWS = """Title: Lamps for the mayor
Date: 3 May 2021
Category: News

Title: The harbour freezes
Date: 12 June 2021
Category: News"""
PROJECTS = """Project: Light for all
Period: May 2018 - June 2020
Donor: Sweden
Outputs: 30 lamplighters were trained in Lima in May 2019; a handbook was published.

Project: Oil for lamps
Period: 2015-2016
Donor: Norway
Outputs: a shop was opened."""
AHEAD = f"Upcoming events\n\n{ENGLISH}"
PEOPLE = """Name: Ann Other
Title: Director
Phone: none
Date of birth: 3 May 1970

Name: Jo Other
Title: Clerk
Date of birth: 5 May 1971"""
NONE = {
    "one block alone": ENGLISH.partition("\n\n")[0],
    "news with their days": NEWS,
    "projects, whose outputs are the activities": PROJECTS,
    "what is to come": AHEAD,
    "people": PEOPLE,
}


def _read(text: str) -> tuple[Document, list[Mention]]:
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    assert isinstance(document, Document)
    return document, list(mentions(document, shapes.split(document)))


@pytest.mark.parametrize(("text", "first", "second"), BLOCKS.values(), ids=BLOCKS)
def test_blocks_of_the_same_labels_are_rows(text: str, first: tuple[int, int], second: tuple[int, int]) -> None:
    _, told = _read(HEAD + text + FOOT)
    read = [tuple(m.row[name] for name in FIELDS) for m in told]
    assert read == [(*first, *PERU), (*second, *ECUADOR)]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_other_labelled_lines_are_no_rows(text: str) -> None:
    document, _ = _read(HEAD + text + FOOT)
    assert not document.records


def test_each_value_stands_on_its_own_line() -> None:
    document, _ = _read(HEAD + RUNNING + FOOT)
    lines = {f.field: f.line_start for f in document.records[0].findings}
    assert lines["kind"] == 7
    assert lines["date"] == 9
    assert lines["participants"] == 10
    assert [n for n, _ in document.records[0].words] == [6, 7, 11]


def test_a_value_goes_on_below() -> None:
    wrapped = ENGLISH.replace("Peru\n", "Peru\nin the hall of the lamplighters\n")
    _, told = _read(HEAD + wrapped + FOOT)
    assert [m.row["host_country"] for m in told] == ["PER", "ECU"]
    assert [m.row["line_end"] for m in told] == [11, 17]


def test_withdrawn_and_requested_blocks_are_no_activities_yet() -> None:
    once = ENGLISH.partition("\n\n")[0]
    more = f"{ENGLISH}\nStatus: Completed\n\n{once}\nStatus: Withdrawn by applicant\n\n{once}\nStatus: Request received"
    _, told = _read(HEAD + more + FOOT)
    assert len(told) == 2


def test_a_title_with_its_day_is_enough_beside_others_that_state_more() -> None:
    _, told = _read(f"{HEAD}{ENGLISH}\n\nTitle: Oil for the lamps printed\nDates: July 2021{FOOT}")
    assert [m.row["date"] for m in told] == ["2021-05-03", "2021-06-12", "2021-07"]


def test_people_of_a_block_are_not_kept() -> None:
    named = ENGLISH.replace("Peru\n", "Peru\nContact person: Ann Other\n")
    document, told = _read(HEAD + named + FOOT)
    assert len(told) == 2
    assert not any("Ann Other" in line for line in document.lines)


COPIED = """Country
Date
Title
Participants
Donor
Peru
3-5 May 2021
Training on masks, Lima
24 lamplighters
Sweden
Ecuador
12 June 2021
Workshop on lanterns, Quito
30
n/a
Chile
July 2021
Seminar on oil
Cancelled
Norway
The table lists what was done in the order of days, and leaves out what the guild of lamplighters did by itself."""


def test_a_table_copied_cell_by_cell() -> None:
    _, told = _read(HEAD + COPIED + FOOT)
    read = [tuple(m.row[name] for name in FIELDS) for m in told]
    assert read == [(10, 14, *PERU), (15, 19, *ECUADOR)]


def test_a_row_without_its_day_ends_such_a_table_unless_blank_lines_part_its_rows() -> None:
    dayless = COPIED.replace("12 June 2021", "Not carried out").replace("Peru\n", "\nPeru\n")
    _, told = _read(HEAD + dayless + FOOT)
    assert not any(m.row["line_start"] == 11 for m in told)
    parted = dayless.replace("Ecuador\n", "\nEcuador\n").replace("Chile\n", "\nChile\n").replace("Cancelled", "17")
    _, told = _read(HEAD + parted + FOOT)
    assert [m.row["date"] for m in told] == ["2021-05-03", "2021-07"]
