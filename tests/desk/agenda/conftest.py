"""Duties of an office at a moment."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import pytest

from desk.agenda.duty import Duty, Finder, Machine
from desk.agenda.reading import duties, ground_of

_HERE = Machine(timedelta(hours=8))


@pytest.fixture
def found(store) -> Callable[..., list[Duty]]:
    """What some finders find in the store at a moment."""

    def find(at: datetime, *finders: Finder, machine: Machine = _HERE) -> list[Duty]:
        with store.read() as work:
            return duties(ground_of(work, at, machine), finders)

    return find


@pytest.fixture
def shown(found) -> Callable[..., list[str]]:
    """What they put on 今日, in words."""

    def look(at: datetime, *finders: Finder, **more: object) -> list[str]:
        return told(found(at, *finders, **more), at)

    return look


def told(some: Iterable[Duty], at: datetime) -> list[str]:
    return [one.text for one in some if one.is_shown(at)]
