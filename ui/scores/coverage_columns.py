"""The columns of 覆盖图 and its two lists, and how its cells are told and tinted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desk.surveys.coverage import Amount, Coverage, Neglected, Silent
from desk.units import Unit
from ui import style
from ui.lists.column import Column
from ui.lists.list_model import Index
from ui.lists.memory_model import MemoryModel

_TINTS = ("#f1f6fc", "#dce9f6", "#c0d8ee", "#9dc2e4")  # all light enough for ink
_FEW = 6  # as many columns leave room
_STEPS = (2, 5, 10)  # the greatest amounts of all tints but the last


@dataclass(frozen=True, slots=True)
class Mapped:
    """A unit's row of the map, with its group's name."""

    unit: Unit
    group: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column of the map counts: a topic, or the days of a month; neither is all."""

    topic: str = ""
    first: date | None = None
    last: date | None = None


FIGURES: dict[str, Callable[[Amount], str]] = {
    "报送条数": lambda amount: str(amount.sent or ""),
    "采用条数": lambda amount: str(amount.adopted or ""),
    "采用/报送": lambda amount: f"{amount.adopted}/{amount.sent}" if amount != Amount() else "",
}


def amount_of(held: Coverage, unit: Unit, cell: Cell) -> Amount:
    """What a unit sent and had adopted in a cell."""
    if cell.topic:
        return held.by_topic.get((unit.id, cell.topic), Amount())
    if cell.first:
        return held.by_month.get((unit.id, cell.first.replace(day=1)), Amount())
    return held.of_unit(unit.id)


def topic_cells(held: Coverage) -> list[Cell]:
    """The topics in the office's order; those nobody wrote on stand at the end."""
    used = [one for one in held.topics if held.of_topic(one) != Amount()]
    return [Cell(one) for one in (*used, *(one for one in held.topics if one not in set(used)))]


def month_cells(held: Coverage) -> list[Cell]:
    """The months, cut to the days looked at."""
    found = []
    for month in held.months:
        after = (month + timedelta(31)).replace(day=1)
        last = min(held.last, after - timedelta(1))
        found.append(Cell(first=max(held.first, month), last=last))
    return found


class MapModel(MemoryModel[Mapped]):
    """A row for each unit; what was sent tints the cells."""

    def __init__(self) -> None:
        super().__init__(())
        self.cells: Sequence[Cell] = ()
        self.held: Coverage | None = None

    def show_map(self, held: Coverage, cells: Sequence[Cell], figure: str) -> None:
        """Show these columns, behind the unit and its group."""
        self.held, self.cells = held, (*cells, Cell())
        columns: list[Column[Mapped]] = [
            Column(
                "unit",
                "单位",
                lambda row: row.unit.short,
                130,
                tip=lambda row: row.unit.name,
                stretch=len(cells) <= _FEW,
            ),
            Column("group", "分组", lambda row: row.group, 120, hidden=True),
        ]
        columns += [_column(held, one, figure) for one in self.cells]
        self.set_columns(columns)

    def cell(self, column: int) -> Cell:
        """What a column counts; everything, for the unit's own columns."""
        at = column - (len(self.columns) - len(self.cells))
        return self.cells[at] if 0 <= at < len(self.cells) else Cell()

    def tint(self, index: Index) -> QColor | None:
        """How a cell is tinted; None where it is not."""
        cell = self.cell(index.column())
        if self.held is None or cell == Cell():
            return None
        return _tint(amount_of(self.held, self.row(index.row()).unit, cell).sent)


class MapDelegate(QStyledItemDelegate):
    """Draws the tint below a cell's text, and a frame around the cell that Enter opens."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option
        model: Any = index.model()
        colour = model.tint(index)
        is_selected = bool(look.state & QStyle.StateFlag.State_Selected)
        if colour and not is_selected:
            painter.fillRect(look.rect.adjusted(1, 1, -1, -1), colour)
        super().paint(painter, option, index)
        if is_selected and look.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(style.ACCENT))
            painter.drawRect(look.rect.adjusted(1, 1, -2, -2))


def silent_columns() -> tuple[Column[Silent], ...]:
    """Units that sent nothing, and since when."""
    return (
        Column(
            "unit", "单位", lambda one: one.unit.short, 120, tip=lambda one: one.unit.name,
            stretch=True,
        ),
        Column("last", "最近报送", _last, 110, sort=lambda one: one.last or date.min),
    )  # fmt: skip


def neglected_columns() -> tuple[Column[Neglected], ...]:
    """Topics with too little adopted, and who has written on them."""
    return (
        Column("topic", "选题", lambda one: one.topic, 110, stretch=True),
        _count("sent", "报送", lambda one: one.amount.sent),
        _count("adopted", "采用", lambda one: one.amount.adopted),
        Column("who", "今年谁写过", _who, 120, tip=_everyone),
    )


def _column(held: Coverage, cell: Cell, figure: str) -> Column[Mapped]:
    said = FIGURES[figure]
    title = cell.topic or (_month(held, cell.first) if cell.first else "合计")

    def amount(row: Mapped) -> Amount:
        return amount_of(held, row.unit, cell)

    def order(row: Mapped) -> tuple[int, int]:
        found = amount(row)
        first = (found.sent, found.adopted)
        return first[::-1] if figure == "采用条数" else first

    def tip(row: Mapped) -> str:
        found = amount(row)
        return f"{row.unit.name}，{title}：报送{found.sent}条，采用{found.adopted}条"

    return Column(
        f"{cell.topic or cell.first or 'all'}",
        title,
        lambda row: said(amount(row)),
        max(56, 15 * len(title) + 20),
        sort=order,
        right=True,
        tip=tip,
    )


def _month(held: Coverage, day: date) -> str:
    same = held.first.year == held.last.year
    return f"{day.month}月" if same else f"{day.year}年{day.month}月"


def _tint(sent: int) -> QColor | None:
    return QColor(_TINTS[sum(sent > step for step in _STEPS)]) if sent else None


def _last(one: Silent) -> str:
    return f"{one.last:%Y-%m-%d}" if one.last else "今年没有"


def _count(key: str, title: str, value: Callable[[Neglected], int]) -> Column[Neglected]:
    return Column(key, title, lambda one: str(value(one)), 52, sort=value, right=True)


def _who(one: Neglected) -> str:
    return "、".join(unit.short or unit.name for unit in one.askable[:3]) or "没有"


def _everyone(one: Neglected) -> str:
    return "、".join(unit.name for unit in one.askable) or "今年没有单位写过"
