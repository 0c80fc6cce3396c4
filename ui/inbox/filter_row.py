"""What narrows the inbox: words, status, unit, kind and days."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import DraftQuery, Kind
from ui import style
from ui.icons import coloured
from ui.inbox.chips import Chips
from ui.inbox.received import Received, first_day
from ui.inbox.unit_names import UnitNames

_PAUSE_MS = 120  # between the last key and the search
_ALL_UNITS = "全部单位"
_KINDS = (None, *Kind)


class FilterRow(QWidget):
    """Two rows of filters.

    Signals:
        changed(): another query holds.
        left(): the clerk went on from the search field to the list.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date], scale: int) -> None:
        super().__init__()
        self._today = today
        self._look = style.Look(scale)
        self._names = UnitNames([])
        self._make_words()
        self._make_choices()
        self._lay_out()
        self.chips.changed.connect(self._on_changed)

    def query(self) -> DraftQuery:
        """What the clerk asks for; the order is the list's."""
        first, last = self._days()
        unit = self._names.find(self.unit.currentText())
        return DraftQuery(
            words=self.words.text().strip(),
            statuses=self.chips.statuses,
            unit_id=unit.id if unit else None,
            kind=_KINDS[self.kind.currentIndex()],
            received_from=first,
            received_to=last,
        )

    @property
    def is_active(self) -> bool:
        """Whether anything is filtered out."""
        return self.query() != DraftQuery()

    def clear(self) -> None:
        """Show everything again."""
        self.words.clear()
        self.chips.choose("全部")
        for box in (self.unit, self.kind, self.received):
            box.setCurrentIndex(0)
        self._pause.stop()
        self._on_changed()

    def show_units(self, names: UnitNames) -> None:
        """Offer these units."""
        chosen = self.unit.currentText()
        self._names = names
        self.unit.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.unit.clear()
        self.unit.addItem(_ALL_UNITS)
        self.unit.addItems([unit.short for unit in names.units])
        self.unit.setCurrentIndex(max(0, self.unit.findText(chosen)))
        self.unit.setCompleter(names.completer(self._unit_line))
        self.unit.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _days(self) -> tuple[date | None, date | None]:
        received = Received(self.received.currentText())
        if received is Received.CUSTOM:
            return _day(self.first), _day(self.last)
        return first_day(received, self._today()), None

    def _make_words(self) -> None:
        self.words = QLineEdit(
            placeholderText="查找标题、正文、单位　Ctrl+F", clearButtonEnabled=True
        )
        self.words.addAction(
            coloured("search", style.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        self.words.setToolTip("几个词用空格隔开，都要出现（Ctrl+F）")
        self.words.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_changed)
        self.words.textChanged.connect(self._on_typed)

    def _make_choices(self) -> None:
        self.chips = Chips()
        self._unit_line = QLineEdit()
        self.unit = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.unit.setLineEdit(self._unit_line)
        self.unit.addItem(_ALL_UNITS)
        self.unit.setToolTip("输入单位全称、简称或别名里的字")
        self.kind = self._box([kind or "全部类型" for kind in _KINDS])
        self.received = self._box(list(Received))
        self.first, self.last = self._date_edit(), self._date_edit()
        self.until = QLabel("至")
        self.reset = QPushButton("清除筛选")
        self.reset.setObjectName("link")
        self.reset.setToolTip("显示全部稿件")
        self.reset.clicked.connect(self.clear)
        self.unit.currentIndexChanged.connect(self._on_changed)
        self._unit_line.editingFinished.connect(self._settle_unit)

    def _box(self, choices: Sequence[str]) -> QComboBox:
        box = QComboBox()
        box.addItems([str(choice) for choice in choices])
        box.currentIndexChanged.connect(self._on_changed)
        return box

    def _date_edit(self) -> QDateEdit:
        today = self._today()
        edit = QDateEdit(QDate(today.year, today.month, today.day))
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.dateChanged.connect(self._on_changed)
        return edit

    def _lay_out(self) -> None:
        self.words.setMinimumWidth(self._look.px(160))
        self.words.setMaximumWidth(self._look.px(360))
        self.unit.setMinimumWidth(self._look.px(120))
        self.unit.setMaximumWidth(self._look.px(176))
        above, self.narrowing = QHBoxLayout(), QHBoxLayout()
        for row in (above, self.narrowing):
            row.setSpacing(style.GAP)
        above.addWidget(self.chips)
        above.addStretch(1)
        above.addWidget(self.words, 4)
        for widget in (self.unit, self.kind, self.received, self.first, self.until, self.last):
            self.narrowing.addWidget(widget)
        self.narrowing.addWidget(self.reset)
        self.narrowing.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(above)
        column.addLayout(self.narrowing)
        order = (
            self.chips, self.words, self.unit, self.kind, self.received, self.first, self.last,
            self.reset,
        )  # fmt: skip
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self._show_state()

    def _on_typed(self) -> None:
        self._pause.start()

    def _settle_unit(self) -> None:
        """Turn what was typed into a unit's short name, or into all units."""
        unit = self._names.find(self.unit.currentText())
        self.unit.setCurrentIndex(max(0, self.unit.findText(unit.short)) if unit else 0)
        self.unit.setEditText(self.unit.itemText(self.unit.currentIndex()))

    def _on_changed(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        custom = self.received.currentText() == Received.CUSTOM
        for widget in (self.first, self.until, self.last):
            widget.setVisible(custom)
        self.reset.setVisible(self.is_active)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.words.text():
                self.words.clear()
                return True
        return super().eventFilter(watched, event)


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
