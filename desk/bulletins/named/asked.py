"""Names for what units were asked for (约稿) and for emergencies (紧急信息)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from desk.bulletins.entries import Topic, counted, said
from desk.bulletins.matter import Matter
from desk.bulletins.phrases import by_count, percentage
from desk.facts import FactKind
from desk.scoring.progress.outlook import ON_TIME
from desk.surveys.outcomes import FAILED, IN_TIME, LATE
from desk.surveys.survey import UnitSurvey
from desk.units import Unit

_Test = Callable[[str], bool]


def anything(_outcome: str) -> bool:
    """Whatever came of it."""
    return True


def in_time(outcome: str) -> bool:
    """Somebody said that it came in time."""
    return outcome == ON_TIME


def late(outcome: str) -> bool:
    """It came late."""
    return outcome in LATE


def missed(outcome: str) -> bool:
    """It did not come."""
    return outcome in FAILED


def came(outcome: str) -> bool:
    """It came, and nobody said that it came late."""
    return outcome in IN_TIME


def hidden(outcome: str) -> bool:
    """An emergency was left out, or told falsely."""
    return outcome in FAILED


def reported(outcome: str) -> bool:
    """An emergency was reported as it should be."""
    return outcome in IN_TIME


def units_of(matter: Matter, kind: FactKind, test: _Test) -> list[tuple[Unit, int]]:
    """How often each unit had such an outcome, units group by group."""
    counts: Counter[Unit] = Counter()
    for unit, one in matter.happened(kind):
        if test(one.outcome):
            counts[unit.unit] += one.items
    return [(unit, number) for unit, number in counts.items() if number > 0]


def number(matter: Matter, kind: FactKind, test: _Test) -> int:
    """How many such outcomes all units had."""
    return sum(times for _unit, times in units_of(matter, kind, test))


def _commissions(test: _Test) -> Callable[[Matter], int]:
    return lambda matter: number(matter, FactKind.COMMISSION, test)


def _commissioned(test: _Test) -> Callable[[Matter], str]:
    return lambda matter: by_count(matter, units_of(matter, FactKind.COMMISSION, test), "篇")


def _kept_rate(matter: Matter) -> str:
    """How much of what was asked came in time; "" where nothing was asked."""
    whole = number(matter, FactKind.COMMISSION, anything)
    part = number(matter, FactKind.COMMISSION, came)
    return percentage(matter.rate(part, whole)) if whole else ""


def _emergencies(test: _Test) -> Callable[[Matter], int]:
    return lambda matter: number(matter, FactKind.EMERGENCY, test)


def _urgent(test: _Test) -> Callable[[Matter], str]:
    return lambda matter: by_count(matter, units_of(matter, FactKind.EMERGENCY, test))


def _spread(matter: Matter) -> str:
    """How many units of each group did what they were asked for."""
    done = {unit.id for unit, _number in units_of(matter, FactKind.COMMISSION, came)}
    counts = ((group.group.name, _held(group.units, done)) for group in matter.survey.groups)
    return "，".join(f"{name}{held}个" for name, held in counts if held)


def _held(units: Iterable[UnitSurvey], ids: set[int]) -> int:
    return sum(one.unit.id in ids for one in units)


def _wrong(kind: FactKind, words: Iterable[str], of: str) -> Callable[[Matter], str]:
    """What went wrong how often, and with whom: 漏报3条（龙潭街道2条，县医保局1条）."""

    def read(matter: Matter) -> str:
        told = []
        for word in words:
            units = units_of(matter, kind, word.__eq__)
            if units:
                told.append(f"{word}{sum_of(units)}{of}（{bracketed(matter, units, of)}）")
        return "，".join(told)

    return read


def sum_of(units: Iterable[tuple[Unit, int]]) -> int:
    """How many all units have."""
    return sum(times for _unit, times in units)


def bracketed(matter: Matter, units: Sequence[tuple[Unit, int]], of: str = "条") -> str:
    """Units with their numbers, without the number where there is one unit only."""
    return matter.name(units[0][0]) if len(units) == 1 else by_count(matter, units, of)


TOPIC = Topic(
    "约稿和紧急信息",
    (
        counted("约稿篇数", "本期应报的约稿，按单位计", "35", _commissions(anything)),
        counted("约稿完成篇数", "已报的，不含逾期", "29", _commissions(came)),
        counted("约稿按时篇数", "写明按时的", "29", _commissions(in_time)),
        said("约稿按时率", "完成篇数占约稿篇数", "82.9%", _kept_rate),
        counted("约稿逾期篇数", "逾期报的", "3", _commissions(late)),
        counted("约稿未报篇数", "没有报的", "3", _commissions(missed)),
        counted(
            "约稿完成单位数",
            "完成约稿的单位",
            "24",
            lambda one: len(units_of(one, FactKind.COMMISSION, came)),
        ),
        said("约稿完成单位分布", "各组完成约稿的单位数", "县直部门24个，乡镇11个", _spread),
        said(
            "约稿完成单位",
            "各单位完成的篇数",
            "县发改局3篇，松坪乡、县司法局各1篇",
            _commissioned(came),
        ),
        said("约稿逾期单位", "逾期的单位和篇数", "县水务局1篇", _commissioned(late)),
        said(
            "约稿未报单位", "没有报的单位和篇数", "县信访局、县商务局各1篇", _commissioned(missed)
        ),
        said(
            "约稿问题",
            "逾期、未报各几篇，哪些单位",
            "逾期1篇（县水务局），未报2篇（县信访局、县商务局各1篇）",
            _wrong(FactKind.COMMISSION, (*LATE, *FAILED), "篇"),
        ),
        counted("紧急报送条数", "单位按时报送的，不含迟报", "13", _emergencies(reported)),
        counted(
            "紧急报送单位数",
            "有报送的单位",
            "9",
            lambda one: len(units_of(one, FactKind.EMERGENCY, reported)),
        ),
        said("紧急报送单位", "各单位报送的条数", "县应急局3条，龙潭街道1条", _urgent(reported)),
        counted("紧急迟报条数", "迟报", "2", _emergencies(late)),
        said("紧急迟报单位", "迟报的单位和条数", "县人社局1条", _urgent(late)),
        counted("紧急漏报条数", "漏报、瞒报、谎报、误报、轻报", "3", _emergencies(hidden)),
        said("紧急漏报单位", "漏报、瞒报、谎报等的单位和条数", "龙潭街道1条", _urgent(hidden)),
        said(
            "紧急问题",
            "漏报、迟报等各几条，哪些单位",
            "漏报1条（龙潭街道）",
            _wrong(
                FactKind.EMERGENCY,
                (*FAILED, *LATE),
                "条",
            ),
        ),
    ),
)
