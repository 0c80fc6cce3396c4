"""An office with publications of every level, and a way to reckon facts by some rows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.facts import Fact, FactKind, Particulars, taken_back
from desk.publications import Publication, Section, Tier
from desk.scoring.basis import Basis
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.items.booking import events
from desk.scoring.scheme import CarrierClass, PointRule, Scheme
from desk.units import Unit, UnitGroup


@pytest.fixture
def basis():
    daily = (Section("要情", 0, id=1), Section("简讯", 1, id=2))
    return Basis(
        units=[
            Unit("云岭县财政局", "财政局", 1, id=1),
            Unit("云岭县水利局", "水利局", 1, id=2),
            Unit("河西镇人民政府", "河西镇", 2, id=3),
        ],
        groups=[UnitGroup("县直部门", 0, id=1), UnitGroup("乡镇", 1, id=2)],
        quotas=[],
        schemes=[],
        publications=[
            Publication("每日要情", daily, id=1),
            Publication("专报信息", (), id=2),
            Publication("市每日信息", (), id=3, tier=Tier.CITY),
            Publication("省每日要情", (), id=4, tier=Tier.PROVINCE),
            Publication("昨日情况", (), id=5),
        ],
    )


@pytest.fixture
def scheme():
    rules = tuple(PointRule(place, Decimal(points)) for place, points in ((1, 4), (3, 6), (4, 10)))
    classes = (CarrierClass("每日要情", "要情类"), CarrierClass("市每日信息", "要情类"))
    return Scheme("办法", date(2026, 1, 1), rules, id=1, carriers=classes)


@pytest.fixture
def asking():
    """A condition of traits and values: asking(刊物="每日要情", 字数=("≥100", "<600"))."""

    def make(**traits):
        asks = (
            Ask(Trait(name), (value,) if isinstance(value, str) else value)
            for name, value in traits.items()
        )
        return Condition(tuple(asks))

    return make


@pytest.fixture
def happened():
    """A fact of unit 1; other words than fields of a fact are its particulars."""
    numbers = iter(range(1, 1000))
    told = set(Particulars.__dataclass_fields__)

    def make(kind, month=3, day=9, **rest):
        values = {
            "unit_id": 1,
            "title": "春耕备耕有序推进",
            "source": "hand:1",
            "id": next(numbers),
        }
        own = {name: value for name, value in rest.items() if name not in told}
        particulars = Particulars(**{name: rest[name] for name in rest if name in told})
        when = date(own.pop("year", 2026), month, day)
        return Fact(kind, when, particulars=particulars, **(values | own))

    return make


@pytest.fixture
def adopted(happened):
    def make(publication_id=1, month=3, day=9, **rest):
        return happened(FactKind.ADOPTION, month, day, publication_id=publication_id, **rest)

    return make


@pytest.fixture
def back():
    """The fact that takes another back."""

    def make(fact, month=6, day=1):
        return replace(taken_back(fact, date(2026, month, day), "hand:2", "更正"), id=fact.id + 500)

    return make


@pytest.fixture
def reckon(basis, scheme):
    """Events of facts by the scheme with these rows."""

    def run(clauses, *facts, **changed):
        terms = replace(scheme, clauses=tuple(clauses), **changed)
        return events(facts, replace(basis, schemes=[terms]))

    return run


@pytest.fixture
def lines(reckon):
    def run(clauses, *facts, **changed):
        return [line for event in reckon(clauses, *facts, **changed) for line in event.lines]

    return run


@pytest.fixture
def points(lines):
    """The points of all lines, in their order."""

    def run(clauses, *facts, **changed):
        return [line.points for line in lines(clauses, *facts, **changed)]

    return run
