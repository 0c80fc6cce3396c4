"""The password on the command line: from the environment, from the terminal, or a sentence."""

import os
import sys

import pytest

import main
from db.store import SqlStore
from desk import locking
from desk.auditing import By
from desk.commands import asking
from desk.paths import Paths
from tests.conftest import NOW

WORDS = "云岭县的雨季很长"


@pytest.fixture
def data(store, paths, now):
    """The folder of a store with a password."""
    locking.set_password(store, By("王敏", now), WORDS)
    return str(paths.data)


def test_without_a_password_there_is_a_sentence(data, monkeypatch, capsys):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert main.main(["--data", data, "verify"]) == 1
    assert "INFODESK_PASSWORD" in capsys.readouterr().err


def test_a_wrong_one_is_told_and_repeated_nowhere(data, monkeypatch, capsys):
    monkeypatch.setenv("INFODESK_PASSWORD", "云岭县的旱季很长")
    assert main.main(["--data", data, "verify"]) == 1
    said = capsys.readouterr().err
    assert "口令不对" in said
    assert "旱季" not in said


def test_the_environment_opens_and_no_child_process_inherits_it(data, monkeypatch):
    monkeypatch.setenv("INFODESK_PASSWORD", WORDS)
    assert main.main(["--data", data, "verify"]) == 0
    assert "INFODESK_PASSWORD" not in os.environ


def test_on_a_terminal_it_is_asked_for(data, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(asking, "getpass", lambda _words: WORDS)
    assert main.main(["--data", data, "verify"]) == 0


def test_the_password_of_another_offices_backup_has_a_variable_of_its_own(
    data, store, tmp_path, monkeypatch, capsys
):
    store.close()
    other = SqlStore.open(Paths(tmp_path / "other"))
    locking.set_password(other, By("李国华", NOW), "两岸猿声啼不住轻舟")
    copy = str(other.backup())
    other.close()
    monkeypatch.setenv("INFODESK_PASSWORD", WORDS)
    assert main.main(["--data", data, "restore", copy]) == 1
    assert "INFODESK_PACKAGE_PASSWORD" in capsys.readouterr().err
    monkeypatch.setenv("INFODESK_PASSWORD", WORDS)
    monkeypatch.setenv("INFODESK_PACKAGE_PASSWORD", "两岸猿声啼不住轻舟")
    assert main.main(["--data", data, "restore", copy]) == 0
