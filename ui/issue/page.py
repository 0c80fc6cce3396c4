"""The 编刊 page: choose, order, look at the true pages, release, print."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desk import compiling
from desk.issues import Entry, Issue, IssueStatus, Role
from desk.readiness import Remark
from desk.releasing import release
from ui.dialogs import save_path
from ui.issue.entry_tree import EntryTree
from ui.issue.issue_bar import IssueBar
from ui.issue.pages import NOTHING, Shown, build_pages, frozen_pages, look_over
from ui.issue.pool import PoolModel
from ui.issue.preview import Preview
from ui.issue.remark_list import RemarkList
from ui.issue.replace_window import ReplaceWindow
from ui.issue.snapshot import Snapshot, read
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.page import Page
from ui.printing import choose_printer, print_pdf
from ui.session import Session, Topic, Undo

_NO_ISSUE = "还没有一期。请按右上角的“新一期”（Ctrl+N）开始。"
_NO_POOL = "还没有审签通过的稿件。\n在“编辑”里按“审签通过”，稿件就会出现在这里。"


class IssuePage(Page):
    """One issue at a time; the bar chooses which."""

    topics = frozenset({Topic.DRAFTS, Topic.ISSUES, Topic.REGISTRY, Topic.SETTINGS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "编刊")
        self._seen = Snapshot()
        self._shown: Shown | None = None
        self._asked = 0
        self.bar = IssueBar()
        self.pool_model = PoolModel()
        self.pool = ListView(session, self.pool_model, "可用稿件", empty=_NO_POOL)
        self.tree = EntryTree()
        self.preview = Preview()
        self.meter = QLabel()
        self.remarks = RemarkList()
        self.replacing = ReplaceWindow(session, self)
        self._make_actions()
        self._lay_out()
        self._connect()

    def _make_actions(self) -> None:
        self.new_button = self.secondary("新一期", "新建一期，期号自动接上（Ctrl+N）")
        self.new_button.setMenu(QMenu(self))
        self.discard_button = self.secondary("删除本期", "删除这一期；稿件回到可用稿件")
        self.replace_button = self.secondary("全期替换", "在本期各篇里替换文字（Ctrl+Shift+H）")
        self.pdf_button = self.secondary("存为 PDF", "把本期存成 PDF（Ctrl+Shift+S）")
        self.word_button = self.secondary("存为 Word", "把本期存成 .docx（Ctrl+Shift+W）")
        self.print_button = self.secondary("打印", "用系统打印窗口打印（Ctrl+P）")
        self.release_button = self.primary("印发", "定版、登记采用；印发后不能再改（Ctrl+Return）")

    def _lay_out(self) -> None:
        self.search = QLineEdit(placeholderText="筛选可用稿件　Ctrl+F", clearButtonEnabled=True)
        self.add_button = QPushButton("选入本期 →")
        self.add_button.setToolTip("把选中的稿件放进当前栏目（Enter）；也可以拖过去")
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.addWidget(_stack("可用稿件", self.search, self.pool, self.add_button))
        columns.addWidget(_stack("本期条目", self.tree, self.remarks))
        columns.addWidget(_stack("", self.meter, self.preview))
        columns.setSizes([330, 330, 620])
        columns.setStretchFactor(2, 1)
        columns.setChildrenCollapsible(False)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.content.addWidget(self.bar)
        self.content.addWidget(columns, 1)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._open)
        self.bar.renumbered.connect(self._renumber)
        self.search.textChanged.connect(self.pool_model.set_filter)
        self.pool.opened.connect(lambda _row: self.add_chosen())
        self.add_button.clicked.connect(self.add_chosen)
        self.tree.arranged.connect(self._arrange)
        self.tree.placed.connect(self._place)
        self.tree.current.connect(self._show_item)
        self.tree.itemDoubleClicked.connect(lambda *_: self._edit_current())
        self.tree.customContextMenuRequested.connect(lambda _at: self._entry_menu())
        self.remarks.chosen.connect(lambda draft_id: self.session.go("editor", draft_id))
        for button, keys, slot in (
            (self.discard_button, "", self._discard),
            (self.replace_button, "Ctrl+Shift+H", self._replace),
            (self.pdf_button, "Ctrl+Shift+S", self._save_pdf),
            (self.word_button, "Ctrl+Shift+W", self._save_word),
            (self.print_button, "Ctrl+P", self._print),
            (self.release_button, "Ctrl+Return", self._release),
        ):
            button.clicked.connect(slot)
            if keys:
                bind(self, keys, button.click)
        bind(self, "Ctrl+N", self.new_button.showMenu)
        bind(self, "Ctrl+F", self.search.setFocus)

    @property
    def issue(self) -> Issue | None:
        """The issue shown."""
        return self._seen.issue

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

    def _open(self, issue_id: int) -> None:
        self._read(issue_id)

    def _read(self, issue_id: int) -> None:
        self._seen = seen = read(self.session.store, issue_id)
        self.bar.show_issues(seen.issues, seen.publications, seen.issue.id if seen.issue else 0)
        self.bar.show_issue(seen.issue)
        self._fill_new_menu()
        self.pool_model.set_rows(seen.pool)
        if seen.issue:
            publication = seen.publications[seen.issue.publication_id]
            self.tree.show_entries(publication, seen.issue.entries, seen.titles)
        else:
            self.tree.clear()
        self._enable()
        self._build()

    def _fill_new_menu(self) -> None:
        menu = self.new_button.menu()
        menu.clear()
        for publication in self._seen.publications.values():
            if publication.template and publication.active:
                menu.addAction(f"《{publication.name}》", partial(self.new_issue, publication.id))
        if menu.isEmpty():
            menu.addAction("还没有刊物，到“资料”里添加", partial(self.session.go, "registry"))

    def _enable(self) -> None:
        issue = self.issue
        is_open = issue is not None and issue.status is IssueStatus.OPEN
        only_open = (self.discard_button, self.replace_button, self.release_button)
        for widget in (*only_open, self.add_button, self.tree):
            widget.setEnabled(is_open)
        for widget in (self.pdf_button, self.word_button, self.print_button):
            widget.setEnabled(issue is not None)
        self.print_button.setText("打印" if is_open or issue is None else "重印")

    def _build(self) -> None:
        """Lay the issue out on the worker; only the last asked is shown."""
        issue = self.issue
        self._asked += 1
        if issue is None:
            self._show_pages(self._asked, NOTHING)
            return
        store, settings, asked = self.session.store, self.session.settings, self._asked
        if issue.status is IssueStatus.RELEASED:
            build = partial(frozen_pages, store, issue.id)
        else:
            build = partial(build_pages, store, issue.id, settings)
        self.session.look(build, partial(self._show_pages, asked))

    def _show_pages(self, asked: int, shown: Shown) -> None:
        if asked != self._asked:
            return
        self._shown = shown
        self.preview.show_pdf(shown.pdf, shown.count)
        self.meter.setText(shown.meter or _NO_ISSUE)
        issue, store, settings = self.issue, self.session.store, self.session.settings
        if issue is None or issue.status is IssueStatus.RELEASED:
            self.remarks.clear()
            return
        self.session.look(
            lambda: look_over(store, issue.id, settings, shown.warnings),
            partial(self._show_remarks, asked),
        )

    def _show_remarks(self, asked: int, found: list[Remark]) -> None:
        if asked == self._asked:
            self.remarks.show_remarks(found)

    def _show_item(self, draft_id: int) -> None:
        if self._shown and (page := self._shown.starts.get(str(draft_id))):
            self.preview.go_to(page)

    def new_issue(self, publication_id: int) -> None:
        """Start the next issue of a publication, dated today."""
        store, by = self.session.store, self.session.by()
        today = self.session.clock().astimezone().date()
        self.session.do(
            lambda: compiling.new_issue(store, publication_id, today, by=by),
            done=self._on_new,
            note="已新建一期",
        )

    def _on_new(self, issue: Issue) -> None:
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
        self._seen = replace(self._seen, issue=replace(issue, entries=tuple(entries)))
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

    def _renumber(self, number: int, total: int, day: date) -> None:
        if self.issue:
            store, by, at = self.session.store, self.session.by(), self.issue.id
            self.session.do(
                lambda: compiling.renumber(store, at, number, total, day, by=by),
                Topic.ISSUES,
                note="期号和日期已改",
                failed=self._on_not_renumbered,
            )

    def _on_not_renumbered(self, error: Exception) -> None:
        """Say why, and show the number the issue still has."""
        self.session.fail(error)
        self.bar.show_issue(self.issue)

    def _discard(self) -> None:
        issue = self.issue
        if issue and self.session.messages.ask(
            f"删除第{issue.number}期？稿件会回到可用稿件。", "删除本期", danger=True
        ):
            store, by = self.session.store, self.session.by()
            self.session.do(
                lambda: compiling.discard(store, issue.id, by=by), Topic.ISSUES, note="已删除"
            )

    def _replace(self) -> None:
        if self.issue:
            publication = self._seen.publications[self.issue.publication_id]
            self.replacing.open_for(self.issue.id, compiling.name_of(publication, self.issue))

    def _release(self) -> None:
        issue = self.issue
        if issue is None:
            return
        left = self.remarks.open_remarks
        still = f"\n▲ 印发前检查还有 {left} 项没有处理。" if left else ""
        question = (
            f"印发《{self._seen.publications[issue.publication_id].name}》第{issue.number}期，"
            f"共 {len(issue.entries)} 条？{still}\n印发后页面定版、采用计分，不能再改。"
        )
        if self.session.messages.ask(question, "印发", danger=True):
            self.release_now()

    def release_now(self) -> None:
        """Release the issue without another question."""
        if self.issue:
            job = release(
                self.session.store, self.issue.id, self.session.settings, by=self.session.by()
            )
            topics = (Topic.ISSUES, Topic.DRAFTS, Topic.SCORES)
            self.session.start(job, *topics, done=self._on_released)

    def _on_released(self, issue: Issue) -> None:
        self.session.messages.note(f"第{issue.number}期已印发，采用已登记")

    def _save_pdf(self) -> None:
        self._save(".pdf", "PDF 文件", lambda shown: shown.pdf)

    def _save_word(self) -> None:
        self._save(".docx", "Word 文档", lambda shown: shown.docx())

    def _save(self, suffix: str, kind: str, data: Callable[[Shown], bytes]) -> None:
        shown, issue = self._shown, self.issue
        if shown is None or issue is None:
            return
        name = compiling.name_of(self._seen.publications[issue.publication_id], issue)
        path = save_path(self, name, suffix, kind)
        if path:
            self.session.do(lambda: path.write_bytes(data(shown)), note=f"已存为 {path.name}")

    def _print(self) -> None:
        shown = self._shown
        if shown is None or not shown.count:
            return
        printer = choose_printer(self, shown.count)
        if printer:
            job = print_pdf(shown.pdf, shown.count, printer)
            self.session.start(
                job, done=lambda count: self.session.messages.note(f"已送打印机，共 {count} 页")
            )


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
