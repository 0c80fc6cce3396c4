"""Inputs for the fields of a row, one kind for each shape of value."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desk.scoring.clauses.told import Told
from desk.scoring.schemes.shapes import field_text, parse_field, shape_of
from ui import style
from ui.flow_layout import FlowLayout
from ui.registry.schemes.completing import complete

Words = Callable[[], Sequence[str]]  # what to offer while typing


class ChoiceBox(QComboBox):
    """Turning the wheel scrolls the form and never changes a choice unseen."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Entry(QWidget):
    """An input of one field; subclasses show a value and read it back.

    Signals:
        edited(): the value was changed by hand.
    """

    edited = Signal()

    def __init__(self, input_: QWidget) -> None:
        super().__init__()
        self.input = input_
        self.setFocusProxy(input_)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(input_)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.input.setProperty("invalid", self.property("invalid"))
            self.style().unpolish(self.input)
            self.style().polish(self.input)
        return super().event(event)

    def show_value(self, value: object) -> None:
        """Show a value without saying that it was edited."""
        raise NotImplementedError

    def value(self) -> object:
        """The value as typed; raises FieldError."""
        raise NotImplementedError


class TextEntry(Entry):
    """A figure, a text or several of them; empty means what holds without."""

    def __init__(self, told: Told, kind: type[Any], words: Words) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self._told, self._kind = told, kind
        if not told.required:
            self.line.setPlaceholderText(field_text(told, kind, told.default) or "（不写）")
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        complete(self.line, words, self.edited.emit)

    @override
    def show_value(self, value: object) -> None:
        same = not self._told.required and value == self._told.default
        self.line.setText("" if same else field_text(self._told, self._kind, value))

    @override
    def value(self) -> object:
        return parse_field(self._told, self._kind, self.line.text())


class ChoiceEntry(Entry):
    """One of a few words; the first line stands for none where none may be said."""

    def __init__(self, told: Told, kind: type[Any]) -> None:
        self.box = ChoiceBox()
        super().__init__(self.box)
        self._told, self._kind = told, kind
        if not told.required and told.default is None:
            self.box.addItem("（全部）", "")
        for one in shape_of(kind, told.attribute).choices:
            self.box.addItem(one, one)
        self.box.activated.connect(lambda _at: self.edited.emit())

    @override
    def show_value(self, value: object) -> None:
        self.box.setCurrentIndex(self.box.findData(field_text(self._told, self._kind, value)))

    @override
    def value(self) -> object:
        return parse_field(self._told, self._kind, self.box.currentData() or "")


class FlagEntry(Entry):
    """是 or 否."""

    def __init__(self) -> None:
        self.tick = QCheckBox("是")
        super().__init__(self.tick)
        self.tick.clicked.connect(lambda _on: self.edited.emit())

    @override
    def show_value(self, value: object) -> None:
        self.tick.setChecked(bool(value))

    @override
    def value(self) -> object:
        return self.tick.isChecked()


class ManyEntry(Entry):
    """Any of a few words."""

    def __init__(self, told: Told, kind: type[Any]) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._told, self._kind = told, kind
        line = FlowLayout(style.GAP, inside)
        self.ticks = [QCheckBox(one) for one in shape_of(kind, told.attribute).choices]
        for tick in self.ticks:
            tick.clicked.connect(lambda _on: self.edited.emit())
            line.addWidget(tick)
        self.setFocusProxy(self.ticks[0])

    @override
    def show_value(self, value: object) -> None:
        held = field_text(self._told, self._kind, value).split("、")
        for tick in self.ticks:
            tick.setChecked(tick.text() in held)

    @override
    def value(self) -> object:
        text = "、".join(tick.text() for tick in self.ticks if tick.isChecked())
        return parse_field(self._told, self._kind, text)


class ShareEntry(Entry):
    """全额, 均分, 按份额, or points or percent typed over them."""

    def __init__(self, told: Told, kind: type[Any]) -> None:
        self.box = ChoiceBox()
        super().__init__(self.box)
        self._told, self._kind = told, kind
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.addItems([*([""] if told.default is None else []), "全额", "均分", "按份额"])
        line = self.box.lineEdit()
        if line is not None:
            line.setPlaceholderText("（不写）")
        self.box.editTextChanged.connect(lambda _text: self.edited.emit())

    @override
    def show_value(self, value: object) -> None:
        held = self.box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.box.setEditText(field_text(self._told, self._kind, value))
        self.box.blockSignals(held)

    @override
    def value(self) -> object:
        return parse_field(self._told, self._kind, self.box.currentText())
