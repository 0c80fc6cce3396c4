"""How large a new table is to be."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox
from typing_extensions import override

from desk.tabling import MOST_COLUMNS, MOST_ROWS
from ui.editor.object_frame import ObjectFrame
from ui.editor.text_view import TextView

_ROWS, _COLUMNS = 4, 3  # of the first table; later ones are as large as the one before


class TableChooser(ObjectFrame):
    """Asks for rows and columns; Enter puts the table in, Esc does not.

    Signals:
        chosen(int, int): rows and columns.
    """

    chosen = Signal(int, int)

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self.rows = _field(_ROWS, MOST_ROWS, " 行")
        self.columns = _field(_COLUMNS, MOST_COLUMNS, " 列")
        self.insert = QPushButton("插入表格")
        self.insert.setObjectName("primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        for widget in (QLabel("新表格"), self.rows, self.columns, self.insert):
            row.addWidget(widget)
        row.addStretch(1)
        self.insert.clicked.connect(self._choose)

    def ask(self, area: QRectF) -> None:
        """Ask beneath the line of the cursor."""
        self.lay_over(QRectF(area.bottomLeft(), area.size()), 0, self.sizeHint().height())
        self.show()
        self.raise_()
        self.rows.setFocus()
        self.rows.selectAll()

    def _choose(self) -> None:
        self.hide()
        self.chosen.emit(self.rows.value(), self.columns.value())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        else:
            super().keyPressEvent(event)


def _field(value: int, most: int, unit: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(1, most)
    field.setValue(value)
    field.setSuffix(unit)
    return field
