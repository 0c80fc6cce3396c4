"""The window for an emergency: from the call to the paper without leaving the keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from desk.calendar import Specials, by_day
from desk.emergencies.categories import missing
from desk.emergencies.changing import Change
from desk.emergencies.emergency import Emergency, Report, ReportKind
from desk.emergencies.raising import raise_emergency, revise, text_of
from desk.emergencies.reporting import add_report, next_report
from desk.emergencies.ruling import ruling_of
from desk.emergencies.sketch import EmergencySketch, keep_sketch, sketch_of
from desk.emergencies.stopwatch import hands
from desk.emergencies.wording import Wording, cause_warnings, first_report, later_report
from desk.errors import DeskError, NotFoundError
from desk.office_clock import day_of
from ui.emergencies.ask_strip import AskStrip
from ui.emergencies.deeds import Deeds
from ui.emergencies.form import EmergencyForm
from ui.emergencies.large_type import LargeType
from ui.emergencies.texts import EmergencyTexts
from ui.emergencies.watch import Stopwatch
from ui.session import Session, Topic
from ui.side import Side
from ui.side_window import FormWindow

_SIZE = (1240, 720)
_FEW, _MANY = 4, 6  # clocks that have room in large type, and else
_TICK_MS, _SKETCH_MS, _COMPOSE_MS = 15_000, 2_000, 150


class EmergencyBoard(FormWindow):
    """What is known at the left, the report at the right, the clocks above."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "紧急信息", "emergencies")
        self.ruling = ruling_of(session.store)
        self.rules, self.forms = self.ruling.rules, self.ruling.forms
        self._own = self.ruling.standards.text
        with session.store.read() as work:
            self._specials: Specials = by_day(work.lists.special_days())
            units = [one for one in work.registry.units() if one.active]
        self.names = {one.id: one.short for one in units}
        self.deeds = Deeds(session)
        self.one = blank(session.today())
        self.pending: Report | None = None  # the next report while it is written
        self._last_text = ""  # of the last report, while the next is written
        self.watch, self.strip = Stopwatch(), AskStrip()
        self.form = EmergencyForm(self.forms.categories, units)
        self.texts = EmergencyTexts()
        self.heading, self.chain = QLabel(), QLabel()
        self.heading.setObjectName("pageTitle")
        self.chain.setObjectName("muted")
        self.anew = QPushButton("丢开，另写一件")
        self.anew.setObjectName("link")
        self.lay_out()
        self.large = LargeType(self, self.form, self.tick)
        self._timers()
        self.form.edited.connect(self._on_edited)
        self.texts.edited.connect(self._on_edited)
        self.texts.anew.connect(lambda: self.compose(force=True))
        self.anew.clicked.connect(self.discard)
        self.strip.left.connect(self.form.take_focus)
        session.changed.connect(self._on_changed)
        self.form.show_emergency(self.one, session.clock())

    def lay_out(self) -> None:
        """Put head, clocks, the two halves and the strip in place; ``foot_row`` comes below."""
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.chain, 1)
        head.addWidget(self.anew)
        self.content.addLayout(head)
        self.content.addWidget(self.watch)
        self.content.addWidget(self.strip)  # not below, where notes come up
        halves = Side(self.form, self.texts, self.session.paths.data, "emergency")
        self.content.addWidget(halves, 1)
        self.content.addWidget(self.error)

    def begin(self) -> None:
        """Come up for a new emergency, or with the one that was being typed."""
        if self.isVisible() and not self.one.id and self.pending is None:
            self.come_up(self.form)
            self.form.take_focus()
            return
        self._keep_typed()
        kept = sketch_of(self.session.store)
        now = self.session.clock()
        self.one, self.pending = kept.one or blank(day_of(now), now), None
        self._show(Wording(kept.title, kept.text) if kept.title else None)
        self.tell("")
        if kept.one:
            self.chain.setText("接着填上次没有存下的一件。")
        self.anew.setVisible(kept.one is not None)
        self.come_up(self.form)
        self.form.take_focus()

    def open(self, emergency_id: int) -> None:
        """Come up with one that is written down."""
        self._keep_typed()
        self.pending = None
        self.show_kept(emergency_id)
        self.anew.hide()
        self.tell("")
        self.come_up(self.form)
        self.form.take_focus()

    def begin_report(self, kind: ReportKind) -> None:
        """Write the next report of the chain, begun from the last one (续报, 终报)."""
        last = self.one.last
        if last is None or self.one.ended:
            self.tell("先按“存下”写好首报。" if last is None else "这一件已经办结，不用再报。")
            return
        with self.session.store.read() as work:
            self._last_text = text_of(work, last).text
        now = self.session.clock()
        self.pending = next_report(self.one, kind, now)
        self.form.show_emergency(self.one, now, last.slots)
        self.compose(force=True)
        self._tell_state()
        self.form.take_slots()

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Keep what is typed (存下), then go on; an error stands beside its field."""
        now, by, store = self.session.clock(), self.session.by(), self.session.store
        if self._composing.isActive():  # the last keys are not in the text yet
            self._composing.stop()
            self.compose()
        try:
            one = self.form.value(now)
        except DeskError as error:
            self.fail(error)
            return
        wording, pending = self.texts.wording, self.pending

        def act() -> Change:
            if not one.id:
                return raise_emergency(store, one, wording, by=by)
            changed = revise(store, one, None if pending else wording, by=by)
            if pending is None:
                return changed
            return add_report(store, one.id, pending.kind, one.slots, wording, by=by)

        def done(change: Change) -> None:
            self.one, self.pending = change.now, None
            self._sketching.stop()
            keep_sketch(store, EmergencySketch(), by=by)
            self.anew.hide()
            self.tell("")
            self.show_kept(change.now.id)
            if then:
                then()

        note = "已存下，首报在来稿里也有一篇" if not one.id else "已存下"
        self.deeds.run(act, note, done, self.fail)

    def discard(self) -> None:
        """Forget what was typed and not kept."""
        self._sketching.stop()
        keep_sketch(self.session.store, EmergencySketch(), by=self.session.by())
        self.one = blank(self.session.today(), self.session.clock())
        self.pending = None
        self.anew.hide()
        self._show(None)
        self.form.take_focus()

    def compose(self, *, force: bool = False) -> None:
        """Write title and text from what is known, unless they were changed by hand."""
        now = self.session.clock()
        try:
            one = self.form.value(now)
        except DeskError:
            self.tick()
            return  # a time half typed
        if force or (not self.texts.is_by_hand and self._is_editable()):
            self.texts.show_wording(self._composed(one))
        self._warn(one)
        self.tick()

    def tick(self) -> None:
        """Show the clocks as they stand now, by what is typed."""
        now = self.session.clock()
        try:
            one = self.form.value(now)
        except DeskError:
            one = self.one
        most = _FEW if self.large.is_on else _MANY
        self.watch.show_hands(hands(one, self.rules, now, self._specials), most)

    @override
    def fail(self, error: Exception) -> None:
        if not self.form.show_error(error):
            super().fail(error)
        else:
            self.tell(str(error))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_typed()
        super().closeEvent(event)

    def _show(self, wording: Wording | None) -> None:
        """Show the emergency; without a wording it is composed."""
        self._composing.stop()
        now = self.session.clock()
        self.form.show_emergency(self.one, now)
        if wording:
            composed = self._composed(self.one)
            self.texts.show_wording(wording, by_hand=wording != composed)
        else:
            self.compose(force=True)
        self._warn(self.one)
        self._tell_state()
        self.tick()

    def show_kept(self, emergency_id: int) -> None:
        """Show one as it is kept; what is typed stays where its writing down was taken back."""
        try:
            with self.session.store.read() as work:
                self.one = work.matters.get(Emergency, emergency_id)
                wording = text_of(work, self.one.reports[-1])
                if len(self.one.reports) > 1:
                    self._last_text = text_of(work, self.one.reports[-2]).text
        except NotFoundError:
            self.one = replace(self.one, id=0, number="", reports=(), breaches=())
            self._tell_state()
            return
        self._show(wording)

    def _composed(self, one: Emergency) -> Wording:
        category = self.forms.category(self.form.category.name)
        last = self.pending or one.last
        if last is None or last.kind is ReportKind.FIRST:
            return first_report(one, category)
        former = one.reports[-1] if self.pending else one.reports[-2]
        return later_report(one, category, last, former.slots, self._last_text)

    def _is_editable(self) -> bool:
        last = self.one.last
        return self.pending is not None or last is None or not (last.sent or last.consent)

    def _warn(self, one: Emergency) -> None:
        lines = []
        lacking = missing(self.form.category, (key for key, _value in one.slots))
        if lacking:
            lines.append(f"还不清楚：{'、'.join(lacking)}。不影响报出，正文里写“正在核实”。")
        shown = self.pending or one.last
        if shown is None or shown.kind is ReportKind.FIRST:
            wording = self.texts.wording
            lines += cause_warnings(wording.title, wording.text)
        self.texts.show_warnings(lines)

    def _tell_state(self) -> None:
        one, shown = self.one, self.pending or self.one.last
        name = shown.name if shown else "首报"
        self.heading.setText(f"{one.number or '新的紧急信息'}　{name}")
        self.chain.setText(" → ".join(_told(each) for each in one.reports))
        last = one.last
        why = ""
        if not self._is_editable() and last:
            done = "报出" if last.sent else f"由{last.consent.who if last.consent else ''}批准"
            why = f"{last.name}已经{done}，文字不再改。有新情况按“续报”（F7）。"
        self.texts.set_editable(on=not why, why=why)
        self.texts.show_standards(self._own, self.form.category.name)

    def _on_edited(self) -> None:
        self._composing.start()
        if not self.one.id:
            self._sketching.start()

    def _keep_typed(self) -> None:
        if self._sketching.isActive():
            self._sketching.stop()
            self._sketch()

    def _sketch(self) -> None:
        try:
            one = self.form.value(self.session.clock())
        except DeskError:
            return
        said = self.texts.wording if self.texts.is_by_hand else Wording("", "")
        sketch = EmergencySketch(one, said.title, said.text)
        store, by = self.session.store, self.session.by()
        self.session.do(lambda: keep_sketch(store, sketch, by=by))

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        busy = self._composing.isActive() or self.pending is not None
        if self.isVisible() and self.one.id and topics & {Topic.TASKS, Topic.DRAFTS} and not busy:
            self.show_kept(self.one.id)

    def _on_tick(self) -> None:
        if self.isVisible():
            self.tick()

    def _timers(self) -> None:
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._sketching = QTimer(self, interval=_SKETCH_MS, singleShot=True)
        self._composing = QTimer(self, interval=_COMPOSE_MS, singleShot=True)
        self._ticking.timeout.connect(self._on_tick)
        self._sketching.timeout.connect(self._sketch)
        self._composing.timeout.connect(self.compose)
        self._ticking.start()


def blank(day: date, now: datetime | None = None) -> Emergency:
    """A new one, known from now on."""
    known = now.replace(second=0, microsecond=0) if now else None
    return Emergency(title="", day=day, known=known)


def _told(report: Report) -> str:
    """A report of the chain with what became of it: 首报 ✓批 ✓报."""
    marks = ("✓批" if report.consent else "", "✓报" if report.sent else "")
    return " ".join(filter(None, (report.name, *marks)))
