"""A short list beneath the cursor, from which something is inserted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.writing.offers import Offer
from ui import style

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_OFFER = int(Qt.ItemDataRole.UserRole)
_WIDE, _LABEL = 460, 48  # pixels at 100 %
_FOOT = "↑↓ 选择　Enter 插入　Esc 关闭"
_NOTHING = "没有找到。单位、领导、文件和常用语在“资料”里添加。"


class _Lines(QAbstractListModel):
    """The offers on show."""

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.offers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offers[index.row()]
        if role == _OFFER:
            return offer
        if role == Qt.ItemDataRole.ToolTipRole:
            return offer.text
        said = f"{offer.label}，{offer.name}，{offer.detail}"
        return said if role == Qt.ItemDataRole.AccessibleTextRole else None


class _Painter(QStyledItemDelegate):
    """A line: what it is, its name, what else is known."""

    def __init__(self, look: style.Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(_OFFER)
        rect = option.rect  # type: ignore[attr-defined]  # missing from the stub
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]  # same
            painter.fillRect(rect, QColor(style.ACCENT_SOFT))
        area = rect.adjusted(self._look.px(8), 0, -self._look.px(8), 0)
        _write(painter, area, offer.label, style.MUTED)
        area.adjust(self._look.px(_LABEL), 0, 0, 0)
        used = _write(painter, area, offer.name, style.INK, bold=True)
        _write(painter, area.adjusted(used + 12, 0, 0, 0), offer.detail, style.MUTED)
        painter.restore()


class Completer(QFrame):
    """Shows offers; the keyboard stays in the text, which hands keys on.

    Signals:
        chosen(Offer): insert this.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, look: style.Look) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._over = parent
        self._look = look
        self._lines = _Lines()
        self.list = QListView()
        self.list.setModel(self._lines)
        self.list.setItemDelegate(_Painter(look, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda _index: self.choose())
        self._foot = QLabel(_FOOT)
        self._foot.setObjectName("muted")
        self._foot.setContentsMargins(8, 4, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self._foot)
        self.hide()

    @property
    def offers(self) -> Sequence[Offer]:
        """What is offered now."""
        return self._lines.offers

    def show_offers(self, offers: Sequence[Offer], view: QTextEdit) -> None:
        """Show offers beneath the cursor of a text, or above it where there is no room."""
        self._lines.show_offers(offers)
        self.list.setCurrentIndex(self._lines.index(0))
        self.list.setVisible(bool(offers))
        self._foot.setText(_FOOT if offers else _NOTHING)
        row = max(self._look.px(28), self.list.sizeHintForRow(0)) if offers else 0
        self.list.setFixedHeight(row * min(len(offers), 12) + (4 if offers else 0))
        self._place(view)
        self.show()
        self.raise_()

    def _place(self, view: QTextEdit) -> None:
        parent = self._over
        spot = view.cursorRect()
        self.resize(min(self._look.px(_WIDE), parent.width()), self.sizeHint().height())
        below = view.viewport().mapTo(parent, spot.bottomLeft())
        above = view.viewport().mapTo(parent, spot.topLeft())
        fits = below.y() + 4 + self.height() <= parent.height()
        top = below.y() + 4 if fits else max(0, above.y() - 4 - self.height())
        self.move(max(0, min(below.x(), parent.width() - self.width())), top)

    def step(self, by: int) -> None:
        """Go up or down, round the ends."""
        count = len(self._lines.offers)
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self._lines.index(row))

    def choose(self) -> None:
        """Take the current offer."""
        row = self.list.currentIndex().row()
        self.hide()
        if 0 <= row < len(self._lines.offers):
            self.chosen.emit(self._lines.offers[row])


def _write(painter: QPainter, area: QRect, text: str, colour: str, *, bold: bool = False) -> int:
    """Write a piece of a line, elided to its room; returns its width."""
    font = painter.font()
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(
        text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0, area.width())
    )
    painter.setPen(QColor(colour))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)
    return painter.fontMetrics().horizontalAdvance(shown)
