"""Honour somebody the figures do not know, with a reason."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from desk.awards.deciding import Decision
from desk.awards.plan import Whom
from ui import style
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (520, 300)


class OutsideWindow(FormWindow):
    """Ctrl+Enter adds, Esc closes."""

    def __init__(self, session: Session, parent: QWidget, add: Callable[[Decision], None]) -> None:
        super().__init__(session, parent, _SIZE, "添加到名单", "awards")
        self._add = add
        self.whom, self.grade = QComboBox(), QComboBox()
        self.whom.addItems([one.value for one in Whom])
        self.name, self.unit, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setPlaceholderText("单位、姓名或信息标题")
        self.unit.setPlaceholderText("个人和信息写所在单位")
        self.reason.setPlaceholderText("为什么评")
        form = QFormLayout()
        form.setSpacing(style.GAP)
        for words, field in (
            ("评什么", self.whom),
            ("等次", self.grade),
            ("名称", self.name),
            ("单位", self.unit),
            ("理由", self.reason),
        ):
            form.addRow(words, field)
        self.content.addLayout(form)
        self.content.addStretch(1)
        deed = self.deed("添加", "添加到名单（Ctrl+Enter）", self.add)
        self.content.addLayout(self.foot(deed))

    def open_for(self, grades: Sequence[str]) -> None:
        """Begin with an empty form."""
        self.grade.clear()
        self.grade.addItems(list(grades))
        for field in (self.name, self.unit, self.reason):
            field.clear()
        self.tell("")
        self.come_up(self.name)

    def add(self) -> None:
        """Hand over what is filled in."""
        name = self.name.text().strip()
        if not name:
            self.tell("请写上名称。")
            self.name.setFocus()
            return
        whom = Whom(self.whom.currentText())
        self._add(
            Decision(
                f"other:{whom.value}:{name}",
                self.grade.currentText(),
                self.reason.text(),
                name=name,
                unit=self.unit.text().strip(),
                whom=whom,
            )
        )
