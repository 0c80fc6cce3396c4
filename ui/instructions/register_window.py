"""登记批示: which item, who wrote, the words pasted, who acts on it by when; all in one window."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desk.drafts import Secrecy
from desk.errors import DeskError, FieldError
from desk.hand.typed import moment, moment_text
from desk.instructions import registering
from desk.instructions.changing import Step, undo
from desk.instructions.handing import Handover
from desk.instructions.instruction import Instruction, Tone, Way
from desk.instructions.items import Item, item_of
from desk.instructions.leaders import LEVELS, RANKS
from desk.instructions.rules import Limit
from desk.instructions.taking_in import Ways, limit, take_in, ways_of
from desk.units import Unit
from ui import field as fields_of
from ui.day_edit import DayEdit
from ui.instructions.item_edit import ItemEdit
from ui.instructions.scan_choice import ScanChoice
from ui.registry.field_area import FieldArea
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow
from ui.unit_edit import UnitEdit

_SIZE = (980, 660)
_WAIT_MS = 200
_NEW, _CHANGE = "登记", "保存"


class RegisterWindow(FormWindow):
    """A new instruction, or one to be corrected or completed; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "登记批示", "instructions")
        self.held: Instruction | None = None
        self._ways: Ways | None = None
        self._sources: tuple[int, ...] = ()
        self._asked = 0
        self._on_done: Callable[[str], None] = lambda _subject: None
        self.item = ItemEdit(session)
        self.carrier = QLineEdit(placeholderText="选了稿件自动填；纸质件写来源")
        self.leader = _choice(())
        self.rank, self.level = _choice(("", *RANKS)), _choice(("", *LEVELS))
        self.tone = QComboBox()
        self.tone.addItems(["", *(one.value for one in Tone)])
        self.day = DayEdit("批示日期")
        self.awaited = QCheckBox("报请批示，还没有批")
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.text.setPlaceholderText("批示原文，一字不差，标点、引号、分行都照原样（可以粘贴）")
        self.secrecy = QComboBox()
        self.secrecy.addItems([one.value for one in Secrecy])
        self.scans = ScanChoice(self)
        self.units = UnitEdit()
        self.way = QComboBox()
        self.way.addItems([one.value for one in Way])
        self.due = QLineEdit(placeholderText="空着：只知悉，不要反馈")
        self.sources = UnitEdit()
        self.area = FieldArea()
        self._is_own_due = False
        self._pause = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._lay_out()
        self._connect()

    def begin(self, done: Callable[[str], None], draft_id: int = 0, issue_id: int = 0) -> None:
        """Begin a new one, of a draft where one is named; ``done`` gets its subject."""
        self._on_done = done
        self._open(None)
        if draft_id:
            store = self.session.store

            def found() -> Item:
                with store.read() as work:
                    return item_of(work, draft_id, issue_id)

            self.session.look(found, lambda item: self.item.show_item(item.title, item))

    def correct(self, held: Instruction, done: Callable[[str], None]) -> None:
        """Correct what is registered, or write down the words that were waited for."""
        self._on_done = done
        self._open(held)

    def save(self) -> None:
        """Register or correct; errors stand at their fields."""
        self.tell("")
        fields_of.clear_errors(self.area.fields)
        try:
            wanted, handover = self._wanted(), self._handover()
        except DeskError as error:
            self._fail(error)
            return
        store, by, scans = self.session.store, self.session.by(), self.scans.files
        ceiling = self.session.settings.ceiling
        steps: list[Step] = []

        def act() -> Step:
            if wanted.id:
                step = registering.correct(store, wanted, scans, by=by, ceiling=ceiling)
            else:
                step = take_in(store, wanted, scans, handover, by=by, ceiling=ceiling)
            steps.append(step)
            return step

        self.session.do(
            act,
            Topic.TASKS,
            note=self._note(wanted, handover),
            undo=Undo(lambda: undo(store, steps[0], by=self.session.by()), "已撤销登记"),
            done=self._on_saved,
            failed=self._fail,
        )

    def _note(self, wanted: Instruction, handover: Handover | None) -> str:
        if wanted.id:
            return "批示已更正"
        if wanted.is_awaited:
            return f"已登记，报请{wanted.leader}批示；到时催批"
        return "批示已登记并交办" if handover else "批示已登记，还没有交办"

    def _on_saved(self, step: Step) -> None:
        self.close()
        self._on_done(step.latter.subject)

    def _fail(self, error: Exception) -> None:
        if not fields_of.show_error(self.area.fields, error):
            self.fail(error)

    def _wanted(self) -> Instruction:
        item, held, day = self.item.item, self.held, self.day.day
        text = "" if self.awaited.isChecked() else self.text.toPlainText()
        if not text.strip() and not self.awaited.isChecked():
            raise FieldError("text", "没有写批示原文。还没有批的，请勾选“报请批示，还没有批”。")
        return Instruction(
            title=self.item.text(),
            day=day,
            id=held.id if held else 0,
            item_id=item.draft_id if item else 0,
            issue_id=item.issue_id if item else 0,
            publication_id=item.publication_id if item else 0,
            carrier=self.carrier.text().strip(),
            sources=self.sources.unit_ids(),
            leader=self.leader.currentText(),
            rank=self.rank.currentText(),
            level=self.level.currentText(),
            tone=self.tone.currentText(),
            text=text,
            submitted=day if self.awaited.isChecked() else None,
            received=held.received if held else None,
            secrecy=Secrecy(self.secrecy.currentText()),
            topics=held.topics if held else (),
            scans=held.scans if held else (),
            remark=held.remark if held else "",
        )

    def _handover(self) -> Handover | None:
        if self.held is not None or self.awaited.isChecked():
            return None
        unit_ids = self.units.unit_ids()
        if not unit_ids:
            return None
        due = moment("due", "反馈时限", self.due.text())
        way = Way(self.way.currentText())
        return Handover(unit_ids, way, due, unit_ids[0])

    def _open(self, held: Instruction | None) -> None:
        self.held = held
        self.item.show_item("", None)
        for line in (self.carrier, self.units, self.sources, self.due):
            line.clear()
        store = self.session.store

        def read() -> tuple[Ways, Item | None]:
            with store.read() as work:
                known = held is not None and held.item_id
                item = item_of(work, held.item_id, held.issue_id) if held and known else None
                return ways_of(work), item

        self.session.look(read, lambda found: self._fill(*found))
        self.setWindowTitle("更正批示" if held and held.text else "登记批示")
        self.button.setText(_CHANGE if held else _NEW)
        self.tell("")
        fields_of.clear_errors(self.area.fields)
        self.come_up(self.text if held and held.is_awaited else self.item)

    def _fill(self, ways: Ways, item: Item | None) -> None:
        self._ways = ways
        active: Sequence[Unit] = [one for one in ways.units if one.active]
        for edit in (self.units, self.sources):
            edit.show_units(active)
        self._is_own_due = False
        self.leader.clear()
        self.leader.addItems(["", *(one.name for one in ways.leaders)])
        self._show(self.held or Instruction(title="", day=self.session.today()), item)

    def _show(self, one: Instruction, item: Item | None) -> None:
        self.item.show_item(one.title, item)
        self.carrier.setText(one.carrier)
        self.sources.show_ids(one.sources)
        self.leader.setCurrentText(one.leader)
        self.rank.setCurrentText(one.rank)
        self.level.setCurrentText(one.level)
        self.tone.setCurrentText(one.tone)
        self.day.show_day(self.session.today() if one.id and one.is_awaited else one.day)
        self.awaited.setChecked(False)
        self.awaited.setVisible(not one.id)
        self.text.setPlainText(one.text)
        self.secrecy.setCurrentText(one.secrecy.value)
        self.scans.clear()
        for name in ("units", "way", "due"):
            self.area.fields[name].setVisible(not one.id)
        self._propose()

    def _on_item(self, item: object) -> None:
        if not isinstance(item, Item) or self._ways is None:
            return
        self.carrier.setText(item.carrier)
        if not self.sources.text():
            self.sources.setText(item.units)
        if not self.units.text():
            self.units.setText(item.units)

    def _on_leader(self) -> None:
        known = self._ways.leader(self.leader.currentText().strip()) if self._ways else None
        if known:
            self.rank.setCurrentText(known.rank)
            self.level.setCurrentText(known.level)

    def _propose(self) -> None:
        """Fill in the limit that the words ask for, unless the clerk has set one."""
        self._asked += 1
        text, asked, now = self.text.toPlainText(), self._asked, self.session.clock()
        store = self.session.store

        def found() -> Limit:
            with store.read() as work:
                return limit(work, text, now)

        self.session.look(found, lambda one: self._on_limit(asked, one))

    def _on_limit(self, asked: int, found: Limit) -> None:
        if asked == self._asked and not self._is_own_due:
            self.due.setText(moment_text(_whole(found.due)))
            self.area.fields["due"].show_note(found.why)

    def _on_own_due(self) -> None:
        self._is_own_due = bool(self.due.text().strip())
        self.area.fields["due"].show_note("")

    def _show_awaited(self) -> None:
        waits = self.awaited.isChecked()
        for name in ("text", "tone", "units", "way", "due", "scans"):
            self.area.fields[name].setVisible(not waits)
        self.area.fields["day"].set_label("报请日期" if waits else "批示日期")

    def _connect(self) -> None:
        self.item.linked.connect(self._on_item)
        self.leader.currentTextChanged.connect(lambda _text: self._on_leader())
        self.text.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._propose)
        self.due.textEdited.connect(lambda _text: self._on_own_due())
        self.awaited.toggled.connect(lambda _on: self._show_awaited())

    def _lay_out(self) -> None:
        add, beside = self.area.add, self.area.add_beside
        add("title", "批的是哪一篇", self.item, share=3)
        beside("carrier", "登在哪里", self.carrier, 2)
        add("leader", "批示领导", self.leader)
        beside("rank", "职务", self.rank)
        beside("level", "级别", self.level)
        beside("day", "批示日期", self.day)
        self.area.inputs.addWidget(self.awaited)
        add("text", "批示原文", self.text, 1)
        add("tone", "性质", self.tone)
        beside("secrecy", "密级", self.secrecy)
        beside("scans", "扫描件", self.scans, 2)
        add("units", "交给谁办（空着：以后再交办）", self.units, share=2)
        beside("way", "怎么交", self.way)
        beside("due", "反馈时限", self.due, 2)
        add("sources", "供稿单位（给它记批示分）", self.sources)
        self.button = self.deed(_NEW, "登记（Ctrl+Enter）", self.save)
        self.content.addWidget(self.area, 1)
        self.content.addLayout(self.foot(self.button))


def _whole(moment_: datetime) -> datetime:
    """A moment to the minute."""
    return moment_.replace(second=0, microsecond=0)


def _choice(words: Sequence[str]) -> QComboBox:
    box = QComboBox(editable=True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(words))
    return box
