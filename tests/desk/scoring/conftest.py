"""A small office: one publication with two sections, three units in two groups."""

from datetime import date
from decimal import Decimal

import pytest

from desk.facts import Fact, FactKind
from desk.publications import Publication, Section
from desk.scoring.basis import Basis
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.units import Quota, Unit, UnitGroup


@pytest.fixture
def publication():
    sections = (Section("信息", 0, id=1), Section("简讯", 1, id=2))
    return Publication("政务信息", sections, id=1)


@pytest.fixture
def scheme():
    rules = (
        PointRule(1, Decimal(3), section_id=1, composite=Decimal(1)),
        PointRule(1, Decimal("0.5")),
    )
    return Scheme("2026年计分办法", date(2026, 1, 1), rules, JointShare.SPLIT, id=1)


@pytest.fixture
def basis(publication, scheme):
    return Basis(
        units=[
            Unit("云岭县财政局", "财政局", 1, id=1),
            Unit("云岭县水利局", "水利局", 1, id=2),
            Unit("云岭县教育局", "教育局", 1, id=3),
            Unit("云岭县审计局", "审计局", 1, id=4),
            Unit("河西镇人民政府", "河西镇", 2, id=5),
        ],
        groups=[UnitGroup("乡镇", 1, id=2), UnitGroup("县直部门", 0, id=1)],
        quotas=[Quota(2026, unit, Decimal(12)) for unit in (1, 2, 3, 5)],
        schemes=[scheme],
        publications=[publication],
    )


@pytest.fixture
def adopted():
    def make(unit_id=1, day=date(2026, 3, 9), section_id=1, **rest):
        values = {"title": "春耕备耕有序推进", "source": "issue:1", "publication_id": 1}
        return Fact(FactKind.ADOPTION, day, unit_id, section_id=section_id, **(values | rest))

    return make


@pytest.fixture
def submitted():
    def make(unit_id=1, day=date(2026, 3, 8), title="春耕备耕有序推进"):
        return Fact(FactKind.SUBMISSION, day, unit_id, title, "draft:1")

    return make
