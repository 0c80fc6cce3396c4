"""A text as it will be printed: 28 characters a line, headings in their faces, tables drawn."""

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit
from typing_extensions import override

from desk.body import Body, Table
from ui import style
from ui.editor import document as documents
from ui.editor.marks import Marks
from ui.editor.objects import Objects, Pictures, shape_in, shift_of, size_of
from ui.editor.table_places import At
from ui.editor.table_shape import cell_at, rect_of

LINE = 28  # characters on a printed line
_MARGIN = 16
_SCROLLBAR = 16


def page_width(pixels: int) -> int:
    """The width of a printed line with its margins, for characters of a size."""
    return LINE * pixels + 2 * _MARGIN + 1


class TextView(QTextEdit):
    """Shows a body, read-only; the editor builds on it.

    Signals:
        opened(int, At | None): go into the table or picture at a position, to this cell.
        copied(): what is selected goes to the clipboard, or is dragged away.
    """

    opened = Signal(int, object)
    copied = Signal()

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

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        self.copied.emit()
        return super().createMimeDataFromSelection()

    def show_body(self, body: Body) -> None:
        """Show a text from its beginning."""
        self.marks.show_marks([])
        documents.load(self.document(), body)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def object_rect(self, position: int) -> QRectF:
        """Where the table or picture at a position is drawn, from the viewport's corner."""
        block = documents.object_at(self.document(), position)
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        line = self.cursorRect(cursor)
        if block is None:
            return QRectF(line)
        size = size_of(block, self.document())
        left = line.left() + shift_of(self.document(), size.width())
        return QRectF(left, line.top(), size.width(), size.height())

    def object_under(self, point: QPointF) -> int | None:
        """The position of the table or picture that is drawn at a point of the viewport."""
        near = self.cursorForPosition(point.toPoint()).position()
        return next(
            (
                place
                for place in (near, near - 1)
                if documents.object_at(self.document(), place) is not None
                and self.object_rect(place).contains(point)
            ),
            None,
        )

    def cell_under(self, position: int, point: QPointF) -> At | None:
        """The cell at a point of the table at a position; None in a picture."""
        block = documents.object_at(self.document(), position)
        if not isinstance(block, Table):
            return None
        corner = self.object_rect(position).topLeft()
        shape = shape_in(block, self.document())
        return cell_at(shape, point.x() - corner.x(), point.y() - corner.y())

    def show_cell(self, position: int, at: At) -> None:
        """Scroll a cell of the table at a position into view."""
        block = documents.object_at(self.document(), position)
        if isinstance(block, Table):
            cell = rect_of(shape_in(block, self.document()), at)
            cell.translate(self.object_rect(position).topLeft())
            bar, room = self.verticalScrollBar(), self.viewport().height()
            if cell.top() < 0 or cell.bottom() > room:
                bar.setValue(bar.value() + round(cell.center().y() - room / 2))

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
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.object_under(event.position())
        if place is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.opened.emit(place, self.cell_under(place, event.position()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
