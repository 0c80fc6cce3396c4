"""Paint a hit: the title, its passages with the words marked, and a line of facts."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from desk.drafts import Channel
from desk.office_clock import office_time
from desk.searching import Field, Passage, Span
from ui import style
from ui.editor.offsets import units
from ui.inbox.marks import status_mark
from ui.search.hits import Hit
from ui.search.marks import ranges

HEIGHT = 100  # a row at 100 %
_LINES = 2  # of passages
_INSET = 12
_CUT = "……"


class HitDelegate(QStyledItemDelegate):
    """``hit`` gives what a row shows."""

    def __init__(self, parent: QWidget, look: style.Look, hit: Callable[[int], Hit]) -> None:
        super().__init__(parent)
        self._hit = hit
        self._look = look

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # stub has no fields
        area: QRect = option.rect  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(area)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(style.ACCENT_SOFT if chosen else style.PAPER))
        painter.setPen(QColor(style.LINE))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        edge = self._look.px(_INSET)
        self._paint(painter, area.adjusted(edge, self._look.px(8), -edge, 0), font, index.row())
        painter.restore()

    def _paint(self, painter: QPainter, area: QRect, font: QFont, number: int) -> None:
        hit = self._hit(number)
        bold = QFont(font)
        bold.setBold(True)
        step = QFontMetrics(font).lineSpacing()
        self._line(painter, area, bold, style.INK, hit.row.title, hit.title_spans)
        area.setTop(area.top() + step + self._look.px(2))
        lines = _LINES // max(1, len(hit.passages))
        for passage in hit.passages:
            self._passage(painter, area, font, passage, lines)
            area.setTop(area.top() + lines * step)
        foot = QRect(area.left(), 0, area.width(), step)
        foot.moveBottom(area.bottom() - self._look.px(6))
        self._line(painter, foot, font, style.MUTED, _facts(hit), ())

    def _passage(
        self, painter: QPainter, area: QRect, font: QFont, passage: Passage, lines: int
    ) -> None:
        label = "" if passage.field is Field.TEXT else f"{passage.field}："
        lead = label + (_CUT if passage.at else "")
        text = lead + passage.text + (_CUT if passage.is_cut else "")
        layout = _layout(text, font)
        layout.setFormats(ranges(passage.text, passage.spans, units(lead)))
        painter.setPen(QColor(style.INK))
        _break(layout, area.width(), lines)
        layout.draw(painter, QPointF(area.topLeft()))

    def _line(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        colour: str,
        text: str,
        spans: tuple[Span, ...],
    ) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        kept = len(shown) if shown == text else len(shown) - 1
        layout = _layout(shown, font)
        layout.setFormats(ranges(shown, [span for span in spans if span[1] <= kept]))
        painter.setPen(QColor(colour))
        _break(layout, area.width(), 1)
        layout.draw(painter, QPointF(area.topLeft()))


def _layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def _break(layout: QTextLayout, width: int, most: int) -> None:
    """Lay a text out in so many lines at most; what is left over is not shown."""
    layout.beginLayout()
    top = 0.0
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()


def _facts(hit: Hit) -> str:
    row = hit.row
    day = f"{office_time(row.received):%Y-%m-%d}"
    version = row.channel if row.channel == Channel.VERSION else ""
    told = (day, row.units or "单位未认出", version, status_mark(row.status), row.kind)
    return "　".join(filter(None, told))
