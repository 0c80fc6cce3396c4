"""The charts to choose from, each with the question it answers."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from typing_extensions import override

from desk.reports.charts.chart import Chart
from ui import style

_ROW = 48
_EDGE = 10
_QUESTION = 12  # pixels high
_Index = QModelIndex | QPersistentModelIndex


class ChartList(QListWidget):
    """One is always chosen."""

    def __init__(self, charts: Sequence[Chart], look: style.Look) -> None:
        super().__init__()
        self.charts = charts
        self.setAccessibleName("图表")
        self.setItemDelegate(_TwoLines(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for chart in charts:
            item = QListWidgetItem(chart.title)
            item.setData(Qt.ItemDataRole.UserRole, chart.question)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{chart.title}，{chart.question}")
            item.setToolTip(chart.question)
            self.addItem(item)
        self.setCurrentRow(0)

    @property
    def chart(self) -> Chart | None:
        """The chosen chart."""
        at = self.currentRow()
        return self.charts[at] if 0 <= at < len(self.charts) else None

    def choose(self, key: str) -> None:
        """Choose a chart by its key."""
        for at, chart in enumerate(self.charts):
            if chart.key == key:
                self.setCurrentRow(at)


class _TwoLines(QStyledItemDelegate):
    """The title above, the question below it."""

    def __init__(self, look: style.Look, parent: ChartList) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: object, index: _Index) -> QSize:
        return QSize(0, self._look.px(_ROW))

    @override
    def paint(self, painter: QPainter, option: object, index: _Index) -> None:
        area: QRect = option.rect  # type: ignore[attr-defined]  # missing from the stub
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]  # same
            painter.fillRect(area, QColor(style.ACCENT_SOFT))
            bar = QRect(area.left(), area.top(), self._look.px(3), area.height())
            painter.fillRect(bar, QColor(style.ACCENT))
        inner = area.adjusted(self._look.px(_EDGE), 0, -self._look.px(_EDGE), 0)
        upper, lower = QRect(inner), QRect(inner)
        upper.setBottom(inner.center().y())
        lower.setTop(inner.center().y() + 1)
        bold = QFont(painter.font())
        bold.setBold(True)
        _write(painter, upper, bold, style.INK, str(index.data()), Qt.AlignmentFlag.AlignBottom)
        plain = QFont(bold)
        plain.setBold(False)
        plain.setPixelSize(self._look.px(_QUESTION))
        question = str(index.data(Qt.ItemDataRole.UserRole))
        _write(painter, lower, plain, style.MUTED, question, Qt.AlignmentFlag.AlignTop)
        painter.restore()


def _write(
    painter: QPainter, area: QRect, font: QFont, colour: str, words: str, at: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    told = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, at | Qt.AlignmentFlag.AlignLeft, told)
