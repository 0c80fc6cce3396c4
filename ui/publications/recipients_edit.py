"""The recipients of a publication: typed, pasted from a table, or taken from the 报尾."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.publication_rules import MOST_COPIES
from desk.publications import Recipient, Way
from desk.recipients import copies_for, named_in, pasted, with_missing
from ui import style
from ui.flow_layout import FlowLayout
from ui.keys import bind

_WAYS = tuple(Way)
_WAY, _NAME, _COPIES = range(3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class _Cells(QStyledItemDelegate):
    """A choice for the way, a number for the copies, a line for the name."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        if index.column() == _WAY:
            ways = QComboBox(parent)
            ways.addItems([way.value for way in _WAYS])
            return ways
        if index.column() == _COPIES:
            return QSpinBox(parent, maximum=MOST_COPIES)
        return super().createEditor(parent, option, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)


class _Rows(QTableWidget):
    """Asks for the room of four rows, and grows where there is more."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 8 * self.fontMetrics().lineSpacing())


class RecipientsEdit(QWidget):
    """Rows of 报/送/发, name and copies, with what they come to.

    Signals:
        edited(): a row changed, came, moved or went.
        drawing(): the clerk wants the rows that the 报尾 names.
    """

    edited = Signal()
    drawing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = _Rows(0, 3)
        self.total = QLabel()
        self.total.setWordWrap(True)
        self._dress()
        self.setFocusProxy(self.table)
        self.buttons = FlowLayout(style.GAP)
        self._button("添加", "在下面添加一行（Insert）", self.add)
        self._button("去掉", "去掉选中的行（Delete）", self.remove)
        self._button("上移", "往前排一位（Alt+↑）", lambda: self.move_row(-1))
        self._button("下移", "往后排一位（Alt+↓）", lambda: self.move_row(1))
        self._button("粘贴", "粘贴从 Excel 复制的行：报送发、单位、份数（Ctrl+V）", self.paste)
        drawing = "把报尾各行里的单位加进来，已有的不变"
        self._button("从报尾文字生成", drawing, self.drawing.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addWidget(self.total)
        column.addLayout(self.buttons)
        self._connect()

    def _dress(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.table.setItemDelegate(_Cells(self.table))
        self.table.setHorizontalHeaderLabels(["报送发", "单位或职务", "份数"])
        self.table.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.table.setAccessibleName("发送单位")
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setToolTip("双击或 F2 改，Insert 添加，Delete 去掉，Alt+↑↓ 换次序，Ctrl+V 粘贴")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows, header = self.table.verticalHeader(), self.table.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(0)
        rows.setDefaultSectionSize(self.table.fontMetrics().height() + 12)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.table.itemChanged.connect(lambda _item: self.edited.emit())
        bind(self.table, "Insert", self.add)
        bind(self.table, "Delete", self.remove)
        bind(self.table, "Alt+Up", lambda: self.move_row(-1))
        bind(self.table, "Alt+Down", lambda: self.move_row(1))
        bind(self.table, "Ctrl+V", self.paste)

    def show_recipients(self, recipients: Iterable[Recipient]) -> None:
        """List these recipients."""
        self._list(tuple(recipients))

    def recipients(self) -> tuple[Recipient, ...]:
        """The rows in their order."""
        return tuple(self._row(at) for at in range(self.table.rowCount()))

    def tell_total(self, copies: int) -> None:
        """Say what the rows come to, and warn where it is not the number printed."""
        rows = self.recipients()
        total = copies_for(rows)
        apart = total - copies
        text = f"共 {len(rows)} 处、{total} 份"
        if rows and copies and apart:
            short = f"多 {apart}" if apart > 0 else f"少 {-apart}"
            text = f"▲ {text}，印数是 {copies} 份，{short} 份。请核对印数或份数。"
        elif rows and copies:
            text = f"{text}，与印数相符"
        self.total.setObjectName("note" if text.startswith("▲") else "muted")
        self.total.style().unpolish(self.total)
        self.total.style().polish(self.total)
        self.total.setText(text if rows else "还没有列单位。按 Insert 添加，或者粘贴一张表。")

    def add(self) -> None:
        """Add a row like the last and let its name be typed."""
        rows = self.recipients()
        way = rows[-1].way if rows else Way.REPORT
        self._list((*rows, Recipient(way, "")), len(rows))
        self.table.setFocus()
        cell = self.table.item(len(rows), _NAME)
        if cell:
            self.table.setCurrentItem(cell)
            self.table.editItem(cell)

    def remove(self) -> None:
        """Take the selected rows out."""
        gone = {index.row() for index in self.table.selectedIndexes()}
        rows = self.recipients()
        self._list([one for at, one in enumerate(rows) if at not in gone], min(gone, default=-1))

    def move_row(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        rows, at = list(self.recipients()), self.table.currentRow()
        if at >= 0 and 0 <= at + by < len(rows):
            rows[at], rows[at + by] = rows[at + by], rows[at]
            self._list(rows, at + by)

    def paste(self) -> None:
        """Add the rows on the clipboard."""
        self.add_missing(pasted(QApplication.clipboard().text()))

    def add_named_in(self, lines: Iterable[str]) -> None:
        """Add whom the lines of the 报尾 name."""
        self.add_missing(named_in(lines))

    def add_missing(self, recipients: Iterable[Recipient]) -> None:
        """Add those that are not listed yet."""
        rows = with_missing(self.recipients(), recipients)
        self._list(rows, len(rows) - 1)

    def _list(self, recipients: Sequence[Recipient], current: int = -1) -> None:
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.table.setRowCount(0)
        self.table.setRowCount(len(recipients))
        for at, one in enumerate(recipients):
            for column, value in enumerate((one.way.value, one.name, one.copies)):
                item = QTableWidgetItem()
                item.setData(Qt.ItemDataRole.EditRole, value)
                if column == _COPIES:
                    item.setTextAlignment(_RIGHT)
                self.table.setItem(at, column, item)
        self.table.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        if recipients and current >= 0:
            self.table.setCurrentCell(min(current, len(recipients) - 1), _NAME)
        self.edited.emit()

    def _row(self, at: int) -> Recipient:
        way, name, copies = (self._cell(at, column) for column in range(3))
        return Recipient(Way(str(way)), str(name).strip(), int(str(copies or 0)))

    def _cell(self, at: int, column: int) -> object:
        item = self.table.item(at, column)
        return item.data(Qt.ItemDataRole.EditRole) if item else ""

    def _button(self, text: str, tip: str, slot: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda _on: slot())
        self.buttons.addWidget(button)
