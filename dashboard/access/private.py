"""The private folder and what the environment names -> secrets that nobody else on the machine can read."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

KEY = "session.key"
KEY_BYTES = 32
OTHERS = stat.S_IRWXG | stat.S_IRWXO
ROOT = Path(__file__).parents[2]  # of this project


class CannotStart(Exception):  # noqa: N818 (a sentence, as CannotStore is)
    """A setting that would leave readers outside, or let others in."""


def make_folder(folder: Path) -> None:
    """Make the private folder where it is missing; raises CannotStart where others could read it."""
    if folder.resolve().is_relative_to(ROOT):
        raise CannotStart(f"{folder}: secrets do not belong into the program's folder. Choose another: --private DIR")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotStart(f"{folder}: {error.strerror}. Choose another: --private DIR") from error
    check_private(folder)


def check_private(path: Path) -> None:
    """Raise CannotStart where others than its owner may read or change a file or folder."""
    if os.name == "posix" and path.exists() and path.stat().st_mode & OTHERS:
        raise CannotStart(f"{path}: others on this machine may read it. Mend it: chmod go= '{path}'")


def secret(name: str, environment: Mapping[str, str]) -> str:
    """Return the secret that a variable holds, or the file that `name`_FILE names; "" where there is neither."""
    if file := environment.get(f"{name}_FILE"):
        path = Path(file)
        check_private(path)
        try:
            return path.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise CannotStart(f"{name}_FILE: {path}: {error.strerror}") from error
    return environment.get(name, "")


def session_key(folder: Path) -> bytes:
    """Return the key that signs cookies; made once, by whichever process comes first."""
    path = folder / KEY
    if not path.exists():
        part = folder / f"{KEY}.{os.getpid()}.{secrets.token_hex(4)}"
        write_private(part, secrets.token_bytes(KEY_BYTES))
        try:
            os.link(part, path)  # fails where another process was faster; its key counts then
        except FileExistsError:
            pass
        finally:
            part.unlink()
    check_private(path)
    return path.read_bytes()


def write_private(path: Path, content: bytes) -> None:
    """Write a new file that its owner alone can read; FileExistsError where there is one."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
