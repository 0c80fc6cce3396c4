"""Three columns: widths are kept for each window size, and each side can be put away."""

from functools import partial

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QToolButton, QWidget
from typing_extensions import override

from ui.session import Session

_WIDTHS = (330, 560, 350)
_EDGE = 12  # pixels of the strip beside the text that puts a side away


class Columns(QSplitter):
    """Original, text, and what is known about it.

    Signals:
        fitted(): a side was put away or brought back.
        left(): they are not on show any more.
    """

    fitted = Signal()
    left = Signal()

    def __init__(self, session: Session, original: QWidget, text: QWidget, side: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session = session
        self._known: dict[int, list[int]] = {}
        self.original, self.text, self.side = original, text, side
        self.edges = {
            original: _Edge(Qt.ArrowType.LeftArrow, "原稿", "F7"),
            side: _Edge(Qt.ArrowType.RightArrow, "检查", "F9"),
        }
        for widget, edge in self.edges.items():
            edge.clicked.connect(partial(self._on_edge, widget))
        for number, widget in enumerate((original, self._framed(text), side)):
            self.addWidget(widget)
            self.setCollapsible(number, False)  # noqa: FBT003 - Qt's own signature
        for number, share in enumerate((2, 3, 2)):
            self.setStretchFactor(number, share)
        self.setHandleWidth(4)
        original.setMinimumWidth(220)
        text.setMinimumWidth(360)
        side.setMinimumWidth(280)
        self.splitterMoved.connect(lambda *_at: self._keep_widths())
        self._restore()

    def toggle(self, widget: QWidget) -> None:
        """Put a column away or bring it back."""
        widget.setHidden(not widget.isHidden())
        self.save()

    def toggle_sides(self) -> None:
        """Leave only the text, or bring both sides back."""
        alone = self.original.isHidden() and self.side.isHidden()
        self.show_sides(original=alone, side=alone)
        self.save()

    def show_sides(self, *, original: bool, side: bool) -> None:
        """Show or hide the sides for now."""
        self.original.setVisible(original)
        self.side.setVisible(side)
        self._turn_edges()

    def save(self) -> None:
        """Keep what is put away."""
        state = self._state()
        state.setValue("editor/original", not self.original.isHidden())
        state.setValue("editor/side", not self.side.isHidden())
        self._turn_edges()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._take_widths()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def _on_edge(self, widget: QWidget) -> None:
        self.toggle(widget)
        self.fitted.emit()

    def _framed(self, text: QWidget) -> QWidget:
        """The text between the strips that put its neighbours away."""
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.edges[self.original], text, self.edges[self.side]):
            row.addWidget(part, int(part is text))
        return frame

    def _turn_edges(self) -> None:
        for widget, edge in self.edges.items():
            edge.show_open(on=not widget.isHidden())

    def _keep_widths(self) -> None:
        if not (self.original.isHidden() or self.side.isHidden()):
            self._known[self.width()] = self.sizes()
            self._state().setValue(f"editor/widths-{self.width()}", self.sizes())

    def _take_widths(self) -> None:
        """Give the columns the widths they had in a window of this size."""
        width = self.width()
        if width not in self._known:
            kept = self._state().value(f"editor/widths-{width}") or ()
            self._known[width] = [int(one) for one in kept]  # strings after a restart
        if self._known[width]:
            self.setSizes(self._known[width])

    def _state(self) -> QSettings:
        return QSettings(str(self._session.paths.data / "window.ini"), QSettings.Format.IniFormat)

    def _restore(self) -> None:
        self.setSizes(list(_WIDTHS))
        state = self._state()
        for widget, key in ((self.original, "original"), (self.side, "side")):
            # a plain string after a restart, a bool before it
            widget.setHidden(str(state.value(f"editor/{key}", "true")).lower() == "false")
        self._turn_edges()


class _Edge(QToolButton):
    """A narrow strip along the text: puts the column beside it away, or brings it back."""

    def __init__(self, outwards: Qt.ArrowType, name: str, key: str) -> None:
        super().__init__(autoRaise=True)
        left, right = Qt.ArrowType.LeftArrow, Qt.ArrowType.RightArrow
        self._outwards, self._inwards = outwards, right if outwards is left else left
        self._name, self._key = name, key
        self.setFixedWidth(_EDGE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("edge")

    def show_open(self, *, on: bool) -> None:
        """Say what a click does, when its column is open or not."""
        self.setArrowType(self._outwards if on else self._inwards)
        self.setToolTip(f"{'收起' if on else '展开'}{self._name}（{self._key}）")
        self.setAccessibleName(f"{'收起' if on else '展开'}{self._name}")
