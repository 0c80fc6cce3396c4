"""Tables and pictures in a text: each is one character that is drawn, deleted and undone whole."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from desk.body import Body, Picture, Size, Table
from desk.errors import NotFoundError
from ui import style
from ui.editor import table_shape
from ui.editor.document import block_of, indent_of
from ui.editor.table_places import At, Look
from ui.session import Session

_LINE = 28  # characters on a printed line
_TALLEST = 480.0  # pixels a picture may take on screen
_CAPTION = 24.0
_LARGEST = QSize(1200, 720)  # pixels on the widest text; more would only fill the memory
_MOST = 24  # pictures kept, 3 MB each; more than can be in sight at once
_SHARES = {Size.WIDE: 1.0, Size.HALF: 1 / 2, Size.SMALL: 1 / 3}  # of the text's width


class Pictures(QObject):
    """The pictures of the texts on show, read on the worker when they are first drawn.

    They are kept small, and only those drawn last, so that fifty of them are no burden.

    Signals:
        arrived(): one more can be drawn.
    """

    arrived = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._images: dict[str, QImage | None] = {}

    def image(self, digest: str) -> QImage | None:
        """The picture, or None while it is being read; a null image where it cannot be shown."""
        if digest not in self._images:
            self._images[digest] = None
            self._session.look(self._reading(digest), self._keeping(digest))
        found = self._images[digest] = self._images.pop(digest)  # drawn last, it stands last
        return found

    def ask_for(self, *bodies: Body) -> None:
        """Forget all pictures but those of some bodies."""
        wanted = {
            block.digest for body in bodies for block in body.blocks if isinstance(block, Picture)
        }
        self._images = {one: image for one, image in self._images.items() if one in wanted}

    def _reading(self, digest: str) -> Callable[[], QImage]:
        def read() -> QImage:
            try:
                with self._session.store.read() as work:
                    return _decoded(work.files.get(digest))
            except NotFoundError:
                return QImage()

        return read

    def _keeping(self, digest: str) -> Callable[[QImage], None]:
        def keep(image: QImage) -> None:
            self._images[digest] = image
            for oldest in list(self._images)[:-_MOST]:
                del self._images[oldest]
            self.arrived.emit()

        return keep


class Objects(QPyTextObject):
    """Draws the tables and pictures of one document; ``looks`` tells how cells are set off."""

    def __init__(self, pictures: Pictures, looks: Callable[[int], Mapping[At, Look]]) -> None:
        super().__init__()
        self._pictures = pictures
        self._looks = looks

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        return size_of(block_of(format), doc)

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | object,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        assert isinstance(rect, QRectF)  # noqa: S101 - the stub says QRect too
        block = block_of(format)
        rect = rect.translated(shift_of(doc, rect.width()), 0)
        if isinstance(block, Picture):
            self._paint_picture(painter, rect, block)
        else:
            font, shape = doc.defaultFont(), shape_in(block, doc)
            font = table_shape.cell_font(font.family(), font.pixelSize())
            table_shape.paint(shape, painter, rect, font, self._looks(posInDocument))

    def _paint_picture(self, painter: QPainter, area: QRectF, picture: Picture) -> None:
        image = self._pictures.image(picture.digest)
        box = area.adjusted(0, 0, 0, -_CAPTION if picture.caption else 0)
        painter.save()
        if image is None or image.isNull():
            painter.fillRect(box, QColor(style.GROUND))
            painter.setPen(QColor(style.MUTED))
            said = "图片正在读取……" if image is None else "这张图片显示不出来，原件里仍然完整"
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image)
        painter.setPen(QColor(style.INK))
        foot = QRectF(area.left(), box.bottom(), area.width(), _CAPTION)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), picture.caption)
        painter.restore()


def room_of(document: QTextDocument) -> float:
    """The width that tables and pictures may take: the printed line, or what there is of it."""
    line = float(_LINE * document.defaultFont().pixelSize())
    room = document.textWidth() - 2 * document.documentMargin()
    # They stand on an indented line, and are drawn half the indent to the left: in the middle.
    return (min(line, room) if document.textWidth() > 0 else line) - indent_of(document)


def shape_in(table: Table, document: QTextDocument) -> table_shape.TableShape:
    """A table laid out for a document."""
    font = document.defaultFont()
    return table_shape.shape_of(table, room_of(document), font.family(), font.pixelSize())


def size_of(block: Table | Picture, document: QTextDocument) -> QSizeF:
    """The room a table or picture takes in a document."""
    if isinstance(block, Table):
        return shape_in(block, document).size
    return picture_size(block, room_of(document))


def shift_of(document: QTextDocument, width: float) -> float:
    """How far from its place in the line an object of a width is drawn: in the middle."""
    return (room_of(document) - width - indent_of(document)) / 2


def picture_size(picture: Picture, width: float) -> QSizeF:
    """The room a picture takes in a text so wide, its caption included; none is drawn larger."""
    width *= _SHARES[picture.size]
    across, tall = max(1, picture.width), max(1, picture.height)
    scale = min(1.0, width / across, _TALLEST / tall)
    return QSizeF(across * scale, tall * scale + (_CAPTION if picture.caption else 0))


def _decoded(data: bytes) -> QImage:
    """A picture no larger than a text shows it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.width() > _LARGEST.width() or size.height() > _LARGEST.height():
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
