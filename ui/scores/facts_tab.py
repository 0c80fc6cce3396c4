"""登记事项: all facts of the days, and one form to book, correct and take back any of them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout
from typing_extensions import override

from desk import booking
from desk.booking import Booked
from desk.errors import DeskError
from desk.hand.entry import KINDS, Entry, entry_of
from desk.hand.listing import FactRow, fact_rows
from desk.publications import Publication
from desk.units import Unit
from ui import style
from ui.export import Export
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.fact_form import FactForm
from ui.scores.tab import ScoresTab
from ui.session import Topic

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_EMPTY = (
    "所选时段没有得分事项。\n来稿登记、印发会自动记入；批示、约稿、紧急、差错、上级采用和人工加减分，\n"
    "按“登记事项”（Ctrl+N）记入"
)
_REASONS = ("单位登错", "重复登记", "分值核错", "情况不实")
_FORM_WIDTH = 380
_ALL = "全部事项"


def _grey(row: FactRow) -> str | None:
    return style.MUTED if row.gone_by or row.state.startswith("冲销") else None


COLUMNS: tuple[Column[FactRow], ...] = (
    Column("day", "日期", lambda row: f"{row.fact.day:%Y-%m-%d}", 100, colour=_grey),
    Column("kind", "事项", lambda row: row.fact.matter.value, 60, colour=_grey),
    Column("unit", "单位", lambda row: row.unit_name, 120, colour=_grey),
    Column("title", "标题", lambda row: row.fact.title, 240, colour=_grey, stretch=True,
           tip=lambda row: row.fact.title),
    Column("publication", "刊物", lambda row: row.publication, 90, colour=_grey),
    Column("section", "栏目", lambda row: row.section, 80, colour=_grey, hidden=True),
    Column("role", "方式", lambda row: row.fact.role.value, 60, colour=_grey, hidden=True),
    Column("number", "期号", lambda row: row.fact.issue_number, 80, colour=_grey),
    Column("told", "细目", lambda row: row.told, 180, colour=_grey, tip=lambda row: row.told),
    Column("state", "状态", lambda row: row.state, 140, colour=_grey),
    Column("origin", "来源", lambda row: row.origin, 80, colour=_grey),
    Column("by", "登记人", lambda row: row.fact.by, 70, colour=_grey),
)  # fmt: skip


class FactsTab(ScoresTab):
    """The list of facts; the form beside it comes when something is booked or corrected."""

    title = "登记事项"
    needs_table = False

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._asked = 0
        self._rows: Sequence[FactRow] = ()
        self._groups: dict[int, int] = {}  # of units
        self._wanted = 0  # the fact to choose when the list comes
        self._correcting = 0
        self.kind = QComboBox()
        self.kind.addItems([_ALL, *(kind.value for kind in KINDS)])
        self.new_button = QPushButton("登记事项")
        self.new_button.setToolTip("登记批示、约稿、紧急、差错、上级采用、人工加减分等（Ctrl+N）")
        self.correct_button = QPushButton("更正")
        self.correct_button.setToolTip("收回选中的一件，按改过的重新登记（Ctrl+R）")
        self.back_button = QPushButton("收回")
        self.back_button.setToolTip("冲销选中的一件，要写理由（Del）")
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.strip = ReasonStrip(self.session.settings.scale)
        self.model: MemoryModel[FactRow] = MemoryModel(COLUMNS)
        self.view = ListView(self.session, self.model, "得分事项", empty=_EMPTY)
        self.form = FactForm(self.session)
        self.form.hide()
        self._lay_out()
        self._connect()

    @override
    def show_days(self) -> None:
        self._asked += 1
        store, asked = self.session.store, self._asked
        first, last = self.page.window_days()

        def read() -> tuple[list[FactRow], list[Unit], list[Publication]]:
            with store.read() as work:
                units, publications = work.registry.units(), work.catalogue.publications()
            return fact_rows(store, first, last), units, publications

        self.session.look(read, lambda found: self._on_rows(asked, *found))

    @override
    def narrow(self) -> None:
        kind, group = self.kind.currentText(), self.page.group_id
        rows = [
            row
            for row in self._rows
            if kind in (_ALL, row.fact.matter.value)
            and (group is None or self._groups.get(row.fact.unit_id) == group)
        ]
        self.model.set_rows(rows)
        self.model.set_filter(self.page.words)
        self.count.setText(f"{len(self.model.rows)} 件")
        self._choose()

    @override
    @classmethod
    def knows(cls, target: object) -> bool:
        kind, _, key = str(target).partition(":")
        return (kind == "fact" and key.isdecimal()) or super().knows(target)

    @override
    def show_target(self, target: object) -> None:
        self._wanted = int(str(target).partition(":")[2])
        self.kind.setCurrentIndex(0)
        self._choose()

    @override
    def paper_list(self) -> ListView:
        return self.view

    @override
    def exports(self) -> Sequence[Export]:
        return (Export("得分事项（Excel）", self.view.export),)

    @override
    def begin(self) -> None:
        """Open the form for a new entry, of today."""
        if self._is_typing():
            return
        self._correcting = 0
        last = self.page.today()
        kind = self.kind.currentIndex() - 1
        chosen = KINDS[kind] if kind >= 0 else KINDS[3]
        self.form.show_entry(Entry(chosen, last), "登记得分事项", correcting=False)
        self._open_form()

    def _on_rows(
        self, asked: int, rows: list[FactRow], units: list[Unit], publications: list[Publication]
    ) -> None:
        if asked != self._asked:
            return
        self._rows = rows
        self._groups = {one.id: one.group_id for one in units}
        self.form.know(units, publications)
        self.narrow()

    def _choose(self) -> None:
        ids = [row.fact.id for row in self.model.rows]
        if self._wanted in ids:
            self.view.choose(ids.index(self._wanted))
        elif ids:
            self.view.choose(0)
        self._show_deeds()

    def _row(self) -> FactRow | None:
        at = self.view.currentIndex().row()
        return self.model.row(at) if 0 <= at < len(self.model.rows) else None

    def _show_deeds(self) -> None:
        row = self._row()
        if row:
            self._wanted = row.fact.id
        for button in (self.correct_button, self.back_button):
            button.setEnabled(row is not None and row.is_ours)

    def _open_form(self) -> None:
        self.form.show()
        self.form.begin()

    def _close_form(self) -> None:
        self.form.hide()
        self.form.base = None
        self.view.take_focus()

    def _begin_correcting(self) -> None:
        row = self._row()
        if row is None or not row.is_ours or self._is_typing():
            return
        store, fact_id = self.session.store, row.fact.id

        def read() -> Entry:
            with store.read() as work:
                return entry_of(booking.group_of(work, fact_id))

        self.session.look(read, partial(self._on_group, fact_id))

    def _is_typing(self) -> bool:
        """Whether the form holds what would be lost; it gets the keyboard back."""
        if not (self.form.isVisible() and self.form.is_changed):
            return False
        self.form.begin()
        self.session.messages.note("正在填的这一件还没有登记：先按 Ctrl+S 登记，或者按 Esc 放弃")
        return True

    def _on_group(self, fact_id: int, entry: Entry) -> None:
        self._correcting = fact_id
        self.form.show_entry(entry, f"更正：{entry.title}", correcting=True)
        self._open_form()

    def _save(self) -> None:
        store, by, fact_id = self.session.store, self.session.by(), self._correcting
        reason = self.form.reason.text()
        try:
            entry = self.form.value()
        except DeskError as error:
            self.form.show_error(error)
            return
        act: Callable[[], Booked] = partial(booking.book, store, entry, by=by)
        if fact_id:
            act = partial(booking.correct, store, fact_id, entry, reason, by=by)
        told = f"“{entry.title}”（{entry.kind}）" if entry.title else entry.kind.value
        self._do(act, f"已{'更正' if fact_id else '登记'}{told}", self.form.show_error)

    def _begin_taking_back(self) -> None:
        row = self._row()
        if row is None or not row.is_ours:
            return
        self.strip.ask(
            f"收回“{row.fact.title}”（{row.unit_name}　{row.fact.kind}）：记一件冲销，原来的留着。",
            _REASONS,
            [Answer("收回", partial(self._take_back, row.fact.id))],
            self.view.take_focus,
        )

    def _take_back(self, fact_id: int, reason: str) -> None:
        store, by = self.session.store, self.session.by()
        self._do(lambda: booking.take_back(store, fact_id, reason, by=by), "已收回", None)

    def _do(
        self, act: Callable[[], Booked], words: str, show: Callable[[DeskError], None] | None
    ) -> None:
        """Run a change; what it says of closed periods is part of its note, it can be undone."""
        store, by = self.session.store, self.session.by()

        def done(booked: Booked) -> None:
            facts = booked.facts or booked.back
            self._wanted = facts[0].id
            if show is not None:
                self._close_form()
            self.session.changed.emit(frozenset({Topic.SCORES}))
            self.session.messages.note(
                f"{words}。{booked.told}" if booked.told else words, partial(undo, booked)
            )

        def undo(booked: Booked) -> None:
            self.session.do(
                lambda: booking.unbook(store, booked, by=by), Topic.SCORES, note="已撤销"
            )

        def failed(error: Exception) -> None:
            if show is not None and isinstance(error, DeskError):
                show(error)
            else:
                self.session.fail(error)

        self.session.do(act, done=done, failed=failed)

    def _open(self, at: int) -> None:
        """Go to the draft or the issue behind a fact."""
        fact = self.model.row(at).fact
        kind, _, key = fact.source.partition(":")
        if kind == "issue":
            self.session.go("issue", int(key))
        elif fact.item_id:
            self.session.go("life", fact.item_id)
        else:
            self.session.messages.note("这一件没有对应的来稿和期；要改请按“更正”")

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _at: self.narrow())
        self.new_button.clicked.connect(self.begin)
        self.correct_button.clicked.connect(self._begin_correcting)
        self.back_button.clicked.connect(self._begin_taking_back)
        self.view.chosen.connect(lambda _at: self._show_deeds())
        self.view.opened.connect(self._open)
        self.form.saving.connect(self._save)
        self.form.cancelled.connect(self._close_form)
        bind(self, "Ctrl+N", self.begin)
        bind(self, "Ctrl+R", self._begin_correcting)
        bind(self, "Ctrl+S", self.form.saving.emit)
        bind(self.view, "Del", self._begin_taking_back)

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        for one in (self.new_button, self.correct_button, self.back_button, self.kind, self.count):
            deeds.addWidget(one)
        deeds.addStretch(1)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.addWidget(self.view)
        beside.addWidget(self.form)
        beside.setStretchFactor(0, 1)
        beside.setChildrenCollapsible(False)
        width = style.Look(self.session.settings.scale).px(_FORM_WIDTH)
        self.form.setMinimumWidth(width)
        self.form.setMaximumWidth(width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(deeds)
        layout.addWidget(self.strip)
        layout.addWidget(beside, 1)
