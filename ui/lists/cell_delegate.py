"""Draws the cells of a long list: one line of text each, nothing else.

The style sheet's own drawing takes three times as long, and a screen has two hundred cells.
"""

from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import style
from ui.lists.divided_model import DividedModel
from ui.lists.list_model import Index

_INSET = 9  # as the headings of the style sheet
_CENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_LEFT, _RIGHT = (
    _CENTRE | int(Qt.AlignmentFlag.AlignLeft),
    _CENTRE | int(Qt.AlignmentFlag.AlignRight),
)


class CellDelegate(QStyledItemDelegate):
    """Reads columns and rows from the model itself, without asking it role by role."""

    def __init__(
        self, parent: QObject, model: DividedModel[Any], font: QFont, look: style.Look
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._inset = look.px(_INSET)
        self._fonts = {bold: QFont(font) for bold in (False, True)}
        self._fonts[True].setBold(True)
        self._metrics = {bold: QFontMetrics(one) for bold, one in self._fonts.items()}
        self._ink, self._chosen = QColor(style.INK), QColor(style.ACCENT_SOFT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        number = index.row()
        if self._model.heading(number) is not None:
            return
        area: QRect = option.rect  # type: ignore[attr-defined]  # missing from the stub
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]  # as above
            painter.fillRect(area, self._chosen)
        column, row = self._model.columns[index.column()], self._model.row(number)
        text = column.text(row)
        if not text:
            return
        bold = column.bold is not None and column.bold(row)
        colour = column.colour(row) if column.colour else None
        room = area.adjusted(self._inset, 0, -self._inset, 0)
        metrics = self._metrics[bold]
        painter.setFont(self._fonts[bold])
        painter.setPen(QColor(colour) if colour else self._ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _RIGHT if column.right else _LEFT, shown)
