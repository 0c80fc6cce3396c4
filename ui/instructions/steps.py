"""The windows of single steps: 交办, 催办, 延期, 反馈, 退回重办, 办结, 取消交办, 不记分."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from desk.commissions.commission import Call
from desk.day_words import read_day
from desk.errors import DeskError, FieldError
from desk.hand.typed import moment, moment_text
from desk.instructions import answering, booking, handing
from desk.instructions.changing import Step
from desk.instructions.handing import Handover
from desk.instructions.instruction import Assignment, Feedback, Instruction, Way
from desk.instructions.taking_in import limit
from desk.store import Store
from desk.units import Unit
from ui.instructions.step_window import StepWindow
from ui.scores.draft_edit import DraftEdit
from ui.session import Topic
from ui.unit_edit import UnitEdit

Act = tuple[Callable[[], Step], str]
_RESULTS = ("已整改到位", "已落实", "已反馈领导", "已阅存", "转其他渠道办理")


class HandWindow(StepWindow):
    """交办: to whom, how, by when."""

    heading = "交办批示"
    verb = "交办"

    @override
    def build(self) -> None:
        self.units = UnitEdit()
        self.way, self.due = QComboBox(), QLineEdit(placeholderText="空着：只知悉，不要反馈")
        self.way.addItems([one.value for one in Way])
        self.leads = QCheckBox("第一个单位牵头")
        self.leads.setChecked(True)
        self.area.add("units", "承办单位", self.units)
        self.area.inputs.addWidget(self.leads)
        self.area.add("way", "怎么交", self.way)
        self.area.add_beside("due", "反馈时限", self.due, 2)
        self.area.inputs.addStretch(1)
        self.first = self.units

    @override
    def asked(self, held: Instruction) -> Sequence[Assignment]:
        return ()

    @override
    def fill(self, held: Instruction, units: Sequence[Unit]) -> None:
        self.units.show_units([one for one in units if one.active])
        self.units.show_ids(() if held.assignments else held.sources)
        with self.session.store.read() as work:
            found = limit(work, held.text, self.session.clock())
        self.due.setText(moment_text(found.due))
        self.area.fields["due"].show_note(found.why)

    @override
    def step(self, store: Store, held: Instruction) -> Act:
        unit_ids = self.units.unit_ids()
        lead = unit_ids[0] if unit_ids and self.leads.isChecked() else 0
        due = moment("due", "反馈时限", self.due.text())
        wanted = Handover(unit_ids, Way(self.way.currentText()), due, lead)
        act = partial(handing.hand_over, store, held.id, wanted, by=self.session.by())
        return act, f"已交办 {len(unit_ids)} 家单位"


class CallingWindow(StepWindow):
    """催办, and 催批 while the words are waited for."""

    heading = "催办"
    verb = "记下"

    @override
    def build(self) -> None:
        self.spoke_to = QLineEdit(placeholderText="和谁通的话")
        self.phone = QLineEdit(placeholderText="电话")
        self.said = QPlainTextEdit(tabChangesFocus=True)
        self.said.setPlaceholderText("对方怎么说")
        self.promised = QLineEdit(placeholderText="例如：明天、7月20日")
        self.area.add("spoke_to", "通话人", self.spoke_to)
        self.area.add_beside("phone", "电话", self.phone)
        self.area.add("said", "答复", self.said, 1)
        self.area.add("promised", "答应哪天报", self.promised)
        self.first = self.spoke_to
        self.unit.currentIndexChanged.connect(lambda _at: self._show_phone())

    @override
    def asked(self, held: Instruction) -> Sequence[Assignment]:
        return held.owing or held.assignments

    @override
    def fill(self, held: Instruction, units: Sequence[Unit]) -> None:
        self.setWindowTitle("催批" if held.is_awaited else "催办")
        for line in (self.spoke_to, self.promised):
            line.clear()
        self.said.clear()
        self._units = {one.id: one.short for one in units}
        self._show_phone()

    def _show_phone(self) -> None:
        with self.session.store.read() as work:
            unit = self.unit.currentText()
            name, phone = work.inquiries.contact(unit) if unit else ("", "")
        self.spoke_to.setText(name)
        self.phone.setText(phone)

    @override
    def step(self, store: Store, held: Instruction) -> Act:
        by = self.session.by()
        try:
            promised = read_day(self.promised.text(), by.today)
        except DeskError as error:
            raise FieldError("promised", str(error)) from error
        call = Call(
            by.now,
            by.who,
            self.spoke_to.text().strip(),
            self.phone.text().strip(),
            self.said.toPlainText().strip(),
            promised,
        )
        return partial(handing.note_call, store, held.id, self.unit_id, call, by=by), "已记下通话"


class ExtendWindow(StepWindow):
    """延期: until when, and why."""

    heading = "反馈延期"
    verb = "延期"
    size_at_100 = (520, 320)

    @override
    def build(self) -> None:
        self.due = QLineEdit(placeholderText="2026-07-20 18:00")
        self.why = QLineEdit(placeholderText="例如：等省里检测结果")
        self.area.add("due", "延到", self.due)
        self.area.add("reason", "理由", self.why)
        self.area.inputs.addStretch(1)
        self.first = self.due
        self.unit.currentIndexChanged.connect(lambda _at: self._show_due())

    @override
    def asked(self, held: Instruction) -> Sequence[Assignment]:
        return held.owing

    @override
    def fill(self, held: Instruction, units: Sequence[Unit]) -> None:
        self.why.clear()
        self._show_due()

    def _show_due(self) -> None:
        self.due.setText(moment_text(self.task.due) if self.task else "")

    @override
    def step(self, store: Store, held: Instruction) -> Act:
        due = moment("due", "延到", self.due.text())
        if due is None:
            raise FieldError("due", "没有写延到什么时候。请写成 2026-07-20 18:00 的样子。")
        by, why = self.session.by(), self.why.text()
        return partial(handing.extend, store, held.id, [self.unit_id], due, why, by=by), "已延期"


class FeedbackWindow(StepWindow):
    """反馈: what the unit answered, its words or its draft."""

    heading = "收到反馈"
    verb = "登记"
    size_at_100 = (680, 520)

    @override
    def build(self) -> None:
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.text.setPlaceholderText("粘贴单位的反馈；一段一行，（一）（二）保留")
        self.draft = DraftEdit(self.session)
        self.draft.setPlaceholderText("报来的是一篇来稿的，打几个字选它")
        self.partial = QCheckBox("阶段性反馈，还要再报")
        self.area.add("text", "反馈内容", self.text, 1)
        self.area.add("draft", "来稿", self.draft)
        self.area.inputs.addWidget(self.partial)
        self.first = self.text

    @override
    def asked(self, held: Instruction) -> Sequence[Assignment]:
        return held.owing or held.assignments

    @override
    def fill(self, held: Instruction, units: Sequence[Unit]) -> None:
        self.text.clear()
        self.draft.show_title("", 0)
        self.partial.setChecked(False)

    @override
    def step(self, store: Store, held: Instruction) -> Act:
        by, final = self.session.by(), not self.partial.isChecked()
        feedback = Feedback(by.now, self.text.toPlainText(), self.draft.item_id, final)
        act = partial(answering.take_feedback, store, held.id, self.unit_id, feedback, by=by)
        return act, "已登记反馈" if final else "已登记阶段性反馈"


class BackWindow(StepWindow):
    """退回重办: why, and by when again."""

    heading = "退回重办"
    verb = "退回"
    size_at_100 = (520, 320)

    @override
    def build(self) -> None:
        self.why = QLineEdit(placeholderText="例如：没有写整改时限")
        self.due = QLineEdit()
        self.area.add("reason", "理由", self.why)
        self.area.add("due", "重新反馈的时限", self.due)
        self.area.inputs.addStretch(1)
        self.first = self.why

    @override
    def asked(self, held: Instruction) -> Sequence[Assignment]:
        return tuple(one for one in held.assignments if one.answered)

    @override
    def fill(self, held: Instruction, units: Sequence[Unit]) -> None:
        self.why.clear()
        with self.session.store.read() as work:
            found = limit(work, held.text, self.session.clock())
        self.due.setText(moment_text(found.due))

    @override
    def step(self, store: Store, held: Instruction) -> Act:
        due = moment("due", "时限", self.due.text())
        if due is None:
            raise FieldError("due", "没有写重新反馈的时限。")
        by, why = self.session.by(), self.why.text()
        return partial(answering.send_back, store, held.id, self.unit_id, why, due, by=by), "已退回"


class _WordsWindow(StepWindow):
    """A step that needs a few words alone."""

    size_at_100 = (520, 260)
    field = "reason"
    label = "理由"
    offered: tuple[str, ...] = ()

    @override
    def build(self) -> None:
        self.words = QComboBox(editable=True)
        self.words.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.words.addItems(self.offered)
        self.area.add(self.field, self.label, self.words)
        self.area.inputs.addStretch(1)
        self.first = self.words

    @override
    def asked(self, held: Instruction) -> Sequence[Assignment]:
        return ()

    @override
    def fill(self, held: Instruction, units: Sequence[Unit]) -> None:
        self.words.setCurrentText("")


class CloseWindow(_WordsWindow):
    """办结: with what result."""

    heading = "办结批示"
    verb = "办结"
    field = "result"
    label = "办理结果"
    offered = _RESULTS

    @override
    def fill(self, held: Instruction, units: Sequence[Unit]) -> None:
        self.words.setCurrentText("")
        owed = len(held.owing)
        self.tell(f"还有 {owed} 家单位没有反馈，办结后不再催。" if owed else "")

    @override
    def step(self, store: Store, held: Instruction) -> Act:
        by, words = self.session.by(), self.words.currentText()
        return partial(answering.close, store, held.id, words, by=by), "已办结"


class OffWindow(_WordsWindow):
    """取消交办: why."""

    heading = "取消交办（改派）"
    verb = "取消交办"

    @override
    def asked(self, held: Instruction) -> Sequence[Assignment]:
        return tuple(one for one in held.assignments if not one.feedback)

    @override
    def step(self, store: Store, held: Instruction) -> Act:
        by, why = self.session.by(), self.words.currentText()
        return partial(handing.take_off, store, held.id, self.unit_id, why, by=by), "已取消交办"


class DeclineWindow(_WordsWindow):
    """不记分: why."""

    heading = "不记批示分"
    verb = "不记分"
    offered = ("台账里已经导入", "只画圈，没有批语", "不是本办报送的信息")
    topics = (Topic.TASKS,)

    @override
    def step(self, store: Store, held: Instruction) -> Act:
        by, why = self.session.by(), self.words.currentText()
        return partial(booking.decline, store, held.id, why, by=by), "已注明不记分"
