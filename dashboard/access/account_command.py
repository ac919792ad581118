"""`python -m dashboard account`: adds, changes, lists and removes the accounts of the private folder."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Sequence
from dataclasses import replace

from dashboard.access.accounts import ROLES, Account, CannotUse, canonical, made, read, write
from dashboard.access.arguments import add_private
from dashboard.access.private import CannotStart, make_folder
from dashboard.access.sessions import Sessions
from dashboard.access.store import Store

DONE, FAILED = 0, 1


def account(arguments: Sequence[str]) -> int:
    """Do what is asked; return 0, or 1 with what is wrong on the standard error."""
    asked = _parser().parse_args(arguments)
    try:
        make_folder(asked.private)
        accounts = read(asked.private)
        if asked.what == "list":
            print("\n".join(f"{one.name}\t{one.role}" for one in accounts.values()) or "there are no accounts")
            return DONE
        write(asked.private, _changed(asked, accounts))
        Sessions(Store(asked.private)).end_all(canonical(asked.name))  # what was said of an account holds from now on
    except (CannotUse, CannotStart, OSError, ValueError) as error:
        print(f"dashboard: {error}", file=sys.stderr)
        return FAILED
    print(f"{canonical(asked.name)}: {asked.what} done in {asked.private}")
    return DONE


def _changed(asked: argparse.Namespace, accounts: dict[str, Account]) -> dict[str, Account]:
    """Return the accounts after the change."""
    name = canonical(asked.name)
    if (asked.what == "add") == (name in accounts):
        raise CannotUse(f"{name}: there is {'such an' if name in accounts else 'no such'} account")
    if asked.what == "remove":
        return {key: one for key, one in accounts.items() if key != name}
    if asked.what == "role":
        return accounts | {name: replace(accounts[name], role=asked.role)}
    role = asked.role if asked.what == "add" else accounts[name].role
    return accounts | {name: made(name, role, _password())}


def _password() -> str:
    """Ask for a password at the terminal, twice; or take the first line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise CannotUse("the two passwords differ")
    return first


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard account",
        description="Accounts of readers. A password is asked for at the terminal, or read from the standard input.",
    )
    whats = parser.add_subparsers(dest="what", required=True)
    for what, said in (
        ("add", "a new account"), ("password", "another password"), ("role", "another role"),
        ("remove", "take an account away"), ("list", "names and roles"),
    ):  # fmt: skip
        one = whats.add_parser(what, help=said, description=said)
        add_private(one)
        if what != "list":
            one.add_argument("name", metavar="NAME")
        if what in ("add", "role"):
            one.add_argument("--role", choices=ROLES, required=what == "role", default=ROLES[0], help="reader")
    return parser
