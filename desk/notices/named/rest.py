"""Names for the hand-out of the directors' meeting that bulletins have no need of."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from desk.bulletins.entries import Topic, counted, lines, said
from desk.bulletins.matter import Matter
from desk.bulletins.named.days import apart
from desk.bulletins.named.places import first_of, period
from desk.bulletins.named.progress import zero_now, zero_so_far
from desk.bulletins.phrases import figure, names
from desk.surveys.survey import GroupSurvey, UnitSurvey

_NAMED = 3  # units of one place told by name
_ZEROS = 60  # of more units without a point than these the number is told


def last_of(matter: Matter, group: GroupSurvey) -> list[UnitSurvey]:
    """The last places of a group with all tied ones, none of them among the first."""
    places = matter.options.places
    ranked = sorted(
        (one for one in group.units if one.score.rank and not one.exempt),
        key=lambda one: one.score.rank,
    )
    if len(ranked) <= places:
        return []
    least = ranked[-places].score.rank
    return [one for one in ranked if one.score.rank >= max(least, places + 1)]


def places_told(matter: Matter, units: list[UnitSurvey]) -> str:
    """Units in the order of their places: 白沙镇（37分），东湖街道、松坪乡（各34.5分）."""
    told = []
    for points, same in groupby(units, key=lambda one: one.score.points):
        held = [one.unit for one in same]
        who = names(matter, held[:_NAMED])
        if len(held) > _NAMED:
            who = f"{who}等{len(held)}个单位"
        told.append(f"{who}（{'各' if len(held) > 1 else ''}{figure(points)}分）")
    return "，".join(told)


def _ends(matter: Matter) -> tuple[str, ...]:
    return tuple(_ends_told(matter))


def _ends_told(matter: Matter) -> Iterator[str]:
    for group in matter.survey.groups:
        first = places_told(matter, first_of(matter, group, period))
        last = places_told(matter, last_of(matter, group))
        if first or last:
            told = f"前列：{first}" if first else "没有单位得分"
            yield f"{group.group.name}　{told}{f'；末位：{last}' if last and first else ''}。"


def _zero_only_now(matter: Matter) -> list[UnitSurvey]:
    """Who has no point in the days, but some this year."""
    if not apart(matter.survey):
        return []
    return [one for one in zero_now(matter) if not one.so_far.zero]


def _zero_names(matter: Matter) -> str:
    """All of them, however long other lists may be."""
    zero = [one.unit for one in zero_so_far(matter)]
    whole = replace(matter, options=replace(matter.options, longest=_ZEROS))
    return names(whole, zero)


TOPIC = Topic(
    "主任会材料",
    (
        lines(
            "各组前后几名",
            "每组一段：本期的前几名和后几名，并列的都写；后几名不含免考核单位",
            "乡镇、街道　前列：白沙镇（37分），东湖街道（34.5分）；末位：石桥镇（0分）。",
            _ends,
        ),
        said(
            "挂零全名单",
            "年初以来没有得分的单位，不含免考核单位；最多列60个",
            "青石镇、县统计局",
            _zero_names,
        ),
        said(
            "仅本期挂零名单",
            "本期没有得分、年内得过分的单位",
            "县统计局、县公路段",
            lambda one: names(one, (unit.unit for unit in _zero_only_now(one))),
        ),
        counted(
            "仅本期挂零单位数",
            "本期没有得分、年内得过分的单位数",
            "2",
            lambda one: len(_zero_only_now(one)),
        ),
    ),
)
