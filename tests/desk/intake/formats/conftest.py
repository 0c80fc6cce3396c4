"""The sample files, one for each format."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    """The bytes of a sample file."""
    return lambda name: (SAMPLES / name).read_bytes()


@pytest.fixture
def without_office(monkeypatch, tmp_path) -> None:
    """A computer on which LibreOffice is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def office(monkeypatch, tmp_path) -> Callable[[str], None]:
    """Install a program named soffice that does this, with the folder to write to as $OUT."""

    def install(script: str) -> None:
        program = tmp_path / "soffice"
        find = 'while [ "$1" != "--outdir" ]; do shift; done; OUT="$2"\n'
        program.write_text(f"#!/bin/sh\n{find}{script}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return install
