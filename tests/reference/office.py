"""Random offices and facts: a seed gives one case, the same for ever."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from desk.facts import Fact, FactKind, Particulars, taken_back
from desk.issues import Role
from desk.parts import PartRole
from desk.publications import Publication, Section, Tier
from desk.units import Quota, QuotaChange, SubQuota, Unit, UnitGroup

KINDS = tuple(one for one in FactKind if one != FactKind.REVERSAL)
FORMS, PLACES, CHANNELS = ("", "简讯", "调研"), ("", "头版"), ("", "网站")
TAGS, FILES = ("转载", "未签审"), ("图片", "音视频")
LEVELS, RANKS, TONES = ("省级", "市级", "本级"), ("主要领导", "其他领导"), ("肯定", "批评")
OUTCOMES, GRADES = ("按时", "逾期", "未报", "迟报", "漏报", "失实"), ("一般", "重大")
TITLES = ("春耕备耕", "防汛 抗旱", "防汛抗旱", "招商引资", "")


@dataclass
class Office:
    """What facts are measured by."""

    units: list
    groups: list
    quotas: list
    schemes: list
    publications: list
    specials: dict = field(default_factory=dict)


def office(draw, schemes):
    """Four units in two groups, four publications, some quotas."""
    units = [Unit(f"单位{n}", f"单{n}", 1 + n % 2, active=n < 4, id=n) for n in range(1, 5)]
    return Office(
        units,
        [UnitGroup("甲组", 0, id=1), UnitGroup("乙组", 1, id=2)],
        [quota(draw, unit.id, year) for unit in units for year in (2025, 2026) if draw.odds(0.6)],
        schemes,
        publications(),
    )


def publications():
    """Own ones and upper ones; two have sections."""
    sections = (Section("要情", 0, id=11), Section("简讯", 1, id=12))
    return [
        Publication("每日要情", sections, id=1),
        Publication("旧要情", (), id=2),
        Publication("市信息", (Section("单篇", 0, id=31),), tier=Tier.CITY, id=3),
        Publication("省信息", (), tier=Tier.PROVINCE, id=4),
    ]


def quota(draw, unit_id, year):
    """A quota, now and then with parts, people, a change or an exemption."""
    subs = (SubQuota("参阅类", Decimal(draw.number(1, 9)), draw.number(0, 3)),)
    made = Quota(
        year,
        unit_id,
        Decimal(draw.number(0, 60)),
        draw.number(0, 12),
        subs if draw.odds(0.5) else (),
        staff=draw.number(0, 4),
        exempt="新设单位" if draw.odds(0.1) else "",
    )
    if draw.odds(0.3):
        change = QuotaChange(date(2026, draw.number(2, 9), 1), Decimal(20), 5)
        made = replace(made, changes=(change,))
    return made


def facts(draw, count):
    """Facts of all kinds in the order of their booking; some are taken back later."""
    made = []
    for _ in range(count):
        made += booked(draw, len(made) + 1)
    back = []
    for fact in made:
        if draw.odds(0.15):
            day = fact.day + timedelta(draw.number(0, 120))
            back.append(taken_back(fact, day, "hand:0", "更正"))
    return [replace(one, id=n) for n, one in enumerate([*made, *back], 1)]


def booked(draw, first_id):
    """One item of one unit, or of several."""
    kind = draw.one(KINDS[:2] * 4 + KINDS)
    day = date(2026, 1, 1) + timedelta(draw.number(-20, 300))
    role, count = Role.SINGLE, 1
    if draw.odds(0.3):
        role, count = draw.one((Role.COMPOSITE, Role.JOINT)), draw.number(2, 3)
    fact = Fact(
        kind,
        day,
        0,
        draw.one(TITLES),
        draw.one(("issue:1", "hand:1")),
        role=role,
        shares=count,
        note=draw.one(("", "领导讲话")),
        item_id=draw.one((0, 0, 1, 2)),
        of_day=day - timedelta(40) if draw.odds(0.05) else None,
        particulars=particulars(draw, kind, day),
    )
    if kind not in (FactKind.INCIDENT, FactKind.EMERGENCY, FactKind.ADJUSTMENT):
        fact = placed(draw, fact)
    units = draw.some((1, 2, 3, 4), count)
    return [
        parted(draw, replace(fact, unit_id=unit, id=first_id + n), n)
        for n, unit in enumerate(units)
    ]


def placed(draw, fact):
    """The fact in a publication, or in none."""
    publication = draw.one((None, *publications()))
    if publication is None or (fact.kind == FactKind.SUBMISSION and draw.odds(0.8)):
        return fact
    section = draw.one((None, *publication.sections))
    return replace(fact, publication_id=publication.id, section_id=section.id if section else None)


def parted(draw, fact, place):
    """Whether the unit leads, and its part of the whole."""
    if fact.shares == 1 or draw.odds(0.5):
        return fact
    part = PartRole.MAIN if place == 0 else PartRole.SECOND
    portions = {2: (Fraction(3, 5), Fraction(2, 5)), 3: (Fraction(1, 2),) + (Fraction(1, 4),) * 2}
    portion = draw.one((portions[fact.shares][place], Fraction(1, fact.shares)))
    return replace(fact, part=part, portion=portion)


def particulars(draw, kind, day):
    """What else is known of a fact."""
    told = Particulars(
        item=draw.one(("", "", "甲件", "乙件")),
        form=draw.one(FORMS),
        placement=draw.one(PLACES),
        words=draw.one((None, 80, 600, 1200)),
        attachments=draw.some(FILES, draw.number(0, 2)),
        tags=draw.some(TAGS, draw.one((0, 0, 0, 1))),
        channel=draw.one(CHANNELS),
        commissioned=draw.odds(0.2),
        people=draw.some(("张三", "李四"), draw.number(0, 2)),
        external=draw.one((None, Decimal(6), Decimal("2.5"))),
        value=draw.one((None, Decimal(3), Decimal(-4))),
    )
    if kind == FactKind.INSTRUCTION or draw.odds(0.2):
        told = replace(told, level=draw.one(LEVELS), rank=draw.one(RANKS), tone=draw.one(TONES))
    if kind in (FactKind.COMMISSION, FactKind.EMERGENCY, FactKind.INCIDENT):
        told = replace(told, outcome=draw.one(("", *OUTCOMES)), grade=draw.one(GRADES))
        told = replace(told, late=draw.one((None, Decimal(2), Decimal("3.25"))))
        if draw.odds(0.5):
            begin = datetime(day.year, day.month, day.day, draw.number(0, 23), 7, tzinfo=UTC)
            end = begin + timedelta(minutes=draw.number(0, 9000))
            told = replace(told, started=begin, ended=end)
    return told
