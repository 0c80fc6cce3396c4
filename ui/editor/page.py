"""The editor: original, text and findings of one draft, and its way to approval."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from desk import editing
from desk.correcting import Particulars
from desk.drafts import Draft, Revision, Status
from desk.errors import NotFoundError
from ui import style
from ui.editor import steps
from ui.editor.autosave import Autosave, Snapshot
from ui.editor.carrier_box import Carrier
from ui.editor.carriers import Carriers
from ui.editor.changes import Changes
from ui.editor.columns import Columns
from ui.editor.empty import Empty
from ui.editor.features import FEATURES
from ui.editor.inspector import Inspector
from ui.editor.more_menu import MoreMenu
from ui.editor.objects import Pictures
from ui.editor.original_pane import OriginalPane
from ui.editor.queue import Queue
from ui.editor.resolving import Resolver
from ui.editor.side import Side
from ui.editor.step_buttons import StepButtons
from ui.editor.steps import Answer, Ask, Step
from ui.editor.text_pane import TextPane
from ui.inbox.reason_strip import ReasonStrip
from ui.inbox.unit_names import UnitNames
from ui.keys import bind
from ui.page import Page
from ui.session import Session, Topic

_SETTLE_MS = 150
_CORRECTED = "更正：改动只进正在编的那份更正，已经印出的原样不变。"


class EditorPage(Page):
    """Shows one draft; ``show_target`` takes its id."""

    topics = frozenset({Topic.DRAFTS, Topic.REGISTRY})
    writable = False  # whether the text on show may be changed

    def __init__(self, session: Session) -> None:
        super().__init__(session, "编辑")
        look = style.Look(session.settings.scale)
        self.draft: Draft | None = None
        self._queue = Queue(session)
        pictures = Pictures(session, self)
        self.pictures = pictures
        self.original = OriginalPane(session, pictures, look)
        self.middle = TextPane(pictures, look, ReasonStrip(session))
        self.side = Side(look)
        self.columns = Columns(session, self.original, self.middle, self.side)
        self.empty = Empty()
        self.steps = StepButtons()
        self.inspector = Inspector(
            session, self.middle.title, self.middle.text, self.side.findings, self
        )
        self.changes = Changes(session, lambda: self.draft)
        self.resolver = Resolver(session, self.middle, self.side, self.inspector, self.changes)
        self._carriers = Carriers()
        self.autosave = Autosave(session, self._snapshot, self)
        self.features = [build(self) for build in FEATURES]
        self._menu = MoreMenu(self._keys(), [one.menu() for one in self.features])
        self.buttons.addWidget(self._menu)
        self.buttons.addWidget(self.steps)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.columns)
        self.content.addWidget(self._stack, 1)
        self._fit = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._fit.timeout.connect(self.middle.fit_text)
        self._connect_text()
        self._connect_side()
        self._make_shortcuts()

    def _connect_text(self) -> None:
        for source in (self.middle.title, self.middle.text):
            source.edited.connect(self._on_edited)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_not_saved)
        self.inspector.counted.connect(self._show_open)
        self.inspector.checked.connect(self.side.checklist.show_result)
        self.columns.splitterMoved.connect(lambda *_at: self._fit.start())
        self.columns.fitted.connect(self._fit.start)
        self.steps.stepped.connect(self.ask)
        self.steps.moved.connect(self.go_by)
        self.steps.compiled.connect(lambda: self.session.go("issue"))
        self.middle.reasons.decided.connect(self._turn_away)
        self.empty.first.connect(lambda: self.go_by(1))
        self.empty.inbox.connect(lambda: self.session.go("inbox"))

    def _connect_side(self) -> None:
        panel = self.side.findings
        panel.carrier.picked.connect(self._check_by)
        panel.asked.connect(self.session.asked)
        self.side.checklist.ticked.connect(self.changes.tick)
        self.side.details.saved.connect(self._correct)
        self.side.history.looked.connect(self._look_at)
        self.side.history.restored.connect(self._restore)
        self.side.left.connect(self.middle.text.setFocus)
        self.side.currentChanged.connect(lambda _tab: self._show_history())

    def _make_shortcuts(self) -> None:
        for keys, slot in self._keys().items():
            bind(self, keys, slot)

    def _keys(self) -> dict[str, Callable[[], object]]:
        find = self.middle.find_bar
        return {
            "Alt+Left": lambda: self.go_by(-1),
            "Alt+Right": lambda: self.go_by(1),
            "Ctrl+Return": self.steps.take_next,
            "Ctrl+Shift+Return": self.steps.take_approval,
            "Alt+D": self.steps.away.showMenu,
            "Ctrl+S": self.autosave.flush,
            "Ctrl+Shift+S": self.original.save_copy,
            "Ctrl+B": self.middle.text.toggle_bold,
            "Ctrl+F": find.begin,
            "F3": find.find_next,
            "Shift+F3": find.find_previous,
            **self.resolver.keys(),
            "Ctrl+Shift+L": lambda: self.saved_first(self.changes.tidy),
            "Ctrl+Shift+U": lambda: self.saved_first(self.changes.untidy),
            "Ctrl+D": lambda: self._go_along("duplicates"),
            "Ctrl+L": lambda: self._go_along("life"),
            "F6": self.middle.text.setFocus,
            "F7": lambda: self._toggle(self.columns.original),
            "F9": lambda: self._toggle(self.columns.side),
            "Ctrl+\\": self._toggle_sides,
            **{f"Alt+{at + 1}": partial(self._go_to_tab, at) for at in range(self.side.count())},
            **{key: slot for one in self.features for key, slot in one.keys().items()},
        }

    @override
    def refresh(self) -> None:
        self.refresh_queue()
        if self.draft is not None:
            self._read(self.draft.id)
        else:
            self._show_nothing()

    @override
    def show_target(self, target: object) -> None:
        """Show a draft by its id, or what one of its revisions changed: (id, number)."""
        draft_id, number = target if isinstance(target, tuple) else (target, 0)
        if not isinstance(draft_id, int) or not self.put_down():
            return
        if self.draft is None or self.draft.id != draft_id:
            self.draft = None
            self.autosave.forget()
        self.refresh_queue(draft_id)
        self._read(draft_id)
        self.middle.text.setFocus()
        if number and self.draft is not None:
            self.side.history.compared.emit(number - 1, number)

    @override
    def leave(self) -> None:
        self.put_down()
        self.columns.save()

    def put_down(self) -> bool:
        """Save what is half-done; False when the text could not be saved and must stay."""
        for one in self.features:
            one.put_down()
        saved = self.autosave.flush()
        if saved and self.draft is not None and self.side.details.is_changed():
            self.changes.correct_now(self.side.details.particulars)
        return self.autosave.is_kept

    @override
    def may_close(self) -> bool:
        return all(one.may_close() for one in self.features)

    def refresh_queue(self, draft_id: int = 0) -> None:
        """Follow the list the draft was opened from, or else read which drafts wait."""
        draft_id = draft_id or (self.draft.id if self.draft else 0)
        self.steps.name_queue(self._queue.refresh(draft_id))

    def go_by(self, step: int) -> None:
        """Show the next (1) or previous (-1) draft of those that wait."""
        found = self._queue.neighbour(self.draft.id if self.draft else 0, step)
        if found:
            self.show_target(found)

    def _show_nothing(self) -> None:
        self._stack.setCurrentWidget(self.empty)
        self._menu.hide()
        self.steps.show_status(None)
        self.steps.show_place(0, len(self._queue))
        self.empty.show_waiting(len(self._queue))

    def _read(self, draft_id: int) -> None:
        """Show a draft as the store has it; a text being typed is left alone."""
        try:
            with self.session.store.read() as work:
                draft = work.drafts.get(draft_id)
                units = work.registry.units()
                measure = self._carriers.measure(work, draft)
                self.writable = editing.may_edit(work, draft)
        except NotFoundError as error:
            self.session.fail(error)
            self.draft = None
            self._show_nothing()
            return
        before, self.draft = self.draft, draft
        if before is None or (
            not self.autosave.is_pending
            and (before.title, before.body) != (draft.title, draft.body)
        ):
            self._show_text(draft)
        self._show_rest(draft, UnitNames(units))
        self.side.findings.carrier.show_carriers(measure.publications, measure.carrier)
        self.inspector.watch(draft, measure.knowledge)

    def _show_text(self, draft: Draft) -> None:
        self._stack.setCurrentWidget(self.columns)
        self._menu.show()
        self.pictures.ask_for(draft.body, draft.original.body)
        self.middle.title.show_title(draft.title)
        self.middle.text.show_body(draft.body)
        self.middle.strip.hide()
        self.middle.reasons.hide()
        self.middle.saved.clear()
        self.inspector.begin()
        self._fit.start()

    def _show_rest(self, draft: Draft, names: UnitNames) -> None:
        editable = self.writable
        why = "" if editable else f"{draft.status}：{steps.WHY_READ_ONLY[draft.status]}"
        is_corrected = editable and draft.status is Status.RELEASED
        self.middle.allow_editing(why, _CORRECTED if is_corrected else "")
        self.original.show_draft(draft)
        self.steps.show_status(draft.status)
        self.steps.show_place(self._queue.place(draft.id), len(self._queue))
        self.side.findings.allow_editing(on=editable)
        self.side.checklist.show_draft(draft, editable=draft.status is not Status.RELEASED)
        self.side.details.show_units(names)
        own = (self.writable or draft.status is not Status.RELEASED) and not draft.version_of
        self.side.details.show_draft(draft, editable=own)
        self._show_open()
        self._show_history()
        for one in self.features:
            one.show(draft)

    def _show_open(self) -> None:
        if self.draft is not None:
            self.side.show_open(self.draft, len(self.inspector.marks))

    def _show_history(self) -> None:
        if self.draft is None or self.side.currentWidget() is not self.side.history:
            return
        with self.session.store.read() as work:
            revisions = work.drafts.revisions(self.draft.id)
            trail = work.audit.records(f"draft:{self.draft.id}")
        records = [one for one in trail if one.action != editing.REVISED]
        self.side.history.show_history(revisions, records, editable=self.writable)

    def _snapshot(self) -> Snapshot | None:
        if self.draft is None:
            return None
        title = self.middle.title.title or self.draft.title
        text = self.middle.text
        return Snapshot(self.draft.id, title, text.reading().body, text.textCursor().position())

    def _on_edited(self) -> None:
        self.autosave.touch()
        self.inspector.touch()
        self.middle.show_unsaved()

    def _on_saved(self, draft: Draft) -> None:
        if self.draft is None or self.draft.id != draft.id:
            return
        self.draft = draft
        if not self.middle.title.title:
            self.middle.show_unsaved("▲ 标题是空的：正文已保存，标题仍是原来的")
        elif not self.autosave.is_pending:
            self.middle.show_saved(self.session.clock())

    def _on_not_saved(self, sentence: str) -> None:
        self.middle.show_unsaved("▲ 没有存上，文字还在这里")
        self.session.messages.error(sentence)

    def ask(self, step: Step) -> None:
        """Take a step beside approval, after asking for what it needs."""
        if self.draft is None or not self.put_down():
            return
        if step.ask is Ask.CODE:
            self.middle.strip.hide()
            self.middle.reasons.ask(step.target, 1)
        else:
            self.changes.take(step, Answer())

    def _turn_away(self, target: Status, code: str, remark: str) -> None:
        self.changes.take(steps.away_to(target), Answer(text=remark, code=code))

    def _check_by(self, carrier: Carrier) -> None:
        if self.draft is not None:
            self._carriers.choose(self.draft.id, carrier)
            self._read(self.draft.id)

    def _correct(self, found: Particulars) -> None:
        if self.autosave.flush():
            self.changes.correct(found)

    def saved_first(self, change: Callable[[], None]) -> None:
        """Run a change of the stored text, once the store holds what was typed."""
        if self.put_down() and not self.autosave.is_pending:
            change()

    def _go_along(self, page: str) -> None:
        """Look at this draft elsewhere."""
        if self.draft is not None:
            self.session.go(page, self.draft.id)

    def _restore(self, one: Revision) -> None:
        self.saved_first(lambda: self.changes.restore(one))

    def _look_at(self, one: Revision) -> None:
        self.pictures.ask_for(self.middle.text.reading().body, one.body)
        self.original.show_revision(one)
        self.columns.original.show()

    def _toggle(self, column: QWidget) -> None:
        self.columns.toggle(column)
        self._fit.start()

    def _toggle_sides(self) -> None:
        self.columns.toggle_sides()
        self._fit.start()

    def _go_to_tab(self, number: int) -> None:
        self.columns.side.show()
        self.side.go(number)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.columns.save()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit.start()
