"""Names for units that sent nothing, or of which nothing was adopted."""

from collections.abc import Callable, Iterator

from desk.bulletins.entries import Topic, counted, lines, said
from desk.bulletins.matter import Matter
from desk.bulletins.phrases import by_count, listed, names
from desk.surveys.survey import UnitSurvey


def sent_nothing(unit: UnitSurvey) -> bool:
    """Whether nothing came from a unit, and nothing of it was adopted either."""
    return unit.sent_nothing


def adopted_nothing(unit: UnitSurvey) -> bool:
    """Whether something came from a unit, and nothing of it was adopted."""
    return unit.unused


def _of(matter: Matter, test: Callable[[UnitSurvey], bool]) -> list[UnitSurvey]:
    return [one for one in matter.units if test(one)]


def _groups(matter: Matter) -> tuple[str, ...]:
    return tuple(_group_lines(matter))


def _group_lines(matter: Matter) -> Iterator[str]:
    for group in matter.survey.groups:
        told = []
        for words, test in (("零报送", sent_nothing), ("有报送但没有采用", adopted_nothing)):
            units = [one.unit for one in group.units if test(one)]
            if units:
                told.append(f"{words}{len(units)}个（{names(matter, units)}）")
        if told:
            yield f"{group.group.name}：{'，'.join(told)}。"


def _silent(matter: Matter) -> str:
    """Who had points this year, but none for long, with the day of the last ones."""
    last = min(matter.survey.stretch.last, matter.survey.today)
    told = []
    for one in matter.asked:
        day = max((line.day for line in one.so_far.lines if line.points > 0), default=None)
        if day and (last - day).days >= matter.options.silent_days:
            told.append(f"{matter.name(one.unit)}（最近一次得分在{day.month}月{day.day}日）")
    return listed(matter, told)


TOPIC = Topic(
    "零报送和零采用",
    (
        said(
            "零报送名单",
            "本期没有报送的单位，不含免考核单位",
            "青石镇、县统计局",
            lambda one: names(one, (unit.unit for unit in _of(one, sent_nothing))),
        ),
        counted(
            "零报送单位数", "本期没有报送的单位数", "2", lambda one: len(_of(one, sent_nothing))
        ),
        said(
            "零采用名单",
            "本期有报送而没有采用的单位，不含免考核单位",
            "县公路段、县融媒体中心",
            lambda one: names(one, (unit.unit for unit in _of(one, adopted_nothing))),
        ),
        said(
            "零采用名单带报送数",
            "本期有报送而没有采用的单位，写明各报送了几条",
            "县公路段、县融媒体中心各1条",
            lambda one: by_count(
                one, ((unit.unit, unit.score.submitted) for unit in _of(one, adopted_nothing))
            ),
        ),
        counted(
            "零采用单位数",
            "本期有报送而没有采用的单位数",
            "2",
            lambda one: len(_of(one, adopted_nothing)),
        ),
        lines(
            "各组零报送零采用",
            "每组一段，没有的组不写",
            "乡镇、街道：零报送1个（青石镇）。",
            _groups,
        ),
        said(
            "久未得分单位",
            "年内得过分、已有多日（在选项里定）没有得分的单位",
            "县水务局（最近一次得分在7月3日）",
            _silent,
        ),
    ),
)
