"""How full the pages are: a small drawing of the sheets, and the same in words."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desk.page_fill import PageFill
from ui import style

_TARGETS = (0, 1, 2, 4, 6, 8)
_MOST = 64  # pages that are drawn
_WIDEST = 200  # pixels of all of them
_PAGE = QSize(13, 18)
_GAP, _SHEET_GAP = 1, 5
_SOFT = 130  # of 255: a row of full pages must not shout


class _Sheets(QWidget):
    """Draws each page as far as it is filled, the two sides of a sheet together."""

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self._look = look
        self._fill = PageFill((), 22)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_fill(self, fill: PageFill) -> None:
        """Draw these pages."""
        self._fill = fill
        self.setVisible(bool(fill.taken))
        self.updateGeometry()
        self.update()

    @property
    def _sides(self) -> int:
        """Pages and blank backs, and those still missing."""
        pages = max(len(self._fill.taken), self._fill.target)
        return min(pages + pages % 2, _MOST)

    @property
    def _widths(self) -> tuple[int, int]:
        """The width of a page and the gap between sheets: many are drawn narrower."""
        usual = 2 * _PAGE.width() + _GAP + _SHEET_GAP
        room = _WIDEST * 2 // max(1, self._sides)
        if room >= usual:
            return _PAGE.width(), _SHEET_GAP
        return max(2, (room - _GAP - 3) // 2), 3

    @override
    def sizeHint(self) -> QSize:
        page, gap = self._widths
        width = self._sides // 2 * (2 * page + _GAP + gap)
        return QSize(self._look.px(width + 1), self._look.px(_PAGE.height() + 2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        page, gap = self._widths
        wide, high = self._look.px(page), self._look.px(_PAGE.height())
        for side in range(self._sides):
            sheet, back = divmod(side, 2)
            left = self._look.px(sheet * (2 * page + _GAP + gap))
            left += back * (wide + _GAP)
            self._draw(painter, side, QRectF(left + 0.5, 1.5, wide - 1, high - 1))

    def _draw(self, painter: QPainter, side: int, area: QRectF) -> None:
        fill = self._fill
        is_printed = side < len(fill.taken)
        over = bool(fill.target) and side >= fill.target
        line = Qt.PenStyle.SolidLine if is_printed else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(style.LINE if is_printed else style.MUTED), 1, line))
        painter.setBrush(QColor(style.PAPER))
        painter.drawRect(area)
        if is_printed:
            part = QRectF(area)
            part.setHeight(area.height() * min(1.0, fill.taken[side] / fill.lines))
            colour = QColor(style.AMBER if over else style.ACCENT)
            colour.setAlpha(_SOFT)
            painter.fillRect(part, colour)


class Meter(QWidget):
    """The sheets, the words, and the choice of how many pages are wanted.

    Signals:
        aimed(int): so many pages are wanted; 0 leaves it open.
    """

    aimed = Signal(int)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self._fill = PageFill((), 22)
        self._sheets = _Sheets(look)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self.target = QComboBox()
        self.target.setToolTip("本期想要几页；上面会说还差几行或超出几行")
        for pages in _TARGETS:
            self.target.addItem(f"要 {pages} 页" if pages else "页数不限", pages)
        self.target.activated.connect(lambda at: self.aimed.emit(self.target.itemData(at)))
        row = QHBoxLayout()
        row.addWidget(self._sheets)
        row.addStretch(1)
        row.addWidget(self.target)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._words)

    @property
    def fill(self) -> PageFill:
        """What is shown."""
        return self._fill

    def text(self) -> str:
        """The words."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Say this, without pages."""
        self._show(PageFill((), 22), words)

    def show_fill(self, taken: Sequence[int], lines: int) -> None:
        """Show how full these pages are."""
        fill = PageFill(tuple(taken), lines, self._fill.target)
        self._show(fill, "；".join(fill.sentences))

    def aim(self, pages: int) -> None:
        """Show how far the issue is from so many pages."""
        self.target.setCurrentIndex(max(0, self.target.findData(pages)))
        self._fill = replace(self._fill, target=pages)
        if self._fill.taken:
            self.show_fill(self._fill.taken, self._fill.lines)

    def _show(self, fill: PageFill, words: str) -> None:
        self._fill = replace(fill, target=self._fill.target)
        self._sheets.show_fill(self._fill)
        self._words.setText(words)
        self.target.setVisible(bool(fill.taken))
