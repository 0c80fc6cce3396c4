"""The quota board's columns: rank, points, completion, pace, and what is missing, in words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from desk.scoring.figures import printed
from desk.scoring.lines import Line
from desk.scoring.results import ScoreTable, UnitScore
from desk.surveys.survey import Survey, UnitSurvey
from desk.surveys.words import change_words
from ui import style
from ui.lists.column import Column


def state(score: UnitScore) -> str:
    """A unit's state as shape and word."""
    if score.barred:
        return "■ 取消评先"
    if score.zero:
        return "○ 挂零"
    if score.completion is None:
        return "— 未下任务"
    if score.completion >= Decimal(100):
        return "◆ 已完成"
    return "▼ 落后" if score.behind else "● 达到序时"


def gap(score: UnitScore, *, is_year: bool = True) -> str:
    """What a unit lacks, as a clerk would say it on the telephone.

    Of days that don't begin the year it is only what they owe: the year's target is not theirs.
    """
    if score.quota is None:
        return ""
    late = f"落后序时 {printed(score.behind)} 分" if score.behind else ""
    if not is_year:
        return late
    missing = max(score.quota - score.points, Decimal(0))
    if not missing:
        return f"超目标 {printed(score.points - score.quota)} 分"
    text = f"距全年目标差 {printed(missing)} 分"
    return f"{text}，{late}" if late else text


def _colour(score: UnitScore) -> str | None:
    return style.RED if score.zero or score.behind else None


def _percent(value: Decimal | None) -> str:
    return "—" if value is None else f"{value:.1f}%"


def _points(value: Decimal | None) -> str:
    return "—" if value is None else printed(value)


BAR, MONTHS = "bar", "months"  # the columns that are drawn
_Known = Mapping[int, UnitSurvey]


def columns(
    table: ScoreTable | None = None, survey: Survey | None = None
) -> tuple[Column[UnitScore], ...]:
    """The board's columns, for what is in a table; some say nothing before there is a survey."""
    groups = {one.group.id: one.group.name for one in table.groups} if table else {}
    known = {one.unit.id: one for one in survey.units} if survey else {}
    is_year = table is None or (table.first.month, table.first.day) == (1, 1)
    lacks = partial(gap, is_year=is_year)
    return (
        Column(
            "group",
            "分组",
            lambda row: groups.get(row.unit.group_id, "未分组"),
            92,
            tip=lambda row: groups.get(row.unit.group_id, "未分组"),
        ),
        _figure("rank", "名次", 48, lambda row: row.rank, lambda row: str(row.rank or "—")),
        _change(known),
        Column("unit", "单位", lambda row: row.unit.short, 108, tip=lambda row: row.unit.name),
        _figure("points", "得分", 56, lambda row: row.points, lambda row: _points(row.points)),
        Column(BAR, "得分／目标", _against, 112, _completion, drawn=True, tip=_bar_tip),
        _months(known),
        Column("state", "状态", state, 96, colour=_colour),
        _figure("completion", "完成率", 72, _completion, lambda row: _percent(row.completion)),
        *_of_bar(),
        _figure("submitted", "报送", 52, lambda row: row.submitted, lambda row: str(row.submitted)),
        _figure("adopted", "采用", 56, lambda row: row.adopted, lambda row: str(row.adopted)),
        _figure("rate", "采用率", 68, lambda row: row.rate, lambda row: _percent(row.rate)),
        _silent(known),
        Column("gap", "差距", lacks, 240, tip=lacks),
        *_of_scheme(table),
        *(_component(name, hidden=True) for name in _components(table)),
        _figure(
            "raw", "原始分", 68, lambda row: row.raw, lambda row: printed(row.raw), hidden=True
        ),
    )


def _completion(row: UnitScore) -> Decimal:
    return Decimal(-1_000_000) if row.completion is None else row.completion


def _against(row: UnitScore) -> str:
    return f"{printed(row.points)}／{_points(row.quota)}"


def _bar_tip(row: UnitScore) -> str:
    if row.quota is None:
        return f"得 {printed(row.points)} 分，没有下达目标分"
    return (
        f"得 {printed(row.points)} 分，全年目标 {printed(row.quota)} 分，完成 {row.completion}%\n"
        f"深灰到序时进度（{row.pace}%），竖线是目标；{state(row)}"
    )


