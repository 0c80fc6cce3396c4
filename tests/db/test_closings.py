"""Closings are kept, opened again and never deleted; facts leave the books one by one."""

from datetime import date

import pytest

from desk.closings.closing import Closing
from desk.errors import NotFoundError
from desk.facts import Fact, FactKind, taken_back
from desk.scoring.clauses.clause import Span
from desk.units import Unit, UnitGroup


@pytest.fixture
def june(now) -> Closing:
    return Closing(
        Span.MONTH,
        "2026-06",
        "2026年6月",
        date(2026, 6, 1),
        date(2026, 6, 30),
        "a" * 64,
        now,
        "王敏",
    )


def test_a_closing_holds_until_it_is_opened_again_and_stays(store, june, now):
    with store.begin() as work:
        kept = work.closings.add(june)
        assert work.closings.holding() == [kept]
        opened = work.closings.reopen(kept.id, now, "李国华", "漏登两条")
        assert work.closings.holding() == []
        assert work.closings.all() == [opened] == [work.closings.get(kept.id)]
        assert (opened.reopened_by, opened.reason, opened.holds) == ("李国华", "漏登两条", False)


def test_a_closing_that_is_not_there_is_said_in_a_sentence(store):
    with store.read() as work, pytest.raises(NotFoundError, match="没有找到这次结账"):
        work.closings.get(5)


def test_facts_are_deleted_together_with_what_takes_them_back(store):
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("乡镇"))
        unit = work.registry.save_unit(Unit("云岭县城关镇", "城关镇", group.id))
        day = date(2026, 6, 1)
        work.ledger.add([Fact(FactKind.ADJUSTMENT, day, unit.id, "加分", "hand:1")])
        (fact,) = work.ledger.booked("hand:1")
        work.ledger.add([taken_back(fact, day, "hand:1", "记错", "王敏")])
        (back,) = work.ledger.reversing([fact.id])
        assert (back.by, back.matter) == ("王敏", FactKind.ADJUSTMENT)
        assert work.ledger.last_id() == back.id
        assert work.ledger.get([back.id, fact.id]) == [fact, back]
        work.ledger.remove([fact.id, back.id])
        assert work.ledger.get([fact.id, back.id]) == []
