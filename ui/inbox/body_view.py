"""A text to read: paragraphs, tables and pictures in the face of the printed page."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from desk.body import Body, Paragraph, Picture, Run, Table
from ui import style

_PIXELS = 17
_LINE_PERCENT = 160.0
_WIDEST = 360  # a picture, in pixels at 100 %


class BodyView(QTextBrowser):
    """Read only; ``load`` gives a picture's bytes by its digest."""

    def __init__(self, load: Callable[[str], bytes], scale: int) -> None:
        super().__init__()
        self._load = load
        self._look = style.Look(scale)
        self._shown: QTextDocument | None = None
        self._face = style.reading_face()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("reading")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_body(self, body: Body) -> None:
        """Show a text from its beginning."""
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        for number, block in enumerate(body.blocks):
            if number:
                cursor.insertBlock()
            match block:
                case Paragraph():
                    self._paragraph(cursor, block)
                case Table():
                    self._table(cursor, block)
                case Picture():
                    self._picture(cursor, document, block)
        self.setDocument(document)
        if self._shown:
            self._shown.deleteLater()
        self._shown = document

    def _format(self, *, bold: bool = False, small: bool = False) -> QTextCharFormat:
        font = QFont(self._face)
        font.setPixelSize(self._look.px(_PIXELS - 3 if small else _PIXELS))
        font.setBold(bold)
        found = QTextCharFormat()
        found.setFont(font)
        return found

    def _block(
        self, *, indent: bool = False, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> QTextBlockFormat:
        found = QTextBlockFormat()
        found.setLineHeight(
            _LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        found.setTextIndent(2 * self._look.px(_PIXELS) if indent else 0)
        found.setAlignment(align)
        return found

    def _paragraph(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        cursor.setBlockFormat(self._block(indent=True))
        for run in paragraph.runs or (Run(""),):
            cursor.insertText(run.text, self._format(bold=run.bold))

    def _caption(self, cursor: QTextCursor, text: str) -> None:
        if text:
            cursor.insertBlock(self._block(align=Qt.AlignmentFlag.AlignHCenter))
            cursor.insertText(text, self._format(small=True))

    def _table(self, cursor: QTextCursor, table: Table) -> None:
        if table.caption:
            cursor.setBlockFormat(self._block(align=Qt.AlignmentFlag.AlignHCenter))
            cursor.insertText(table.caption, self._format(small=True))
        if not table.rows:
            return
        looks = QTextTableFormat()
        looks.setBorderCollapse(True)
        looks.setBorderBrush(QBrush(QColor(style.LINE)))
        looks.setBorder(1)
        looks.setCellPadding(4)
        looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        looks.setHeaderRowCount(table.header_rows)
        grid = cursor.insertTable(len(table.rows), len(table.rows[0]), looks)
        for down, row in enumerate(table.rows):
            for across, text in enumerate(row):
                cell = grid.cellAt(down, across).firstCursorPosition()
                cell.insertText(text, self._format(bold=down < table.header_rows, small=True))
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _picture(self, cursor: QTextCursor, document: QTextDocument, picture: Picture) -> None:
        image = QImage.fromData(self._load(picture.digest))
        cursor.setBlockFormat(self._block(align=Qt.AlignmentFlag.AlignHCenter))
        if image.isNull():
            cursor.insertText("（这张图片显示不出来）", self._format(small=True))
        else:
            name = f"picture:{picture.digest}"
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
            looks = QTextImageFormat()
            looks.setName(name)
            looks.setWidth(min(image.width(), self._look.px(_WIDEST)))
            cursor.insertImage(looks)
        self._caption(cursor, picture.caption)
