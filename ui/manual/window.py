"""A window beside the work with the manual's chapters."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QListWidget, QSplitter, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from desk.paths import RESOURCES

_MARGIN = 24
_LINE_PERCENT = 150
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FOLDER = RESOURCES / "manual"


def chapters() -> list[Path]:
    """The manual's files in reading order."""
    return sorted(_FOLDER.glob("*.md"))


@cache
def contents() -> list[tuple[str, str]]:
    """The key and the title of each chapter in reading order."""
    return [(_key(file), _title(file)) for file in chapters()]


def _key(file: Path) -> str:
    """A page's key, which the file's name holds."""
    return file.stem.partition("-")[2]


class ManualWindow(QWidget):
    """Chapters at the left, text at the right; Esc closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("信息编报台手册")
        self.resize(960, 680)
        self._files = chapters()
        self.list = QListWidget()
        self.text = QTextBrowser()
        self.text.setSearchPaths([str(_FOLDER)])
        for file in self._files:
            self.list.addItem(_title(file))
        self.list.currentRowChanged.connect(self._show)
        halves = QSplitter()
        halves.addWidget(self.list)
        halves.addWidget(self.text)
        halves.setSizes([200, 760])
        layout = QVBoxLayout(self)
        layout.addWidget(halves)

    def open_at(self, page: str) -> None:
        """Show the chapter of a page (its file name holds the page's key)."""
        names = [_key(file) for file in self._files]
        self.list.setCurrentRow(names.index(page) if page in names else 0)
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
        self.text.setSource(QUrl.fromLocalFile(str(self._files[row])))
        self.text.document().setDocumentMargin(_MARGIN)
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_PERCENT, _PROPORTIONAL)
        cursor.mergeBlockFormat(spacing)


def _title(file: Path) -> str:
    return file.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")
