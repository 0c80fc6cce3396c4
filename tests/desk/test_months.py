"""Points month by month: reckoned once, and never out of date."""

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk import months, registering
from desk.assessing import assess
from desk.auditing import By, note
from desk.facts import Fact, FactKind
from desk.months import EDITION, months_of
from desk.scoring.basis import Basis
from desk.scoring.totals import score
from tests.reference.cases import case

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


def test_what_is_booked_while_the_months_are_reckoned_is_not_lost(store, office, book, monkeypatch):
    def slow(*args, **kwargs):
        table = score(*args, **kwargs)
        book(date(2026, 3, 9))
        with store.begin() as work:
            note(work, office.by, "登记得分", "hand:1")
        return table

    monkeypatch.setattr(months, "score", slow)
    points(store)
    monkeypatch.setattr(months, "score", score)
    assert points(store)[2] == 5


def test_a_month_is_not_shown_before_it_begins_again_on_a_pc_whose_date_went_back(store, book):
    book(date(2026, 8, 3))
    points(store)
    july = date(2026, 7, 31)
    points(store, july)
    assert points(store, july)[7] is None


def test_totals_kept_by_an_engine_that_reckons_otherwise_are_not_taken():
    """Figures that change on purpose: raise EDITION in desk/months.py, then put both here."""
    told = hashlib.sha256()
    for seed in range(60):
        made = case(seed)
        office = made.office
        basis = Basis(
            office.units, office.groups, office.quotas, office.schemes, office.publications,
            office.specials,
        )  # fmt: skip
        for one in score(basis, made.facts, made.first, made.last).units:
            told.update(f"{seed} {one.unit.id} {one.points.normalize()}\n".encode())
    assert (EDITION, told.hexdigest()[:16]) == (2, "065e127b19ff0120")
