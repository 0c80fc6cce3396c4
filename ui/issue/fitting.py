"""放得下的稿件: what of the pool fills the lines that are left."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from desk import compiling
from desk.issues import Entry, Issue
from desk.layout.fonts import installed_fonts
from desk.page_fill import PageFill
from desk.suggesting import Suggestion, suggestions
from ui.issue.feature import Action, Feature
from ui.issue.pages import Shown
from ui.issue.pool import PoolRow
from ui.issue.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.issue.page import IssuePage

_SUGGESTION = int(Qt.ItemDataRole.UserRole)
_ASK = "按 Ctrl+J，看可用稿件里哪些正好放得下"
_FULL = "没有空余的行了"
_OVER = "已经超出 {} 页约 {} 行，先移出几条，或者改短"


class Fitting(Feature):
    """Suggests drafts on a tab of their own; Enter puts a suggestion in."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName("放得下的稿件")
        self.list.setToolTip("双击或按 Enter，把这一组选入本期")
        self.list.itemActivated.connect(self._put_in)
        page.foot.addTab(self.list, "放得下的")
        self._asked = 0
        self._is_waiting = False
        page.choices.facts.found.connect(self._on_found)
        page.meter.aimed.connect(lambda _pages: self._start_anew())
        self._say(_ASK)

    @override
    def actions(self) -> Sequence[Action]:
        return (Action("放得下的稿件", "Ctrl+J", self.ask, is_open=True),)

    @override
    def show(self, seen: Snapshot) -> None:
        self._start_anew()

    def _start_anew(self) -> None:
        self._asked += 1  # what was found is about another state
        self._is_waiting = False
        self._say(_ASK)

    @override
    def show_pages(self, shown: Shown) -> None:
        if self._is_waiting:
            return
        if self.page.meter.fill.taken and self.page.meter.fill.room > 0:
            self._say(f"还可加 {self.page.meter.fill.room} 行。{_ASK}")

    def ask(self) -> None:
        """Look for what fits, and show it."""
        self.page.foot.setCurrentWidget(self.list)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def _look(self) -> None:
        issue, fill = self.page.issue, self.page.meter.fill
        if issue is None or not fill.taken:
            self._say("先选入至少一条，才知道还余几行")
            return
        if fill.room <= 0:
            self._say(_OVER.format(fill.target, -fill.room) if fill.is_over else _FULL)
            return
        self._say("正在试排……")
        self._is_waiting = any(row.facts.lines is None for row in self._rows())
        if not self._is_waiting:
            self._search(issue, fill)

    def _on_found(self, _facts: object) -> None:
        """Go on where only the lines of some drafts were missing."""
        if self._is_waiting:
            self._look()

    def _search(self, issue: Issue, fill: PageFill) -> None:
        page = self.page
        candidates = self._candidates()
        if not candidates:
            self._say("可用稿件里没有可以选入的了")
            return
        self._asked += 1
        session, fonts, target = page.session, installed_fonts(), fill.target
        store, settings = session.store, session.settings

        def find() -> list[Suggestion]:
            with store.read() as work:
                now = work.issues.get(issue.id)
                return suggestions(work, now, candidates, target, settings, fonts)

        session.look(find, partial(self._show_found, self._asked, self._titles()))

    def _candidates(self) -> list[tuple[Entry, int]]:
        """Free drafts whose lines are known, in the order of the pool: urgent and old first."""
        page = self.page
        return [
            (compiling.entry_of(row.draft, page.section_for(row), row.original), row.facts.lines)
            for row in self._rows()
            if row.facts.lines is not None
        ]

    def _rows(self) -> list[PoolRow]:
        return [row for row in self.page.pool_model.all_rows if not row.is_apart]

    def _titles(self) -> dict[int, str]:
        rows = self._rows()
        return {row.draft.id: f"{row.draft.title}（{row.facts.lines} 行）" for row in rows}

    def _show_found(self, asked: int, titles: dict[int, str], found: list[Suggestion]) -> None:
        if asked != self._asked:
            return
        if not found:
            least = min(row.facts.lines for row in self._rows() if row.facts.lines is not None)
            room = self.page.meter.fill.room
            self._say(f"还可加 {room} 行，可用稿件里最短的要 {least} 行，放不下")
            return
        self.list.clear()
        for one in found:
            names = "；".join(titles[entry.draft_id] for entry in one.entries)
            words = f"余 {one.left} 行：{names}" if one.left else f"正好排满：{names}"
            grown = one.pages != len(self.page.meter.fill.taken)
            item = QListWidgetItem(f"{words}（到 {one.pages} 页）" if grown else words)
            item.setToolTip("\n".join(titles[entry.draft_id] for entry in one.entries))
            item.setData(_SUGGESTION, one)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _put_in(self, item: QListWidgetItem) -> None:
        found = item.data(_SUGGESTION)
        if isinstance(found, Suggestion):
            self.page.put_in(found.entries)

    def _say(self, words: str) -> None:
        self.list.clear()
        line = QListWidgetItem(words)
        line.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(line)
