"""The file of accounts: name, role and argon2 hash of the password; a name and a password -> the account, or none."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dashboard.access.private import check_private, write_private

FILE = "accounts.json"
ROLES = ("reader", "editor", "administrator")  # each may do what those before it may; nothing asks for an editor yet
NAME = re.compile(r"[\w.@+-]{1,64}")
SHORTEST = 12  # letters of a password; guessing is limited to some hundred tries an hour
LONGEST = 1000  # letters; longer ones only cost time
AT_ONCE = 2  # passwords that one process checks at a time: each takes 64 MiB
HASHER = PasswordHasher()  # argon2id with the second parameters that RFC 9106 recommends


@dataclass(frozen=True, slots=True)
class Account:
    """One account of this dashboard."""

    name: str
    role: str
    hash: str = field(repr=False)


class CannotUse(Exception):  # noqa: N818 (a sentence)
    """A name, a role or a password that will not do."""


class Accounts:
    """The accounts of a private folder; the file is read anew for each sign-in."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; what is compared for unknown names is made at once, so that it takes no time later."""
        self._folder = folder
        self._nobody = Account("", "", HASHER.hash(token_hex()))
        self._few = BoundedSemaphore(AT_ONCE)

    def signed_in(self, name: str, password: str) -> Account | None:
        """Return the account whose password this is. A name that nobody has costs the same time."""
        account = read(self._folder).get(canonical(name), self._nobody)
        with self._few:
            try:
                HASHER.verify(account.hash, _written(password[:LONGEST]))
            except (VerificationError, InvalidHashError):
                return None
        return account if account is not self._nobody else None

    def has(self, name: str) -> bool:
        """Say whether anybody has this name."""
        return canonical(name) in read(self._folder)


def canonical(name: str) -> str:
    """Return a name as it is kept: the same for all ways to write it."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def made(name: str, role: str, password: str) -> Account:
    """Return a new account; raises CannotUse with what is wrong."""
    if not NAME.fullmatch(canonical(name)):
        raise CannotUse("a name has 1 to 64 letters, digits, dots, dashes, @ or +")
    if role not in ROLES:
        raise CannotUse(f"a role is one of {', '.join(ROLES)}")
    if not SHORTEST <= len(password) <= LONGEST:
        raise CannotUse(f"a password has {SHORTEST} to {LONGEST} letters")
    return Account(canonical(name), role, HASHER.hash(_written(password)))


def read(folder: Path) -> dict[str, Account]:
    """Return the accounts by name; raises private.CannotStart where others can read the file."""
    path = folder / FILE
    if not path.exists():
        return {}
    check_private(path)
    said: Mapping[str, Mapping[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return {name: Account(name, one["role"], one["hash"]) for name, one in said.items()}


def write(folder: Path, accounts: Mapping[str, Account]) -> None:
    """Replace the file as a whole."""
    said = {name: {"role": one.role, "hash": one.hash} for name, one in sorted(accounts.items())}
    part = folder / f"{FILE}.{os.getpid()}.{token_hex(4)}"
    write_private(part, json.dumps(said, indent=1, ensure_ascii=False).encode())
    part.replace(folder / FILE)


def _written(password: str) -> str:
    return unicodedata.normalize("NFC", password)  # keyboards differ in how they send é
