"""An office with facts in June and July, and closed periods as they are asked for."""

from dataclasses import replace
from datetime import date

import pytest

from desk.closings.books import close
from desk.closings.closing import Closing
from desk.closings.periods import find
from desk.facts import Fact, FactKind


@pytest.fixture
def book(store, office):
    """Book an adoption of 5 points on a day; another day or unit makes another fact."""

    def add(day: date = date(2026, 6, 10), **fields) -> Fact:
        place = office.publication
        fact = Fact(
            FactKind.ADOPTION,
            day,
            office.units[0].id,
            f"{day:%m-%d}的信息",
            "import:x",
            publication_id=place.id,
            section_id=place.sections[0].id,
        )
        with store.begin() as work:
            work.ledger.add([replace(fact, **fields)])
            return work.ledger.get([work.ledger.last_id()])[0]

    return add


@pytest.fixture
def closed(store, office):
    """Close a period by its key."""

    def act(key: str = "2026-06") -> Closing:
        with store.read() as work:
            period = find(work.catalogue.schemes(), key)
        return close(store, period, by=office.by)

    return act
