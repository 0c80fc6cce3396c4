"""The findings as a tree: a line a rule with its count, beneath it every place."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)
from typing_extensions import override

from desk.checking import CheckedFinding
from desk.checks.catalogue import catalogue
from desk.checks.rule import Severity
from ui import style
from ui.editor.finding_rows import Card, Place
from ui.editor.marks import Mark
from ui.editor.severity import COLOURS, WORDS, paint_shape

Index = QModelIndex | QPersistentModelIndex
_ROLE = int(Qt.ItemDataRole.UserRole)
_SHAPE = 9
_ALL, _ONE = "全部修改", "修改"
_MANY = 6  # a rule with more places starts folded


class FindingTree(QTreeWidget):
    """Lists open findings by rule, and beneath them the kept ones, folded.

    Signals:
        chosen(object): a Place, Card or CheckedFinding became current; None when nothing is.
        opened(object): Enter or a double click on it.
        fix_all(list[Mark]): the fixes of one rule were asked for.
    """

    chosen = Signal(object)
    opened = Signal(object)
    fix_all = Signal(object)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(look.px(16))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_Painter(self, look))
        self.editable = True
        self._keys: list[object] = []
        self._folded: dict[str, bool] = {}
        self.currentItemChanged.connect(self._on_current)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(0, _ROLE)))
        self.itemExpanded.connect(lambda item: self._remember(item, folded=False))
        self.itemCollapsed.connect(lambda item: self._remember(item, folded=True))

    def show_cards(self, cards: Sequence[Card], kept: Sequence[CheckedFinding]) -> None:
        """Show findings; what is folded and what is current stay so."""
        keys = [place.key for card in cards for place in card.places]
        keys_kept = [(one.finding.rule, one.excerpt, one.waiver) for one in kept]
        everything: list[object] = [*keys, "kept", *keys_kept]
        if everything == self._keys:
            self._renew(cards)
            return
        self._keys = everything
        self._rebuild(cards, kept)

    def _renew(self, cards: Sequence[Card]) -> None:
        """Point the rows to new marks of the same findings."""
        for number, card in enumerate(cards):
            item = self.topLevelItem(number)
            item.setData(0, _ROLE, card)
            for row, place in enumerate(card.places):
                item.child(row).setData(0, _ROLE, place)

    def _rebuild(self, cards: Sequence[Card], kept: Sequence[CheckedFinding]) -> None:
        current = self._key(self.currentItem())
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.clear()
        for card in cards:
            item = self._top(card, card.rule.name, card.rule.code, folded=_starts_folded(card))
            for place in card.places:
                self._child(item, place, place.mark.excerpt, tip=place.mark.finding.message)
        if kept:
            item = self._top(list(kept), f"已保留 {len(kept)} 处", "kept", folded=True)
            for one in kept:
                self._child(item, one, one.excerpt, tip=one.finding.message)
        again = next((item for item in self.rows() if self._key(item) == current), None)
        if current is not None and again is not None:
            self.setCurrentItem(again)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        if current is not None and again is None:
            self.chosen.emit(None)

    def rows(self) -> list[QTreeWidgetItem]:
        """Every row, groups before their places."""
        found = []
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            found += [item, *(item.child(row) for row in range(item.childCount()))]
        return found

    def choose(self, mark: Mark) -> None:
        """Make the row of a mark current, without asking to jump there."""
        for item in self.rows():
            value = item.data(0, _ROLE)
            if isinstance(value, Place) and value.mark is mark:
                self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
                self.setCurrentItem(item)
                self.scrollToItem(item)
                self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
                self.viewport().update()

    @property
    def current_card(self) -> Card | None:
        """The rule that is current, or the one its current place belongs to."""
        item: QTreeWidgetItem | None = self.currentItem()
        while item is not None:
            value = item.data(0, _ROLE)
            if isinstance(value, Card):
                return value
            item = item.parent()
        return None

    @property
    def current(self) -> object:
        """The Place, Card or CheckedFinding that is current."""
        item = self.currentItem()
        return None if item is None else item.data(0, _ROLE)

    def _top(self, value: object, text: str, code: str, *, folded: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self)
        item.setData(0, _ROLE, value)
        item.setText(0, text)
        item.setToolTip(0, text)
        item.setData(0, _ROLE + 1, code)
        item.setExpanded(not self._folded.get(code, folded))
        return item

    @staticmethod
    def _child(parent: QTreeWidgetItem, value: object, text: str, tip: str) -> None:
        item = QTreeWidgetItem(parent)
        item.setToolTip(0, tip)
        item.setData(0, _ROLE, value)
        item.setText(0, text)

    def _remember(self, item: QTreeWidgetItem, *, folded: bool) -> None:
        self._folded[item.data(0, _ROLE + 1)] = folded

    @staticmethod
    def _key(item: QTreeWidgetItem | None) -> object:
        value = None if item is None else item.data(0, _ROLE)
        if isinstance(value, Place):
            return value.key
        if isinstance(value, CheckedFinding):
            return value.finding.rule, value.excerpt
        return None if item is None else item.data(0, _ROLE + 1)

    def _on_current(self, item: QTreeWidgetItem | None, _before: object) -> None:
        self.chosen.emit(None if item is None else item.data(0, _ROLE))


def _starts_folded(card: Card) -> bool:
    return card.severity is Severity.INFO or len(card.places) > _MANY


class _Painter(QStyledItemDelegate):
    """Draws the rows, and answers a click on 全部修改."""

    def __init__(self, tree: FindingTree, look: style.Look) -> None:
        super().__init__(tree)
        self._tree = tree
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.px(style.ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(_ROLE)
        painter.save()
        rect = option.rect  # type: ignore[attr-defined]  # missing from the stub
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]  # same
            painter.fillRect(rect, QColor(style.ACCENT_SOFT))
        area = rect.adjusted(4, 0, -8, 0)
        if isinstance(value, Card):
            self._card(painter, area, value)
        elif isinstance(value, Place):
            self._place(painter, area, value)
        elif isinstance(value, CheckedFinding):
            self._kept(painter, area, value)
        else:
            _write(painter, area, str(index.data()), style.MUTED)
        painter.restore()

    def _card(self, painter: QPainter, area: QRect, card: Card) -> None:
        top = area.center().y() - _SHAPE / 2 + 0.5
        paint_shape(painter, QRectF(area.left() + 1, top, _SHAPE, _SHAPE), card.severity)
        area = area.adjusted(_SHAPE + 8, 0, 0, 0)
        area = area.adjusted(
            _write(painter, area, WORDS[card.severity] + "　", COLOURS[card.severity]), 0, 0, 0
        )
        if card.fixable and self._tree.editable:
            box = _offer_box(card, area, painter.fontMetrics())
            _write(painter, box, _offer(card), style.ACCENT)
            area.setRight(box.left() - 8)
        count = f"{len(card.places)} 处"
        wide = painter.fontMetrics().horizontalAdvance(count)
        _write(painter, QRect(area.right() - wide, area.top(), wide + 1, area.height()), count,
               style.MUTED)  # fmt: skip
        area.setRight(area.right() - wide - 8)
        _write(painter, area, card.rule.name, style.INK, bold=True)

    @staticmethod
    def _place(painter: QPainter, area: QRect, place: Place) -> None:
        finding = place.mark.finding
        left = area.left()
        shown = place.mark.excerpt.replace("\n", "⏎")
        parts = [(place.before, style.MUTED, False), (shown, COLOURS[finding.severity], True)]
        if finding.fix is not None:
            parts.append((f" → {finding.fix or '删去'}　", style.GREEN, True))
        parts.append((place.after, style.MUTED, False))
        if finding.field == "title":
            parts.insert(0, ("标题　", style.MUTED, False))
        for text, colour, bold in parts:
            room = QRect(left, area.top(), area.right() - left, area.height())
            if room.width() > 0:
                left += _write(painter, room, text, colour, bold=bold)

    @staticmethod
    def _kept(painter: QPainter, area: QRect, one: CheckedFinding) -> None:
        name = catalogue()[one.finding.rule].name
        used = _write(painter, area, f"{one.excerpt}　", style.INK)
        reason = one.waiver.reason if one.waiver else ""
        _write(painter, area.adjusted(used, 0, 0, 0), f"{name}：{reason}", style.MUTED)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        value = index.data(_ROLE)
        offers = isinstance(value, Card) and value.fixable and self._tree.editable
        if offers and isinstance(event, QMouseEvent):
            area = option.rect.adjusted(4, 0, -8, 0)  # type: ignore[attr-defined]  # the stub
            box = _offer_box(value, area, QFontMetrics(option.font))  # type: ignore[attr-defined]  # same
            pressed = event.type() == QEvent.Type.MouseButtonRelease
            if pressed and box.contains(event.position().toPoint()):
                self._tree.fix_all.emit(value.fixable)
                return True
        return super().editorEvent(event, model, option, index)


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
