"""A file on the disk or a member of another file -> its bytes, never more of them than one document may have."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from etl.read.errors import ReadError

LARGEST = 300_000_000  # bytes of a file that is read whole; IATI files are read as a stream and may be larger
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class File:
    """Bytes under the name by which the tables call them: those of `path`, or `data` where they have no path."""

    name: str
    path: Path | None = None
    data: bytes = b""

    def open(self) -> BinaryIO:
        """Return a stream from its beginning; OSError where the file cannot be opened."""
        return self.path.open("rb") if self.path else BytesIO(self.data)

    def head(self, length: int) -> bytes:
        """Return the first `length` bytes, or fewer."""
        with self.open() as stream:
            return stream.read(length)

    def read(self) -> bytes:
        """Return all bytes; ReadError where there are too many."""
        if self.path is None:
            return self.data
        size = self.path.stat().st_size
        if size > LARGEST:
            what = f"is too large to be read whole ({size / 1e6:,.0f} MB, at most {LARGEST / 1e6:,.0f})"
            raise ReadError(self.name, what, "Cut it into parts.")
        return self.path.read_bytes()

    def checksum(self) -> str:
        """Return the SHA-256 of the bytes, in hexadecimal."""
        total = hashlib.sha256()
        with self.open() as stream:
            while block := stream.read(BLOCK):
                total.update(block)
        return total.hexdigest()
