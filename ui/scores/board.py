"""The quota board's columns: rank, points, completion, pace, and what is missing, in words."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from desk.scoring.figures import printed
from desk.scoring.lines import Line
from desk.scoring.results import ScoreTable, UnitScore
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


def gap(score: UnitScore) -> str:
    """What a unit lacks, as a clerk would say it on the telephone."""
    if score.quota is None:
        return ""
    missing = max(score.quota - score.points, Decimal(0))
    if not missing:
        return f"超目标 {printed(score.points - score.quota)} 分"
    text = f"距全年目标差 {printed(missing)} 分"
    return f"{text}，落后序时 {printed(score.behind)} 分" if score.behind else text


def _colour(score: UnitScore) -> str | None:
    return style.RED if score.zero or score.behind else None


def _percent(value: Decimal | None) -> str:
    return "—" if value is None else f"{value:.1f}%"


def _points(value: Decimal | None) -> str:
    return "—" if value is None else printed(value)


def columns(table: ScoreTable | None = None) -> tuple[Column[UnitScore], ...]:
    """The board's columns, for what is in a table."""
    groups = {one.group.id: one.group.name for one in table.groups} if table else {}
    return (
        Column("group", "分组", lambda row: groups.get(row.unit.group_id, "未分组"), 132),
        _figure("rank", "名次", 52, lambda row: row.rank, lambda row: str(row.rank)),
        Column("unit", "单位", lambda row: row.unit.short, 120, tip=lambda row: row.unit.name),
        _figure("points", "得分", 68, lambda row: row.points, lambda row: _points(row.points)),
        _figure("quota", "目标分", 68, lambda row: row.quota or 0, lambda row: _points(row.quota)),
        _figure(
            "completion",
            "完成率",
            72,
            lambda row: -1 if row.completion is None else row.completion,
            lambda row: _percent(row.completion),
        ),
        _figure("pace", "序时进度", 76, lambda row: row.pace, lambda row: _percent(row.pace)),
        Column("state", "状态", state, 100, colour=_colour),
        _figure("submitted", "报送", 56, lambda row: row.submitted, lambda row: str(row.submitted)),
        _figure("adopted", "采用", 56, lambda row: row.adopted, lambda row: str(row.adopted)),
        _figure("rate", "采用率", 68, lambda row: row.rate, lambda row: _percent(row.rate)),
        Column("gap", "差距", gap, 240),
        *_of_scheme(table),
        *(_component(name, hidden=True) for name in _components(table)),
        _figure(
            "raw", "原始分", 68, lambda row: row.raw, lambda row: printed(row.raw), hidden=True
        ),
    )


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
