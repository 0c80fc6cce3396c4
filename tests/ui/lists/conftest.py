"""Columns for plain rows."""

from dataclasses import dataclass

import pytest

from ui.lists.column import Column


@dataclass(frozen=True)
class Row:
    """A row of two cells."""

    name: str
    count: int


@pytest.fixture
def row():
    return Row


@pytest.fixture
def columns():
    return [
        Column("name", "单位", lambda row: row.name, stretch=True),
        Column("count", "篇数", lambda row: f"{row.count}", sort=lambda row: row.count, right=True),
    ]
