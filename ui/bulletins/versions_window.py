"""The earlier texts of a bulletin, beside how it stands now; one can be brought back."""

from collections.abc import Callable
from difflib import ndiff
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTextBrowser, QWidget

from desk.bulletins.bulletin import Bulletin, Version
from desk.bulletins.keeping import versions
from desk.office_clock import office_time
from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (980, 640)
_EMPTY = "还没有以前的文字。改动以后，改动之前的文字会列在这里。"
COLUMNS: tuple[Column[Version], ...] = (
    Column("generation", "版", lambda one: str(one.generation), 48, lambda one: one.generation),
    Column("changed", "时间", lambda one: f"{office_time(one.changed):%m-%d %H:%M}", 110),
    Column("who", "谁", lambda one: one.changed_by, 90, stretch=True),
)


class VersionsWindow(SideWindow):
    """Earlier texts at the left; at the right the chosen one, with what differs from now."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "以前的文字", "bulletins")
        self._bulletin: Bulletin | None = None
        self._bring_back: Callable[[int], None] = lambda _generation: None
        self.model: MemoryModel[Version] = MemoryModel(COLUMNS)
        self.view = ListView(session, self.model, "以前的文字", empty=_EMPTY)
        self.text = QTextBrowser()
        self.text.setObjectName("reading")
        self.text.setTabChangesFocus(True)
        self.button = QPushButton("恢复这一版")
        self.button.setObjectName("primary")
        self.button.setToolTip("现在的文字留在以前的文字里（Enter）")
        self._lay_out()
        self.view.chosen.connect(self._show)
        self.view.opened.connect(lambda _at: self.bring_back())
        self.button.clicked.connect(self.bring_back)

    def open_for(self, bulletin: Bulletin, bring_back: Callable[[int], None]) -> None:
        """Show the earlier texts of a bulletin; ``bring_back`` gets the number of one."""
        self._bulletin, self._bring_back = bulletin, bring_back
        store = self.session.store
        self.session.look(lambda: versions(store, bulletin.id), self._on_versions)
        self.come_up(self.view)

    def bring_back(self) -> None:
        """Bring the chosen text back."""
        at = self.view.currentIndex().row()
        if self.button.isEnabled() and 0 <= at < len(self.model.rows):
            self.close()
            self._bring_back(self.model.row(at).generation)

    def _on_versions(self, found: list[Version]) -> None:
        self.model.set_rows(found)
        final = self._bulletin is not None and self._bulletin.is_final
        self.button.setEnabled(bool(found) and not final)
        if found:
            self.view.choose(0)
        else:
            self.text.setPlainText(_EMPTY)

    def _show(self, at: int) -> None:
        if 0 <= at < len(self.model.rows) and self._bulletin is not None:
            then = [one.text for one in self.model.row(at).text.passages]
            now = [one.text for one in self._bulletin.text.passages]
            self.text.setHtml(difference(then, now))

    def _lay_out(self) -> None:
        told = QLabel("＋ 这一版有、现在没有　　－ 现在有、这一版没有")
        told.setObjectName("muted")
        foot = QHBoxLayout()
        foot.addWidget(told, 1)
        foot.addWidget(self.button)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.view)
        halves.addWidget(self.text)
        halves.setSizes([280, 680])
        self.content.addWidget(halves, 1)
        self.content.addLayout(foot)


def difference(then: list[str], now: list[str]) -> str:
    """An earlier text as HTML, its paragraphs marked where the present ones are others."""
    looks = {
        "+ ": ("＋ ", style.GREEN_SOFT, style.GREEN),
        "- ": ("－ ", style.RED_SOFT, style.RED),
        "  ": ("", style.PAPER, style.INK),
    }
    told = (
        (looks[line[:2]], line[2:]) for line in ndiff(now, then, charjunk=None) if line[:2] in looks
    )
    return "".join(
        f'<p style="background:{ground};color:{ink};margin:4px 0">{mark}{escape(words)}</p>'
        for (mark, ground, ink), words in told
    )
