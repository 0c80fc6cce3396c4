"""Points month by month: reckoned once, and never out of date."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk import registering
from desk.assessing import assess
from desk.auditing import By
from desk.facts import Fact, FactKind
from desk.months import months_of

TODAY = date(2026, 8, 20)


@pytest.fixture
def book(store, office):
    """Book an adoption of the first unit in the first section."""

    def make(day, source="import:1"):
        fact = Fact(
            FactKind.ADOPTION,
            day,
            office.units[0].id,
            f"{day}的信息",
            source,
            publication_id=office.publication.id,
            section_id=office.publication.sections[0].id,
        )
        with store.begin() as work:
            work.ledger.replace(source, [fact])

    return make


def points(store, today=TODAY):
    return months_of(store, 2026, today)[0].points


def test_each_month_has_its_own_points_and_those_to_come_none(store, book):
    book(date(2026, 3, 9), "import:1")
    book(date(2026, 8, 3), "import:2")
    zero = Decimal(0)
    assert points(store) == (zero, zero, 5, zero, zero, zero, zero, 5, *[None] * 4)


def test_the_months_add_up_to_the_year(store, book):
    for month in range(1, 9):
        book(date(2026, month, 15), f"import:{month}")
    table = assess(store, date(2026, 1, 1), TODAY, today=TODAY)
    whole = {one.unit.id: one.points for one in table.units}
    assert {one.unit.id: one.whole for one in months_of(store, 2026, TODAY)} == whole


def test_what_is_booked_later_changes_the_month_at_once(store, book):
    assert points(store)[2] == 0
    book(date(2026, 3, 9))
    assert points(store)[2] == 5
    with store.begin() as work:
        work.ledger.replace("import:1", [])
    assert points(store)[2] == 0


def test_a_changed_scheme_changes_the_months(store, book, now):
    book(date(2026, 3, 9))
    assert points(store)[2] == 5
    with store.read() as work:
        scheme = work.catalogue.schemes()[-1]
    dearer = tuple(replace(one, points=one.points * 2) for one in scheme.rules)
    registering.save_scheme(store, replace(scheme, rules=dearer), by=By("王秀兰", now))
    assert points(store)[2] == 10


def test_the_month_under_way_grows_day_by_day(store, book):
    book(date(2026, 8, 19))
    assert points(store, date(2026, 8, 18))[7] == 0
    assert points(store, date(2026, 8, 19))[7] == 5
