"""How a unit has reported: proposed, weighed by the scheme, confirmed or declined."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desk.emergencies.breaching import Proposal, breach_words, decide, proposals, weighed, withdraw
from desk.emergencies.emergency import Emergency, Outcome
from desk.emergencies.rules import EmergencyRules
from desk.errors import DeskError
from desk.hand.typed import whole
from desk.scoring.figures import printed
from desk.weighing import Weighed
from ui.emergencies.deeds import Deeds
from ui.keys import bind
from ui.session import Session
from ui.side_window import FormWindow
from ui.unit_edit import UnitEdit

_SIZE = (620, 420)
_OWN = "本办公室（只记录，不计分）"
_OTHER = "另一个单位……"


class JudgeWindow(FormWindow):
    """One proposal after the other; another unit can be named, as for what was concealed.

    Signals:
        decided(): something was decided or taken back.
    """

    decided = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "认定报送情况", "emergencies")
        self.one: Emergency | None = None
        self._said: tuple[Proposal, ...] = ()
        self._asked = 0
        self.deeds = Deeds(session)
        self.heading = QLabel(wordWrap=True)
        self.heading.setObjectName("sectionTitle")
        self.before = QLabel(wordWrap=True)
        self.before.setObjectName("muted")
        self.whose, self.outcome = QComboBox(), QComboBox()
        self.outcome.addItems(list(Outcome))
        self.unit = UnitEdit()
        self.minutes, self.why = QLineEdit(), QLineEdit()
        self.worth = QLabel(wordWrap=True)
        self.worth.setObjectName("note")
        self.form = QFormLayout()
        self._lay_out()
        self.whose.activated.connect(self._show_proposal)
        self.outcome.currentTextChanged.connect(self._weigh)
        self.minutes.textChanged.connect(self._weigh)
        self.unit.textChanged.connect(self._weigh)

    def open(self, emergency_id: int) -> None:
        """Come up for an emergency."""
        with self.session.store.read() as work:
            self.one = work.matters.get(Emergency, emergency_id)
            rules = work.matters.policy(EmergencyRules())
            units = work.registry.units()
        names = {one.id: one.short for one in units}
        self.unit.show_units(units)
        self.unit.clear()
        self._said = proposals(self.one, rules)
        self.heading.setText(self.one.title)
        self.before.setText(
            "\n".join(
                f"已认定　{names.get(one.unit_id, '本办公室')}：{breach_words(one)}"
                for one in self.one.breaches
            )
        )
        self.before.setVisible(bool(self.one.breaches))
        self.back.setVisible(bool(self.one.breaches))
        self.whose.clear()
        for said in self._said:
            self.whose.addItem(names.get(said.unit_id, _OWN) if said.unit_id else _OWN)
        self.whose.addItem(_OTHER)
        self.why.clear()
        self._show_proposal()
        self.tell("")
        self.come_up(self.outcome)

    def decide(self, *, declined: bool = False) -> None:
        """Decide as it stands in the form."""
        one = self.one
        assert one is not None  # noqa: S101 - opened for one
        try:
            said = self._typed()
        except DeskError as error:
            self.tell(str(error))
            return
        store, by = self.session.store, self.session.by()
        note = "已记为不计" if declined else f"已认定为{said.outcome}"
        self.deeds.run(
            lambda: decide(store, one.id, said, declined=declined, by=by),
            note,
            lambda _change: self._done(),
            self.fail,
        )

    def withdraw(self) -> None:
        """Take the last decision back, for the reason that is typed."""
        one = self.one
        assert one is not None  # noqa: S101 - opened for one
        store, by, why = self.session.store, self.session.by(), self.why.text()
        at = len(one.breaches) - 1
        self.deeds.run(
            lambda: withdraw(store, one.id, at, why, by=by),
            "已撤销认定",
            lambda _change: self._done(),
            self.fail,
        )

    @override
    def fail(self, error: Exception) -> None:
        super().fail(error)
        self.why.setFocus()

    def _done(self) -> None:
        self.close()
        self.decided.emit()

    def _show_proposal(self) -> None:
        at = self.whose.currentIndex()
        said = self._said[at] if 0 <= at < len(self._said) else None
        self.form.setRowVisible(self.unit, said is None)
        self.outcome.setCurrentText(said.outcome if said else Outcome.MISSED)
        self.minutes.setText(str(said.minutes) if said and said.minutes else "")
        self.why.setText(said.why if said else "")
        self._weigh()

    def _typed(self) -> Proposal:
        at = self.whose.currentIndex()
        minutes = whole("minutes", "迟报分钟", self.minutes.text()) or 0
        outcome = Outcome(self.outcome.currentText())
        if 0 <= at < len(self._said):
            said = self._said[at]
            return replace(said, outcome=outcome, minutes=minutes, why=self.why.text())
        units = self.unit.unit_ids()
        if not units:
            raise DeskError("没有写单位。请打拼音首字母选单位。")
        return Proposal(units[0], outcome, minutes, self.why.text())

    def _weigh(self) -> None:
        """Say what the scheme in force would give."""
        self._asked += 1
        late = self.outcome.currentText() == Outcome.LATE
        self.form.setRowVisible(self.minutes, late)
        one, store = self.one, self.session.store
        try:
            said = self._typed()
        except DeskError:
            self.worth.setText("")
            return

        def look() -> Weighed | None:
            assert one is not None  # noqa: S101 - opened for one
            with store.read() as work:
                return weighed(work, one, said)

        self.session.look(look, partial(self._on_weighed, self._asked, said))

    def _on_weighed(self, asked: int, said: Proposal, found: Weighed | None) -> None:
        if asked != self._asked:
            return
        if not said.unit_id:
            self.worth.setText("本办公室的迟报只作记录，进月度统计。")
        elif found is None or not found.text:
            self.worth.setText("现行办法对这种情形不加不减，照样记入台账备查。")
        else:
            self.worth.setText(f"{printed(found.points)} 分　{found.text}")

    def _lay_out(self) -> None:
        for label, entry in (
            ("对谁", self.whose), ("单位", self.unit), ("情形", self.outcome),
            ("迟报分钟", self.minutes), ("理由和依据", self.why), ("按计分办法", self.worth),
        ):  # fmt: skip
            self.form.addRow(label, entry)
        confirm = self.deed("认定", "认定，记入得分台账（Ctrl+Enter）", self.decide)
        decline, self.back = QPushButton("不计"), QPushButton("撤销上次认定")
        decline.setToolTip("不按建议办，写明理由（Ctrl+Shift+N）")
        self.back.setToolTip("收回已经记入台账的认定，写明理由")
        decline.clicked.connect(lambda: self.decide(declined=True))
        bind(self, "Ctrl+Shift+N", lambda: self.decide(declined=True))
        self.back.clicked.connect(self.withdraw)
        self.content.addWidget(self.heading)
        self.content.addWidget(self.before)
        self.content.addLayout(self.form)
        self.content.addStretch(1)
        self.content.addLayout(self.foot(self.back, decline, confirm))
