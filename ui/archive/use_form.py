"""Enter a use of an issue: who, how, why, with whose leave."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.archive.uses import Use, UseWay
from desk.errors import DeskError
from ui import style
from ui.day_edit import DayEdit
from ui.field import Field, clear_errors, show_error
from ui.keys import bind

_WIDTH = 460


class UseForm(QDialog):
    """Asks for one use; ``use`` is what was entered. Errors are shown at their fields."""

    def __init__(
        self, parent: QWidget, issue_id: int, name: str, today: date, people: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self._issue_id = issue_id
        self.setWindowTitle("登记利用")
        self.setFixedWidth(style.Look().px(_WIDTH))
        self.who, self.unit, self.purpose, self.remark = (QLineEdit() for _ in range(4))
        self.way, self.approver, self.day = QComboBox(), QComboBox(), DayEdit()
        for way in UseWay:
            self.way.addItem(way.value, way)
        self.approver.setEditable(True)
        self.approver.addItems(["", *people])
        self.day.show_day(today)
        self.fields = {
            "who": Field("利用人", self.who),
            "unit": Field("单位", self.unit),
            "way": Field("方式", self.way),
            "day": Field("日期", self.day),
            "purpose": Field("利用目的", self.purpose),
            "approver": Field("批准人（借出、复制必填）", self.approver),
            "remark": Field("备注", self.remark),
        }
        self.save = QPushButton("登记")
        self._lay_out(name)

    @property
    def use(self) -> Use:
        """What was entered."""
        return Use(
            issue_id=self._issue_id,
            day=self.day.day,
            who=self.who.text().strip(),
            way=UseWay(self.way.currentText()),
            unit=self.unit.text().strip(),
            purpose=self.purpose.text().strip(),
            approver=self.approver.currentText().strip(),
            remark=self.remark.text().strip(),
        )

    def show_failure(self, error: Exception) -> bool:
        """Show an error at its field; False where it is about none."""
        clear_errors(self.fields)
        return isinstance(error, DeskError) and show_error(self.fields, error)

    def _lay_out(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(style.GAP)
        heading = QLabel(name)
        heading.setObjectName("sectionTitle")
        column.addWidget(heading)
        for names in (("who", "unit"), ("way", "day"), ("purpose",), ("approver", "remark")):
            row = QHBoxLayout()
            row.setSpacing(style.GAP)
            for one in names:
                row.addWidget(self.fields[one], 1)
            column.addLayout(row)
        buttons = QHBoxLayout()
        cancel = QPushButton("取消")
        cancel.setToolTip("不登记（Esc）")
        cancel.clicked.connect(self.reject)
        self.save.setObjectName("primary")
        self.save.setToolTip("登记（Ctrl+S 或 Enter）")
        self.save.setDefault(True)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)
        bind(self, "Ctrl+S", self.save.click)
