"""Draws the rows of the findings, and answers a click on what they offer."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desk.checking import CheckedFinding
from desk.checks.catalogue import catalogue
from ui import style
from ui.editor.finding_rows import Card, Place
from ui.editor.severity import BLOCKS, COLOURS, WORDS, paint_shape

Index = QModelIndex | QPersistentModelIndex
ROLE = int(Qt.ItemDataRole.UserRole)
_SHAPE = 9
_BEFORE = 6  # characters of a place before its words
_LONGEST = 20  # characters shown whole; of more the message says what is wrong with them
_KEPT = 8  # characters of kept words before their rule
_ALL, _ONE = "全部修改", "修改"
_FIELDS = {"title": "标题　", "table": "表格　"}


class FindingPainter(QStyledItemDelegate):
    """One line a row.

    Signals:
        offered(list[Mark]): the fixes of one rule were asked for.
    """

    offered = Signal(object)

    def __init__(self, parent: QObject, look: style.Look) -> None:
        super().__init__(parent)
        self._look = look
        self.editable = True

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.px(style.ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(ROLE)
        painter.save()
        rect = option.rect  # type: ignore[attr-defined]  # missing from the stub
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]  # same
            painter.fillRect(rect, QColor(style.ACCENT_SOFT))
        area = rect.adjusted(4, 0, -8, 0)
        if isinstance(value, Card):
            self._card(painter, area, value)
        elif isinstance(value, Place):
            _place(painter, area, value)
        elif isinstance(value, CheckedFinding):
            _kept(painter, area, value)
        else:
            _write(painter, area, str(index.data()), style.MUTED)
        painter.restore()

    def _card(self, painter: QPainter, area: QRect, card: Card) -> None:
        top = area.center().y() - _SHAPE / 2 + 0.5
        shape = QRectF(area.left() + 1, top, _SHAPE, _SHAPE)
        paint_shape(painter, shape, card.severity, blocks=card.blocks)
        area = area.adjusted(_SHAPE + 8, 0, 0, 0)
        if card.fixable and self.editable:
            box = _offer_box(card, area, painter.fontMetrics())
            _write(painter, box, _offer(card), style.ACCENT)
            area.setRight(box.left() - 8)
        count = f"{len(card.places)} 处"
        wide = painter.fontMetrics().horizontalAdvance(count)
        foot = QRect(area.right() - wide, area.top(), wide + 1, area.height())
        _write(painter, foot, count, style.MUTED)
        area.setRight(area.right() - wide - 8)
        grade = BLOCKS if card.blocks else WORDS[card.severity]
        used = _write(painter, area, f"{grade}　", COLOURS[card.severity], bold=card.blocks)
        _write(painter, area.adjusted(used, 0, 0, 0), card.rule.name, style.INK, bold=True)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        value = index.data(ROLE)
        offers = isinstance(value, Card) and value.fixable and self.editable
        if offers and isinstance(event, QMouseEvent):
            area = option.rect.adjusted(4, 0, -8, 0)  # type: ignore[attr-defined]  # the stub
            box = _offer_box(value, area, QFontMetrics(option.font))  # type: ignore[attr-defined]  # same
            pressed = event.type() == QEvent.Type.MouseButtonRelease
            if pressed and box.contains(event.position().toPoint()):
                self.offered.emit(value.fixable)
                return True
        return super().editorEvent(event, model, option, index)


def _place(painter: QPainter, area: QRect, place: Place) -> None:
    left = area.left()
    for text, ink, bold in _parts(place):
        room = QRect(left, area.top(), area.right() - left, area.height())
        if room.width() > 0:
            left += _write(painter, room, text, ink, bold=bold)


def _parts(place: Place) -> list[tuple[str, str, bool]]:
    """A place in pieces, each with its colour and whether it is bold."""
    mark, finding = place.mark, place.mark.finding
    colour = COLOURS[finding.severity]
    if not mark.is_drawn:
        return [("全文　", style.MUTED, False), (finding.message, style.INK, False)]
    shown = mark.excerpt.replace("\n", "⏎").replace("\t", " ")
    if len(shown) > _LONGEST:
        return [(f"{shown[:_BEFORE]}…　", colour, True), (finding.message, style.INK, False)]
    field = [(_FIELDS[finding.field], style.MUTED, False)] if finding.field in _FIELDS else []
    parts = [*field, (place.before[-_BEFORE:], style.MUTED, False), (shown, colour, True)]
    if finding.fix is not None:
        parts.append((f" → {finding.fix or '删去'}　", style.GREEN, True))
    elif finding.choices:
        offers = "/".join(one or "删去" for one in finding.choices)
        parts.append((f" → {offers}？　", style.GREEN, False))
    return [*parts, (place.after, style.MUTED, False)]


def _kept(painter: QPainter, area: QRect, one: CheckedFinding) -> None:
    name = catalogue()[one.finding.rule].name
    words = one.excerpt if len(one.excerpt) <= _KEPT else one.excerpt[:_KEPT] + "…"
    used = _write(painter, area, f"{words}　", style.INK)
    said = f"{one.waiver.scope}　{one.waiver.reason}" if one.waiver else ""
    _write(painter, area.adjusted(used, 0, 0, 0), f"{name}　{said}", style.MUTED)


def _offer(card: Card) -> str:
    return _ALL if len(card.fixable) > 1 else _ONE


def _offer_box(card: Card, area: QRect, metrics: QFontMetrics) -> QRect:
    """Where a rule's line offers its fixes."""
    wide = metrics.horizontalAdvance(_offer(card))
    return QRect(area.right() - wide, area.top(), wide + 1, area.height())


def _write(painter: QPainter, area: QRect, text: str, colour: str, *, bold: bool = False) -> int:
    """Write a piece of a line, elided to its room; returns its width."""
    font = painter.font()
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setPen(QColor(colour))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)
    return painter.fontMetrics().horizontalAdvance(shown)
