"""约稿办法: how numbers read, the usual term, our contact, the receipt."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from desk.commissions.rules import LATEST_HOUR, LONGEST_TERM, CommissionRules
from desk.commissions.ruling import keep_rules
from ui.field import Field, clear_errors, show_error
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (460, 380)


class RulesWindow(FormWindow):
    """Ctrl+Enter keeps, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "约稿办法", "commissions")
        self._rules = CommissionRules()
        self.pattern, self.contact = QLineEdit(), QLineEdit(placeholderText="姓名和电话")
        self.days = QSpinBox(suffix=" 个工作日", maximum=LONGEST_TERM)
        self.hour = QSpinBox(suffix=" 时", maximum=LATEST_HOUR)
        self.receipt = QCheckBox("通知单下面带回执")
        self.fields = {
            "pattern": Field("编号样式（{year} 年份，{number} 号）", self.pattern),
            "days": Field("不写时限的，给", self.days),
            "hour": Field("不写几时的，截止到", self.hour),
            "contact": Field("联系人", self.contact),
        }
        for field in self.fields.values():
            self.content.addWidget(field)
        self.content.addWidget(self.receipt)
        self.content.addStretch(1)
        self.content.addLayout(self.foot(self.deed("保存", "保存（Ctrl+Enter）", self.keep)))

    def open_now(self) -> None:
        """Begin with the rules in force."""
        with self.session.store.read() as work:
            self._rules = work.matters.policy(CommissionRules())
        rules = self._rules
        clear_errors(self.fields)
        self.tell("")
        self.pattern.setText(rules.pattern)
        self.contact.setText(rules.contact)
        self.days.setValue(rules.days)
        self.hour.setValue(rules.hour)
        self.receipt.setChecked(rules.receipt)
        self.come_up(self.pattern)

    def keep(self) -> None:
        """Keep them."""
        clear_errors(self.fields)
        store, by, former = self.session.store, self.session.by, self._rules
        wanted = replace(
            former,
            pattern=self.pattern.text().strip(),
            contact=" ".join(self.contact.text().split()),
            days=self.days.value(),
            hour=self.hour.value(),
            receipt=self.receipt.isChecked(),
        )
        self.session.do(
            lambda: keep_rules(store, wanted, by=by()),
            Topic.TASKS,
            note="约稿办法已保存，以后发出的约稿照此",
            undo=Undo(lambda: keep_rules(store, former, by=by()), "已恢复原来的约稿办法"),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, _former: CommissionRules) -> None:
        self.close()

    def _refuse(self, error: Exception) -> None:
        if not show_error(self.fields, error):
            self.fail(error)