def _of_bar() -> Iterator[Column[UnitScore]]:
    """The figures the bar says: hidden beside it, printed where it is not."""
    quota = _figure(
        "quota", "目标分", 68, lambda row: row.quota or 0, lambda row: _points(row.quota)
    )
    pace = _figure("pace", "序时进度", 80, lambda row: row.pace, lambda row: _percent(row.pace))
    yield from (replace(one, hidden=True, on_paper=True) for one in (quota, pace))


def _change(known: _Known) -> Column[UnitScore]:
    """Places won or lost since the days before."""

    def text(row: UnitScore) -> str:
        one = known.get(row.unit.id)
        return change_words(one.climbed, is_new=one.before is None) if one else ""

    def order(row: UnitScore) -> int:
        one = known.get(row.unit.id)
        return (one.climbed or 0) if one else 0

    def colour(row: UnitScore) -> str | None:
        found = order(row)
        return style.RED if found < 0 else style.GREEN if found > 0 else None

    def tip(row: UnitScore) -> str:
        one = known.get(row.unit.id)
        return f"上一时段第 {one.before.rank} 名" if one and one.before and one.before.rank else ""

    return Column("change", "升降", text, 48, order, right=True, colour=colour, tip=tip)


def _months(known: _Known) -> Column[UnitScore]:
    """The months of the year, as small bars."""

    def text(row: UnitScore) -> str:
        one = known.get(row.unit.id)
        points = one.months.points if one else ()
        return "　".join(printed(held) for held in points if held is not None)

    def tip(row: UnitScore) -> str:
        one = known.get(row.unit.id)
        points = one.months.points if one else ()
        return "　".join(
            f"{at}月 {printed(held)}" for at, held in enumerate(points, 1) if held is not None
        )

    def order(row: UnitScore) -> Decimal:
        one = known.get(row.unit.id)
        return one.months.whole if one else Decimal(0)

    return Column(MONTHS, "逐月得分", text, 80, order, drawn=True, tip=tip)


def _silent(known: _Known) -> Column[UnitScore]:
    """Since when a unit has had no point."""

    def text(row: UnitScore) -> str:
        one = known.get(row.unit.id)
        since = one.outlook.silent_since if one and one.outlook else None
        return f"{since:%Y-%m-%d}" if since else ""

    return Column("silent", "挂零自", text, 92)


def _of_scheme(table: ScoreTable | None) -> Iterator[Column[UnitScore]]:
    """The figures that only some schemes have; hidden where none has them."""
    units = list(table.units) if table else []
    converts = any(one.converted is not None for one in units)
    yield _figure(
        "converted",
        "折算分",
        72,
        lambda row: Decimal(-1) if row.converted is None else row.converted,
        lambda row: _points(row.converted),
        hidden=not converts,
    )
    yield _figure(
        "average",
        "按条平均",
        76,
        lambda row: row.average,
        lambda row: printed(row.average),
        hidden=True,
    )


def _components(table: ScoreTable | None) -> list[str]:
    """The components met, in the order of the scores."""
    units = table.units if table else ()
    return list(dict.fromkeys(name for one in units for name, _ in one.components))


def _component(name: str, *, hidden: bool) -> Column[UnitScore]:
    def value(row: UnitScore) -> Decimal:
        return dict(row.components).get(name, Decimal(0))

    return _figure(f"of {name}", name, 72, value, lambda row: printed(value(row)), hidden=hidden)


def _figure(
    key: str,
    title: str,
    width: int,
    value: Callable[[UnitScore], Decimal | int],
    text: Callable[[UnitScore], str],
    *,
    hidden: bool = False,
) -> Column[UnitScore]:
    return Column(key, title, text, width, sort=value, right=True, hidden=hidden)


LINE_COLUMNS: tuple[Column[Line], ...] = (
    Column("day", "日期", lambda line: f"{line.day:%Y-%m-%d}", 92),
    Column("title", "标题", lambda line: line.title, 260),
    Column("publication", "刊物", lambda line: line.publication, 92),
    Column("section", "栏目", lambda line: line.section, 64),
    Column("points", "得分", lambda line: printed(line.points), 56, lambda x: x.points, right=True),
    Column("component", "分项", lambda line: line.component, 72),
    Column("text", "计分依据", lambda line: line.text, 300, tip=lambda line: line.text),
)
