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
