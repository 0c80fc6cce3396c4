"""The desks of a lane, one a row: name, who signs, hours, and whether it is only taken if asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.approvals import Stage
from desk.errors import FieldError
from ui import style
from ui.registry.side_form import whole_number

_ANYBODY = "谁在谁审"
_HEADS = ("环节", "审签人", "小时", "必要时")
_TIPS = (
    "这一步叫什么，例如：办公室主任审签",
    "请谁审；没有固定的人选“谁在谁审”",
    "几个工作小时没有审就算超时，0 不催",
    "勾上的环节平时不走，送审时按 B 键才走",
)
_ROWS = 4


class StagesEdit(QWidget):
    """A short table; Alt+Up and Alt+Down are the form's, rows move by buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.table = QTableWidget(0, len(_HEADS))
        self.table.setHorizontalHeaderLabels(_HEADS)
        for column, tip in enumerate(_TIPS):
            item = self.table.horizontalHeaderItem(column)
            if item is not None:
                item.setToolTip(tip)
        self.table.verticalHeader().setDefaultSectionSize(style.ROW_HEIGHT)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 110), (2, 52), (3, 60)):
            self.table.setColumnWidth(column, width)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(style.ROW_HEIGHT * (_ROWS + 1))
        self.setFocusProxy(self.table)
        self._names: Sequence[str] = ()
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        self._button(row, "添加环节", "在末尾添加一步", self.add)
        self._button(row, "前移", "往前排一步", lambda: self._move(-1))
        self._button(row, "后移", "往后排一步", lambda: self._move(1))
        self._button(row, "去掉", "去掉选中的一步", self.remove)
        row.addStretch(1)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(4)
        column_box.addWidget(self.table)
        column_box.addLayout(row)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these people as signers, from now on and in the rows shown."""
        self._names = names
        for row in range(self.table.rowCount()):
            self._put_signer(row, self._signer(row))

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Show these stages."""
        self.table.setRowCount(0)
        for stage in stages:
            self._put(self.table.rowCount(), stage)

    def stages(self) -> tuple[Stage, ...]:
        """The stages as the rows have them; raises FieldError for hours that are no number."""
        return tuple(self._stage(row) for row in range(self.table.rowCount()))

    def add(self) -> None:
        """Add a stage and let its name be typed."""
        row = self.table.rowCount()
        self._put(row, Stage("", hours=4))
        self.table.setCurrentCell(row, 0)
        item = self.table.item(row, 0)
        if item is not None:
            self.table.editItem(item)

    def remove(self) -> None:
        """Take the current stage out."""
        self.table.removeRow(self.table.currentRow())

    def _move(self, by: int) -> None:
        at, stages = self.table.currentRow(), list(self.stages())
        if at >= 0 and 0 <= at + by < len(stages):
            stages.insert(at + by, stages.pop(at))
            self.show_stages(stages)
            self.table.setCurrentCell(at + by, 0)

    def _put(self, row: int, stage: Stage) -> None:
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(stage.name))
        self._put_signer(row, stage.signer)
        self.table.setItem(row, 2, QTableWidgetItem(f"{stage.hours}"))
        tick = QTableWidgetItem()
        tick.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
        state = Qt.CheckState.Checked if stage.only_if_asked else Qt.CheckState.Unchecked
        tick.setCheckState(state)
        self.table.setItem(row, 3, tick)

    def _put_signer(self, row: int, name: str) -> None:
        box = QComboBox()
        box.addItems([_ANYBODY, *self._names])
        if name and name not in self._names:
            box.addItem(name)
        box.setCurrentIndex(max(0, box.findText(name)))
        self.table.setCellWidget(row, 1, box)

    def _signer(self, row: int) -> str:
        box = self.table.cellWidget(row, 1)
        name = box.currentText() if isinstance(box, QComboBox) else ""
        return "" if name == _ANYBODY else name

    def _stage(self, row: int) -> Stage:
        name, hours, tick = (self.table.item(row, column) for column in (0, 2, 3))
        if name is None or hours is None or tick is None:
            raise FieldError("stages", "有一行没有填完。请补上，或者去掉这一行。")
        asked = tick.checkState() is Qt.CheckState.Checked
        number = whole_number("stages", "时限", hours.text())
        return Stage(name.text().strip(), self._signer(row), number, only_if_asked=asked)

    @staticmethod
    def _button(row: QHBoxLayout, text: str, tip: str, slot: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(slot)
        row.addWidget(button)
