"""A frame laid over a table or picture in the text while that is edited."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from ui.editor.text_view import TextView

_EDGE = 4  # pixels left free around it
_KEPT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.InputMethod,
    )
)
_INSIDE = _EDGE + 7  # from the view's edge to what the frame holds


class ObjectFrame(QFrame):
    """Stands where the object is drawn, as far as the text's window allows.

    Signals:
        touched(): something was typed that ``taken`` will bring.
        finished(): the clerk is done.
    """

    touched = Signal()
    finished = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._over = QRectF()
        self._head = self._wanted = 0
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self.hide()
        view.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one

    def fit_tools(self, tools: QWidget) -> int:
        """Give a row of tools the height it needs in the text's width; returns that."""
        layout = tools.layout()
        if layout is None:
            return 0
        inside = [one for one in tools.children() if isinstance(one, QWidget)]
        high = max(one.sizeHint().height() for one in inside)
        for one in inside:
            one.setFixedHeight(high)
        bar = self._view.verticalScrollBar()
        wide = self._view.width() - 2 * _INSIDE - (bar.width() if bar.isVisible() else 0)
        tall = layout.heightForWidth(wide)
        tools.setFixedHeight(tall)
        return tall

    def lay_over(self, area: QRectF, head: int, wanted: int) -> None:
        """Cover an area of the viewport, ``head`` pixels of the frame above it."""
        self._over, self._head, self._wanted = area, head, wanted
        self._place()

    def _place(self) -> None:
        port = self._view.viewport().geometry()
        bar = self._view.verticalScrollBar()
        beside = bar.width() if bar.isVisible() else 0
        room = self._view.rect().adjusted(_EDGE, _EDGE, -_EDGE - beside, -_EDGE)
        tall = min(self._wanted, room.height())
        top = round(port.top() + self._over.top()) - self._head
        top = max(room.top(), min(top, room.bottom() + 1 - tall))
        self.setGeometry(room.left(), top, room.width(), tall)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Be done when the clerk goes on in the text itself."""
        if self.isVisible() and now is self._view:
            self.finished.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep from the text beneath what nothing in the frame has use for."""
        used = super().event(event)
        if event.type() in _KEPT:
            event.accept()
            return True
        return used

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
