"""Why a file could not be read, in words for the person who gave it."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb


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


def out_of_reach(file: str, error: OSError) -> ReadError:
    """Return what is said of a file that the system does not give."""
    remedy = "Check that it is there and that you may read it."
    return ReadError(file, f"cannot be read ({error.strerror or error})", remedy)


def our_mistake(document: str, error: Exception) -> ReadError:
    """Return what is said of a document at which a rule of ours failed, with the place in our code."""
    place = extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    return ReadError(document, f"was not read, by a mistake of ours ({what})", "Tell us of it; all else was read.")
