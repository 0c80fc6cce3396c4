"""Lay a table out for the screen: column widths by content, wrapped cells, a caption above."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desk.body import Table
from ui import style

_PAD = 4.0
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


def paint(shape: TableShape, painter: QPainter, area: QRectF, font: QFont) -> None:
    """Draw a table with its top left corner in an area's."""
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(style.INK))
    whole = QRectF(area.left(), area.top(), sum(shape.widths), shape.caption)
    painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), shape.table.caption)
    top = area.top() + shape.caption
    for number, (row, height) in enumerate(zip(shape.table.rows, shape.heights, strict=True)):
        head = number < shape.table.header_rows
        _paint_row(shape, painter, row, QRectF(area.left(), top, 0, height), head=head)
        top += height
    if shape.note:
        columns = f"表格共 {len(shape.table.rows[0])} 列，这里只显示前 {len(shape.widths)} 列"
        painter.setPen(QColor(style.MUTED))
        whole = QRectF(area.left(), top, sum(shape.widths), shape.note)
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), columns)
    painter.restore()


def _paint_row(
    shape: TableShape, painter: QPainter, row: tuple[str, ...], place: QRectF, *, head: bool
) -> None:
    font = painter.font()
    font.setBold(head)
    painter.setFont(font)
    left = place.left()
    for cell, width in zip(row, shape.widths, strict=False):
        box = QRectF(left, place.top(), width, place.height())
        if head:
            painter.fillRect(box, QColor(style.GROUND))
        painter.setPen(QColor(style.MUTED))
        painter.drawRect(box)
        painter.setPen(QColor(style.INK))
        painter.drawText(box.adjusted(_PAD, _PAD, -_PAD, -_PAD), _FLAGS, cell)
        left += width
