"""A score table of sixty units in three groups, with every state a unit can be in."""

from datetime import date
from decimal import Decimal

import pytest

from desk.facts import Fact, FactKind
from desk.publications import Publication, Section
from desk.scoring.basis import Basis
from desk.scoring.scheme import PointRule, Scheme
from desk.scoring.totals import score
from desk.units import Quota, Unit, UnitGroup


@pytest.fixture
def make_table():
    def make(count=60, title="春耕备耕有序推进", quota=Decimal(12), clauses=(), more=()):
        units = [
            Unit(f"云岭县第{n}办事机构", f"第{n}办", n % 3 + 1, id=n) for n in range(1, count + 1)
        ]
        basis = Basis(
            units=units,
            groups=[UnitGroup(name, n, n) for n, name in enumerate(("县直", "乡镇", "垂管"), 1)],
            quotas=[Quota(2026, unit.id, quota) for unit in units if unit.id % 10],
            schemes=[
                Scheme(
                    "办法", date(2026, 1, 1), (PointRule(1, Decimal("1.5")),), id=1, clauses=clauses
                )
            ],
            publications=[Publication("政务信息", (Section("信息", 0, 1),), id=1)],
        )
        facts = [
            Fact(FactKind.ADOPTION, date(2026, 3, 9), unit.id, title, "issue:1", 1, 1)
            for unit in units
            for _ in range(unit.id % 9)
        ]
        return score(basis, [*facts, *more], date(2026, 1, 1), date(2026, 9, 30))

    return make
