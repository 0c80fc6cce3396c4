"""The rarer ways to narrow the inbox: each an input, and a chip while it is in force."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desk.day_words import read_day
from desk.drafts import DraftQuery
from desk.errors import DeskError
from ui import style


class Facet(QObject):
    """One way to narrow; subclasses have the input.

    Signals:
        changed(): something else is asked for.
    """

    changed = Signal()

    @property
    def input(self) -> QWidget:
        """What the clerk fills in."""
        raise NotImplementedError

    def said(self) -> str:
        """What is in force, in words for a chip; "" where nothing is."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """The fields of a query that say the same."""
        raise NotImplementedError

    def show_query(self, query: DraftQuery) -> None:
        """Show what a query asks for, without telling."""
        raise NotImplementedError

    def clear(self) -> None:
        """Ask for nothing."""
        self.show_query(DraftQuery())
        self.changed.emit()


class Choice(Facet):
    """One of several values of a field; the first choice is all of them."""

    def __init__(self, label: str, field: str, everything: str) -> None:
        super().__init__()
        self.label = label
        self._field = field
        self._everything = everything
        self._values: list[Any] = [None]  # Qt would turn words of an enumeration into plain ones
        self._box = QComboBox()
        self._box.setAccessibleName(label)
        self._box.addItem(everything)
        self._box.currentIndexChanged.connect(self.changed)

    @property
    @override
    def input(self) -> QComboBox:
        return self._box

    def offer(self, choices: Sequence[tuple[str, Any]]) -> None:
        """Offer these texts and values; the one in force stays."""
        held = (self._box.currentText(), self._value())
        self._box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._box.clear()
        self._box.addItems([self._everything, *(text for text, _value in choices)])
        self._values = [None, *(value for _text, value in choices)]
        self._put(*held)
        self._box.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def choose(self, value: object) -> None:
        """Choose a value that is offered, as the clerk does."""
        self._box.setCurrentIndex(self._values.index(value))

    @override
    def said(self) -> str:
        return self._box.currentText() if self._box.currentIndex() > 0 else ""

    @override
    def values(self) -> dict[str, Any]:
        return {} if self._value() is None else {self._field: self._value()}

    @override
    def show_query(self, query: DraftQuery) -> None:
        value = getattr(query, self._field)
        self._box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._put(str(value), value or None)
        self._box.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _value(self) -> Any:  # noqa: ANN401 - whatever the field holds
        return self._values[self._box.currentIndex()]

    def _put(self, text: str, value: object) -> None:
        """Choose a value; one that is no longer offered is, while it is in force."""
        if value not in self._values:
            self._values.append(value)
            self._box.addItem(text)
        self._box.setCurrentIndex(self._values.index(value))


class Mark(Facet):
    """Something that is or is not; ``value`` says what the field must be for it."""

    def __init__(
        self, word: str, field: str, tip: str, value: Callable[[], Any] = lambda: True
    ) -> None:
        super().__init__()
        self._word = word
        self._field = field
        self._value = value
        self._box = QCheckBox(word)
        self._box.setToolTip(tip)
        self._box.toggled.connect(self.changed)

    @property
    @override
    def input(self) -> QCheckBox:
        return self._box

    @override
    def said(self) -> str:
        return self._word if self._box.isChecked() else ""

    @override
    def values(self) -> dict[str, Any]:
        return {self._field: self._value()} if self._box.isChecked() else {}

    @override
    def show_query(self, query: DraftQuery) -> None:
        self._box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._box.setChecked(bool(getattr(query, self._field)))
        self._box.blockSignals(False)  # noqa: FBT003 - Qt's own signature


class EventDays(Facet):
    """From one day to another, as the clerk writes days; either may be missing."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._widget = QWidget()
        self.first, self.last = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self._widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for line, name in ((self.first, "事发日期从"), (self.last, "事发日期至")):
            line.setPlaceholderText("7.14、昨天")
            line.setAccessibleName(name)
            line.setToolTip("可以写：昨天、15日、7月14日、7.14、2026-07-14")
            line.editingFinished.connect(self._on_edited)
        row.addWidget(self.first)
        row.addWidget(QLabel("至"))
        row.addWidget(self.last)

    @property
    @override
    def input(self) -> QWidget:
        return self._widget

    @override
    def said(self) -> str:
        held = self.values()
        first, last = held.get("event_from"), held.get("event_to")
        if first and last:
            return f"事发 {first:%m-%d} 至 {last:%m-%d}"
        if first:
            return f"事发 {first:%m-%d} 起"
        return f"事发至 {last:%m-%d}" if last else ""

    @override
    def values(self) -> dict[str, Any]:
        days = {"event_from": self._day(self.first), "event_to": self._day(self.last)}
        return {field: day for field, day in days.items() if day}

    @override
    def show_query(self, query: DraftQuery) -> None:
        for line, day in ((self.first, query.event_from), (self.last, query.event_to)):
            line.setText(day.isoformat() if day else "")
            self._day(line)

    def _on_edited(self) -> None:
        self.changed.emit()

    def _day(self, line: QLineEdit) -> date | None:
        """The day written; what is none is marked and asks for nothing."""
        try:
            day, wrong = read_day(line.text(), self._today()), False
        except DeskError:
            day, wrong = None, True
        line.setProperty("invalid", wrong)
        line.style().unpolish(line)
        line.style().polish(line)
        return day
