"""A row with a left and a right side that breaks into lines where it has no room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget
from typing_extensions import override

from ui.flow_layout import FlowLayout


class TwoSides(FlowLayout):
    """The last widget of the right side takes what room there is, up to its greatest width.

    Nothing is ever made narrower than it wants to be: large type needs lines, not dots.
    """

    def __init__(self, gap: int) -> None:
        super().__init__(gap)
        self._right: list[QWidget] = []

    def add_right(self, widget: QWidget) -> None:
        """Add a widget to the right side."""
        self._right.append(widget)
        self.addWidget(widget)

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(QSize(_width(item), item.sizeHint().height()))
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    @override
    def _arrange(self, area: QRect, *, moves: bool) -> int:
        """Place the items, or only measure; returns the height they take."""
        shown = self._shown()
        right = [item for item in shown if item.widget() in self._right]
        left = [item for item in shown if item.widget() not in self._right]
        if not shown:
            return 0
        if self._length(shown) <= area.width():
            lines = [(left, right)]
        else:
            lines = [(line, list[QLayoutItem]()) for line in self._lines(left, area.width())]
            lines += [(list[QLayoutItem](), line) for line in self._lines(right, area.width())]
        y = area.y()
        for on_left, on_right in lines:
            tall = max(item.sizeHint().height() for item in (*on_left, *on_right))
            if moves:
                self._place(on_left, area.x(), y, tall)
                room = area.width() - (self._length(on_left) + self._gap if on_left else 0)
                self._place_right(on_right, area.right() + 1, room, y, tall)
            y += tall + self._gap
        return y - self._gap - area.y()

    def _length(self, items: list[QLayoutItem]) -> int:
        return sum(map(_width, items)) + self._gap * max(0, len(items) - 1)

    def _lines(self, items: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in items:
            if lines and self._length([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _place(self, items: list[QLayoutItem], x: int, y: int, tall: int) -> None:
        for item in items:
            height = item.sizeHint().height()
            item.setGeometry(QRect(x, y + (tall - height) // 2, _width(item), height))
            x += _width(item) + self._gap

    def _place_right(
        self, items: list[QLayoutItem], end: int, room: int, y: int, tall: int
    ) -> None:
        if not items:
            return
        *others, last = items
        height = last.sizeHint().height()
        rest = room - (self._length(others) + self._gap if others else 0)
        grows = bool(last.expandingDirections() & Qt.Orientation.Horizontal)
        width = min(last.maximumSize().width(), rest) if grows else _width(last)
        last.setGeometry(QRect(end - width, y + (tall - height) // 2, width, height))
        start = end - width - (self._length(others) + self._gap if others else 0)
        self._place(others, start, y, tall)


def _width(item: QLayoutItem) -> int:
    """What an item wants; one that grows is content with its least width."""
    least = item.minimumSize().width()
    grows = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    return least if grows else max(least, item.sizeHint().width())
