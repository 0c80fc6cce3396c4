"""Names for ranks: the first of each group, who is praised, who moved."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise

from desk.bulletins.entries import Topic, counted, lines, said
from desk.bulletins.matter import Matter
from desk.bulletins.phrases import figure, names
from desk.checks.numerals import chinese
from desk.scoring.figures import printed
from desk.scoring.results import UnitScore
from desk.surveys.survey import GroupSurvey, UnitSurvey

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_BASIS = re.compile(r"（依据：(.+)）$")
_Read = Callable[[UnitSurvey], UnitScore]


def period(unit: UnitSurvey) -> UnitScore:
    """The figures of the days."""
    return unit.score


def year(unit: UnitSurvey) -> UnitScore:
    """The figures of the year so far."""
    return unit.so_far


def first_of(matter: Matter, group: GroupSurvey, read: _Read) -> list[UnitSurvey]:
    """The first places of a group, all tied ones with them, the best first."""
    found = [
        one
        for one in group.units
        if 0 < read(one).rank <= matter.options.places and earned(one, read)
    ]
    return sorted(found, key=lambda one: read(one).rank)


def earned(unit: UnitSurvey, read: _Read) -> bool:
    """Whether the unit has points at all."""
    return read(unit).points > 0


def _told(matter: Matter, read: _Read) -> tuple[str, ...]:
    return tuple(_group_lines(matter, read))


def _group_lines(matter: Matter, read: _Read) -> Iterator[str]:
    for group in matter.survey.groups:
        best = first_of(matter, group, read)
        if best:
            yield f"{group.group.name}：{'，'.join(_ranks(matter, best, read))}。"
        elif not any(earned(one, read) for one in group.units):
            yield f"{group.group.name}：各单位均未得分。"


def _ranks(matter: Matter, best: Iterable[UnitSurvey], read: _Read) -> Iterator[str]:
    for rank, tied in groupby(best, key=lambda one: read(one).rank):
        units = list(tied)
        who = "、".join(matter.name(one.unit) for one in units)
        points = _points(units, read)
        yield f"{'并列' if len(units) > 1 else ''}第{rank}名{who}（{points}）"


def _points(units: list[UnitSurvey], read: _Read) -> str:
    """The points of units of one rank; they may differ where another figure ranks them."""
    values = [read(one).points for one in units]
    if len(set(values)) == 1:
        return f"{'各' if len(values) > 1 else ''}{figure(values[0])}分"
    return f"依次为{'、'.join(map(printed, values))}分"


def _levelled(matter: Matter, read: _Read) -> str:
    """A note where units with the same points have different ranks."""
    for group in matter.survey.groups:
        best = first_of(matter, group, read)
        for one, other in pairwise(best):
            same = read(one).points == read(other).points
            if same and read(one).rank != read(other).rank:
                return "得分相同的按计分办法比较其他指标"
    return ""


def level_with_pace(unit: UnitSurvey) -> bool:
    """Whether a unit has a target and is level with the pace, or has none to reach."""
    return unit.so_far.completion is None or unit.so_far.behind == 0


def praised(matter: Matter) -> list[UnitSurvey]:
    """Who is among the first of its group, level with the pace and may be honoured."""
    return [
        one
        for group in matter.survey.groups
        for one in first_of(matter, group, period)
        if level_with_pace(one) and not one.score.barred and not one.so_far.barred
    ]


def _climbers(matter: Matter) -> str:
    """Who rose the most since the days before, tied ones all."""
    risen = sorted(
        (one for one in matter.units if (one.climbed or 0) > 0 and earned(one, period)),
        key=lambda one: -(one.climbed or 0),
    )
    if not risen:
        return ""
    least = (risen[: matter.options.places])[-1].climbed
    shown = [one for one in risen if (one.climbed or 0) >= (least or 0)]
    return "、".join(f"{matter.name(one.unit)}（上升{one.climbed}位）" for one in shown)


def _barred(matter: Matter) -> str:
    """Who may not be honoured, and why."""
    told = []
    for one in matter.units:
        why = one.so_far.barred or one.score.barred
        if why:
            told.append(f"{matter.name(one.unit)}（{'；'.join(map(_close, why))}）")
    return "；".join(told)


def _close(reason: str) -> str:
    """A reason as documents write it: 9月8日第1次紧急漏报，依据第七条第（五）项."""
    told = _DAY.sub(lambda day: f"{int(day[2])}月{int(day[3])}日", reason.replace(" ", ""))
    return _BASIS.sub(r"，依据\1", told)


TOPIC = Topic(
    "名次和表扬",
    (
        said("名次数", "选项里取的名次，写成汉字", "三", lambda one: chinese(one.options.places)),
        lines(
            "各组前几名",
            "每组一段：本期的前几名和得分，并列的都写",
            "乡镇、街道：第1名白沙镇（37分），并列第2名东湖街道、松坪乡（各34.5分）。",
            lambda one: _told(one, period),
        ),
        lines(
            "各组累计前几名",
            "每组一段：年初以来的前几名和得分，并列的都写",
            "乡镇、街道：第1名云溪镇（66.5分）。",
            lambda one: _told(one, year),
        ),
        said(
            "同分说明",
            "前几名里有得分相同而名次不同的单位时说明",
            "得分相同的按计分办法比较其他指标",
            lambda one: _levelled(one, period) or _levelled(one, year),
        ),
        said(
            "表扬名单",
            "本期居本组前几名、累计不落后于序时进度、没有被取消评先的单位",
            "白沙镇、东湖街道",
            lambda one: names(one, (unit.unit for unit in praised(one))),
        ),
        counted("表扬单位数", "表扬名单里有几个单位", "8", lambda one: len(praised(one))),
        said("名次上升单位", "比上期上升最多的单位", "县审计局（上升9位）", _climbers),
        said(
            "取消评先单位",
            "按办法取消评先的单位和原因",
            "龙潭街道（9月8日第1次紧急漏报，依据第七条第（五）项）",
            _barred,
        ),
    ),
)
