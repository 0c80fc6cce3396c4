"""A narrow bar beside the text of a composite: where each paragraph came from."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ui.editor.source_marks import SourceMark, source_at
from ui.editor.text_view import TextView

_WIDTH, _BAR = 16, 3  # pixels: the text's own margin, and the bar in it
_FIGURE = 11
_OWN = "综合时新写的一段，没有来源"


class SourceBar(QWidget):
    """Lies over the text's left margin and scrolls with it.

    Signals:
        picked(int): the clerk clicked beside what came from this draft.
    """

    picked = Signal(int)

    def __init__(self, text: TextView) -> None:
        super().__init__(text)
        self._text = text
        self._marks: dict[int, SourceMark] = {}
        text.viewport().installEventFilter(self)
        text.verticalScrollBar().valueChanged.connect(self.update)
        text.document().contentsChanged.connect(self.update)
        self.hide()

    def show_marks(self, marks: Sequence[SourceMark]) -> None:
        """Mark these sources from now on; without any there is no bar."""
        self._marks = {mark.draft_id: mark for mark in marks}
        self.setVisible(bool(marks))
        self._place()
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._text.viewport().geometry()
        self.setGeometry(area.left(), area.top(), _WIDTH, area.height())
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(_FIGURE)
        painter.setFont(font)
        former = 0
        for block, area in self._seen():
            mark = self._marks.get(source_at(block))
            if mark is not None:
                self._paint(painter, mark, area, begins=mark.draft_id != former)
            former = mark.draft_id if mark else 0
        painter.end()

    def _paint(self, painter: QPainter, mark: SourceMark, area: QRect, *, begins: bool) -> None:
        top = area.top() + (_BAR if begins else 0)
        painter.fillRect(_WIDTH - _BAR - 2, top, _BAR, area.bottom() - top, mark.colour)
        painter.setPen(mark.colour)
        first = QRect(0, area.top() + _BAR, _WIDTH - _BAR - 2, 2 * _FIGURE)
        painter.drawText(first, Qt.AlignmentFlag.AlignHCenter, mark.number)

    def _seen(self) -> Iterator[tuple[QTextBlock, QRect]]:
        """The paragraphs in sight with where they stand."""
        layout, up = self._text.document().documentLayout(), self._text.verticalScrollBar().value()
        block = self._text.cursorForPosition(QPoint(_WIDTH, 0)).block()
        while block.isValid():
            area = layout.blockBoundingRect(block).toRect().translated(0, -up)
            if area.top() > self.height():
                return
            yield block, area
            block = block.next()

    def _at(self, place: QPoint) -> int:
        return source_at(self._text.cursorForPosition(QPoint(_WIDTH, place.y())).block())

    def told_at(self, place: QPoint) -> str:
        """What the tooltip says beside a paragraph."""
        mark = self._marks.get(self._at(place))
        return f"{mark.number}　{mark.told}\n点一下在左边看这篇来稿" if mark else _OWN

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos()), self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        if found in self._marks:
            self.picked.emit(found)
