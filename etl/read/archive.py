"""A zip -> its members, in order, none that climbs out, none that fills disk or memory."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import BinaryIO

from etl.read.errors import ReadError
from etl.read.file import File

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 500_000_000  # bytes unpacked
LARGEST_WHOLE = 2_000_000_000  # bytes unpacked of all members together
DENSEST = 200  # times smaller than unpacked; text shrinks to a tenth, a sheet of equal rows to a fiftieth
SMALL = 20_000_000  # bytes unpacked that do no harm however dense
LEFT_OUT = ("__MACOSX/", ".DS_Store", "Thumbs.db")
DEEPEST = 3  # zips in zips
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


@contextmanager
def guarded(file: File, stream: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open a zip or office file; raises ReadError where it is damaged, locked or would unpack to too much."""
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGED as error:
        what = "is a zip or office file that cannot be opened: it is damaged or not whole"
        raise ReadError(file.name, what, "Get it anew.") from error
    with archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise ReadError(file.name, f"holds {len(members):,} files, at most {MOST_MEMBERS:,} are read", "Cut it up.")
        whole = sum(member.file_size for member in members)
        if whole > LARGEST_WHOLE or any(_bomb(member) for member in members):
            raise ReadError(file.name, f"would unpack to {whole / 1e6:,.0f} MB; it was not opened", "Unpack it.")
        yield archive


def members(file: File) -> Iterator[File | ReadError]:
    """Yield the files in a zip by name, as `a.zip/b.docx`; for those that cannot be taken out, why.

    Names that climb out ("../x") are refused; nothing is ever written to the disk.
    """
    with file.open() as stream, guarded(file, stream) as archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            path = PurePosixPath(member.filename.replace("\\", "/"))
            if member.is_dir() or member.filename.startswith(LEFT_OUT) or path.name.startswith("."):
                continue
            name = f"{file.name}/{path}"
            if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
                yield ReadError(name, "has a path that leads out of its zip", "It was left out.")
                continue
            yield _taken_out(archive, member, name)


def part(file: File, archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of one part of an office file; raises ReadError where it is damaged."""
    try:
        return archive.read(name)
    except RuntimeError as error:
        raise ReadError(file.name, "is protected by a password", "Save it without one.") from error
    except (*DAMAGED, KeyError) as error:
        raise ReadError(file.name, f"is damaged: its part {name} cannot be read", "Save it again.") from error


def _bomb(member: zipfile.ZipInfo) -> bool:
    size = member.file_size
    return size > LARGEST_MEMBER or (size > SMALL and size > DENSEST * max(member.compress_size, 1))


def _taken_out(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> File | ReadError:
    try:
        return File(name, data=archive.read(member))
    except RuntimeError:
        return ReadError(name, "is protected by a password", "Unpack it by hand.")
    except DAMAGED:
        return ReadError(name, "is damaged and cannot be unpacked", "Get the zip anew.")
