"""A list of records with a form beside it: the shape of most tabs of the registry."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from desk.errors import DeskError
from ui import style
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.filter_field import FilterField
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.registry.report import Report
from ui.registry.side_form import SideForm
from ui.registry.snapshot import Snapshot
from ui.session import Session, Topic, Undo

V = TypeVar("V")
Key = int | str


class RecordTab(QWidget, Generic[V]):
    """Subclasses say what a new record is and how one is kept."""

    noun = ""  # what one record is called: 单位
    topics: tuple[Topic, ...] = (Topic.REGISTRY, Topic.SCORES)

    def __init__(
        self, session: Session, form: SideForm[V], columns: Sequence[Column[V]], empty: str
    ) -> None:
        super().__init__()
        self.session = session
        self.form = form
        self.snapshot = Snapshot()
        self._shown: Key = 0
        self.model: MemoryModel[V] = MemoryModel(columns)
        self.view = ListView(session, self.model, self.noun, empty=empty)
        self.report = Report()
        # At once would be too early: the view is still busy with the selection it reports.
        self._reselect = QTimer(self, singleShot=True, interval=0)
        self._reselect.timeout.connect(lambda: self._choose(self._shown))
        self._make_tools()
        self._lay_out()
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(lambda _number: self.form.begin())
        form.saving.connect(self.save)
        form.cancelled.connect(self.revert)
        bind(self, "Ctrl+S", form.saving.emit)
        bind(self, "Ctrl+N", self.start_new)
        bind(self, "Ctrl+F", self.filter.setFocus)

    def blank(self) -> V:
        """A record to begin with."""
        raise NotImplementedError

    def keep(self, record: V) -> V:
        """Write a record through its use case."""
        raise NotImplementedError

    def key(self, record: V) -> Key:
        """What a record is known by; 0 or "" for a new one."""
        found: int = getattr(record, "id")  # noqa: B009 - most records of the registry have one
        return found

    def name(self, record: V) -> str:
        """What a record is called."""
        found: str = getattr(record, "name")  # noqa: B009 - most records of the registry have one
        return found

    def heading(self, record: V) -> str:
        """What stands above the form."""
        return self.name(record) or f"新增{self.noun}"

    def undoing(self, former: V, record: V) -> V:  # noqa: ARG002 - for records that change keys
        """What to keep to take a change of a record back."""
        return former

    def rows(self, snapshot: Snapshot) -> Sequence[V]:
        """The records to list."""
        raise NotImplementedError

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """List the registry as it is now; what is being typed stays."""
        self.snapshot = snapshot
        self.model.set_rows(self.rows(snapshot))
        self._choose(self._shown)
        if not self.form.is_changed:
            self._show_shown()

    def start_new(self) -> None:
        """Show an empty form, after keeping what was typed."""
        self.save_typed(self._start_blank)

    def save(self, then: Callable[[], None] = lambda: None) -> None:
        """Keep what was typed; ``then`` follows only when it is kept."""
        self.form.clear_errors()
        try:
            record = self.form.value()
        except DeskError as error:
            self.fail(error)
            return
        former = self._stored()
        undo = self._undo_of(former, record) if former else None
        self.session.do(
            lambda: self.keep(record),
            *self.topics,
            note=f"已保存{self.noun}“{self.name(record)}”",
            undo=undo,
            done=partial(self._on_saved, then),
            failed=self.fail,
        )

    def save_typed(self, then: Callable[[], None] = lambda: None) -> None:
        """Keep changes before something else is shown; wrong ones stay in the form."""
        if self.form.is_changed:
            self.save(then)
        else:
            then()

    def revert(self) -> None:
        """Show the record as it is stored."""
        self._show_shown()
        self.view.setFocus()

    def forget(self) -> None:
        """Show no record: the one shown is gone."""
        self._shown = 0
        self._show(self.blank())

    def fail(self, error: Exception) -> None:
        """Show an error in the form, and in the window when the form is out of sight."""
        if isinstance(error, DeskError):
            self.form.show_error(error)
            self._reselect.start()
        if not isinstance(error, DeskError) or not self.isVisible():
            self.session.fail(error)

    def reorder(self, keys: list[Key], by: int, order: Callable[[list[Any]], None]) -> None:
        """Move the record shown among ``keys``, and let ``order`` keep what comes of it."""
        at = keys.index(self._shown) if self._shown in keys else -1
        if at < 0 or not 0 <= at + by < len(keys):
            return
        after = list(keys)
        after[at], after[at + by] = after[at + by], after[at]
        self.session.do(
            partial(order, after),
            *self.topics,
            note=f"已调整{self.noun}次序",
            undo=Undo(partial(order, keys), "已恢复原来的次序"),
            failed=self.fail,
        )

    def tool(self, text: str, tip: str, slot: Callable[[], Any]) -> QPushButton:
        """Put an action on the whole list above it."""
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(slot)
        self.tools.addWidget(button)
        return button

    def _undo_of(self, former: V, record: V) -> Undo:
        kept = self.undoing(former, record)
        return Undo(lambda: self.keep(kept), f"已恢复{self.noun}原来的内容")

    def _stored(self) -> V | None:
        found = (row for row in self.rows(self.snapshot) if self.key(row) == self._shown)
        return next(found, None) if self._shown else None

    def _show(self, record: V) -> None:
        self.form.show_record(record, self.heading(record))

    def _show_shown(self) -> None:
        stored = self._stored()
        self._show(self.blank() if stored is None else stored)

    def _start_blank(self) -> None:
        self.forget()
        self.view.clearSelection()
        self.form.begin()

    def _on_chosen(self, number: int) -> None:
        wanted = self.key(self.model.row(number)) if number >= 0 else self._shown
        if wanted != self._shown:
            self.save_typed(partial(self._switch, wanted))

    def _switch(self, key: Key) -> None:
        self._shown = key
        self._choose(key)
        self._show_shown()

    def _on_saved(self, then: Callable[[], None], record: V) -> None:
        self._shown = self.key(record)
        self._show(record)
        self._choose(self._shown)
        then()

    def _choose(self, key: Key) -> None:
        numbers = (at for at, row in enumerate(self.model.rows) if self.key(row) == key)
        number = next(numbers, -1)
        if number >= 0:
            self.view.choose(number)

    def _make_tools(self) -> None:
        look = style.Look(self.session.settings.scale)
        self.filter = FilterField(self.model, look)
        self.filter.left.connect(self.view.take_focus)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(style.GAP)
        self.tools.addWidget(self.filter)
        self.tools.addStretch(1)

    def _lay_out(self) -> None:
        look = style.Look(self.session.settings.scale)
        self.split = split = QSplitter(childrenCollapsible=False)
        split.setHandleWidth(style.GAP)
        split.addWidget(self.view)
        split.addWidget(self.form)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        self.form.setMinimumWidth(look.px(320))
        split.setSizes([look.px(830), look.px(420)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(self.tools)
        column.addWidget(split, 3)
        column.addWidget(self.report, 1)
