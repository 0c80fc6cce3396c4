"""The list of the verification log, worked by digits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem
from typing_extensions import override

from ui import style
from ui.editor.inquiry_rows import MARKS, Row, first_of, parts

_ROLE = int(Qt.ItemDataRole.UserRole)
_EMPTY = "正文里没有数字、日期、人名可核实；要问别的，按 N"


class InquiryList(QListWidget):
    """Rows under their headings; Enter goes to the place in the text.

    Signals:
        opened(Row): the clerk wants to see a row's words in the text.
        more(): the clerk wants all facts listed.
    """

    opened = Signal(object)
    more = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("核实记录")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.on_key: dict[int, Callable[[], None]] = {}
        self._next: tuple[str, str] | None = None
        self._tallest = 400
        self.itemActivated.connect(self._on_activated)

    def show_rows(self, rows: Sequence[Row], *, everything: bool) -> None:
        """List rows, staying where the clerk was."""
        at = max(0, self.currentRow())
        self.clear()
        for heading, some in parts(rows, everything=everything):
            self._head(heading)
            for row in some:
                self._line(row)
        hidden = [row for row in rows if row.inquiry is None]
        rest = 0 if everything else len(hidden) - len(first_of(hidden))
        if rest:
            self.addItem(QListWidgetItem(f"其余 {rest} 处……"))
        elif not rows:
            self._head(_EMPTY)
        self._stand(at)
        self._fit()

    def rows(self) -> list[Row]:
        """The rows selected."""
        found = (item.data(_ROLE) for item in self.selectedItems())
        return [row for row in found if isinstance(row, Row)]

    def mark_next(self) -> None:
        """Remember the row below those selected, wherever answering moves them."""
        last = max((self.row(item) for item in self.selectedItems()), default=-1)
        below = (self.item(at).data(_ROLE) for at in range(last + 1, self.count()))
        self._next = next((row.place for row in below if isinstance(row, Row)), None)

    def go_on(self) -> None:
        """Stand on the row remembered."""
        places = [self.item(at).data(_ROLE) for at in range(self.count())]
        found = (
            at for at, row in enumerate(places) if isinstance(row, Row) and row.place == self._next
        )
        self._stand(next(found, self.currentRow()))

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QBrush(QColor(style.MUTED)))
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        self.addItem(item)

    def _line(self, row: Row) -> None:
        mark, colour = MARKS[row.standing] if row.standing else ("○", style.INK)
        item = QListWidgetItem(f"{mark} {row.words}" + (f"\n　 {row.said}" if row.said else ""))
        item.setForeground(QBrush(QColor(colour)))
        item.setData(_ROLE, row)
        question = row.inquiry.question if row.inquiry else row.point.question if row.point else ""
        item.setToolTip("\n".join(filter(None, (question, row.said))))
        self.addItem(item)

    def _stand(self, at: int) -> None:
        """Make the first row from ``at`` on current, or else the last before it."""
        places = [*range(at, self.count()), *range(min(at, self.count()) - 1, -1, -1)]
        able = Qt.ItemFlag.ItemIsSelectable
        number = next((one for one in places if self.item(one).flags() & able), -1)
        self.setCurrentRow(number)

    def _on_activated(self, item: QListWidgetItem) -> None:
        row = item.data(_ROLE)
        if isinstance(row, Row):
            self.opened.emit(row)
        else:
            self.more.emit()

    def limit(self, pixels: int) -> None:
        """Be no taller than this."""
        self._tallest = pixels
        self._fit()

    def _fit(self) -> None:
        """Be as tall as all lines where there is room."""
        self.doItemsLayout()
        tall = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(max(30, min(self._tallest, tall + 4)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        slot = self.on_key.get(event.key()) if plain else None
        if slot is not None:
            slot()
        else:
            super().keyPressEvent(event)
