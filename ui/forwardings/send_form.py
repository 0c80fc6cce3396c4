"""The fields of sending up: when, how, by whom, why without approval, which commission."""

from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from desk.commissions.commission import Commission
from desk.errors import FieldError
from desk.forwardings.forwarding import Route
from desk.forwardings.sending import Sending
from desk.hand import typed
from desk.office_clock import minute_words
from ui import style

_NONE = "不是约稿"


class SendForm(QWidget):
    """Rows that are needed only sometimes are shown only then."""

    def __init__(self) -> None:
        super().__init__()
        self.when, self.person = QLineEdit(), QLineEdit()
        self.when.setToolTip("写成 2026-07-15 16:30")
        self.route = QComboBox()
        self.route.addItems([one.value for one in Route])
        self.upper = QComboBox()
        self.unapproved = QLineEdit(placeholderText="例如：主任电话同意，后补手续")
        self.again = QCheckBox("再报一次")
        self.remark = QLineEdit()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(style.GAP)
        for words, field in (
            ("报出时间", self.when),
            ("方式", self.route),
            ("报送人", self.person),
            ("答复约稿", self.upper),
            ("没审签完的理由", self.unapproved),
            ("已经报过", self.again),
            ("备注", self.remark),
        ):
            field.setAccessibleName(words)
            self.form.addRow(QLabel(words), field)

    def begin(self, now: datetime, who: str, commissions: tuple[Commission, ...]) -> None:
        """Begin with now, and nothing said."""
        self.when.setText(minute_words(now))
        self.person.setText(who)
        self.upper.clear()
        self.upper.addItem(_NONE, 0)
        for one in commissions:
            asked = one.upper.asked_by if one.upper else ""
            self.upper.addItem(f"{asked}：{one.title}", one.id)
        self.form.setRowVisible(self.upper, bool(commissions))
        self.unapproved.clear()
        self.again.setChecked(False)
        self.remark.clear()

    def ask(self, *, approval: bool, again: bool) -> None:
        """Ask only what must be asked."""
        self.form.setRowVisible(self.unapproved, approval)
        self.form.setRowVisible(self.again, again)

    def sending(self) -> Sending:
        """What was filled in. Raises FieldError."""
        when = typed.moment("when", "报出时间", self.when.text())
        if when is None:
            raise FieldError("when", "没有写报出时间，例如 2026-07-15 16:30。")
        return Sending(
            when,
            Route(self.route.currentText()),
            self.person.text().strip(),
            self.unapproved.text().strip(),
            int(self.upper.currentData() or 0),
            self.again.isChecked(),
            self.remark.text().strip(),
        )

    def field(self, name: str) -> QWidget:
        """The input an error is about."""
        fields: dict[str, QWidget] = {
            "when": self.when, "unapproved": self.unapproved, "again": self.again,
        }  # fmt: skip
        return fields.get(name, self.when)
