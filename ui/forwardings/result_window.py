"""Enter what became of what went up, one after the other by keyboard (登记结果)."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from desk.day_words import read_day
from desk.errors import DeskError, FieldError
from desk.forwardings.forwarding import ADOPTED, Count, Forwarding, Result
from desk.forwardings.results import Finding, enter, proposed
from desk.hand import typed
from desk.publications import Publication
from desk.scoring.figures import printed
from desk.weighing import Weighed
from ui import style
from ui.forwardings.doing import do
from ui.keys import bind
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (560, 460)
_ONE_SECTION = 2  # lines of the choice, with the empty one
_RESULTS = (Result.ADOPTED, Result.COMPOSITE, Result.NOT_ADOPTED, Result.PENDING)


class ResultWindow(FormWindow):
    """Alt+1 … Alt+4 choose the result; Ctrl+Enter saves and goes on to the next one."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "登记上报结果", "forwardings")
        self._queue: list[Forwarding] = []
        self._carriers: dict[int, Publication] = {}
        self._asked = 0
        self.head, self.about = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.head.setObjectName("sectionTitle")
        self.about.setObjectName("muted")
        self.results = QButtonGroup(self)
        self.day, self.number, self.points = QLineEdit(), QLineEdit(), QLineEdit()
        self.day.setPlaceholderText("昨天、15日、7.14")
        self.number.setPlaceholderText("36 或 第36期")
        self.points.setPlaceholderText("上级公布的分，没有的不写")
        self.remark = QLineEdit()
        self.section, self.count = QComboBox(), QComboBox()
        self.count.addItems([one.value for one in Count])
        self.proposal = QLabel(wordWrap=True)
        self.proposal.setObjectName("muted")
        self._lay_out()

    @property
    def held(self) -> Forwarding | None:
        """The one on show."""
        return self._queue[0] if self._queue else None

    @property
    def result(self) -> Result:
        """The result chosen."""
        return _RESULTS[max(0, self.results.checkedId())]

    def open_for(self, queue: Sequence[Forwarding]) -> None:
        """Begin with the first of some forwardings; the day is today's until another is typed."""
        self._queue = [one for one in queue if one.sent is not None and not one.withdrawn]
        if not self._queue:
            self.session.messages.note("选中的还没有报出，先登记上报")
            return
        with self.session.store.read() as work:
            self._carriers = {one.id: one for one in work.catalogue.publications()}
        self.day.setText(f"{self.session.today():%Y-%m-%d}")
        self.number.clear()
        self._show()
        self.come_up(self.results.button(0))

    def save(self) -> None:
        """Keep the result and go on."""
        self.tell("")
        held = self.held
        try:
            finding = self._finding()
        except DeskError as error:
            self.fail(error)
            return
        if held is None or finding is None:
            return
        store, by = self.session.store, self.session.by()
        do(
            self.session,
            lambda: enter(store, [finding], by=by),
            f"“{held.title}”{finding.result}",
            done=lambda _change: self._go_on(),
            failed=self.fail,
        )

    def _go_on(self) -> None:
        self._queue = self._queue[1:]
        if self._queue:
            self._show()
            self.results.checkedButton().setFocus()
        else:
            self.close()

    def _show(self) -> None:
        held = self._queue[0]
        left = len(self._queue) - 1
        self.head.setText(held.title)
        more = f"　后面还有 {left} 件" if left else ""
        self.about.setText(
            f"《{held.carrier}》　{held.sent_day:%Y-%m-%d} 报出　{held.number}{more}"
        )
        self.section.clear()
        self.section.addItem("", None)
        carrier = self._carriers.get(held.publication_id)
        for one in carrier.sections if carrier else ():
            self.section.addItem(one.name, one.id)
        self.section.setCurrentIndex(1 if self.section.count() == _ONE_SECTION else 0)
        is_anew = held.result is Result.PENDING
        self.results.button(0 if is_anew else _RESULTS.index(held.result)).setChecked(True)
        if not is_anew and held.result_day:
            self.day.setText(f"{held.result_day:%Y-%m-%d}")
            self.number.setText(held.issue_number)
            self.section.setCurrentIndex(max(0, self.section.findData(held.section_id)))
        self.points.setText("" if held.external is None else printed(held.external))
        self.remark.setText(held.remark)
        self.count.setCurrentText(held.count.value)
        self._weigh()

    def _finding(self) -> Finding | None:
        if self.held is None:
            return None
        try:
            day = read_day(self.day.text(), self.session.today())
        except DeskError as error:
            raise FieldError("day", str(error)) from error
        return Finding(
            self.held.id,
            self.result,
            day,
            self.number.text().strip(),
            self.section.currentData(),
            typed.number("external", "上级计分", self.points.text()),
            self.remark.text().strip(),
            Count(self.count.currentText()),
        )

    def _weigh(self) -> None:
        """Say what the scheme would give, before anything is booked."""
        is_adopted = self.result in ADOPTED
        for field in (self.number, self.section, self.points, self.count):
            field.setEnabled(is_adopted)
        self._asked += 1
        asked, held, store, by = self._asked, self.held, self.session.store, self.session.by()
        self.proposal.setText("")
        try:
            finding = self._finding()
        except DeskError:
            return
        if held is None or finding is None or not is_adopted:
            return

        def read() -> list[Weighed]:
            with store.read() as work:
                try:
                    return proposed(work, held, finding, by=by)
                except DeskError:  # what is wrong is said when it is saved
                    return []

        self.session.look(read, lambda found: self._show_points(asked, found))

    def _show_points(self, asked: int, found: Sequence[Weighed]) -> None:
        if asked != self._asked:
            return
        with self.session.store.read() as work:
            units = {one.id: one.short for one in work.registry.units()}
        told = "；".join(
            f"{units.get(one.unit_id, '')} {printed(one.points)} 分（{one.text}）"
            if one.text
            else f"{units.get(one.unit_id, '')} 不计分"
            for one in found
        )
        self.proposal.setText(f"按计分办法：{told}" if told else "")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for at, one in enumerate(_RESULTS):
            button = QRadioButton(one.value)
            button.setToolTip(f"{one.value}（Alt+{at + 1}）")
            self.results.addButton(button, at)
            row.addWidget(button)
            bind(self, f"Alt+{at + 1}", button.click)
        row.addStretch(1)
        form = QFormLayout()
        form.setSpacing(style.GAP)
        form.addRow("结果", row)
        for words, field in (
            ("日期", self.day),
            ("上级期号", self.number),
            ("栏目", self.section),
            ("上级计分", self.points),
            ("台账", self.count),
            ("备注", self.remark),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        skip = QPushButton("跳过")
        skip.setToolTip("这一件先不登记（Ctrl+→）")
        skip.clicked.connect(self._go_on)
        bind(self, "Ctrl+Right", self._go_on)
        save = self.deed("保存，下一件", "保存并走到下一件（Ctrl+Enter）", self.save)
        for part in (self.head, self.about):
            self.content.addWidget(part)
        self.content.addLayout(form)
        self.content.addWidget(self.proposal)
        self.content.addStretch(1)
        self.content.addLayout(self.foot(skip, save))
        self.results.idToggled.connect(lambda _at, on: self._weigh() if on else None)
        for edit in (self.day, self.points):
            edit.editingFinished.connect(self._weigh)
        self.section.activated.connect(lambda _at: self._weigh())
