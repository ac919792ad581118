"""What is cached lies where nobody else on the machine can read or write, whatever stands in its place."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from etl.own_folder import is_own, own_folder


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path / f"kept-{os.getuid()}"


def test_it_is_made_once_and_closed_to_others(usual: Path) -> None:
    assert own_folder("kept") == own_folder("kept") == usual
    assert usual.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o777, 0o720, 0o740, 0o701])
def test_one_that_others_may_use_is_left_for_a_new_one(usual: Path, mode: int) -> None:
    usual.mkdir()
    usual.chmod(mode)
    assert own_folder("kept") != usual
    assert is_own(own_folder("kept"))


def test_a_link_or_a_file_in_its_place_is_left_for_a_new_one(usual: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    usual.symlink_to(tmp_path / "elsewhere")
    assert own_folder("kept") not in (usual, tmp_path / "elsewhere")
    usual.unlink()
    usual.touch(mode=0o600)
    assert is_own(own_folder("kept"))


def test_a_folder_of_another_user_is_none_of_ours(usual: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual.mkdir(mode=0o700)
    assert is_own(usual)
    another = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: another)
    assert not is_own(usual)
