"""The 编刊 page: choose, order, look at the true pages, release, print."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSplitter, QTabWidget, QWidget
from typing_extensions import override

from desk import compiling, ordering
from desk.issues import Entry, Issue, Role, Series
from desk.publications import Publication
from ui import style
from ui.issue.entry_deeds import EntryDeeds
from ui.issue.entry_tree import EntryTree
from ui.issue.feature import Action, Feature
from ui.issue.features import FEATURES
from ui.issue.issue_bar import IssueBar
from ui.issue.issue_memory import IssueMemory
from ui.issue.issue_tabs import IssueTabs
from ui.issue.meter import Meter
from ui.issue.pages import NOTHING, Shown, build_pages, frozen_pages
from ui.issue.panes import focus_on, stack
from ui.issue.pool import PoolRow
from ui.issue.pool_facts import Place, place_in
from ui.issue.pool_pane import PoolPane
from ui.issue.preview import Preview
from ui.issue.preview_bar import PreviewBar
from ui.issue.snapshot import Snapshot, read
from ui.keys import bind
from ui.page import Page
from ui.session import Session, Topic, Undo

T = TypeVar("T", bound=Feature)

_NO_ISSUE = "还没有一期。请按右上角的“新一期”（Ctrl+N）开始。"
_NO_ENTRY = "本期还没有条目。在左边选稿件，按 Enter 选入。"


class IssuePage(Page):
    """One issue at a time; the bar chooses which."""

    topics = frozenset({Topic.DRAFTS, Topic.ISSUES, Topic.REGISTRY, Topic.SETTINGS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "编刊")
        look = style.Look(session.settings.scale)
        self.seen = Snapshot()
        self.shown: Shown | None = None
        self._asked = 0
        self._memory = IssueMemory(session.paths)
        self.tabs = IssueTabs()
        self.bar = IssueBar()
        self.choices = PoolPane(session)
        self.pool, self.pool_model = self.choices.view, self.choices.model
        self.search, self.add_button = self.choices.search, self.choices.add_button
        self.tree = EntryTree(look)
        self.preview = Preview()
        self.meter = Meter(look)
        self.foot = QTabWidget()
        self.foot.setDocumentMode(True)
        self.content.addWidget(self.tabs)
        self.content.addWidget(self.bar)
        self.new_button = self.secondary("新一期", "新建一期，期号自动接上（Ctrl+N）")
        self.new_button.setMenu(QMenu(self))
        self.export_button = self.secondary("导出", "把本期存成文件")
        self.more_button = self.secondary("更多", "本期的其他操作")
        self._features = [build(self) for build in FEATURES]
        self._menus = (
            _fill(self, self.export_button, [one.exports() for one in self._features]),
            _fill(self, self.more_button, [one.actions() for one in self._features]),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.addWidget(self.choices)
        columns.addWidget(self._middle())
        self.preview_bar = PreviewBar(self.preview)
        columns.addWidget(stack("", self.meter, self.preview_bar, self.preview))
        columns.setSizes([450, 310, 500])
        for at, share in enumerate((3, 2, 6)):
            columns.setStretchFactor(at, share)
        columns.setChildrenCollapsible(False)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.content.addWidget(columns, 1)

    def _middle(self) -> QSplitter:
        """The entries above what is told of the issue."""
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.addWidget(stack("本期条目", self.tree))
        middle.addWidget(self.foot)
        middle.setStretchFactor(0, 1)
        middle.setSizes([400, 190])
        middle.setChildrenCollapsible(False)
        return middle

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._open)
        self.bar.chosen.connect(self._open)
        self.pool.opened.connect(lambda _row: self.add_chosen())
        self.add_button.clicked.connect(self.add_chosen)
        self.tree.arranged.connect(self._arrange)
        self.tree.placed.connect(self._place)
        self.tree.headed.connect(lambda at, words: self.feature(EntryDeeds).head(at, words))
        self.tree.current.connect(lambda draft_id: self.preview.show_item(str(draft_id)))
        self.tree.current.connect(lambda _id: self.choices.show_place(self._place_to_print()))
        self.tree.itemDoubleClicked.connect(lambda *_: self._edit_current())
        self.tree.customContextMenuRequested.connect(lambda _at: self._entry_menu())
        self.preview.picked.connect(self.tree.choose)
        self.meter.aimed.connect(self._aim)
        self.preview_bar.bind_keys(self)
        bind(self, "Ctrl+N", self.new_button.showMenu)
        bind(self, "Ctrl+F", self.search.setFocus)
        for key, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            bind(self, key, partial(self.tabs.step, step))
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):  # of what was put in just now
            bind(self.pool, key, partial(self.tree.move_current, step))
        for key, step in (("F6", 1), ("Shift+F6", -1)):
            bind(self, key, partial(self._next_pane, step))

    def _next_pane(self, step: int) -> None:
        foot: QWidget = self.foot.currentWidget()
        panes = (self.pool, self.tree, foot, self.preview)
        focus_on(panes, step)

    @property
    def issue(self) -> Issue | None:
        """The issue shown."""
        return self.seen.issue

    @property
    def publication(self) -> Publication | None:
        """The publication of the issue shown."""
        return self.seen.publications[self.issue.publication_id] if self.issue else None

    @property
    def name(self) -> str:
        """The issue shown as the office calls it; "" where there is none."""
        if self.issue is None or self.publication is None:
            return ""
        return compiling.name_of(self.publication, self.issue)

    def feature(self, kind: type[T]) -> T:
        """The page's feature of a kind."""
        return next(one for one in self._features if isinstance(one, kind))

    @override
    def refresh(self) -> None:
        self._read(self.issue.id if self.issue else self._memory.issue_id)

    @override
    def enter(self) -> None:
        super().enter()
        self.choices.choose_first()
        self.pool.setFocus()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self._open(target)

    @override
    def leave(self) -> None:
        for one in self._features:
            one.leave()

    def _open(self, issue_id: int) -> None:
        self.leave()
        self._read(issue_id)

    def _read(self, issue_id: int) -> None:
        self.seen = seen = read(self.session.store, issue_id, self.session.clock())
        issue = seen.issue
        self.bar.show_issues(seen.issues, seen.publications, issue.id if issue else 0)
        self.bar.show_issue(issue)
        self.bar.show_grade(seen.grade, seen.readers)
        self._show_tabs()
        if issue:
            self._memory.issue_id = issue.id
            self._show_entries(issue)
        else:
            self.tree.clear()
        self.choices.show_rows(seen.pool, self._place_to_print())
        self._enable()
        self._build()

    def _show_tabs(self) -> None:
        """The issues in work, and the released one being looked at."""
        issue = self.issue
        at_hand = self.seen.open_issues + ([issue] if issue and issue.is_frozen else [])
        of = {one.id: self.seen.publications[one.publication_id] for one in at_hand}
        tabs = [
            (
                one.id,
                f"《{of[one.id].name}》{compiling.label_of(one)}{compiling.correction_of(one)}",
                f"{compiling.name_of(of[one.id], one)} {one.status}",
            )
            for one in at_hand
        ]
        self.tabs.show_tabs(tabs, issue.id if issue else 0)

    def _show_entries(self, issue: Issue) -> None:
        publication = self.seen.publications[issue.publication_id]
        self.tree.set_open(on=not issue.is_frozen)
        headings = dict(issue.matter.headings)
        self.tree.show_entries(publication.sections, issue.entries, self.seen.titles, headings)
        self.meter.aim(self._memory.target(publication.id))

    def _place_to_print(self) -> Place | None:
        """Where drafts of the pool would be printed."""
        issue, publication = self.issue, self.publication
        if issue is None or publication is None or issue.is_frozen or not publication.sections:
            return None
        return place_in(publication, publication.section(self.tree.section_now()))

    def _aim(self, pages: int) -> None:
        """Want so many pages of every issue of this publication."""
        if self.publication:
            self._memory.set_target(self.publication.id, pages)
        self.meter.aim(pages)

    def _enable(self) -> None:
        is_open = self.issue is not None and not self.issue.is_frozen
        self.add_button.setEnabled(is_open)
        self.tree.setEnabled(self.issue is not None)
        for menu in self._menus:
            for line, only_open in menu:
                line.setEnabled(is_open or (self.issue is not None and not only_open))
        self.export_button.setEnabled(self.issue is not None)
        for one in self._features:
            one.show(self.seen)

    def _build(self) -> None:
        """Lay the issue out on the worker; only the last asked is shown."""
        issue = self.issue
        self._asked += 1
        if issue is None:
            self._show_pages(self._asked, NOTHING)
            return
        store, settings, asked = self.session.store, self.session.settings, self._asked
        if issue.is_frozen:
            build = partial(frozen_pages, store, issue.id)
        else:
            build = partial(build_pages, store, issue.id, settings)
        self.session.look(build, partial(self._show_pages, asked))

    def _show_pages(self, asked: int, shown: Shown) -> None:
        if asked != self._asked:
            return
        self.shown = shown
        self.preview.show_pdf(shown.pdf, shown.count, shown.places)
        self.tree.show_places(shown.places)
        self._show_fill(shown)
        for one in self._features:
            one.show_pages(shown)

    def _show_fill(self, shown: Shown) -> None:
        if shown.fill and self.issue and self.issue.entries:
            self.meter.show_fill(shown.fill, shown.lines)
        else:
            self.meter.show_words(_NO_ENTRY if shown.fill else shown.meter or _NO_ISSUE)

    def new_issue(
        self, publication_id: int, series: Series = Series.REGULAR, day: date | None = None
    ) -> None:
        """Start the next issue of a publication and show it; without a day it is today's."""
        store, by = self.session.store, self.session.by()
        on = day or self.session.today()
        self.leave()
        self.session.do(
            lambda: compiling.new_issue(store, publication_id, on, series, by=by),
            done=self.show_new,
            note="已新建一期",
        )

    def show_new(self, issue: Issue) -> None:
        """Show an issue that was just made, ready to be filled."""
        self._read(issue.id)
        self.choices.choose_first()
        self.pool.setFocus()
        self.session.changed.emit(frozenset({Topic.ISSUES}))

    def add_chosen(self) -> None:
        """Put the chosen drafts of the pool where their kind belongs, or into the section now."""
        rows = self.choices.chosen()
        waiting = next((row for row in rows if row.waits), None)
        if waiting:
            self.session.messages.note(waiting.waits)
        elif rows and self.issue and not self.issue.is_frozen:
            self.put_in(
                [compiling.entry_of(row.draft, self.section_for(row), row.original) for row in rows]
            )

    def section_for(self, row: PoolRow) -> int:
        """The section a draft goes into: that of its kind, else the one the clerk stands in."""
        sections = self.publication.sections if self.publication else ()
        named = next((one.id for one in sections if one.name == row.section), 0)
        return named or self.tree.section_now()

    def put_in(self, entries: Sequence[Entry]) -> None:
        """Put entries at the end of their sections; the last one becomes current."""
        held = {one.draft_id for one in self.tree.entries()}
        new = [one for one in entries if one.draft_id not in held]
        if not new or self.issue is None:
            return
        offered = {row.draft.id: row.draft.title for row in self.pool_model.all_rows}
        titles = {one.draft_id: offered.get(one.draft_id, "") for one in new}
        self.seen = replace(self.seen, titles={**self.seen.titles, **titles})
        self._arrange([*self.tree.entries(), *new])
        self._show_entries(self.issue)
        self.tree.choose(new[-1].draft_id)

    def _place(self, ids: list[int], section_id: int, position: int) -> None:
        """Put dropped drafts at a place in a section."""
        rows = {row.draft.id: row for row in self.pool_model.rows}
        new = [
            compiling.entry_of(rows[one].draft, section_id, rows[one].original)
            for one in ids
            if one in rows
        ]
        sections = [one.id for one in self.publication.sections] if self.publication else []
        place = (section_id, position)
        self._arrange(ordering.placed(self.tree.entries(), sections, new, place))

    def _arrange(self, entries: list[Entry]) -> None:
        issue = self.issue
        if issue is None or tuple(entries) == issue.entries:
            return
        store, by, before = self.session.store, self.session.by(), issue.entries
        self.seen = replace(self.seen, issue=replace(issue, entries=tuple(entries)))
        self.session.do(
            lambda: compiling.arrange(store, issue.id, entries, by=by),
            Topic.ISSUES,
            note=f"本期 {len(entries)} 条",
            undo=Undo(lambda: compiling.arrange(store, issue.id, before, by=by), "已撤销"),
            failed=self._on_not_arranged,
        )

    def _on_not_arranged(self, error: Exception) -> None:
        """Say why, and show the entries the issue still has."""
        self.session.fail(error)
        self.refresh()

    def _entry_menu(self) -> None:
        menu = QMenu(self)
        for role in Role:
            menu.addAction(f"按“{role}”计", partial(self._set_role, role))
        menu.addSeparator()
        for one in self._features:
            for action in one.of_entry():
                menu.addAction(action.words, action.act)
        menu.addAction("打开编辑", self._edit_current)
        menu.addAction("移出本期", self.tree.remove_current)
        menu.exec(self.cursor().pos())

    def _set_role(self, role: Role) -> None:
        chosen = self.tree.selected_drafts()
        entries = [
            replace(entry, role=role) if entry.draft_id in chosen else entry
            for entry in self.tree.entries()
        ]
        self._arrange(entries)

    def _edit_current(self) -> None:
        if draft_id := self.tree.current_draft():
            self.session.go("editor", draft_id)


def _fill(
    page: QWidget, button: QPushButton, parts: Iterable[Sequence[Action]]
) -> list[tuple[QAction, bool]]:
    """Give a button its menu, one part a feature; which lines are only for open issues."""
    menu, lines = QMenu(page), []
    for part in parts:
        for action in part:
            line = menu.addAction(f"{action.words}\t{action.key}" if action.key else action.words)
            line.triggered.connect(partial(_act, action))
            lines.append((line, action.is_open))
            if action.key:
                bind(page, action.key, line.trigger)
        if part:
            menu.addSeparator()
    button.setMenu(menu)
    return lines


def _act(action: Action, _checked: object = None) -> None:
    action.act()
