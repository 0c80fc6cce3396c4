"""A table being edited: its caption, its rows and columns, its cells."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from desk.body import Table
from desk.tabling import plain_cell
from ui.editor.object_frame import ObjectFrame
from ui.editor.table_grid import TableGrid
from ui.editor.table_model import TableModel
from ui.editor.table_places import CAPTION, At
from ui.editor.text_view import TextView
from ui.flow_layout import FlowLayout

_LEAST_ROWS = 4  # that are seen at once, however small the table is
_BUTTONS = (
    ("加行", "在下方加行", "在当前行下面加一行（Alt+Insert；在最后一格按 Tab 也行）"),
    ("删行", "删除行", "删除选中的行（Alt+Delete）"),
    ("加列", "在右边加列", "在当前列右边加一列（Alt+Shift+Insert）"),
    ("删列", "删除列", "删除选中的列（Alt+Shift+Delete）"),
)


class TableFrame(ObjectFrame):
    """Edits one table.

    Signals:
        removed(): take the table out of the text.
    """

    removed = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self.cells = TableModel(self)
        self.grid = TableGrid(self.cells)
        self.caption = QLineEdit()
        self.caption.setPlaceholderText("表的标题，可以不写")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption.setAccessibleName("表的标题")
        self.headers = QSpinBox()
        self.headers.setRange(0, 5)
        self.headers.setPrefix("表头 ")
        self.headers.setSuffix(" 行")
        self.headers.setToolTip("表头有几行：用黑体印，换页时重复")
        self.extent = QLabel()
        self.extent.setObjectName("muted")
        self.done = _button("完成", "完成，所有改动算一步（Esc）")
        self.remove = _button("删除表格", "从正文里删去这张表（Ctrl+Z 撤销）")
        self._tools = QWidget()
        self._lay_out()
        self.cells.changed.connect(self._on_changed)
        self.cells.modelReset.connect(self._show_size)
        self.grid.typed.connect(self.touched)
        self.grid.finished.connect(self.finished)
        self.caption.textEdited.connect(lambda _text: self.touched.emit())
        self.caption.returnPressed.connect(self.grid.setFocus)
        self.headers.valueChanged.connect(self.grid.set_headers)
        self.done.clicked.connect(self.finished)
        self.remove.clicked.connect(self.removed)

    def _lay_out(self) -> None:
        row = FlowLayout(4, self._tools)
        self.buttons = []
        for words, action, tip in _BUTTONS:
            button = _button(words, tip)
            button.clicked.connect(self.grid.actions_by_name[action].trigger)
            row.addWidget(button)
            self.buttons.append(button)
        for widget in (self.headers, self.remove, self.done, self.extent):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self._tools)
        column.addWidget(self.caption)
        column.addWidget(self.grid, 1)

    @property
    def taken(self) -> Table:
        """The table as it is now, what stands in an open cell included."""
        self.grid.settle()
        table, caption = self.cells.table, self.caption.text()
        if caption == table.caption:
            return table
        return replace(table, caption=plain_cell(caption))

    def begin(self, table: Table, at: At | None, *, editable: bool) -> None:
        """Show a table and go to a cell of it."""
        self.cells.show_table(table)
        self.caption.setText(table.caption)
        self.caption.setReadOnly(not editable)
        self.grid.allow_editing(on=editable)
        for widget in (*self.buttons, self.headers, self.remove):
            widget.setVisible(editable)
        self._show_headers()
        self.show()
        self.raise_()
        if at is not None and at.row == CAPTION:
            self.caption.setFocus()
        else:
            self.grid.setFocus()
            self.grid.go(*(at or At(0, 0)))

    def take(self, table: Table) -> None:
        """Show the table as somebody else has changed it."""
        row, column = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        self.cells.show_table(table)
        self.caption.setText(table.caption)
        self._show_headers()
        self.grid.go(max(0, row), max(0, column))

    def cover(self, area: QRectF) -> None:
        """Stand over the table that is drawn in an area."""
        tools = self.fit_tools(self._tools)
        head = tools + self.caption.sizeHint().height() + 22
        rows = max(_LEAST_ROWS, self.cells.rowCount()) + 1
        tall = head + rows * self.grid.verticalHeader().defaultSectionSize() + 24
        self.lay_over(area, head, tall)

    def _on_changed(self) -> None:
        self._show_headers()
        self._show_size()
        self.touched.emit()

    def _show_headers(self) -> None:
        self.headers.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.headers.setMaximum(min(5, self.cells.rowCount()))
        self.headers.setValue(self.cells.table.header_rows)
        self.headers.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _show_size(self) -> None:
        self.extent.setText(f"{self.cells.rowCount()} 行 {self.cells.columnCount()} 列")


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("inForce" if text == "完成" else "link")
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
