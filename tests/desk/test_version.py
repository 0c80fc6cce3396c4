"""The version that backups are marked with is the one that is released."""

import tomllib
from pathlib import Path

import desk

ROOT = Path(__file__).resolve().parents[2]


def test_the_program_knows_its_own_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == desk.VERSION
