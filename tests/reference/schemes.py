"""Random schemes: every table, in all combinations."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.facts import FactKind
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.condition import ANYTHING, Ask, Condition, Trait
from desk.scoring.clauses.items import (
    Attribution,
    Bonus,
    Credit,
    Deadline,
    Gate,
    Ground,
    Loss,
    Per,
    Points,
    Policy,
    Reach,
    Recode,
    Repeat,
    Scope,
    Start,
    Step,
    TimeUnit,
)
from desk.scoring.clauses.periods import (
    BasePoints,
    Counter,
    Limit,
    LimitWay,
    Measure,
    PassLine,
    RateLine,
    Task,
    Turn,
    Zero,
)
from desk.scoring.clauses.results import (
    Barred,
    Conversion,
    ConversionWay,
    Figure,
    Mode,
    Ranking,
    Rest,
    Rounded,
    Rounding,
    TieStyle,
)
from desk.scoring.clauses.share import EVEN, FULL, PORTION, Share, Way
from desk.scoring.scheme import CarrierClass, JointShare, PointRule, Scheme, Window
from tests.reference.office import FORMS, KINDS, LEVELS, OUTCOMES, PLACES, RANKS, TAGS

SPANS = (Span.MONTH, Span.QUARTER, Span.YEAR, Span.TWO_MONTHS, Span.HALF, Span.WEEK)
ASKS = (
    Ask(Trait.PUBLICATION, ("每日要情",)),
    Ask(Trait.SECTION, ("要情", "单篇")),
    Ask(Trait.TIER, ("省级", "市级")),
    Ask(Trait.CLASS, ("要情类",)),
    Ask(Trait.ROLE, ("综合",)),
    Ask(Trait.PART, ("主",)),
    Ask(Trait.PARTIES, ("≥2", "<3")),
    Ask(Trait.FORM, FORMS[1:2]),
    Ask(Trait.FORM, ("*",)),
    Ask(Trait.PLACEMENT, PLACES[1:]),
    Ask(Trait.WORDS, ("≥600",)),
    Ask(Trait.ATTACHMENT, ("图片",)),
    Ask(Trait.TAG, TAGS[:1]),
    Ask(Trait.CHANNEL, ("网站",)),
    Ask(Trait.COMMISSIONED, ("是",)),
    Ask(Trait.LEVEL, LEVELS[:1]),
    Ask(Trait.RANK, RANKS[:1]),
    Ask(Trait.TONE, ("批评",)),
    Ask(Trait.OUTCOME, OUTCOMES[1:4]),
    Ask(Trait.GRADE, ("重大",)),
    Ask(Trait.LATE, (">1",)),
    Ask(Trait.NOTE, ("讲话",)),
    Ask(Trait.UNIT, ("单位1", "单位3")),
    Ask(Trait.GROUP, ("甲组",)),
)
UNIT_ASKS = ASKS[-2:]
PART_NAMES = ("采用分", "报送分", "批示分", "约稿分", "任务分", "扣分", "另计")


def schemes(draw):
    """One scheme, or two after one another."""
    start = draw.one((1, 1, 1, 8))
    made = [scheme(draw, date(2025, 1, 1), start)]
    if draw.odds(0.3):
        made.append(scheme(draw, draw.one((date(2026, 3, 1), date(2026, 5, 17))), start))
    return [replace(one, id=n) for n, one in enumerate(made, 1)]


def scheme(draw, valid_from, start):
    """A scheme with rows in some of its tables."""
    makers = (points, points, points, bonus, repeat, gate, recode, deadline, attribution)
    makers += (base, limit, task, rate_line, counter, pass_line)
    clauses = []
    for make in makers:
        for _ in range(draw.one((0, 0, 1, 1, 2, 3))):
            clauses.append(make(draw, len(clauses)))
    clauses += [conversion(draw)] * draw.one((0, 1)) + [ranking(draw)] * draw.one((0, 1))
    clauses += [rounding(draw, one) for one in Rounded if draw.odds(0.2)]
    return Scheme(
        f"{valid_from.year}年{valid_from.month}月办法",
        valid_from,
        rules(draw),
        draw.one(tuple(JointShare)),
        start_month=start,
        carriers=tuple(
            CarrierClass(name, "要情类") for name in ("每日要情", "省信息") if draw.odds(0.5)
        ),
        windows=windows(draw) if start == 1 and draw.odds(0.2) else (),
        clauses=tuple(clauses),
    )


def windows(draw):
    """Quarters with borders of their own."""
    return (
        Window(Span.QUARTER, "一季度", (1, 1), (3, 31)),
        Window(Span.QUARTER, "二季度", (4, 1), (6, 30)),
        Window(Span.QUARTER, "三季度", (7, 1), (10, 9)),
        Window(Span.QUARTER, "四季度", (10, 10), (12, 31)),
    )


def rules(draw):
    """The simple table."""
    rows = ((1, 11), (1, 12), (1, None), (2, None), (3, 31), (3, None), (4, None))
    return tuple(
        PointRule(
            publication,
            points_value(draw),
            section,
            draw.one((None, Decimal("0.5"), Decimal(1))),
        )
        for publication, section in rows
        if draw.odds(0.8)
    )


def points_value(draw):
    """A number of points."""
    return draw.one([Decimal(one) for one in ("0", "1", "2", "3", "5", "10", "0.5", "0.25", "7.5")])


def when(draw, asks=ASKS):
    """A condition with up to two traits."""
    chosen = draw.some(asks, draw.one((0, 0, 1, 1, 1, 2)) if asks is ASKS else draw.one((0, 0, 1)))
    return Condition(tuple({one.trait: one for one in chosen}.values()))


def conditions(draw, asks=ASKS):
    """When a row holds, and seldom unless what."""
    unless = when(draw, asks) if draw.odds(0.15) else ANYTHING
    return {"when": when(draw, asks), "unless": unless}


def matter(draw):
    """A kind of fact, adoptions the most."""
    return draw.one((FactKind.ADOPTION, FactKind.ADOPTION, FactKind.SUBMISSION, *KINDS))


def points(draw, number):
    """A row of 分值."""
    value = points_value(draw) * draw.one((1, 1, 1, -1))
    ranged = draw.odds(0.2)
    return Points(
        code=f"{number}",
        matter=matter(draw),
        points=draw.one(((), (value,), (value,), (value,), (value, Decimal(1)))),
        ground=draw.one((Ground.NONE,) * 6 + tuple(Ground)),
        factor=draw.one((Fraction(1), Fraction(2), Fraction(-1, 2), Fraction(1, 3))),
        per=draw.one((Per.FACT,) * 5 + tuple(Per)),
        grace=draw.one((Decimal(0), Decimal(1))),
        whole_hours=draw.odds(0.5),
        least=Decimal(-2) if ranged and draw.odds(0.7) else None,
        most=Decimal(4) if ranged else None,
        composite=share(draw) or FULL,
        joint=share(draw),
        lead=share(draw) if draw.odds(0.3) else None,
        weight=draw.one((Fraction(1),) * 4 + (Fraction(0), Fraction(1, 3), Fraction(3))),
        component=draw.one(("", "", "", "约稿分", "另计")),
        replaced_by=draw.one(((),) * 4 + ((FactKind.ADOPTION,), (FactKind.FORWARDING,))),
        **conditions(draw),
    )


def share(draw):
    """What each unit has."""
    fixed, ratio = Share(Way.FIXED, Decimal(1)), Share(Way.RATIO, Decimal(35))
    return draw.one((None, None, FULL, EVEN, EVEN, PORTION, fixed, ratio))


def bonus(draw, number):
    """A row of 加成."""
    return Bonus(
        code=f"{number}",
        matter=matter(draw),
        step=draw.one(tuple(Step)),
        value=draw.one((Fraction(1), Fraction(3, 2), Fraction(2))),
        of_base=draw.odds(0.4),
        per=draw.one((Per.FACT, Per.FACT, Per.ATTACHMENT)),
        **conditions(draw),
    )


def repeat(draw, number):
    """A row of 一稿多用."""
    return Repeat(
        code=f"{number}",
        matter=draw.one((FactKind.ADOPTION, FactKind.ADOPTION, FactKind.INSTRUCTION, *KINDS)),
        policy=draw.one((Policy.ALL, Policy.HIGHEST, Policy.HIGHEST, Policy.FIRST)),
        scope=draw.one(tuple(Scope)),
        reach=draw.one(tuple(Reach)),
        counts_items=draw.odds(0.7),
        **conditions(draw),
    )


def gate(draw, number):
    """A row of 不计, seldom for all."""
    found = draw.some(ASKS[7:14], draw.one((1, 1, 2)))
    asks = Condition(tuple({one.trait: one for one in found}.values()))
    return Gate(
        code=f"{number}",
        matter=draw.one((None, FactKind.ADOPTION, FactKind.SUBMISSION, FactKind.COMMISSION)),
        loss=draw.one(tuple(Loss)),
        why="手续不全",
        when=asks,
    )


def recode(draw, number):
    """The old carrier counted as another."""
    return Recode(
        code=f"{number}",
        publication=draw.one(("每日要情", "省信息")),
        section=draw.one(("", "要情")),
        when=Condition((Ask(Trait.PUBLICATION, ("旧要情",)),)),
    )


def deadline(draw, number):
    """A row of 时限."""
    unit = draw.one(tuple(TimeUnit))
    return Deadline(
        code=f"{number}",
        matter=draw.one((FactKind.EMERGENCY, FactKind.COMMISSION)),
        start=draw.one((Start.EVENT, Start.EVENT, Start.ASKED, Start.MONTH)),
        limit=Decimal("2.5") if unit == TimeUnit.HOURS else Decimal(draw.number(1, 3)),
        unit=unit,
        includes_first=draw.odds(0.5),
        late=draw.one(("迟报", "逾期")),
        when=Condition(draw.some((Ask(Trait.GRADE, ("重大",)),), draw.number(0, 1))),
    )


def attribution(draw, number):
    """Points of one unit for another."""
    return Attribution(
        code=f"{number}",
        target=draw.one(("单位1", "单位2")),
        credit=draw.one(tuple(Credit)),
        when=Condition((draw.one(UNIT_ASKS),)),
    )


def base(draw, number):
    """A row of 基础分."""
    return BasePoints(
        code=f"{number}",
        span=draw.one(SPANS),
        points=points_value(draw),
        **conditions(draw, UNIT_ASKS),
    )


def limit(draw, number):
    """A row of 封顶封底."""
    return Limit(
        code=f"{number}",
        components=draw.some(PART_NAMES, draw.one((0, 1, 2))),
        span=draw.one(SPANS),
        most=draw.one((None, Decimal(4), Decimal(10), Decimal("2.5"))),
        least=draw.one((None, None, Decimal(0), Decimal(-3))),
        way=draw.one(tuple(LimitWay)),
        **conditions(draw, UNIT_ASKS),
    )


def task(draw, number):
    """A row of 任务."""
    measure = draw.one(tuple(Measure))
    return Task(
        code=f"{number}",
        name=f"任务{number % 4}",
        span=draw.one(SPANS),
        measure=measure,
        matter=draw.one((FactKind.SUBMISSION, FactKind.ADOPTION, *KINDS)),
        components=draw.some(PART_NAMES, draw.one((0, 0, 1, 2))),
        target=draw.one((None, Decimal(1), Decimal(2), Decimal(3), Decimal("2.5"))),
        sub_quota=draw.one(("", "", "", "参阅类")),
        per_head=draw.odds(0.15),
        most=draw.one((None, None, Decimal(3))),
        reached=draw.one((Decimal(0), Decimal(5))),
        pro_rata=draw.odds(0.3),
        missed=draw.one((Decimal(0), Decimal(0), Decimal(3))),
        each_short=draw.one((Decimal(0), Decimal(1), Decimal("0.5"))),
        short_most=draw.one((None, None, Decimal(2))),
        each_over=draw.one((Decimal(0), Decimal(1))),
        over_most=draw.one((None, None, Decimal(2))),
        disqualifies=draw.odds(0.1),
        needs=draw.some(tuple(f"任务{n}" for n in range(number % 4)), draw.one((0, 0, 0, 1))),
        **conditions(draw),
    )


def rate_line(draw, number):
    """A row of 录用率."""
    return RateLine(
        code=f"{number}",
        span=draw.one(SPANS),
        below=Decimal(draw.one((30, 60))),
        points=Decimal(1),
        if_none=draw.odds(0.4),
        **conditions(draw, UNIT_ASKS),
    )


def counter(draw, number):
    """A row of 累计触发."""
    return Counter(
        code=f"{number}",
        matter=draw.one((FactKind.COMMISSION, FactKind.EMERGENCY, FactKind.INCIDENT, *KINDS)),
        span=draw.one(SPANS),
        times=draw.one((1, 2, 3)),
        turn=draw.one(tuple(Turn)),
        points=draw.one((Decimal(0), Decimal(-2))),
        zero=draw.one((Zero.NONE, Zero.NONE, *Zero)),
        disqualifies=draw.odds(0.4),
        **conditions(draw),
    )


def pass_line(draw, number):
    """A row of 达标线."""
    return PassLine(
        code=f"{number}",
        span=draw.one(SPANS[:3]),
        points=Decimal(draw.one((2, 6))),
        **conditions(draw, UNIT_ASKS),
    )


def conversion(draw):
    """A row of 折算."""
    return Conversion(
        way=draw.one(tuple(ConversionWay)),
        full=draw.one((Decimal(1), Decimal(100))),
        ranks=(Decimal(5), Decimal(3), Decimal(1)),
        weights=(("得分", Fraction(1, 10)), ("批示分", Fraction(1, 3))),
        most=draw.one((None, Decimal(50))),
        least=draw.one((None, Decimal(0))),
        **conditions(draw, UNIT_ASKS),
    )


def ranking(draw):
    """A row of 排名."""
    ties = ("得分", "采用条数", "报送条数", "录用率", "批示分", "省级", "每日要情", "《市信息》")
    return Ranking(
        figure=draw.one(tuple(Figure)),
        ties=draw.some(ties, draw.number(0, 2)),
        style=draw.one(tuple(TieStyle)),
        barred=draw.one(tuple(Barred)),
        places=draw.number(0, 2),
        whole=draw.odds(0.3),
        **conditions(draw, UNIT_ASKS),
    )


def rounding(draw, figure):
    """A row of 取舍."""
    return Rounding(
        figure=figure,
        decimals=draw.number(0, 2),
        mode=draw.one(tuple(Mode)),
        rest=draw.one(tuple(Rest)),
    )
