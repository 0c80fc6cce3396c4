"""The one version of Qt that runs on Python 3.11 without losing references."""

import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import PySide6
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parents[1]
PINNED = {"6.8.3", "6.8.0.2"}  # the second for aarch64


def test_calls_into_qt_lose_no_references():
    """6.12.0 loses one reference to None a call, and aborts after some 5,000."""
    before = sys.getrefcount(None)
    for _ in range(500):
        QObject().setObjectName("x")
    assert sys.getrefcount(None) > before - 50


def test_qt_is_the_pinned_version():
    assert version("PySide6-Essentials") in PINNED
    assert PySide6.__version__ in PINNED | {"6.8.0"}


def test_the_project_asks_for_python_3_11():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert sys.version_info >= (3, 11)
