"""What a survey counts of a unit adds up to the unit's figures over any days."""

from datetime import date
from fractions import Fraction

import pytest

from desk.facts import Fact, FactKind, Particulars, taken_back
from desk.scoring.clauses.results import Rounded
from desk.surveys.surveying import survey

SECOND, THIRD = (date(2026, 4, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 7, 15))


@pytest.fixture
def booked(office):
    """Adoptions of spring, of which one is taken back in July; and a leader's note."""
    paper, (unit, _) = office.publication, office.units
    adopted = [
        Fact(FactKind.ADOPTION, date(2026, month, 10), unit.id, f"第{month}月的信息", "hand:1",
             paper.id, paper.sections[0].id)
        for month in (2, 4, 5)
    ]  # fmt: skip
    noted = Fact(FactKind.INSTRUCTION, date(2026, 5, 12), unit.id, "第5月的信息", "hand:2",
                 particulars=Particulars(level="县级"))  # fmt: skip
    sent = Fact(FactKind.SUBMISSION, date(2026, 5, 9), unit.id, "第5月的信息", "hand:3")
    with office.store.begin() as work:
        work.ledger.add([*adopted, noted, sent])
        spring = work.ledger.between(date(2026, 5, 10), date(2026, 5, 10))[0]
        work.ledger.add([taken_back(spring, date(2026, 7, 2), "hand:4", "重复")])
    return office


def counted(office, days, kind):
    found = survey(office.store, *days, office="县政府办", today=date(2026, 7, 15))
    unit = next(one for one in found.units if one.unit.id == office.units[0].id)
    first, last = days
    held = [one for one in unit.counted if first <= one.day <= last and one.fact.matter is kind]
    return unit.score, sum(one.items for one in held), sum(one.weight for one in held)


@pytest.mark.parametrize(("days", "items"), [(SECOND, 2), (THIRD, -1)])
def test_adoptions_counted_are_those_of_the_score(booked, days, items):
    score, found, weight = counted(booked, days, FactKind.ADOPTION)
    assert found == score.adopted == items
    assert weight == Fraction(items)


def test_what_is_not_weighed_counts_once(booked):
    assert counted(booked, SECOND, FactKind.INSTRUCTION)[1] == 1
    score, found, _ = counted(booked, SECOND, FactKind.SUBMISSION)
    assert found == score.submitted == 1


def test_rates_are_rounded_as_the_scheme_in_force_says(booked):
    found = survey(booked.store, *SECOND, office="县政府办", today=date(2026, 7, 15))
    assert found.roundings[Rounded.RATE].decimals == 1
