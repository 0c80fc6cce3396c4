"""What the upper level asks of our own office, and how far we are."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.errors import FieldError
from desk.facts import Fact, FactKind, Particulars, taken_back
from desk.own_tasks import own_progress, save_own_task
from desk.publications import Publication, Tier
from desk.units import UpperTask

TODAY = date(2026, 8, 20)
TASK = UpperTask(2026, "市级", Decimal(20), 4)


@pytest.fixture
def upper(store):
    with store.begin() as work:
        return work.catalogue.save_publication(Publication("云州信息", (), tier=Tier.CITY))


@pytest.fixture
def printed_above(store, office, upper):
    """Book adoptions of a title by the upper level for these units."""

    def book(title, *units, points="5"):
        facts = [
            Fact(
                FactKind.ADOPTION,
                date(2026, 3, 9),
                unit.id,
                title,
                f"import:{title}",
                publication_id=upper.id,
                shares=len(units),
                particulars=Particulars(external=Decimal(points)),
            )
            for unit in units
        ]
        with store.begin() as work:
            work.ledger.add(facts)

    return book


def test_a_joint_item_counts_once_for_the_office(store, office, printed_above):
    save_own_task(store, TASK, by=office.by)
    printed_above("春耕", *office.units)
    printed_above("防汛", office.units[0], points="2.5")
    (own,) = own_progress(store, 2026, TODAY)
    assert own.text == "市级：得 7.5 分，目标 20 分，完成 37.5%；采用 2 条，目标 4 条，完成 50.0%"


def test_what_was_taken_back_does_not_count(store, office, printed_above):
    save_own_task(store, TASK, by=office.by)
    printed_above("春耕", office.units[0])
    with store.begin() as work:
        (fact,) = work.ledger.booked("import:春耕")
        work.ledger.add([taken_back(fact, date(2026, 4, 1), "hand:1", "录错")])
    (own,) = own_progress(store, 2026, TODAY)
    assert (own.points, own.items) == (0, 0)


def test_a_task_of_nothing_is_taken_away(store, office):
    save_own_task(store, TASK, by=office.by)
    assert save_own_task(store, replace(TASK, points=Decimal(0), items=0), by=office.by) == TASK
    assert own_progress(store, 2026, TODAY) == ()


def test_our_own_level_asks_nothing_of_us(store, office):
    with pytest.raises(FieldError, match="上级"):
        save_own_task(store, replace(TASK, tier="本级"), by=office.by)
