"""Shared by all tests: no screen, a real store in a temporary folder, a fixed clock."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.store import SqlStore
from desk.paths import Paths

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """The moment at which all tests happen."""
    return NOW


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """An empty data folder."""
    return Paths(tmp_path / "data")


@pytest.fixture
def store(paths: Paths) -> Iterator[SqlStore]:
    """A new store on a real file."""
    opened = SqlStore.open(paths, clock=lambda: NOW)
    yield opened
    opened.close()
