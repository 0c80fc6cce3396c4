"""往期: what was released, by publication and year; its pages, its words, and who used it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.archive.finding import MOST, PrintedHit, find_printed
from desk.archive.printed import Shelved
from desk.archive.shelf import ShelfLine, expired_lines, shelf_lines
from desk.archive.uses import Use
from desk.searching import words_of
from ui import style
from ui.archive.exports import Exports
from ui.archive.hit_list import PrintedHitList
from ui.archive.issue_columns import issue_columns, use_columns
from ui.archive.lending import Lending
from ui.archive.reading_in import ReadingIn
from ui.archive.reading_pane import Reading, ReadingPane, read_issue
from ui.archive.shelf_tree import Choice, Counts, Shelf, ShelfTree
from ui.archive.thumbnails import ThumbnailView
from ui.icons import coloured
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.page import Page
from ui.session import Session, Topic

_PAUSE_MS = 150  # between the last key and the search
_SETTLE_MS = 40  # between the last row chosen and its pages
_ALL = "全部状态"
_STATES = ("已印发", "更正", "已更正", "已撤销", "空号", "缺号", "不出刊")
_NO_ISSUE = "还没有印发过刊物。\n在“编刊”里印发以后，就会列在这里。"
_NO_EXPIRED = "没有保管期满的刊物。\n保管期限在“资料”的刊物里定，从印发的下一年 1 月 1 日起算。"
_NO_USE = "还没有人利用过往期。\n选一期，按“登记利用”（Ctrl+L）登记。"


class ArchivePage(Page):
    """A tree to choose from, a list or small pages, and the issue chosen."""

    topics = frozenset({Topic.ISSUES, Topic.REGISTRY})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "往期")
        self._look = style.Look(session.settings.scale)
        self.tree = ShelfTree(self._look)
        self.search = QLineEdit(placeholderText="查找印出来的字词　Ctrl+F", clearButtonEnabled=True)
        self.states = QComboBox()
        self.lines: MemoryModel[ShelfLine] = MemoryModel(issue_columns(with_name=False))
        self.list = ListView(session, self.lines, "往期", empty=_NO_ISSUE)
        self.thumbnails = ThumbnailView(session)
        self.hits = PrintedHitList(session)
        self.uses: MemoryModel[Use] = MemoryModel(use_columns({0: ""}))
        self.register = ListView(session, self.uses, "利用登记", empty=_NO_USE)
        self.pane = ReadingPane(session)
        self.count, self.waiting = QLabel(), QLabel()
        self._names: dict[int, str] = {}
        self._rows: dict[int, ShelfLine] = {}
        self._all: list[ShelfLine] = []
        self._wanted = self._reading = 0  # to be chosen; to be shown
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._bind_keys()
        self.reading_in = ReadingIn(session, self._on_read_in)

    @property
    def shelved(self) -> Shelved | None:
        """The issue on show."""
        line = self._rows.get(self.pane.reading.issue_id) if self.pane.reading else None
        return line.issue if line else None

    @override
    def refresh(self) -> None:
        with self.session.store.read() as work:
            self._names = {one.id: one.name for one in work.catalogue.publications()}
            today = self.session.today()
            counts = Counts(
                self._names,
                work.printed.years(),
                len(expired_lines(work, today)),
                len(work.uses.all()),
            )
        self.tree.show_counts(counts)
        self._show_choice()
        self.reading_in.begin()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self.show_issue(target)

    @override
    def leave(self) -> None:
        self._pause.stop()
        self._settle.stop()
        self.list.save_columns()

    def show_issue(self, issue_id: int) -> None:
        """Show an issue among those of its year."""
        with self.session.store.read() as work:
            issue = work.issues.get(issue_id)
        if issue.is_frozen:
            self.search.clear()
            self.tree.choose(Choice(Shelf.ISSUES, issue.publication_id, issue.day.year))
            self._wanted = issue_id
            self._show_choice()

    def show_thumbnails(self, *, on: bool) -> None:
        """Show small pages, or the list."""
        current = self.shelved
        self.toggle.setChecked(on)
        self._show_middle()
        if current and on:
            self.thumbnails.choose(current.id)

    def find_words(self) -> None:
        """List where the words are printed, in the years chosen; without words the issues."""
        self._pause.stop()
        words = self.search.text().strip()
        if not words_of(words):
            self._show_middle()
            self._count_lines()
            return
        choice, store = self.tree.choice, self.session.store

        def look() -> list[PrintedHit]:
            with store.read() as work:
                return find_printed(work, words, choice.publication_id, choice.year)

        self.session.look(look, partial(self._show_hits, words))

    def _show_hits(self, words: str, hits: list[PrintedHit]) -> None:
        if words != self.search.text().strip():
            return
        self._middle.setCurrentWidget(self.hits)
        self.hits.show_hits(hits, words, is_part=bool(self.tree.choice.publication_id))
        more = "以上" if len(hits) == MOST else ""
        self.count.setText(f"{len(hits)} 条{more}")

    def _show_choice(self) -> None:
        """List what the tree's node holds."""
        choice = self.tree.choice
        with self.session.store.read() as work:
            if choice.shelf is Shelf.EXPIRED:
                today = self.session.today()
                self._all = expired_lines(work, today)
            else:
                self._all = shelf_lines(work, choice.publication_id, choice.year)
            uses = work.uses.all() if choice.shelf is Shelf.USES else []
        self._rows = {line.issue.id: line for line in self._all if line.issue}
        self.list.empty = _NO_EXPIRED if choice.shelf is Shelf.EXPIRED else _NO_ISSUE
        self.lines.set_columns(issue_columns(with_name=not choice.publication_id))
        self.uses.set_columns(use_columns(self.issue_names() or {0: ""}))
        self.uses.set_rows(uses)
        self._narrow()
        if words_of(self.search.text()):
            self.find_words()

    def issue_names(self) -> dict[int, str]:
        """The issues listed, by id, as the office calls them."""
        return {at: self.name_of(line.issue) for at, line in self._rows.items() if line.issue}

    def name_of(self, issue: Shelved) -> str:
        """An issue as the office calls it."""
        return f"《{self._names[issue.publication_id]}》{issue.full_number}"

    def _narrow(self) -> None:
        """Keep the lines of the state chosen, and the issue on show where it is among them."""
        state = self.states.currentText()
        shown = [line for line in self._all if state in (_ALL, _state(line))]
        kept = self._wanted or (self.pane.reading.issue_id if self.pane.reading else 0)
        self._wanted = 0
        self.lines.set_rows(shown)
        self.thumbnails.pages.set_lines(shown)
        self._show_middle()
        self._count_lines()
        ids = [line.issue.id if line.issue else 0 for line in self.lines.rows]
        first = next((n for n, at in enumerate(ids) if at), -1)
        place = ids.index(kept) if kept and kept in ids else first
        if place >= 0:
            self.list.choose(place)
            self._show_line(place)
        else:
            self.pane.show_reading(None)
        self._enable()

    def _count_lines(self) -> None:
        issues = [line.issue for line in self.lines.rows if line.issue]
        pages = sum(issue.pages for issue in issues)
        told = f"{len(issues)} 期 {pages:,} 页" if pages else f"{len(issues)} 期"
        is_uses = self.tree.choice.shelf is Shelf.USES
        self.count.setText(f"{self.uses.rowCount()} 次" if is_uses else told)

    def _show_middle(self) -> None:
        is_uses = self.tree.choice.shelf is Shelf.USES
        pages = self.thumbnails if self.toggle.isChecked() else self.list
        searching = bool(words_of(self.search.text())) and not is_uses
        self._middle.setCurrentWidget(
            self.register if is_uses else self.hits if searching else pages
        )
        self.search.setEnabled(not is_uses)
        self.states.setEnabled(not is_uses and not searching)

    def _on_row(self, number: int) -> None:
        if number >= 0:
            self._settle.start()

    def _show_current(self) -> None:
        view = self._middle.currentWidget()
        row = view.currentIndex().row() if isinstance(view, ListView) else -1
        if row < 0:
            return
        if view is self.list:
            self._show_line(row)
        elif view is self.hits and row < self.hits.hits.rowCount():
            hit = self.hits.hits.row(row)
            self._read(hit.issue, max(1, hit.page), hit.item.draft_id)
        elif view is self.register and (line := self._rows.get(self.uses.row(row).issue_id)):
            self._read(line.issue)

    def _show_line(self, number: int) -> None:
        if number < self.lines.rowCount():
            self._read(self.lines.row(number).issue)

    def _on_thumbnail(self, number: int) -> None:
        if number >= 0 and self._middle.currentWidget() is self.thumbnails:
            self._read(self.thumbnails.pages.line(number).issue)

    def _read(self, issue: Shelved | None, page: int = 1, draft_id: int | None = None) -> None:
        if issue is None:
            return
        store, name = self.session.store, self.name_of(issue)
        self._rows.setdefault(issue.id, ShelfLine(self._names[issue.publication_id], issue))
        self._reading = issue.id

        def show(reading: Reading) -> None:
            if reading.issue_id == self._reading:
                self.pane.show_reading(reading, page, draft_id)
                self._enable()

        self.session.look(lambda: read_issue(store, issue.id, name, issue.pdf), show)

    def _enable(self) -> None:
        has_issue = self.pane.reading is not None
        self.lend.setEnabled(has_issue)
        self.back.setEnabled(any(one.is_out for one in self.lent()))
        self.open_button.setEnabled(has_issue)
        self.exports.enable()

    def lent(self) -> Sequence[Use]:
        """The uses that can be given back: those selected, else those of the issue on show."""
        if self._middle.currentWidget() is self.register:
            return [self.uses.row(number) for number in self.register.selected()]
        chosen = [self.pane.uses.row(number) for number in self.pane.used.selected()]
        return chosen or (self.pane.reading.uses if self.pane.reading else ())

    def _on_read_in(self, left: int) -> None:
        self.waiting.setText(f"正在读入往期，还剩 {left:,} 期；这些暂时查不到字词、没有页数。")
        self.waiting.setVisible(left > 0)
        if not left:
            self._show_choice()

    def open_in_issue(self) -> None:
        """Show the issue on the 编刊 page: print again, correct, withdraw."""
        if self.pane.reading:
            self.session.go("issue", self.pane.reading.issue_id)

    def _make_buttons(self) -> None:
        self.toggle = self.secondary("缩略图", "看每期的第一页（Ctrl+T）")
        self.toggle.setCheckable(True)
        self.export_button = self.secondary("导出", "目录、清单、归档，或者这一期的文件")
        self.export_button.setMenu(QMenu(self))
        self.back = self.secondary("登记归还", "借出的一期还回来了（Ctrl+R）")
        self.lend = self.secondary("登记利用", "谁查阅、借出、复制这一期（Ctrl+L）")
        self.open_button = self.primary("在编刊中打开", "重印、更正、撤销（Enter）")
        self.exports = Exports(self)
        self.lending = Lending(self)

    def _lay_out(self) -> None:
        self.states.addItems([_ALL, *_STATES])
        self.states.setToolTip("只列某一种状态")
        icon = coloured("search", style.MUTED)
        self.search.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        self.count.setObjectName("muted")
        self.waiting.setObjectName("note")
        self.waiting.hide()
        self._middle = QStackedWidget()
        views: tuple[QWidget, ...] = (self.list, self.thumbnails, self.hits, self.register)
        for widget in views:
            self._middle.addWidget(widget)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.states)
        top.addWidget(self.count)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(top)
        column.addWidget(self.waiting)
        column.addWidget(self._middle, 1)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        columns: tuple[QWidget, ...] = (self.tree, middle, self.pane)
        for place, widget in enumerate(columns):
            halves.addWidget(widget)
            halves.setStretchFactor(place, (0, 5, 4)[place])
        halves.setSizes([self._look.px(width) for width in (190, 590, 478)])
        self.content.addWidget(halves, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.tree.chosen.connect(lambda _choice: self._show_choice())
        self.states.currentIndexChanged.connect(lambda _at: self._narrow())
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self.find_words)
        self._settle.timeout.connect(self._show_current)
        views: tuple[ListView, ...] = (self.list, self.hits, self.register)
        for view in views:
            view.chosen.connect(self._on_row)
            view.opened.connect(lambda _row: self.open_in_issue())
        self.thumbnails.chosen.connect(self._on_thumbnail)
        self.thumbnails.opened.connect(lambda _row: self.open_in_issue())
        self.toggle.toggled.connect(lambda on: self.show_thumbnails(on=on))
        self.pane.led.connect(partial(self.session.go, "life"))
        self.pane.used.chosen.connect(lambda _row: self._enable())
        self.open_button.clicked.connect(self.open_in_issue)
        self.lend.clicked.connect(self.lending.ask)
        self.back.clicked.connect(self.lending.give_back)

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+F", self.search.setFocus)
        bind(self, "Ctrl+T", self.toggle.toggle)
        bind(self, "Ctrl+L", self.lend.click)
        bind(self, "Ctrl+R", self.back.click)
        bind(self, "Ctrl+Return", self.open_button.click)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self.find_words()
                self._middle.currentWidget().setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)


def _state(line: ShelfLine) -> str:
    """The word that the choice of states has for a line."""
    return line.issue.state if line.issue else line.gap.word if line.gap else ""
