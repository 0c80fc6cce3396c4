"""The 编刊 page: choose, order, look at the true pages, release, print."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk import compiling
from desk.issues import Entry, Issue, Role, Series
from desk.publications import Publication
from ui.issue.entry_tree import EntryTree
from ui.issue.feature import Action, Feature
from ui.issue.features import FEATURES
from ui.issue.issue_bar import IssueBar
from ui.issue.pages import NOTHING, Shown, build_pages, frozen_pages
from ui.issue.pool import PoolModel
from ui.issue.preview import Preview
from ui.issue.snapshot import Snapshot, read
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.page import Page
from ui.session import Session, Topic, Undo

T = TypeVar("T", bound=Feature)

_NO_ISSUE = "还没有一期。请按右上角的“新一期”（Ctrl+N）开始。"
_NO_POOL = "还没有审签通过的稿件。\n在“编辑”里按“审签通过”，稿件就会出现在这里。"


class IssuePage(Page):
    """One issue at a time; the bar chooses which."""

    topics = frozenset({Topic.DRAFTS, Topic.ISSUES, Topic.REGISTRY, Topic.SETTINGS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "编刊")
        self.seen = Snapshot()
        self.shown: Shown | None = None
        self._asked = 0
        self.bar = IssueBar()
        self.pool_model = PoolModel()
        self.pool = ListView(session, self.pool_model, "可用稿件", empty=_NO_POOL)
        self.tree = EntryTree()
        self.preview = Preview()
        self.meter = QLabel()
        self.foot = QTabWidget()
        self.foot.setDocumentMode(True)
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
        self.search = QLineEdit(placeholderText="筛选可用稿件　Ctrl+F", clearButtonEnabled=True)
        self.add_button = QPushButton("选入本期 →")
        self.add_button.setToolTip("把选中的稿件放进当前栏目（Enter）；也可以拖过去")
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.addWidget(_stack("可用稿件", self.search, self.pool, self.add_button))
        columns.addWidget(self._middle())
        columns.addWidget(_stack("", self.meter, self.preview))
        columns.setSizes([330, 330, 620])
        columns.setStretchFactor(2, 1)
        columns.setChildrenCollapsible(False)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.content.addWidget(self.bar)
        self.content.addWidget(columns, 1)

    def _middle(self) -> QSplitter:
        """The entries above what is told of the issue."""
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.addWidget(_stack("本期条目", self.tree))
        middle.addWidget(self.foot)
        middle.setStretchFactor(0, 1)
        middle.setSizes([400, 190])
        middle.setChildrenCollapsible(False)
        return middle

    def _connect(self) -> None:
        self.bar.chosen.connect(self._open)
        self.search.textChanged.connect(self.pool_model.set_filter)
        self.pool.opened.connect(lambda _row: self.add_chosen())
        self.add_button.clicked.connect(self.add_chosen)
        self.tree.arranged.connect(self._arrange)
        self.tree.placed.connect(self._place)
        self.tree.current.connect(self._show_item)
        self.tree.itemDoubleClicked.connect(lambda *_: self._edit_current())
        self.tree.customContextMenuRequested.connect(lambda _at: self._entry_menu())
        bind(self, "Ctrl+N", self.new_button.showMenu)
        bind(self, "Ctrl+F", self.search.setFocus)

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
        self._read(self.issue.id if self.issue else 0)

    @override
    def enter(self) -> None:
        super().enter()
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
        self.seen = seen = read(self.session.store, issue_id)
        self.bar.show_issues(seen.issues, seen.publications, seen.issue.id if seen.issue else 0)
        self.bar.show_issue(seen.issue)
        self.pool_model.set_rows(seen.pool)
        if seen.issue:
            publication = seen.publications[seen.issue.publication_id]
            self.tree.show_entries(publication, seen.issue.entries, seen.titles)
        else:
            self.tree.clear()
        self._enable()
        self._build()

    def _enable(self) -> None:
        is_open = self.issue is not None and not self.issue.is_frozen
        for widget in (self.add_button, self.tree):
            widget.setEnabled(is_open)
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
        self.preview.show_pdf(shown.pdf, shown.count)
        self.meter.setText(shown.meter or _NO_ISSUE)
        for one in self._features:
            one.show_pages(shown)

    def _show_item(self, draft_id: int) -> None:
        if self.shown and (page := self.shown.starts.get(str(draft_id))):
            self.preview.go_to(page)

    def new_issue(
        self, publication_id: int, series: Series = Series.REGULAR, day: date | None = None
    ) -> None:
        """Start the next issue of a publication and show it; without a day it is today's."""
        store, by = self.session.store, self.session.by()
        on = day or self.session.clock().astimezone().date()
        self.leave()
        self.session.do(
            lambda: compiling.new_issue(store, publication_id, on, series, by=by),
            done=self.show_new,
            note="已新建一期",
        )

    def show_new(self, issue: Issue) -> None:
        """Show an issue that was just made, ready to be filled."""
        self._read(issue.id)
        self.pool.setFocus()
        self.session.changed.emit(frozenset({Topic.ISSUES}))

    def add_chosen(self) -> None:
        """Put the chosen drafts of the pool at the end of the current section."""
        rows = [self.pool_model.row(number) for number in self.pool.selected()]
        if rows and self.issue:
            section = self.tree.section_now()
            new = [compiling.entry_of(row.draft, section, row.original) for row in rows]
            self._arrange([*self.tree.entries(), *new])

    def _place(self, ids: list[int], section_id: int, position: int) -> None:
        """Put dropped drafts at a place in a section."""
        rows = {row.draft.id: row for row in self.pool_model.rows}
        entries = self.tree.entries()
        before = [one for one in entries if one.section_id == section_id][:position]
        at = entries.index(before[-1]) + 1 if before else 0
        new = [
            compiling.entry_of(rows[one].draft, section_id, rows[one].original)
            for one in ids
            if one in rows
        ]
        self._arrange([*entries[:at], *new, *entries[at:]])

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
        )

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
        draft_id = self.tree.current_draft()
        entries = [
            replace(entry, role=role) if entry.draft_id == draft_id else entry
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


def _stack(title: str, *widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    if title:
        heading = QLabel(title)
        heading.setObjectName("sectionTitle")
        layout.addWidget(heading)
    for widget in widgets:
        layout.addWidget(widget)
    return box
