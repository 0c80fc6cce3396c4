"""Lay a table out for the screen: column widths by content, wrapped cells, a caption above."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desk.body import Table
from ui import style
from ui.editor.table_places import CAPTION, At, Look

_PAD = 4.0
_LINE = 2.0  # beneath a cell that has a finding
_NARROWEST = 3  # characters a column keeps, however many columns there are
_WIDEST = 14  # characters of a cell that still ask for width
_FLAGS = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
_PAPER_TALL = 1e6


@dataclass(frozen=True, slots=True)
class TableShape:
    """Where the parts of a table stand; a table wider than the page shows its first columns."""

    table: Table
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    caption: float
    note: float

    @property
    def size(self) -> QSizeF:
        """The room it takes."""
        return QSizeF(sum(self.widths) + 1, self.caption + sum(self.heights) + self.note + 1)


@lru_cache(maxsize=64)
def shape_of(table: Table, width: float, face: str, pixels: int) -> TableShape:
    """A table laid out within a width."""
    metrics = QFontMetricsF(cell_font(face, pixels))
    widths = _widths(table, width, metrics)
    heights = tuple(
        max(_height(cell, room, metrics) for cell, room in zip(row, widths, strict=False))
        for row in table.rows
    )
    line = metrics.height() + _PAD
    cut = len(widths) < len(table.rows[0]) if table.rows else False
    return TableShape(table, widths, heights, line if table.caption else 0.0, line if cut else 0.0)


def cell_font(face: str, pixels: int) -> QFont:
    """The face of cells, a little smaller than the text."""
    font = QFont(face)
    font.setPixelSize(max(12, pixels * 4 // 5))
    return font


def _widths(table: Table, width: float, metrics: QFontMetricsF) -> tuple[float, ...]:
    """Columns get what they ask for, shared out where that is too much."""
    least = _NARROWEST * metrics.horizontalAdvance("国") + 2 * _PAD
    fitting = max(1, int((width - 1) // least))
    asked = [
        min(max(metrics.horizontalAdvance(cell) for cell in column), least * _WIDEST / _NARROWEST)
        + 2 * _PAD
        for column in list(zip(*table.rows, strict=False))[:fitting]
    ]
    total = sum(asked) or 1.0
    spare = max(0.0, width - 1 - least * len(asked))
    return tuple(least + spare * one / total for one in asked)


def _height(cell: str, width: float, metrics: QFontMetricsF) -> float:
    room = QRectF(0, 0, width - 2 * _PAD, _PAPER_TALL)
    return metrics.boundingRect(room, _FLAGS, cell or " ").height() + 2 * _PAD


def cell_at(shape: TableShape, x: float, y: float) -> At | None:
    """The cell at a place counted from the table's top left corner."""
    if y < shape.caption:
        return At(CAPTION, 0)
    row = bisect_right(list(accumulate(shape.heights)), y - shape.caption)
    column = bisect_right(list(accumulate(shape.widths)), x)
    inside = row < len(shape.heights) and x >= 0 and column < len(shape.widths)
    return At(row, column) if inside else None


def rect_of(shape: TableShape, at: At) -> QRectF:
    """Where a cell stands, from the table's top left corner; one not drawn, where its row does."""
    if at.row == CAPTION:
        return QRectF(0, 0, sum(shape.widths), shape.caption)
    row = min(at.row, len(shape.heights) - 1)
    column = min(at.column, len(shape.widths) - 1)
    top = shape.caption + sum(shape.heights[:row])
    return QRectF(sum(shape.widths[:column]), top, shape.widths[column], shape.heights[row])


def paint(
    shape: TableShape, painter: QPainter, area: QRectF, font: QFont, looks: Mapping[At, Look]
) -> None:
    """Draw a table with its top left corner in an area's; some cells are set off."""
    painter.save()
    painter.setFont(font)
    whole = QRectF(area.left(), area.top(), sum(shape.widths), shape.caption)
    _set_off(painter, whole, looks.get(At(CAPTION, 0)))
    painter.setPen(QColor(style.INK))
    painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), shape.table.caption)
    top = area.top() + shape.caption
    seen = painter.clipBoundingRect() if painter.hasClipping() else None
    for number, (row, height) in enumerate(zip(shape.table.rows, shape.heights, strict=True)):
        head = number < shape.table.header_rows
        place = QRectF(area.left(), top, 0, height)
        if seen is None or (top <= seen.bottom() and seen.top() <= top + height):
            set_off = {at.column: look for at, look in looks.items() if at.row == number}
            _paint_row(shape, painter, row, place, set_off, head=head)
        top += height
    if shape.note:
        columns = f"表格共 {len(shape.table.rows[0])} 列，这里只显示前 {len(shape.widths)} 列"
        painter.setPen(QColor(style.MUTED))
        whole = QRectF(area.left(), top, sum(shape.widths), shape.note)
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), columns)
    painter.restore()


def _paint_row(
    shape: TableShape,
    painter: QPainter,
    row: tuple[str, ...],
    place: QRectF,
    looks: Mapping[int, Look],
    *,
    head: bool,
) -> None:
    font = painter.font()
    font.setBold(head)
    painter.setFont(font)
    left = place.left()
    for column, (cell, width) in enumerate(zip(row, shape.widths, strict=False)):
        box = QRectF(left, place.top(), width, place.height())
        if head:
            painter.fillRect(box, QColor(style.GROUND))
        _set_off(painter, box, looks.get(column))
        painter.setPen(QColor(style.MUTED))
        painter.drawRect(box)
        painter.setPen(QColor(style.INK))
        painter.drawText(box.adjusted(_PAD, _PAD, -_PAD, -_PAD), _FLAGS, cell)
        left += width


def _set_off(painter: QPainter, box: QRectF, look: Look | None) -> None:
    """Lay a ground behind a cell, and a line along its foot."""
    if look is None:
        return
    if look.ground:
        painter.fillRect(box, QColor(look.ground))
    if look.line:
        foot = QRectF(box.left() + _PAD, box.bottom() - _PAD, box.width() - 2 * _PAD, _LINE)
        painter.fillRect(foot, QColor(look.line))
