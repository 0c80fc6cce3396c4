"""Columns on leaders' notes, commissions, emergencies and faults."""

from collections.abc import Iterable, Iterator

from desk.facts import FactKind
from desk.publications import Tier
from desk.reports.statistics.column import About, Label, StatColumn, summed
from desk.reports.statistics.portions import Sort, Test
from desk.surveys.outcomes import FAILED, HIDDEN, IN_TIME, LATE, MISSED

_TIERS = (
    ("市", Tier.CITY),
    ("省", Tier.PROVINCE),
    ("自治区", Tier.PROVINCE),
    ("国", Tier.STATE),
    ("中央", Tier.STATE),
    ("全国", Tier.STATE),
)


def tier_of(level: str) -> Tier:
    """The tier of a leader by the level written down; one that is not above us is our own."""
    return next((tier for start, tier in _TIERS if level.startswith(start)), Tier.OWN)


def levels_of(sorts: Iterable[Sort]) -> list[str]:
    """The levels of leaders that there are, ours first."""
    order = list(Tier)
    found = {one.level for one in sorts if one.matter is FactKind.INSTRUCTION}
    return sorted(found, key=lambda level: (order.index(tier_of(level)), not level, level))


def instruction_columns(levels: Iterable[str]) -> Iterator[StatColumn]:
    """条数 and 得分, in all, by level as written, by tier, and criticism apart."""
    about = About.INSTRUCTIONS
    yield from _pair("instructions", "批示", about, "领导批示", _noted())
    for level in levels:
        name = level or "未写级别"
        yield from _pair(f"level:{level}", f"{name}批示", about, f"{name}领导批示", _at(level))
    for tier in Tier:
        yield from _pair(
            f"instructions:{tier}", f"{tier}批示", about, f"{tier}领导批示", _from(tier)
        )
        against = _criticised(tier)
        yield from _pair(f"criticism:{tier}", f"{tier}批评", about, f"{tier}领导批评", against)
    yield from _pair("criticism", "批评", about, "领导批评", _criticised(*Tier))


def task_columns() -> Iterator[StatColumn]:
    """What was asked for, urgent or wrong, by what came of it."""
    about = About.TASKS
    asked, urgent = FactKind.COMMISSION, FactKind.EMERGENCY
    yield _count("commissions", "约稿", "约稿件数", _of(asked))
    yield _count("commissions_done", "完成", "约稿完成的件数", _of(asked, *IN_TIME))
    yield _count("commissions_late", "逾期", "约稿逾期的件数", _of(asked, *LATE))
    yield _count("commissions_missed", "未报", "约稿没有报的件数", _of(asked, *FAILED))
    yield _count("emergencies", "紧急信息", "紧急信息件数", _of(urgent))
    yield _count("emergencies_sent", "报送", "紧急信息按时报送的件数", _of(urgent, *IN_TIME))
    yield _count("emergencies_late", "迟报", "紧急信息迟报的件数", _of(urgent, *LATE))
    yield _count("emergencies_missed", "漏报", "紧急信息漏报的件数", _of(urgent, *MISSED))
    yield _count(
        "emergencies_hidden",
        "瞒报谎报",
        "瞒报、谎报、误报、轻报的件数",
        _of(urgent, *HIDDEN),
    )
    failed = _of(urgent, *FAILED)
    yield _count("emergencies_failed", "漏报瞒报", "漏报、瞒报、谎报、误报、轻报的件数", failed)
    yield _count("incidents", "差错", "差错、失实、不规范的件数", _of(FactKind.INCIDENT))
    yield summed(
        Label("untrue", "失实", about, "本期失实的件数"),
        lambda one: one.items(_of(FactKind.INCIDENT, "失实")),
    )


def _pair(key: str, name: str, about: About, where: str, test: Test) -> Iterator[StatColumn]:
    yield summed(
        Label(f"{key}:count", name, about, f"本期{where}的条数"), lambda one: one.items(test)
    )
    yield summed(
        Label(f"{key}:points", f"{name}得分", about, f"本期{where}的得分"),
        lambda one: one.points(test),
    )


def _count(key: str, name: str, explanation: str, test: Test) -> StatColumn:
    return summed(Label(key, name, About.TASKS, f"本期{explanation}"), lambda one: one.items(test))


def _noted() -> Test:
    return lambda sort: sort.matter is FactKind.INSTRUCTION and not sort.criticised


def _at(level: str) -> Test:
    return lambda sort: _noted()(sort) and sort.level == level


def _from(tier: Tier) -> Test:
    return lambda sort: _noted()(sort) and tier_of(sort.level) is tier


def _criticised(*tiers: Tier) -> Test:
    return lambda sort: (
        sort.matter is FactKind.INSTRUCTION and sort.criticised and tier_of(sort.level) in tiers
    )


def _of(kind: FactKind, *outcomes: str) -> Test:
    return lambda sort: sort.matter is kind and (not outcomes or sort.outcome in outcomes)
