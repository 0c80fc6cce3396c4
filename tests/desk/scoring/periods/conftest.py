"""Events made by hand, and what period clauses make of them."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import count

import pytest

from desk.facts import Fact, FactKind, Particulars, taken_back
from desk.publications import Publication, Section
from desk.scoring.basis import Basis
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.lines import COMPONENTS, Event, LedgerLine
from desk.scoring.periods.figures import unit_figures
from desk.scoring.periods.reach import begin_of
from desk.scoring.scheme import Scheme
from desk.scoring.terms import timetable
from desk.units import Quota, Unit, UnitGroup


@dataclass
class Book:
    """Makes events of unit 1 and figures of any unit; days are (month, day) of 2026."""

    basis: Basis
    events: list = field(default_factory=list)
    ids: count = field(default_factory=lambda: count(1))

    def add(self, kind, day, points=None, *, weight=1, component="", **told):
        known = {"title": "春耕备耕有序推进", "source": "hand:1"}
        rest = {key: told.pop(key) for key in ("publication_id", "reverses") if key in told}
        rest["particulars"] = Particulars(**told)
        fact = Fact(FactKind(kind), on(day), 1, id=next(self.ids), **known, **rest)
        return self._book(fact, points, weight, component)

    def take_back(self, event, day):
        fact = replace(taken_back(event.fact, on(day), "hand:2", "登错"), id=next(self.ids))
        line = event.lines[0] if event.lines else None
        points = None if line is None else -line.points
        return self._book(fact, points, -event.weight, line.component if line else "")

    def changed(self, event, earlier, points):
        """Put to an event what it changes of an earlier one's points."""
        line = earlier.lines[0]
        more = replace(
            line,
            day=event.fact.day,
            fact=event.fact,
            points=Decimal(points),
            earlier=earlier.fact,
        )
        self.events.remove(event)
        event = replace(event, lines=(*event.lines, more))
        self.events.append(event)
        return event

    def _book(self, fact, points, weight, component):
        name = component or COMPONENTS[fact.matter]
        line = LedgerLine(
            fact.day, 1, fact.title, "", "", "规则", Decimal(points or 0), "", fact, name
        )
        outcome = fact.particulars.outcome
        lines = () if points is None else (line,)
        event = Event(fact, 1, Fraction(weight), lines, outcome=outcome)
        self.events.append(event)
        return event

    def emptied(self):
        """The same office with nothing booked."""
        return Book(self.basis)

    def figures(self, *clauses, first=(1, 1), last=(12, 31), unit=1, schemes=(), quotas=(), **more):
        made = Scheme("2026年办法", date(2026, 1, 1), (), clauses=clauses, **more)
        basis = replace(self.basis, quotas=quotas, schemes=schemes or (made,))
        terms_at = timetable(basis.schemes, basis)
        window = (begin_of(on(first), terms_at), on(first), on(last))
        held = next(one for one in basis.units if one.id == unit)
        events = self.events if unit == 1 else []
        return unit_figures(held, events, terms_at, basis, window)


def on(day):
    return day if isinstance(day, date) else date(2026, *day)


@pytest.fixture
def book():
    sections = (Section("信息", 0, id=1),)
    basis = Basis(
        units=[
            Unit("云岭县财政局", "财政局", 1, id=1),
            Unit("云岭县水利局", "水利局", 1, id=2),
            Unit("河西镇人民政府", "河西镇", 2, id=3),
            Unit("云岭县农机局", "农机局", 1, active=False, id=4),
        ],
        groups=[UnitGroup("部门", 0, id=1), UnitGroup("乡镇", 1, id=2)],
        quotas=[],
        schemes=[],
        publications=[
            Publication("每日要情", sections, id=1),
            Publication("参阅", sections, id=2),
        ],
    )
    return Book(basis)


@pytest.fixture
def total():
    """The points of figures, of one stage only if it is named."""

    def of(found, stage=None):
        lines = found.lines
        if stage is not None:
            lines = [one for one in lines if getattr(one, "stage", None) == stage]
        return sum((one.points for one in lines), Decimal(0))

    return of


@pytest.fixture
def quota():
    def of(points, items=0, unit=1, year=2026, **rest):
        return Quota(year, unit, Decimal(points), items, **rest)

    return of


@pytest.fixture
def asked():
    def make(**asks):
        return Condition(
            tuple(
                Ask(Trait[name.upper()], tuple(value.split("、"))) for name, value in asks.items()
            )
        )

    return make
