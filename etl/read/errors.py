"""Why a file could not be read, in words for the person who gave it."""

from __future__ import annotations


class ReadError(ValueError):
    """A file that cannot be read as a document.

    The message says what is wrong with it (`what`) and what to do about it (`remedy`); `file` is its name.
    """

    def __init__(self, file: str, what: str, remedy: str) -> None:
        super().__init__(f"{what}. {remedy}")
        self.file = file
        self.what = what
        self.remedy = remedy


class UnknownKind(ReadError):  # noqa: N818
    """A file of a kind that is not read at all: it is listed, and nothing is wrong with it."""

    def __init__(self, file: str, kind: str) -> None:
        super().__init__(file, f"was left out: it is {kind}", "If it tells of activities, save it as PDF.")
