"""The title: large, as on the page, one paragraph that wraps."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit
from typing_extensions import override

from ui import style
from ui.editor.marks import Marks
from ui.editor.offsets import to_units

_MARGIN = 8
_MOST_LINES = 3


class TitleEdit(QTextEdit):
    """Edits the title; Enter goes on to the text.

    Signals:
        edited(): the clerk changed the title.
        copied(): what is selected goes to the clipboard, or is dragged away.
        finished(): Enter or the down arrow at the end.
    """

    edited = Signal()
    copied = Signal()
    finished = Signal()

    def __init__(self, pixels: int) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText("标题")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        centred = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        centred.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(centred)
        self._quiet = False
        self.dress(pixels)
        self.marks = Marks(self.document())
        self.document().contentsChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def dress(self, pixels: int) -> None:
        """Show it in the face of titles at a size."""
        font = QFont(style.title_face())
        font.setPixelSize(pixels)
        font.setBold(True)
        self._quiet = True
        self.document().setDefaultFont(font)
        self.setFont(font)
        self._quiet = False
        self.updateGeometry()

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._quiet = True
        self.marks.show_marks([])
        self.setPlainText(title)
        self._quiet = False

    @property
    def title(self) -> str:
        """The title as it is now."""
        return self.toPlainText().strip()

    def position(self, point: int) -> int:
        """Where a character of the title stands, in UTF-16 units."""
        text = self.toPlainText()
        return len(text) - len(text.lstrip()) + to_units(self.title, point)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        self.copied.emit()
        return super().createMimeDataFromSelection()

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        tall = min(self.document().size().height(), _MOST_LINES * line + 2 * _MARGIN)
        return QSize(200, max(round(tall), line + 2 * _MARGIN))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(" ".join(source.text().split()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() == Qt.Key.Key_Down and self.textCursor().atEnd()
        if down or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if not (self._quiet or self.marks.is_drawing):
            self.edited.emit()
