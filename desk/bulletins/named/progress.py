"""Names for the year's task: pace, completion, who is done, level, behind, at zero."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from desk.bulletins.entries import Entry, Topic, counted, lines, said
from desk.bulletins.matter import Matter
from desk.bulletins.phrases import figure, names, percentage, with_rates
from desk.surveys.survey import UnitSurvey
from desk.units import Unit

_Test = Callable[[Matter, UnitSurvey], bool]
_WHOLE = 100


def tasked(matter: Matter) -> list[UnitSurvey]:
    """The units with a target to reach this year."""
    return [one for one in matter.asked if one.so_far.completion is not None]


def is_done(_matter: Matter, unit: UnitSurvey) -> bool:
    """Whether the year's target is reached."""
    return (unit.so_far.completion or 0) >= _WHOLE


def is_over(_matter: Matter, unit: UnitSurvey) -> bool:
    """Whether the year's target is exceeded."""
    return (unit.so_far.completion or 0) > _WHOLE


def is_level(_matter: Matter, unit: UnitSurvey) -> bool:
    """Whether a unit is level with the pace."""
    return unit.so_far.behind == 0


def is_behind(matter: Matter, unit: UnitSurvey) -> bool:
    """Whether a unit is behind the pace, those without a point left to their own list."""
    return not is_level(matter, unit) and not unit.so_far.zero


def is_criticised(matter: Matter, unit: UnitSurvey) -> bool:
    """Whether a unit has points, but less than the set percent of the pace."""
    least = Fraction(unit.so_far.pace) * Fraction(matter.options.behind) / _WHOLE
    done = unit.so_far.completion
    return is_behind(matter, unit) and done is not None and Fraction(done) < least


def is_not_done(matter: Matter, unit: UnitSurvey) -> bool:
    """Whether the year's target is not reached."""
    return not is_done(matter, unit)


def of(matter: Matter, test: _Test) -> list[UnitSurvey]:
    """The units with a target of which something holds, by completion."""
    found = (one for one in tasked(matter) if test(matter, one))
    return sorted(found, key=lambda one: -(one.so_far.completion or 0))


def _list(name: str, about: str, example: str, test: _Test) -> tuple[Entry, Entry]:
    """The list of units with their completion, and how many they are."""
    return (
        said(
            f"{name}名单",
            about,
            example,
            lambda one: with_rates(one, map(_done, of(one, test))),
        ),
        counted(f"{name}单位数", about, "8", lambda one: len(of(one, test))),
    )


def _done(unit: UnitSurvey) -> tuple[Unit, Decimal]:
    return unit.unit, unit.so_far.completion or Decimal(0)


def _quotas(matter: Matter) -> Decimal:
    return sum((one.so_far.quota or Decimal(0) for one in tasked(matter)), Decimal(0))


def _whole(matter: Matter) -> str:
    reached = sum((one.so_far.points for one in tasked(matter)), Decimal(0))
    return percentage(matter.rate(reached, _quotas(matter))) if tasked(matter) else ""


def _share_not_done(matter: Matter) -> str:
    return percentage(matter.rate(len(of(matter, is_not_done)), len(tasked(matter))))


def _groups(matter: Matter) -> tuple[str, ...]:
    return tuple(_group_lines(matter))


def _group_lines(matter: Matter) -> Iterator[str]:
    held = {one.unit.id for one in tasked(matter)}
    for group in matter.survey.groups:
        units = [one for one in group.units if one.unit.id in held]
        if units:
            told = "，".join(_counts(matter, units))
            yield f"{group.group.name}{len(units)}个单位：{told}。"


def _counts(matter: Matter, units: list[UnitSurvey]) -> Iterator[str]:
    level = sum(is_level(matter, one) for one in units)
    done = sum(is_done(matter, one) for one in units)
    if matter.survey.so_far.pace >= _WHOLE:
        yield f"完成全年任务{done}个"
        if len(units) > done:
            yield f"没有完成{len(units) - done}个"
        return
    yield f"达到序时进度{level}个" + (f"（其中完成全年任务{done}个）" if done else "")
    if len(units) > level:
        yield f"落后序时进度{len(units) - level}个"


def zero_so_far(matter: Matter) -> list[UnitSurvey]:
    """The units of which something is asked and that have no point this year."""
    return [one for one in matter.asked if one.so_far.zero]


def zero_now(matter: Matter) -> list[UnitSurvey]:
    """The units of which something is asked and that have no point in the days."""
    return [one for one in matter.units if one.zero]


def _exempt(matter: Matter) -> str:
    """Of whom nothing is asked, units with the same reason together."""
    why: dict[str, list[Unit]] = {}
    for one in matter.units:
        if one.exempt:
            why.setdefault(one.exempt, []).append(one.unit)
    return "；".join(
        f"{'、'.join(matter.name(one) for one in units)}（{reason}）"
        for reason, units in why.items()
    )


TOPIC = Topic(
    "任务完成（年初以来）",
    (
        said(
            "序时进度",
            "到时段末应完成全年任务的比例",
            "75.0%",
            lambda one: percentage(one.survey.so_far.pace),
        ),
        said("目标合计", "有任务单位的全年目标分之和", "2560", lambda one: figure(_quotas(one))),
        said("累计完成率", "有任务单位的累计得分占目标合计", "71.4%", _whole),
        counted("有任务单位数", "下达了目标分的单位", "60", lambda one: len(tasked(one))),
        *_list("完成任务", "完成全年目标任务的单位", "云溪镇（133.0%），白沙镇（117.0%）", is_done),
        *_list("超额完成", "超过全年目标任务的单位", "云溪镇（133.0%）", is_over),
        *_list("未完成任务", "没有完成全年目标任务的单位", "县信访局（62.5%）", is_not_done),
        said("未完成占比", "没有完成全年任务的单位占有任务单位", "68.3%", _share_not_done),
        *_list(
            "达到进度", "不落后于序时进度的单位", "云溪镇（133.0%），县司法局（75.0%）", is_level
        ),
        *_list("落后", "落后于序时进度的单位，不含挂零单位", "县司法局（67.5%）", is_behind),
        *_list(
            "批评",
            "完成率低于序时进度的一定比例（在选项里定）的单位，不含挂零单位",
            "县卫健局（16.7%）",
            is_criticised,
        ),
        said(
            "批评线",
            "选项里定的比例",
            "50%",
            lambda one: f"{figure(one.options.behind)}%",
        ),
        lines(
            "各组完成情况",
            "每组一段：达到进度、完成任务、落后的单位数；全年的写完成和没有完成的",
            "乡镇、街道16个单位：达到序时进度12个（其中完成全年任务3个），落后序时进度4个。",
            _groups,
        ),
        said(
            "挂零名单",
            "年初以来没有得分的单位，不含免考核单位",
            "青石镇、县统计局",
            lambda one: names(one, (unit.unit for unit in zero_so_far(one))),
        ),
        counted(
            "挂零单位数",
            "年初以来没有得分的单位数，不含免考核单位",
            "4",
            lambda one: len(zero_so_far(one)),
        ),
        said(
            "本期挂零名单",
            "本期没有得分的单位，不含免考核单位",
            "青石镇、县统计局、县公路段",
            lambda one: names(one, (unit.unit for unit in zero_now(one))),
        ),
        counted(
            "本期挂零单位数",
            "本期没有得分的单位数，不含免考核单位",
            "6",
            lambda one: len(zero_now(one)),
        ),
        said("免考核单位", "不下达任务的单位和原因", "国调云岭队（驻县单位）", _exempt),
    ),
)
