"""A header with heads over several columns (合并表头), drawn from a statistics table."""

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from desk.stat_table import HeadCell, StatTable
from ui import style

_AIR = 5  # pixels around a head's text
_MOST_LINES = 4


class MergedHeader(QHeaderView):
    """One row of heads for each level; a head stands in the middle of what is seen of it."""

    def __init__(self, look: style.Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._table = StatTable("", (), ())
        self._cells: Sequence[HeadCell] = ()
        self._heights: Sequence[int] = ()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look.px(24))

    @property
    def heights(self) -> Sequence[int]:
        """The height of each level, in pixels."""
        return self._heights

    def show_table(self, table: StatTable, heights: Sequence[int] = ()) -> None:
        """Show the heads of another table, whose columns have their widths already.

        Levels are as high as their texts need, or as they are told.
        """
        self._table, self._cells = table, table.head_cells
        self._heights = heights or [self._height(level) for level in range(table.head_rows)]
        self.updateGeometry()
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), sum(self._heights) or self._look.px(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(style.GROUND))
        for one, place in self._placed():
            if place.intersects(event.rect()):
                self._draw(painter, one, place)

    def _draw(self, painter: QPainter, one: HeadCell, place: QRect) -> None:
        painter.setPen(QColor(style.LINE))
        painter.drawLine(place.topRight(), place.bottomRight())
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        seen = place.intersected(self.viewport().rect()).adjusted(_AIR, 0, -_AIR, 0)
        painter.setPen(QColor(style.INK))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere
        needed = self.fontMetrics().horizontalAdvance(one.text)
        inside = seen if needed <= seen.width() else place.adjusted(_AIR, 0, -_AIR, 0)
        painter.save()
        painter.setClipRect(place)
        painter.drawText(inside, int(flags), one.text)
        painter.restore()

    def _placed(self) -> Iterator[tuple[HeadCell, QRect]]:
        """Every head with its place in the viewport; those of hidden columns have none."""
        for one in self._cells:
            columns = [
                at
                for at in range(one.column, one.column + one.across)
                if not self.isSectionHidden(at)
            ]
            if columns:
                left = self.sectionViewportPosition(columns[0])
                width = sum(self.sectionSize(at) for at in columns)
                top, height = sum(self._heights[: one.row]), self._span(one)
                yield one, QRect(left, top, width, height)

    def _span(self, one: HeadCell) -> int:
        return sum(self._heights[one.row : one.row + one.down])

    def _height(self, level: int) -> int:
        line = self.fontMetrics().lineSpacing()
        needed = [
            ceil(self._lines(one) / one.down)
            for one in self._cells
            if one.row <= level < one.row + one.down
        ]
        return max(needed, default=1) * line + 2 * _AIR

    def _lines(self, one: HeadCell) -> int:
        width = sum(self.sectionSize(at) for at in range(one.column, one.column + one.across))
        room = max(1, width - 2 * _AIR)
        return min(_MOST_LINES, ceil(self.fontMetrics().horizontalAdvance(one.text) / room))
