"""Laws of closing, on the real store: figures once published never change, whatever comes later."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk import booking
from desk.assessing import assess
from desk.canonical import canonical, plain, value_from
from desk.closings.books import close, compare, published, reopen
from desk.closings.periods import find
from desk.facts import FactKind, Particulars
from desk.hand.entry import Entry
from desk.scoring.results import ScoreTable
from desk.submissions import book_submission
from desk.units import Quota

MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
START, TODAY = date(2026, 5, 20), date(2026, 7, 15)
YEAR = date(2026, 1, 1), date(2026, 12, 31)
WORK = st.lists(
    st.tuples(
        st.sampled_from(("采用", "批示", "调整", "收回", "来稿", "目标", "办法")),
        st.integers(0, (TODAY - START).days),
        st.integers(0, 1),
        st.integers(1, 40),
    ),
    max_size=6,
)


class Clerk:
    """Does at random what a clerk does after a month was published."""

    def __init__(self, office) -> None:
        self.office = office
        self.store, self.by = office.store, office.by

    def entry(self, kind: str, day: date, unit: int, number: int) -> Entry:
        place = self.office.publication
        carrier = (place.id, place.sections[0].id) if kind == "采用" else (None, None)
        said = Particulars(level="市级", value=Decimal(number) / 4, approver="李国华")
        return Entry(
            FactKind(kind),
            day,
            (self.office.units[unit].id,),
            f"信息{number}",
            publication_id=carrier[0],
            section_id=carrier[1],
            note="核定",
            particulars=said,
        )

    def do(self, what: str, back: int, unit: int, number: int) -> None:
        day = START + timedelta(days=back)
        if what in {"采用", "批示", "调整"}:
            booking.book(self.store, self.entry(what, day, unit, number), by=self.by)
        elif what == "收回":
            self.take_back(number)
        elif what == "来稿":
            self.register(day, unit)
        else:
            self.change_the_rules(what, unit, number)

    def take_back(self, number: int) -> None:
        with self.store.read() as work:
            facts = work.ledger.between(*YEAR)
        gone = {one.reverses for one in facts}
        left = [
            one
            for one in facts
            if one.source.startswith("hand:")
            and one.kind is not FactKind.REVERSAL
            and one.id not in gone
        ]
        if left:
            wanted = left[number % len(left)]
            booking.take_back(self.store, wanted.id, "登错", by=self.by)

    def register(self, day: date, unit: int) -> None:
        received = self.by.now.replace(month=day.month, day=day.day)
        draft = self.office.draft(received=received, unit_ids=(self.office.units[unit].id,))
        other = replace(draft, unit_ids=(self.office.units[1 - unit].id,))
        with self.store.begin() as work:
            book_submission(work, draft, self.by)
            book_submission(work, other, self.by)

    def change_the_rules(self, what: str, unit: int, number: int) -> None:
        with self.store.begin() as work:
            if what == "目标":
                work.registry.save_quota(
                    Quota(2026, self.office.units[unit].id, Decimal(number), number)
                )
                return
            scheme = work.catalogue.schemes()[0]
            rules = tuple(replace(rule, points=Decimal(number)) for rule in scheme.rules)
            work.catalogue.save_scheme(replace(scheme, rules=rules))


@pytest.fixture
def clerk(office) -> Clerk:
    return Clerk(office)


@pytest.fixture
def june(store, office, clerk):
    """June, closed after some things had happened in it."""
    for number in range(1, 5):
        clerk.do("采用", 15 + number, number % 2, number)
    clerk.do("调整", 20, 0, 7)
    with store.read() as work:
        period = find(work.catalogue.schemes(), "2026-06")
    return close(store, period, by=office.by)


@MANY
@given(work=WORK)
def test_published_figures_never_change_whatever_is_booked_later(store, clerk, june, work):
    before = published(store, june.id)
    with store.read() as held:
        facts = held.ledger.between(june.first, june.last)
    for step in work:
        clerk.do(*step)
    assert published(store, june.id) == before
    with store.read() as held:
        assert held.ledger.between(june.first, june.last) == facts


@MANY
@given(work=WORK)
def test_what_is_known_today_explains_every_figure_that_differs(store, clerk, june, work):
    for step in work:
        clerk.do(*step)
    found = compare(store, june.id)
    then = {one.unit.id: one.points for one in found.published.units}
    now = {one.unit.id: one.points for one in found.today.units}
    for one in found.units:
        assert one.points == now[one.unit.id] - then[one.unit.id]
        assert one.points == sum((line.points for line in one.lines), Decimal(0))
    differing = {one.unit.id for one in found.units}
    assert {one for one in then if then[one] != now[one]} <= differing


@MANY
@given(work=WORK)
def test_closing_is_idempotent(store, clerk, work):
    for step in work:
        clerk.do(*step)
    with store.read() as held:
        period = find(held.catalogue.schemes(), "2026-05")
    first = close(store, period, by=clerk.by)
    reopen(store, first.id, "再核对", by=clerk.by)
    again = close(store, period, by=clerk.by)
    reopen(store, again.id, "下一例", by=clerk.by)
    assert first.digest == again.digest
    assert compare(store, again.id).units == ()


@MANY
@given(work=WORK, what=st.sampled_from(("采用", "批示", "调整")), number=st.integers(1, 40))
def test_taking_back_what_was_booked_leaves_every_figure_as_it_was(
    store, clerk, work, what, number
):
    for step in work:
        clerk.do(*step)
    before = {one.unit.id: one.points for one in assess(store, *YEAR).units}
    booked = booking.book(store, clerk.entry(what, START, 0, number), by=clerk.by)
    booking.take_back(store, booked.facts[0].id, "登错", by=clerk.by)
    assert {one.unit.id: one.points for one in assess(store, *YEAR).units} == before


@MANY
@given(work=WORK)
def test_frozen_tables_are_read_back_as_they_were(store, clerk, work):
    for step in work:
        clerk.do(*step)
    table = assess(store, *YEAR)
    again = value_from(plain(table), ScoreTable)
    assert again == table
    assert canonical(again) == canonical(table)
