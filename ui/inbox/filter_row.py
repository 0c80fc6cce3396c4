"""What narrows the inbox: words, status, unit, kind and days in two rows, the rest on demand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import DraftQuery, Kind
from desk.office_clock import day_of
from ui import style
from ui.day_edit import DayEdit
from ui.icons import coloured
from ui.inbox.chips import Chips, view_with
from ui.inbox.filter_panel import FilterPanel
from ui.inbox.in_force import InForce
from ui.inbox.received import Received, first_day
from ui.inbox.unit_names import UnitNames
from ui.two_sides import TwoSides

_PAUSE_MS = 120  # between the last key and the search
_ALL_UNITS = "全部单位"
_KINDS = (None, *Kind)


class FilterRow(QWidget):
    """Two rows of filters; the rarer ones in a panel beneath, in force as chips.

    Signals:
        changed(): another query holds.
        left(): the clerk went on from the search field to the list.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, clock: Callable[[], datetime], scale: int) -> None:
        super().__init__()
        self._clock = clock
        self._look = style.Look(scale)
        self._names = UnitNames([])
        self.panel = FilterPanel(clock, self._look)
        self.in_force = InForce()
        self._make_words()
        self._make_choices()
        self._lay_out()
        self.chips.changed.connect(self._on_changed)
        self.panel.changed.connect(self._on_changed)
        self.panel.closed.connect(self.left)

    def query(self) -> DraftQuery:
        """What the clerk asks for; the order is the list's."""
        first, last = self._days()
        unit = self._names.find(self.unit.currentText())
        plain = DraftQuery(
            words=self.words.text().strip(),
            statuses=self.chips.statuses,
            unit_id=unit.id if unit else None,
            kind=_KINDS[self.kind.currentIndex()],
            received_from=first,
            received_to=last,
        )
        return replace(plain, **self.panel.values())

    def show_query(self, query: DraftQuery, received: str = "") -> None:
        """Show what a query asks for; ``received`` names its days where they move with time."""
        boxes: tuple[QWidget, ...] = (
            self.words, self.unit, self.kind, self.received, self.first, self.last,
        )  # fmt: skip
        for box in boxes:
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.words.setText(query.words)
        self.chips.choose(view_with(query.statuses))
        unit = self._names.text([query.unit_id]) if query.unit_id else ""
        self.unit.setCurrentIndex(max(0, self.unit.findText(unit)))
        self.kind.setCurrentIndex(_KINDS.index(query.kind))
        self.received.setCurrentText(received or self._named(query))
        for edit, day in ((self.first, query.received_from), (self.last, query.received_to)):
            edit.show_day(day or self._today())
        for box in boxes:
            box.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.panel.show_query(query)
        self._pause.stop()
        self._on_changed()

    def toggle_panel(self) -> None:
        """Open the rarer filters, or close them."""
        if self.panel.isHidden():
            self.panel.begin()
        else:
            self.panel.hide()

    def _today(self) -> date:
        return day_of(self._clock())

    @staticmethod
    def _named(query: DraftQuery) -> str:
        days = (query.received_from, query.received_to)
        return Received.CUSTOM if any(days) else Received.ALL

    @property
    def is_active(self) -> bool:
        """Whether anything is filtered out."""
        return self.query() != DraftQuery()

    def said(self) -> str:
        """What is in force, in words."""
        first, last = self._days()
        custom = self.received.currentText() == Received.CUSTOM
        words = self.words.text().strip()
        parts = (
            self.chips.chosen if self.chips.statuses else "",
            f"含“{words}”" if words else "",
            self.unit.currentText() if self.unit.currentIndex() > 0 else "",
            self.kind.currentText() if self.kind.currentIndex() > 0 else "",
            f"{first} 至 {last} 收到" if custom else self.received.currentText(),
            *(facet.said() for facet in self.panel.facets),
        )
        return "；".join(part for part in parts if part and part != Received.ALL)

    def clear(self) -> None:
        """Show everything again."""
        self.show_query(DraftQuery())

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
            return self.first.day, self.last.day
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
        self.first, self.last = self._day_edit("从哪天收到"), self._day_edit("到哪天收到")
        self.until = QLabel("至")
        self.more = QPushButton("更多筛选")
        self.more.setToolTip("分组、选题、谁在办、超时、疑似重复等（Ctrl+G）")
        self.more.clicked.connect(self.toggle_panel)
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

    def _day_edit(self, name: str) -> DayEdit:
        edit = DayEdit(name)
        edit.show_day(self._today())
        edit.dateChanged.connect(self._on_changed)
        return edit

    def _lay_out(self) -> None:
        self.words.setMinimumWidth(self._look.px(160))
        self.words.setMaximumWidth(self._look.px(360))
        self.unit.setMinimumWidth(self._look.px(120))
        self.unit.setMaximumWidth(self._look.px(176))
        self.choosing, self.narrowing = TwoSides(style.GAP), TwoSides(style.GAP)
        own_days = QHBoxLayout()
        own_days.setSpacing(style.GAP)
        self.choosing.addWidget(self.chips)
        self.choosing.add_right(self.words)
        narrowing: tuple[QWidget, ...] = (
            self.unit, self.kind, self.received, self.more, self.reset,
        )  # fmt: skip
        for widget in narrowing:
            self.narrowing.addWidget(widget)
        days: tuple[QWidget, ...] = (self.first, self.until, self.last)
        for widget in days:
            own_days.addWidget(widget)
        own_days.addWidget(self.in_force, 1)
        own_days.addStretch(0)
        column = QVBoxLayout(self)
        whole = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        whole.setHeightForWidth(True)
        self.setSizePolicy(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        for row in (self.choosing, self.narrowing):
            column.addLayout(row)
        column.addWidget(self.panel)
        column.addLayout(own_days)
        order = (
            self.chips, self.words, self.unit, self.kind, self.received, self.more, self.reset,
            self.panel, self.first, self.last,
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
        self.in_force.show_facets(self.panel.facets)

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
