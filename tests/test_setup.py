"""The set-up script: what it finds missing, what it asks for, and what it pins."""

import importlib.util
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

ROOT = Path(__file__).resolve().parents[1]
SETUP = ROOT / "resources" / "setup"


@pytest.fixture
def boot():
    """The script, as a module of this test's own."""
    spec = importlib.util.spec_from_file_location("boot", SETUP / "boot.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def as_user(boot, monkeypatch, tmp_path):
    """A machine with apt, and somebody on it who is not root."""
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


def names_in(path):
    """The packages a requirements file names, as the index spells them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines if not line.startswith("#"))
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in found if name}


def test_only_missing_libraries_are_asked_for(boot):
    boot.LIBRARIES = {"libc.so.6": "libc6", "libnosuch.so.1": "libnosuch1"}
    missing = boot.missing_packages()
    assert "libnosuch1" in missing
    assert "libc6" not in missing


def test_a_user_is_told_the_exact_command(boot, as_user):
    assert boot.install_packages(["libegl1", "libgl1"]) == (
        "缺少系统库，请先执行：sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )


def test_a_machine_without_apt_is_told_what_is_missing(boot, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert boot.install_packages(["libegl1"]).endswith("：libegl1")


def test_what_is_missing_is_printed_and_ends_with_1(boot, as_user, capsys):
    boot.LIBRARIES = {"libnosuch.so.1": "libnosuch1"}
    boot.LINUX = True
    assert boot.main(["setup"]) == 1
    assert "libnosuch1" in capsys.readouterr().err


def test_an_unknown_command_ends_with_2_and_the_usage(boot, capsys):
    assert boot.main(["nothing"]) == 2
    assert "boot.py run|test|bench|drill|setup" in capsys.readouterr().err


def test_another_lock_or_place_needs_another_environment(boot, tmp_path):
    before = boot.fingerprint()
    assert boot.fingerprint() == before
    boot.VENV = tmp_path / ".venv"
    elsewhere = boot.fingerprint()
    boot.LOCK = tmp_path / "requirements.lock"
    boot.LOCK.write_text("pytest==1")
    assert len({before, elsewhere, boot.fingerprint()}) == 3


@pytest.fixture
def built(boot, tmp_path):
    """An environment that was built, on a machine that lacks nothing; builds are counted."""
    boot.LIBRARIES = {}
    boot.VENV = tmp_path / ".venv"
    boot.STAMP = boot.VENV / "stamp"
    boot.HELD = tmp_path / "build" / "setup.lock"
    boot.python().parent.mkdir(parents=True)
    boot.python().symlink_to(sys.executable)
    boot.STAMP.write_text(boot.fingerprint())
    builds = []
    boot.build_environment = lambda: builds.append(True) or ""
    return builds


def test_an_environment_that_fits_is_left_alone(boot, built):
    assert boot.prepare() == ""
    assert built == []


def test_another_python_that_starts_it_changes_nothing(boot, built, monkeypatch):
    monkeypatch.setattr(sys, "version", "3.11.99")
    boot.prepare()
    assert built == []


@pytest.mark.parametrize("lost", ["stamp", "bin/python"])
def test_a_broken_environment_is_built_anew(boot, built, lost):
    (boot.VENV / lost).unlink()
    assert boot.prepare() == ""
    assert built == [True]


def test_a_second_start_waits_for_the_first_and_builds_nothing(boot, built):
    boot.STAMP.unlink()
    fits, looked = boot.fits, Event()

    def look():
        found = fits()
        looked.set()
        return found

    boot.fits = look
    with ThreadPoolExecutor(1) as pool:
        with boot.alone():
            second = pool.submit(boot.prepare)
            assert looked.wait(10)
            boot.STAMP.write_text(boot.fingerprint())
        assert second.result() == ""
    assert built == []


def test_every_package_is_pinned_by_version_and_hash():
    entries = re.split(r"\n(?=[A-Za-z])", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
    entries = [one for one in entries if not one.startswith("#")]
    assert len(entries) > 20
    assert [one.split("\n")[0] for one in entries if "==" not in one] == []
    assert [one.split("\n")[0] for one in entries if "--hash=sha256:" not in one] == []


def test_the_lock_names_no_registry():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links", text) == []


def test_every_dependency_is_in_the_lock():
    wanted, locked = names_in(SETUP / "requirements.in"), names_in(ROOT / "requirements.lock")
    assert wanted - locked == set()
