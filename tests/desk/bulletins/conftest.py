"""A small county whose second quarter can be reckoned by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from db.store import SqlStore
from desk.bulletins.options import BulletinOptions
from desk.bulletins.template import Value
from desk.bulletins.values import values_of
from desk.facts import Fact, FactKind, Particulars
from desk.issues import Role
from desk.publications import Publication, Section, Tier
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.surveys.survey import Survey
from desk.surveys.surveying import survey
from desk.units import Quota, Unit, UnitGroup

TOWNS, OFFICES = ("青山镇", "白水镇", "云台镇"), ("县教育局", "县水利局", "县调查队")
FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)


@dataclass(frozen=True)
class County:
    """Three towns and three offices, one of them exempt; facts are booked as they are asked for."""

    store: SqlStore
    units: Mapping[str, Unit]
    papers: Mapping[str, Publication]

    def book(self, kind: FactKind, names: str, day: date, title: str, paper: str = "", **told):
        """Book a fact of several units, as 县教育局、县水利局."""
        units = [self.units[name] for name in names.split("、")]
        where = self.papers.get(paper)
        with self.store.begin() as work:
            work.ledger.add(
                Fact(
                    kind,
                    day,
                    unit.id,
                    title,
                    "hand:1",
                    where.id if where else None,
                    where.sections[0].id if where else None,
                    Role.JOINT if len(units) > 1 else Role.SINGLE,
                    len(units),
                    "第1期" if where else "",
                    particulars=Particulars(**told),
                )
                for unit in units
            )

    def sent(self, names: str, title: str, day: date = date(2026, 5, 1)):
        """Book what units sent."""
        self.book(FactKind.SUBMISSION, names, day, title)

    def printed(
        self, names: str, title: str, paper: str = "政务信息", day: date = date(2026, 5, 6), **told
    ):
        """Book what was sent and adopted."""
        self.sent(names, title)
        self.book(FactKind.ADOPTION, names, day, title, paper, **told)

    def survey(self, first: date = FIRST, last: date = LAST) -> Survey:
        """The survey of some days."""
        office = "云岭县人民政府办公室"
        return survey(self.store, first, last, office=office, today=date(2026, 7, 15))

    def values(self, **options) -> Mapping[str, Value]:
        """All values of the second quarter."""
        return values_of(self.survey(), BulletinOptions(**options))


@pytest.fixture
def county(store: SqlStore) -> County:
    """The county without any facts: 5 points an item, 10 in the city's 快报, 20 to reach."""
    with store.begin() as work:
        groups = [
            work.registry.save_group(UnitGroup(one, at)) for at, one in enumerate(["乡镇", "部门"])
        ]
        units = {
            name: work.registry.save_unit(
                Unit(f"云岭县{name}人民政府" if at == 0 else name, name, group.id)
            )
            for at, (group, names) in enumerate(zip(groups, (TOWNS, OFFICES), strict=True))
            for name in names
        }
        papers = {
            name: work.catalogue.save_publication(Publication(name, (Section("信息"),), tier=tier))
            for name, tier in (("政务信息", Tier.OWN), ("市府快报", Tier.CITY))
        }
        rules = tuple(
            PointRule(paper.id, points, paper.sections[0].id)
            for paper, points in zip(papers.values(), (Decimal(5), Decimal(10)), strict=True)
        )
        work.catalogue.save_scheme(Scheme("计分办法", date(2025, 1, 1), rules, JointShare.SPLIT))
        for name, unit in units.items():
            exempt = "驻县单位" if name == "县调查队" else ""
            work.registry.save_quota(
                Quota(2026, unit.id, Decimal(0 if exempt else 20), exempt=exempt)
            )
    return County(store, units, papers)


@pytest.fixture
def quarter(county: County) -> County:
    """Four adoptions of six drafts: two towns level with 5 points each, two offices with 2.5."""
    county.printed("青山镇", "青山镇修复水毁道路")
    county.printed("白水镇", "白水镇新建冷库")
    county.printed("县教育局、县水利局", "校园周边河道整治")
    county.sent("青山镇", "青山镇召开会议")
    county.sent("白水镇", "白水镇召开会议")
    return county


@pytest.fixture
def said(quarter: County) -> Callable[[str], str]:
    """What a name stands for in the quarter, paragraphs joined by line feeds."""

    def told(name: str, **options) -> str:
        value = quarter.values(**options)[name]
        return value.text if value.paragraphs is None else "\n".join(value.paragraphs)

    return told
