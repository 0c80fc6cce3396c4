"""The form of one row of a table: its fields, what it does in words, and help on each field."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_type_hints

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from desk.errors import FieldError
from desk.facts import FactKind
from desk.scoring.clauses.condition import Condition, Trait
from desk.scoring.clauses.share import Share
from desk.scoring.clauses.told import Told
from desk.scoring.schemes.shapes import shape_of
from ui import style
from ui.field import Field
from ui.registry.field_area import FieldArea
from ui.registry.schemes.condition_entry import ConditionEntry, usual_traits
from ui.registry.schemes.entries import (
    ChoiceEntry,
    Entry,
    FlagEntry,
    ManyEntry,
    ShareEntry,
    TextEntry,
)
from ui.registry.schemes.tables import Table

WordsOf = Callable[[Table, Told], Sequence[str]]
ValuesOf = Callable[[Trait], Sequence[str]]
_WAIT_MS = 700  # a figure half typed is not wrong yet
_OF_UNITS = (Trait.UNIT, Trait.GROUP)
_ONLY_UNITS = frozenset({"基础分", "封顶封底", "达标线", "折算", "排名", "归属"})
_HINT = "进到一格里，这里说明怎么填"
_WORDS_LINES, _HELP_LINES = 2, 3


class RowForm(QFrame):
    """Every edit that makes sense is told at once; one that doesn't is told when typing rests.

    Signals:
        edited(object): the row as it is now.
    """

    edited = Signal(object)

    def __init__(self, table: Table, words: WordsOf, values: ValuesOf, look: style.Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.table, self._look = table, look
        self._row: Any = None
        self.error: FieldError | None = None
        self.area = FieldArea()
        self.said, self.help = QLabel(), QLabel()
        self.entries: dict[str, Entry] = {}
        self._rest = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._rest.timeout.connect(self.show_problem)
        self._make_fields(words, values)
        self._lay_out()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._explain)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields by attribute."""
        return self.area.fields

    def show_row(self, row: Any) -> None:  # noqa: ANN401 - of whatever table
        """Show a row; None for no row."""
        self._row, self.error = row, None
        self._rest.stop()
        for field in self.fields.values():
            field.show_error("")
        self.area.setVisible(row is not None)
        roomy = self.window().height() >= self._look.px(style.ROOMY)
        self.help.setVisible(roomy and row is not None)
        lines = _WORDS_LINES if roomy else 1
        self.said.setMinimumHeight(lines * self.said.fontMetrics().lineSpacing())
        if row is None:
            self.said.setText("选一行，或者按 Insert 添加一行")
            return
        for name, entry in self.entries.items():
            entry.show_value(getattr(row, name))
        self._offer_traits()
        self.said.setText(self.table.words(row))

    def begin(self) -> None:
        """Go to the first field."""
        next(iter(self.entries.values())).setFocus()

    def show_problem(self) -> None:
        """Show what is wrong at its field, now."""
        for name, field in self.fields.items():
            wrong = self.error is not None and self.error.field == name
            field.show_error(str(self.error) if wrong else "")

    def go_to_problem(self) -> None:
        """Show what is wrong and go there."""
        self.show_problem()
        if self.error is not None and self.error.field in self.entries:
            self.entries[self.error.field].setFocus()

    def _make_fields(self, words: WordsOf, values: ValuesOf) -> None:
        beside = False
        for told in self.table.fields:
            entry = self._entry(told, words, values)
            self.entries[told.attribute] = entry
            entry.edited.connect(self._on_edited)
            wide = isinstance(entry, ConditionEntry | ManyEntry) or told.attribute == "source"
            label = f"{told.label} *" if told.required else told.label
            if beside and not wide:
                self.area.add_beside(told.attribute, label, entry)
                beside = False
            else:
                self.area.add(told.attribute, label, entry)
                beside = not wide
            self.fields[told.attribute].setToolTip(told.help)
        self.area.inputs.addStretch(1)

    def _entry(self, told: Told, words: WordsOf, values: ValuesOf) -> Entry:
        kind, table = self.table.kind, self.table
        hint: Any = get_type_hints(kind)[told.attribute]
        if hint is Condition:
            traits = _OF_UNITS if table.name in _ONLY_UNITS else usual_traits(None)
            return ConditionEntry(told, values, traits)
        if hint is bool:
            return FlagEntry()
        if hint in (Share, Share | None):
            return ShareEntry(told, kind)
        shape = shape_of(kind, told.attribute)
        if shape.choices:
            many = isinstance(told.default, tuple)
            return ManyEntry(told, kind) if many else ChoiceEntry(told, kind)
        return TextEntry(told, kind, lambda: words(table, told))

    def _on_edited(self) -> None:
        try:
            values = {name: entry.value() for name, entry in self.entries.items()}
        except FieldError as error:
            self.error = error
            label = self.fields[error.field].label if error.field in self.fields else ""
            self.said.setText(f"“{label.rstrip(' *')}”还没有填对")
            self._rest.start()
            return
        self.error = None
        self._rest.stop()
        self.show_problem()
        self._row = self.table.kind(**values)
        self._offer_traits()
        self.said.setText(self.table.words(self._row))
        self.edited.emit(self._row)

    def _offer_traits(self) -> None:
        """Put first what is usually asked of the row's matter."""
        if self.table.name in _ONLY_UNITS:
            return
        matter = getattr(self._row, "matter", None)
        traits = usual_traits(matter if isinstance(matter, FactKind) else None)
        for entry in self.entries.values():
            if isinstance(entry, ConditionEntry):
                entry.offer(traits)

    def _explain(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Tell what the field in focus is for."""
        if new is None or not self.isAncestorOf(new):
            return
        for told in self.table.fields:
            if self.entries[told.attribute].isAncestorOf(new):
                self.help.setText(f"{told.label}：{told.help}{_example(told)}")

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        self.said.setObjectName("sectionTitle")
        self.said.setContentsMargins(16, 0, 16, 0)
        top = Qt.AlignmentFlag.AlignTop
        self.said.setAlignment(top)
        self.help.setAlignment(top)
        self.help.setWordWrap(True)
        self.help.setObjectName("muted")
        self.help.setContentsMargins(16, 0, 16, 0)
        self.help.setText(_HINT)
        self.help.setMinimumHeight(_HELP_LINES * self.help.fontMetrics().lineSpacing())
        inside = self.area.widget()
        if inside is not None:  # it scrolls up and down, not sideways
            self.setMinimumWidth(inside.minimumSizeHint().width() + 3 * style.GAP)
        line = QFrame()
        line.setObjectName("line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(style.GAP)
        column.addWidget(self.said)
        column.addWidget(self.area, 100)
        column.addStretch(1)
        column.addWidget(line)
        column.addWidget(self.help)


def _example(told: Told) -> str:
    """An example as it is typed here: without the marks of a file."""
    if not told.example or "{" in told.example:
        return ""
    plain = re.sub(r'["\[\]]', "", told.example).replace(", ", "、")
    return f"　例如：{plain}"
