"""Surveys of a third quarter of offices with few and very many units, and with odd figures."""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

from db.store import SqlStore
from desk.facts import Fact, FactKind, Particulars
from desk.paths import Paths
from desk.publications import Publication, Section, Tier
from desk.scoring.clauses.items import Points
from desk.scoring.scheme import JointShare, PointRule, Scheme
from desk.store import Work
from desk.surveys.survey import Survey
from desk.surveys.surveying import survey
from desk.topics import Topic
from desk.units import Quota, Unit, UnitGroup

OFFICE = "云岭县人民政府办公室"
TODAY = date(2026, 10, 12)
QUARTER = date(2026, 7, 1), date(2026, 9, 30)
UNITS = {"5": 5, "60": 60, "200": 200, "zeros": 60, "giant": 60, "negative": 60}
_GROUPS = ("乡镇人民政府和街道办事处", "县政府工作部门", "县级园区和国有企业", "中央和省驻县单位")
_LONG = "云岭县国家现代农业科技示范园区管理委员会"
_TOPICS = ("三农", "安全生产", "营商环境", "民生保障", "生态环保", "项目建设", "防汛抗旱")
_KINDS = ("动态型", "问题型", "建议型", "经验型", "措施型")
_OUTCOMES = ("按时", "按时", "按时", "逾期", "未报")
_LEADERS = (("县级", "主要领导"), ("县级", "其他领导"), ("市级", "主要领导"))


@cache
def surveyed(shape: str) -> Survey:
    """The survey of an office of that shape, one of ``UNITS``; long names are among them all."""
    with tempfile.TemporaryDirectory() as folder:
        store = SqlStore.open(Paths(Path(folder)))
        try:
            with store.begin() as work:
                _found(work, shape)
            return survey(store, *QUARTER, office=OFFICE, today=TODAY)
        finally:
            store.close()


def _found(work: Work, shape: str) -> None:
    random = Random(shape)  # noqa: S311 - sample data
    groups = [
        work.registry.save_group(UnitGroup(name, position)) for position, name in enumerate(_GROUPS)
    ]
    units = [work.registry.save_unit(_unit(at, groups)) for at in range(UNITS[shape])]
    papers = [work.catalogue.save_publication(one) for one in _publications()]
    work.catalogue.save_scheme(_scheme(papers))
    for position, name in enumerate(_TOPICS):
        work.lists.save_topic(Topic(name, position))
    for at, unit in enumerate(units):
        for year in (2025, 2026):
            if at % 11 != 7:
                points = Decimal(30 + 10 * (at % 4))
                exempt = "新设单位" if at % 41 == 40 else ""
                work.registry.save_quota(Quota(year, unit.id, points, 8, exempt=exempt))
    if shape != "zeros":
        work.ledger.add(_facts(random, shape, units, papers))


def _unit(at: int, groups: list[UnitGroup]) -> Unit:
    group = groups[at % len(groups)].id
    if at == 1:
        return Unit(_LONG, "国家现代农业科技示范园区管委会", group)
    if at % 17 == 3:
        return Unit(f"{_LONG}第{at}分局", f"示范园区管委会第{at}分局", group)
    return Unit(f"云岭县第{at}经济和信息化局", f"县{at}经信局", group)


def _publications() -> Iterator[Publication]:
    yield Publication("政务信息", (Section("信息", 0), Section("简讯", 1)), template="zhengwu")
    yield Publication("每日要情", (Section("要情", 0),), template="meiri")
    yield Publication("信息专报", (), template="zhuanbao")
    yield Publication("滇西政务", (), tier=Tier.CITY)
    yield Publication("云南政务信息", (), tier=Tier.PROVINCE)
    yield Publication("国办信息", (), tier=Tier.STATE)


def _scheme(papers: list[Publication]) -> Scheme:
    worth = {Tier.OWN: 2, Tier.CITY: 5, Tier.PROVINCE: 10, Tier.STATE: 20}
    rules = tuple(PointRule(one.id, Decimal(worth[one.tier])) for one in papers)
    short = PointRule(papers[0].id, Decimal("0.5"), papers[0].sections[1].id)
    others = (
        Points(matter=FactKind.INSTRUCTION, points=(Decimal(3),)),
        Points(matter=FactKind.COMMISSION, points=(Decimal(1),)),
        Points(matter=FactKind.INCIDENT, points=(Decimal(-5),)),
    )
    return Scheme(
        "信息工作计分办法", date(2025, 1, 1), (*rules, short), JointShare.SPLIT, clauses=others
    )


def _facts(
    random: Random, shape: str, units: list[Unit], papers: list[Publication]
) -> Iterator[Fact]:
    begin, days = date(2025, 1, 1), (TODAY - date(2025, 1, 1)).days
    for at, unit in enumerate(units):
        if at % 13 == 5:
            continue
        count = 400 if shape == "giant" and at == 0 else random.randint(4, 40)
        for number in range(count):
            day = begin + timedelta(random.randrange(days))
            yield from _item(random, unit, day, f"关于第{at}-{number}项工作的信息", papers)
        if shape == "negative" and at % 3 == 0:
            for _ in range(30):
                yield Fact(FactKind.INCIDENT, date(2026, 8, 3), unit.id, "信息失实", f"hand:{at}")


def _item(
    random: Random, unit: Unit, day: date, title: str, papers: list[Publication]
) -> Iterator[Fact]:
    told = Particulars(kind=random.choice(_KINDS))
    yield Fact(FactKind.SUBMISSION, day, unit.id, title, f"import:{title}", particulars=told)
    if random.random() < 0.5:
        paper = random.choices(papers, (20, 20, 6, 6, 3, 1))[0]
        section = random.choice(paper.sections).id if paper.sections else None
        number = f"第{day.timetuple().tm_yday}期"
        yield Fact(
            FactKind.ADOPTION, day, unit.id, title, f"import:{title}", paper.id, section,
            issue_number=number, particulars=told,
        )  # fmt: skip
        if random.random() < 0.1:
            level, rank = random.choice(_LEADERS)
            said = Particulars(level=level, rank=rank)
            yield Fact(FactKind.INSTRUCTION, day, unit.id, title, f"hand:{title}", particulars=said)
    if random.random() < 0.08:
        outcome = Particulars(outcome=random.choice(_OUTCOMES))
        yield Fact(FactKind.COMMISSION, day, unit.id, title, f"hand:{title}", particulars=outcome)
