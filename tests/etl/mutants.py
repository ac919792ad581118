"""A valid file of each kind -> as many damaged ones as anybody likes; the same seed gives the same file."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from tests.etl.as_formats import MAKERS
from tests.etl.feed import FEED
from tests.etl.iati_files import activity
from tests.etl.sheets import REGISTER, delimited, ods, xlsx

INSIDE = 0.75  # share of the damaged zips and office files whose zip is whole and one part of it is not
ZIP = b"PK\x03\x04"
TAGS = b"<>/=\"'"


@cache
def valid() -> dict[str, bytes]:
    """Return a valid file of each kind."""
    files = {kind: make(FEED) for kind, make in MAKERS.items()} | {
        "xlsx": xlsx(REGISTER),
        "ods": ods(REGISTER),
        "csv": delimited(REGISTER),
        "xml": f'<iati-activities version="2.03">{activity(1)}{activity(2)}</iati-activities>'.encode(),
    }
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for kind in ("docx", "csv", "eml"):
            archive.writestr(f"in/a.{kind}", files[kind])
    return files | {"zip": stream.getvalue()}


def mutant(kind: str, seed: int) -> bytes:
    """Return the valid file of a kind with some bytes changed, cut out or doubled, or its end missing."""
    rng = Random(seed)
    data = valid()[kind]
    if not data.startswith(ZIP) or rng.random() > INSIDE:
        return _mutated(data, rng)
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        chosen = rng.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _mutated(content, rng) if name == chosen else content)
    return stream.getvalue()


def _mutated(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        place, length = rng.randrange(len(changed) or 1), rng.randint(1, 200)
        how = rng.random()
        if how < 0.4:
            changed[place : place + 1] = bytes([rng.randrange(256)])
        elif how < 0.5:
            changed[place : place + 1] = bytes([rng.choice(TAGS)])
        elif how < 0.7:
            del changed[place : place + length]
        elif how < 0.9:
            changed[place:place] = changed[place : place + length] * rng.choice((1, 1, 50))
        else:
            del changed[place:]
    return bytes(changed)
