"""The columns of a trial: both sides, and what changes between them."""

from collections.abc import Callable
from decimal import Decimal

from desk.reports.trial_sheet import risen_words
from desk.scoring.figures import printed
from desk.scoring.lines import Line
from desk.scoring.results import UnitScore
from desk.scoring.trial import TrialRow
from ui import style
from ui.lists.column import Column

NOTHING = "—"
Side = Callable[[TrialRow], UnitScore | None]
Figure = Callable[[UnitScore], Decimal | int | None]


def signed(value: Decimal | None) -> str:
    """+2, -1.5, or — for no change."""
    if not value:
        return NOTHING
    return f"{'+' if value > 0 else ''}{printed(value)}"


def _now(row: TrialRow) -> UnitScore | None:
    return row.now


def _then(row: TrialRow) -> UnitScore | None:
    return row.then


def _figure(
    key: str, title: str, width: int, side: Side, figure: Figure, *, is_percent: bool = False
) -> Column[TrialRow]:
    def value(row: TrialRow) -> Decimal | int | None:
        score = side(row)
        return figure(score) if score else None

    def text(row: TrialRow) -> str:
        found = value(row)
        if found is None:
            return NOTHING
        return f"{found:.1f}%" if is_percent else printed(Decimal(found))

    def sort(row: TrialRow) -> Decimal:
        found = value(row)
        return Decimal(-1) if found is None else Decimal(found)

    return Column(key, title, text, width, sort=sort, right=True)


def _rank(score: UnitScore) -> int | None:
    return score.rank or None


def _change_colour(row: TrialRow) -> str | None:
    return style.GREEN if row.gained > 0 else style.RED if row.gained < 0 else None


def _rise_colour(row: TrialRow) -> str | None:
    return style.GREEN if row.risen > 0 else style.RED if row.risen < 0 else None


ROW_COLUMNS: tuple[Column[TrialRow], ...] = (
    Column("group", "分组", lambda row: row.group, 160, tip=lambda row: row.group),
    Column(
        "unit",
        "单位",
        lambda row: row.unit.short,
        140,
        stretch=True,
        tip=lambda row: row.unit.name,
    ),
    _figure("now_points", "现在得分", 88, _now, lambda score: score.points),
    _figure("then_points", "试算得分", 88, _then, lambda score: score.points),
    Column(
        "gained",
        "得分变化",
        lambda row: signed(row.gained),
        96,
        sort=lambda row: row.gained,
        right=True,
        colour=_change_colour,
    ),
    _figure("now_rank", "现在名次", 88, _now, _rank),
    _figure("then_rank", "试算名次", 88, _then, _rank),
    Column(
        "risen",
        "名次升降",
        lambda row: risen_words(row.risen),
        96,
        sort=lambda row: row.risen,
        right=True,
        colour=_rise_colour,
    ),
    _figure("now_converted", "现在折算分", 92, _now, lambda score: score.converted),
    _figure("then_converted", "试算折算分", 92, _then, lambda score: score.converted),
    Column(
        "converted",
        "折算变化",
        lambda row: signed(row.converted),
        84,
        sort=lambda row: row.converted or Decimal(),
        right=True,
    ),
    _figure(
        "now_completion", "现在完成率", 92, _now, lambda score: score.completion, is_percent=True
    ),
    _figure(
        "then_completion", "试算完成率", 92, _then, lambda score: score.completion, is_percent=True
    ),
)
LINE_COLUMNS: tuple[Column[Line], ...] = (
    Column("day", "日期", lambda line: f"{line.day:%Y-%m-%d}", 92),
    Column("title", "标题", lambda line: line.title, 230, tip=lambda line: line.title),
    Column("points", "得分", lambda line: printed(line.points), 56, lambda x: x.points, right=True),
    Column("text", "计分依据", lambda x: x.text, 220, stretch=True, tip=lambda x: x.text),
)
