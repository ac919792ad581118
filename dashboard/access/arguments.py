"""The command line and the environment -> who may read; refuses what would let everybody in by mistake."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.access.accounts import read as read_accounts
from dashboard.access.hosts import is_loopback
from dashboard.access.private import CannotStart, make_folder, secret
from dashboard.settings import Access, Claim, Provider

AUDIT_FILE = "audit.log"
SECRET = "TALLY_PROVIDER_SECRET"  # noqa: S105 - the name of a variable; NAME_FILE names a file instead
HOME = ".config"
NOBODY_CAN = (
    "readers from other machines must sign in, and nobody can yet. Make an account:"
    " python -m dashboard account add NAME --role administrator. Or name a provider: --provider URL."
    " Or let everybody who reaches the port read: --anyone-may-read"
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said about access."""
    group = parser.add_argument_group("access", "off on this machine; anywhere else readers sign in (docs/SECURITY.md)")
    add_private(group)
    group.add_argument("--sign-in", action="store_true", help="let readers on this machine sign in, too")
    group.add_argument("--anyone-may-read", action="store_true", help="no sign-in though other machines reach the port")
    group.add_argument("--provider", default="", metavar="URL", help="issuer of OpenID Connect that lets readers in")
    group.add_argument("--provider-client", default="", metavar="ID", help=f"what it knows us by; secret: ${SECRET}")
    group.add_argument("--readers", default="", metavar="CLAIM=VALUE", help="who of them may read (default: all)")
    group.add_argument("--administrators", default="", metavar="CLAIM=VALUE", help="and who is administrator (nobody)")
    group.add_argument("--behind-proxy", action="store_true", help="believe one reverse proxy's X-Forwarded headers")
    group.add_argument("--plain-http", action="store_true", help="readers come without HTTPS: cookies do, too")
    group.add_argument("--audit", metavar="FILE", help=f"the audit log; - is standard error ({AUDIT_FILE} there)")


def add_private(parser: argparse._ActionsContainer) -> None:
    """Add where accounts and sessions are kept."""
    parser.add_argument(
        "--private", type=Path, default=default_folder(os.environ), metavar="DIR",
        help="the folder of accounts, sessions, keys ($TALLY_PRIVATE or %(default)s)",
    )  # fmt: skip


def default_folder(environment: Mapping[str, str]) -> Path:
    """Return the private folder of this user."""
    if private := environment.get("TALLY_PRIVATE"):
        return Path(private)
    return Path(environment.get("XDG_CONFIG_HOME") or Path.home() / HOME) / "tally"


def read(asked: argparse.Namespace, environment: Mapping[str, str] = os.environ) -> Access:
    """Return who may read; raises CannotStart with what to do."""
    alone = is_loopback(asked.host) and not asked.behind_proxy
    must = asked.sign_in or bool(asked.provider) or not (alone or asked.anyone_may_read)
    if asked.anyone_may_read and (asked.sign_in or asked.provider):
        raise CannotStart("--anyone-may-read and a sign-in contradict each other")
    shared = {"behind_proxy": asked.behind_proxy, "secure": not (alone or asked.plain_http)}
    if not must:
        return Access(audit=asked.audit or "", **shared)
    make_folder(asked.private)
    provider, accounts = _provider(asked, environment), bool(read_accounts(asked.private))
    if provider is None and not accounts:
        raise CannotStart(NOBODY_CAN)
    audit = asked.audit if asked.audit is not None else str(asked.private / AUDIT_FILE)
    return Access(accounts, provider, asked.private, audit, **shared)


def _provider(asked: argparse.Namespace, environment: Mapping[str, str]) -> Provider | None:
    if not asked.provider:
        return None
    if not asked.provider_client or not asked.public_url:
        raise CannotStart("--provider needs --provider-client, and --public-url for the way back")
    address = urlsplit(asked.provider)
    if address.scheme != "https" and not is_loopback(address.hostname or ""):
        raise CannotStart(f"{asked.provider}: a provider is asked over https alone")
    readers, administrators = _claim(asked.readers), _claim(asked.administrators)
    return Provider(asked.provider, asked.provider_client, secret(SECRET, environment), readers, administrators)


def _claim(text: str) -> Claim | None:
    name, _, value = text.partition("=")
    if text and not (name and value):
        raise CannotStart(f"{text}: write CLAIM=VALUE, for example groups=tally-readers")
    return (name, value) if text else None
