"""Off on this machine, required elsewhere unless switched off knowingly; secrets that others can read are refused."""

from __future__ import annotations

import argparse
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.access import arguments
from dashboard.access.account_command import account
from dashboard.access.accounts import Accounts, read
from dashboard.access.private import CannotStart, make_folder, session_key
from dashboard.settings import Access
from tests.dashboard.signing import private

PROVIDER = ["--provider", "https://id.example.org", "--provider-client", "tally"]
PUBLIC = ["--public-url", "https://tally.example.org"]


def asked(*given: str, environment: dict[str, str] | None = None) -> Access:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--public-url", default="")
    arguments.add(parser)
    return arguments.read(parser.parse_args(given), environment or {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return private(tmp_path / "private")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_nobody_signs_in_on_their_own_machine(host: str, tmp_path: Path) -> None:
    access = asked("--host", host, "--private", str(tmp_path / "none"))
    assert (access.sign_in, access.audit) == (False, "")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("given", [["--host", "0.0.0.0"], ["--host", "::"], ["--host", "tally.example.org"],
                                   ["--behind-proxy"], ["--sign-in"]])  # fmt: skip
def test_elsewhere_readers_sign_in(given: list[str], folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="nobody can yet"):
        asked(*given, "--private", str(tmp_path / "empty"))
    access = asked(*given, "--private", str(folder))
    assert access.sign_in
    assert access.audit == str(folder / "audit.log")
    assert access.secure is (given != ["--sign-in"])


def test_it_can_be_switched_off_knowingly(tmp_path: Path) -> None:
    access = asked("--host", "0.0.0.0", "--anyone-may-read", "--audit", "-", "--private", str(tmp_path / "none"))
    assert (access.sign_in, access.audit) == (False, "-")
    with pytest.raises(CannotStart, match="contradict"):
        asked("--anyone-may-read", "--sign-in")


def test_cookies_without_https_are_a_choice(folder: Path) -> None:
    assert asked("--host", "0.0.0.0", "--private", str(folder)).secure
    assert not asked("--host", "0.0.0.0", "--plain-http", "--private", str(folder)).secure


def test_a_provider_is_enough(tmp_path: Path) -> None:
    secret = {"TALLY_PROVIDER_SECRET": "not to be told"}
    more = ["--readers", "groups=staff", "--private", str(tmp_path / "private")]
    access = asked("--host", "0.0.0.0", *PROVIDER, *PUBLIC, *more, environment=secret)
    assert access.provider is not None
    assert (access.accounts, access.provider.secret) == (False, "not to be told")
    assert access.provider.readers == ("groups", "staff")
    assert "not to be told" not in repr(access)


@pytest.mark.parametrize(
    ("given", "why"),
    [(PROVIDER, "--public-url"), ([*PROVIDER[:2], *PUBLIC], "--provider-client"),
     (["--provider", "http://id.example.org", *PROVIDER[2:], *PUBLIC], "https alone"),
     ([*PROVIDER, *PUBLIC, "--readers", "staff"], "CLAIM=VALUE")],
)  # fmt: skip
def test_half_a_provider_is_refused(given: list[str], why: str, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match=why):
        asked(*given, "--private", str(tmp_path / "private"))


def test_a_secret_in_a_file_is_read_where_nobody_else_can(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("from a file\n")
    given = [*PROVIDER, *PUBLIC, "--private", str(tmp_path / "private")]
    file.chmod(0o644)
    with pytest.raises(CannotStart, match="others on this machine"):
        asked(*given, environment={"TALLY_PROVIDER_SECRET_FILE": str(file)})
    file.chmod(0o600)
    found = asked(*given, environment={"TALLY_PROVIDER_SECRET_FILE": str(file)}).provider
    assert found is not None
    assert found.secret == "from a file"


def test_a_folder_that_others_can_read_is_refused(folder: Path) -> None:
    (folder / "accounts.json").chmod(0o640)
    with pytest.raises(CannotStart, match="chmod"):
        asked("--sign-in", "--private", str(folder))
    folder.chmod(0o755)
    with pytest.raises(CannotStart, match="chmod"):
        asked("--sign-in", "--private", str(folder))
    with pytest.raises(CannotStart, match="program"):
        make_folder(Path(__file__).parents[2] / "data" / "private")


def test_there_is_one_key_whoever_comes_first(tmp_path: Path) -> None:
    make_folder(tmp_path / "private")
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: session_key(tmp_path / "private"), range(16)))
    assert len(keys) == 1
    assert {path.name for path in (tmp_path / "private").iterdir()} == {"session.key"}
    assert (tmp_path / "private" / "session.key").stat().st_mode & 0o777 == 0o600


def test_accounts_are_made_and_changed_by_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--private", str(tmp_path / "private")]

    def run(*given: str, says: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(says))
        return account([*given, *where])

    assert run("add", "Dee", "--role", "administrator", says="a password of dee\n") == 0
    assert run("add", "dee", says="another password\n") == 1
    assert run("add", "eve", says="short\n") == 1
    assert run("add", "e v e", says="a password of eve\n") == 1
    assert run("role", "dee", "--role", "reader") == 0
    assert run("password", "dee", says="a new password\n") == 0
    assert run("role", "nobody", "--role", "reader") == 1
    assert run("list") == 0
    said = capsys.readouterr()
    assert "dee\treader" in said.out
    assert "password of" not in said.out + said.err
    kept = tmp_path / "private" / "accounts.json"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "a new password" not in kept.read_text()
    assert "$argon2id$" in kept.read_text()
    assert Accounts(kept.parent).signed_in("DEE", "a new password") == read(kept.parent)["dee"]
    assert Accounts(kept.parent).signed_in("dee", "a password of dee") is None
    assert run("remove", "dee") == 0
    assert read(kept.parent) == {}


def test_no_password_is_taken_from_the_arguments(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        account(["add", "dee", "--password", "x", "--private", str(tmp_path / "private")])


def test_the_private_folder_is_of_the_user(tmp_path: Path) -> None:
    assert arguments.default_folder({"TALLY_PRIVATE": "/somewhere"}) == Path("/somewhere")
    assert arguments.default_folder({"XDG_CONFIG_HOME": str(tmp_path)}) == tmp_path / "tally"
    assert arguments.default_folder({}) == Path.home() / ".config" / "tally"
