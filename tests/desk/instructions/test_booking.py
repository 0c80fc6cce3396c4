"""What an instruction earns: proposed by the scheme, booked once, taken back with its step."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.booking import book as book_by_hand
from desk.booking import take_back
from desk.errors import FieldError, NotAllowedError
from desk.facts import FactKind, Particulars
from desk.hand.entry import Entry
from desk.instructions.booking import (
    book,
    book_penalty,
    decline,
    offer,
    penalty,
    unbook,
    words_of,
)
from desk.instructions.changing import undo
from desk.instructions.listing import row_of
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.items import Points, Policy, Repeat


def offered(desk, one):
    with desk.store.read() as work:
        return offer(work, work.matters.get(type(one), one.id))


def facts(desk, kind=FactKind.INSTRUCTION):
    with desk.store.read() as work:
        held = work.ledger.between(date(2026, 1, 1), date(2026, 12, 31))
    return [one for one in held if one.kind is kind]


def account_of(desk, one):
    with desk.store.read() as work:
        return row_of(work, one.id, desk.by.now).account


def test_the_scheme_says_what_it_gives_before_it_is_booked(desk, bonus):
    found = offered(desk, desk.registered())
    assert [one.points for one in found.weighed] == [Decimal(4)]
    assert words_of(found, {1: "县教育局"}).startswith("县教育局 4 分（")
    assert facts(desk) == []


def test_booking_writes_the_fact_and_undoing_takes_it_out(desk, bonus):
    step = book(desk.store, desk.registered().id, by=desk.by)
    assert [one.particulars.rank for one in facts(desk)] == ["主要领导"]
    undo(desk.store, step, by=desk.by)
    assert facts(desk) == []


def test_it_is_not_booked_twice(desk, bonus):
    one = desk.registered()
    book(desk.store, one.id, by=desk.by)
    with pytest.raises(NotAllowedError, match="不用再记"):
        book(desk.store, one.id, by=desk.by)


def test_what_the_ledger_has_from_elsewhere_is_said_and_not_doubled(desk, bonus):
    one = desk.registered()
    told = Particulars(level="本级", rank="主要领导")
    entry = Entry(
        FactKind.INSTRUCTION, one.day, one.sources, one.title, one.item_id, particulars=told
    )
    book_by_hand(desk.store, entry, by=desk.by)
    assert offered(desk, one).is_booked
    with pytest.raises(NotAllowedError, match="台账里已经有一条本级主要领导批示"):
        book(desk.store, one.id, by=desk.by)
    book(desk.store, one.id, by=desk.by, anyway=True)
    assert len(facts(desk)) == 2


def test_another_leaders_instruction_on_the_item_is_weighed_by_the_scheme(desk, bonus):
    one = desk.registered()
    book(desk.store, one.id, by=desk.by)
    other = desk.registered(item_id=one.item_id, leader="罗建平", rank="分管领导")
    found = offered(desk, other)
    assert [each.id for each in found.others] == [one.id]
    assert not found.is_booked
    assert [each.points for each in found.weighed] == [Decimal(0)]  # the scheme counts the highest


@pytest.mark.parametrize("paper", [True, False], ids=["on paper", "a draft"])
def test_what_somebody_took_back_in_the_ledger_shows(desk, bonus, paper):
    fields = {"item_id": 0, "title": "防灾做法", "sources": (desk.office.units[0].id,)}
    one = book(desk.store, desk.registered(**(fields if paper else {})).id, by=desk.by).latter
    assert account_of(desk, one) == "已记分"
    take_back(desk.store, facts(desk)[0].id, "登错", by=desk.by)
    assert account_of(desk, one) == "台账里已收回"


def test_what_was_booked_can_be_taken_out_again(desk, bonus):
    one = book(desk.store, desk.registered().id, by=desk.by).latter
    unbook(desk.store, one.id, by=desk.by)
    assert facts(desk) == []
    assert account_of(desk, one) == ""


def test_nothing_is_booked_for_a_reason(desk, bonus):
    one = desk.registered()
    with pytest.raises(FieldError):
        decline(desk.store, one.id, " ", by=desk.by)
    assert decline(desk.store, one.id, "只画圈", by=desk.by).latter.declined == "只画圈"


def test_late_feedback_costs_what_the_scheme_says(desk, bonus):
    one = desk.handed()
    late = desk.later(days=8)
    unit = desk.office.units[0].id
    with desk.store.read() as work:
        assert penalty(work, one, unit, desk.by.now) is None
        assert penalty(work, one, unit, late.now).weighed[0].points == Decimal(-10)
    step = book_penalty(desk.store, one.id, unit, by=late)
    assert [fact.particulars.outcome for fact in facts(desk, FactKind.COMMISSION)] == ["未报"]
    undo(desk.store, step, by=late)
    assert facts(desk, FactKind.COMMISSION) == []


def test_without_a_rule_late_feedback_is_registered_only(desk):
    one = desk.handed()
    with pytest.raises(NotAllowedError, match="没有批示反馈逾期的条款"):
        book_penalty(desk.store, one.id, desk.office.units[0].id, by=desk.later(days=8))


@pytest.fixture
def bonus(desk):
    """A scheme: 主要领导 4, others 2, of several the highest; late feedback −10."""
    main = Condition((Ask(Trait.RANK, ("主要领导",)),))
    late = Condition((Ask(Trait.TAG, ("批示反馈",)), Ask(Trait.OUTCOME, ("逾期", "未报"))))
    clauses = (
        Points(matter=FactKind.INSTRUCTION, when=main, points=(Decimal(4),)),
        Points(matter=FactKind.INSTRUCTION, points=(Decimal(2),)),
        Points(matter=FactKind.COMMISSION, when=late, points=(Decimal(-10),)),
        Repeat(matter=FactKind.INSTRUCTION, policy=Policy.HIGHEST),
    )
    with desk.store.begin() as work:
        held = work.catalogue.schemes()[0]
        work.catalogue.save_scheme(replace(held, clauses=(*held.clauses, *clauses)))
