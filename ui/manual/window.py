"""A window beside the work with the manual's chapters."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QSplitter, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from desk.outcomes import Outcome
from desk.paths import RESOURCES

_MARGIN = 24
_LINE_PERCENT = 150
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FOLDER = RESOURCES / "manual"
_RULES, _RULE = "rules", "rule"  # the chapter made of the rules, and the scheme of links into it


def chapters() -> list[Path]:
    """The manual's files in reading order."""
    return sorted(_FOLDER.glob("*.md"))


@cache
def contents() -> list[tuple[str, str]]:
    """The key and the title of each chapter in reading order, the rules last."""
    return [*((_key(file), _title(file)) for file in chapters()), (_RULES, "检查规则")]


def _key(file: Path) -> str:
    """A page's key, which the file's name holds."""
    return file.stem.partition("-")[2]


class ManualWindow(QWidget):
    """Chapters at the left, text at the right; Esc closes.

    ``outcomes`` tells what became of each rule's findings in this office.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        outcomes: Callable[[], Mapping[str, Outcome]] = dict,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._outcomes = outcomes
        self.setWindowTitle("信息编报台手册")
        self.resize(960, 680)
        self._files = chapters()
        self.list = QListWidget()
        self.text = QTextBrowser()
        self.text.setSearchPaths([str(_FOLDER)])
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.list.addItems([title for _key, title in contents()])
        self.list.currentRowChanged.connect(self._show)
        halves = QSplitter()
        halves.addWidget(self.list)
        halves.addWidget(self.text)
        halves.setSizes([200, 760])
        layout = QVBoxLayout(self)
        layout.addWidget(halves)

    def open_at(self, page: str) -> None:
        """Show the chapter of a page (its file name holds the page's key), or ``rule:T01``."""
        names = [key for key, _title in contents()]
        chapter, _, code = page.partition(":")
        chapter = _RULES if chapter == _RULE else chapter
        self.list.setCurrentRow(names.index(chapter) if chapter in names else 0)
        if code:
            self._show_rule(code)
        self.show()
        self.list.doItemsLayout()  # rows get their height from the style, which comes with showing
        self.raise_()
        self.activateWindow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show(self, row: int) -> None:
        if row < len(self._files):
            self.text.setSource(QUrl.fromLocalFile(str(self._files[row])))
        else:
            self.text.setMarkdown(_rule_pages().contents())
        self._space_out()

    def _show_rule(self, code: str) -> None:
        pages, outcome = _rule_pages(), self._outcomes().get(code, Outcome())
        self.text.setMarkdown(f"{pages.page_of(code, outcome)}\n\n[全部规则]({_RULES}:)")
        self._space_out()

    def _follow(self, link: QUrl) -> None:
        """Open what a link leads to: a rule, their list, or another chapter."""
        if link.scheme() == _RULE:
            self._show_rule(link.path().upper())
        elif link.scheme() == _RULES:
            self._show(len(self._files))
        else:
            names = [file.name for file in self._files]
            if link.fileName() in names:
                self.list.setCurrentRow(names.index(link.fileName()))

    def _space_out(self) -> None:
        self.text.document().setDocumentMargin(_MARGIN)
        space_out(self.text.document())


def space_out(document: QTextDocument) -> None:
    """Give the lines of a text room."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spacing = QTextBlockFormat()
    spacing.setLineHeight(_LINE_PERCENT, _PROPORTIONAL)
    cursor.mergeBlockFormat(spacing)


def _rule_pages() -> ModuleType:
    from desk import rule_pages  # noqa: PLC0415 - the catalogue is heavy, loaded on use

    return rule_pages


def _title(file: Path) -> str:
    return file.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")
