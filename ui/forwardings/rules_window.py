"""上报规则: whose channel each carrier is, what counts once, how long results are waited for."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from desk.errors import FieldError
from desk.forwardings.clean_copy import fields_typed, known_fields
from desk.forwardings.rules import (
    CarrierRule,
    ForwardingRules,
    Line,
    Twice,
    keep_rules,
    rules_of,
    with_carriers,
)
from desk.forwardings.sending import carriers_above
from ui import style
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (760, 460)
_LONGEST = 400
_TWICE = {
    Twice.ONCE: "只计一次：先采用的计",
    Twice.HIGHER: "就高：分高的计",
    Twice.EACH: "各计：两边都计",
}


class RulesWindow(FormWindow):
    """A row for each carrier; Ctrl+Enter keeps all."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "上报规则", "forwardings")
        self._rules = ForwardingRules()
        self.rows: list[tuple[int, QComboBox, QSpinBox, QLineEdit]] = []
        self.twice, self.wait = QComboBox(), QSpinBox()
        self.twice.addItems([_TWICE[one] for one in Twice])
        self.wait.setRange(1, _LONGEST)
        self.wait.setSuffix(" 天")
        self.lane, self.fields = QLineEdit(), QLineEdit()
        self.fields.setToolTip(f"可以写：{'、'.join(known_fields())}")
        self.grid = QGridLayout()
        self.grid.setSpacing(style.GAP)
        self._lay_out()

    def open_now(self) -> None:
        """Begin with the rules in force."""
        self.tell("")
        with self.session.store.read() as work:
            self._rules = rules_of(work)
            carriers = carriers_above(work)
        self._clear()
        rules = self._rules
        self.twice.setCurrentIndex(list(Twice).index(rules.twice))
        self.wait.setValue(rules.wait_days)
        self.lane.setText(rules.lane)
        self.fields.setText("、".join(rules.fields))
        for row, carrier in enumerate(carriers, 1):
            held = rules.of(carrier)
            line, wait = QComboBox(), QSpinBox()
            line.addItems([one.value for one in Line])
            line.setCurrentText(held.line.value)
            wait.setRange(0, _LONGEST)
            wait.setSuffix(" 天")
            wait.setSpecialValueText("同上")
            wait.setValue(held.wait_days)
            fields = QLineEdit("、".join(held.fields), placeholderText="同上")
            name = QLabel(f"《{carrier.name}》 {carrier.tier}")
            for at, part in enumerate((name, line, wait, fields)):
                part.setAccessibleName(f"{carrier.name}{('', '渠道', '等结果', '栏目')[at]}")
                self.grid.addWidget(part, row, at)
            self.rows.append((carrier.id, line, wait, fields))
        self.come_up(self.twice)

    def keep(self) -> None:
        """Keep all of it."""
        self.tell("")
        try:
            wanted = self._wanted()
        except FieldError as error:
            self.tell(str(error))
            return
        store, session, former = self.session.store, self.session, self._rules
        session.do(
            lambda: keep_rules(store, wanted, by=session.by()),
            Topic.TASKS,
            note="已保存上报规则",
            undo=Undo(lambda: keep_rules(store, former, by=session.by()), "已恢复原来的规则"),
            done=lambda _former: self._close(),
            failed=self.fail,
        )

    def _wanted(self) -> ForwardingRules:
        carriers = [
            CarrierRule(key, Line(line.currentText()), wait.value(), fields_typed(fields.text()))
            for key, line, wait, fields in self.rows
        ]
        plain = replace(
            self._rules,
            twice=list(Twice)[self.twice.currentIndex()],
            wait_days=self.wait.value(),
            lane=self.lane.text().strip(),
            fields=fields_typed(self.fields.text()),
        )
        return with_carriers(plain, carriers)

    def _close(self) -> None:
        self.close()

    def _clear(self) -> None:
        self.rows = []
        for at in reversed(range(self.grid.count())):
            self.grid.takeAt(at).widget().deleteLater()
        for at, words in enumerate(("刊物", "渠道", "等结果", "重录的栏目")):
            self.grid.addWidget(QLabel(words), 0, at)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GAP)
        for words, field in (
            ("同一级党委、政府都采用", self.twice),
            ("多久没有结果要催问", self.wait),
            ("上报要走的审签流程", self.lane),
            ("重录的栏目和次序", self.fields),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        save = self.deed("保存", "保存（Ctrl+Enter）", self.keep)
        self.content.addLayout(form)
        self.content.addLayout(self.grid)
        self.content.addStretch(1)
        self.content.addLayout(self.foot(save))
