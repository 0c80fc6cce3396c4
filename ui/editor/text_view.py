"""A text as it will be printed: 28 characters a line, headings in their faces, tables drawn."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit
from typing_extensions import override

from desk.body import Body
from ui import style
from ui.editor import document as documents
from ui.editor.marks import Marks
from ui.editor.objects import Objects, Pictures

LINE = 28  # characters on a printed line
_MARGIN = 16
_SCROLLBAR = 16


def page_width(pixels: int) -> int:
    """The width of a printed line with its margins, for characters of a size."""
    return LINE * pixels + 2 * _MARGIN + 1


class TextView(QTextEdit):
    """Shows a body, read-only; the editor builds on it."""

    def __init__(self, pictures: Pictures, pixels: int) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.marks = Marks(self.document())
        self._objects = Objects(pictures, self.marks.cells_at)
        self.document().documentLayout().registerHandler(documents.OBJECT, self._objects)
        for changed in (pictures.arrived, self.marks.drawn):
            changed.connect(self.viewport().update)
        self.pixels = pixels
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress(pixels)

    def show_body(self, body: Body) -> None:
        """Show a text from its beginning."""
        self.marks.show_marks([])
        documents.load(self.document(), body)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _dress(self, pixels: int) -> None:
        font = QFont(style.reading_face())
        font.setPixelSize(pixels)
        self.pixels = pixels
        self.document().setDefaultFont(font)
        self.setFont(font)

    def _fit(self) -> None:
        """Wrap as on the printed page where there is room for it, else at the window's edge."""
        line = page_width(self.pixels)
        spare = max(0, self.width() - _SCROLLBAR - line)
        self.setViewportMargins(spare // 2, 0, 0, 0)
        if self.width() - _SCROLLBAR >= line:
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(line)
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
