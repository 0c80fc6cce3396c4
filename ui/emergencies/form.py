"""What is known of an emergency, to be typed: times, place, people, and the category's slots."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.emergencies.categories import Category
from desk.emergencies.emergency import Emergency, Grade
from desk.emergencies.raising import STAMPS
from desk.emergencies.standards import proposed_grade
from desk.emergencies.times import read_moment, told
from desk.units import Unit
from ui import style
from ui.field import Field, clear_errors, show_error
from ui.flow_layout import FlowLayout
from ui.keys import bind
from ui.unit_edit import UnitEdit

COLUMNS = 3
_NOW = "8:40、0930、昨天23点、现在"
_LATE_TIMES = ("disclosed", "arrived", "phoned", "written")


class EmergencyForm(QScrollArea):
    """Shows one emergency and reads it back.

    Signals:
        edited(): something was typed or chosen.
    """

    edited = Signal()

    def __init__(self, categories: Sequence[Category], units: Iterable[Unit]) -> None:
        super().__init__()
        self.setObjectName("formScroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.categories = categories
        self.fields: dict[str, Field] = {}
        self.slots: dict[str, Field] = {}
        self._base: Emergency | None = None
        self._before: dict[str, str] = {}  # the slots as the last report had them
        self._grade_is_chosen = False
        self.columns = COLUMNS
        self._make_fields(list(units))
        self._lay_out()

    @property
    def category(self) -> Category:
        """The one chosen."""
        return self.categories[max(0, self.chips.checkedId())]

    def show_emergency(
        self, one: Emergency, now: datetime, before: Iterable[tuple[str, str]] | None = None
    ) -> None:
        """Show what is known; slots other than ``before`` are marked as news."""
        with QSignalBlocker(self):
            self._base = one
            self._before = dict(before) if before is not None else {}
            self._grade_is_chosen = one.grade is not Grade.OPEN
            names = [each.name for each in self.categories]
            at = names.index(one.category) if one.category in names else 0
            self.chips.button(at).setChecked(True)
            self._write("place", one.place)
            self._write("event", one.event)
            self._write("informant", one.informant)
            self._write("phone", one.phone)
            for key in STAMPS:
                self._write(key, told(getattr(one, key), now))
            self._unit("reporter").show_ids((one.reporter_id,))
            self._unit("others").show_ids(one.others)
            self._grade.setCurrentText(one.grade)
            if [*self.slots] == [slot.key for slot in self.category.slots]:
                for key, field in self.slots.items():
                    field.entry.setText(one.slot(key))  # type: ignore[attr-defined]  # all are lines
                self._offer_events()
                self._mark()
            else:
                self.show_slots(dict(one.slots))
            clear_errors(self.fields | self.slots)

    def value(self, now: datetime) -> Emergency:
        """What is typed. Raises FieldError, which ``show_error`` shows at its field."""
        assert self._base is not None  # noqa: S101 - shown before it is asked
        at = {key: self._moment(key, label, now) for key, label in STAMPS.items()}
        reporter = self._unit("reporter").unit_ids()
        others = (*reporter[1:], *self._unit("others").unit_ids())
        slots = tuple((key, text) for key in self.slots if (text := self.text(key)))
        return replace(
            self._base,
            category=self.category.name,
            grade=Grade(self._grade.currentText()),
            reporter_id=reporter[0] if reporter else 0,
            others=tuple(dict.fromkeys(one for one in others if one not in reporter[:1])),
            slots=slots,
            place=self.text("place"),
            event=self.text("event"),
            informant=self.text("informant"),
            phone=self.text("phone"),
            happened=at["happened"],
            known=at["known"],
            phoned=at["phoned"],
            written=at["written"],
            disclosed=at["disclosed"],
            arrived=at["arrived"],
        )

    def text(self, key: str) -> str:
        """What is typed into a field or slot."""
        entry = (self.fields | self.slots)[key].entry
        if isinstance(entry, QComboBox):
            return entry.currentText().strip()
        assert isinstance(entry, QLineEdit)  # noqa: S101 - all others are
        return " ".join(entry.text().split())

    def show_error(self, error: Exception) -> bool:
        """Show an error at its field; False where it has none here."""
        return show_error(self.fields | self.slots, error)

    def set_columns(self, columns: int) -> None:
        """Lay the fields out in so many columns."""
        if columns != self.columns:
            self.columns = columns
            self._arrange()

    def show_slots(self, values: dict[str, str]) -> None:
        """Make the fields of the category's slots, with what is known of them."""
        for field in self.slots.values():
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.slots = {}
        for slot in self.category.slots:
            unit = f"（{slot.unit}）" if slot.unit else ""
            entry = QLineEdit(values.get(slot.key, ""), placeholderText=slot.hint)
            field = Field(f"{slot.label}{unit}{' *' if slot.required else ''}", entry)
            entry.textChanged.connect(self._on_edited)
            self.slots[slot.key] = field
        self._offer_events()
        self._arrange()
        self._mark()

    def take_focus(self) -> None:
        """Take the keyboard at the first field."""
        self.fields["place"].entry.setFocus()

    @property
    def event_line(self) -> QLineEdit:
        """Where the event is typed."""
        line = self._event.lineEdit()
        assert line is not None  # noqa: S101 - it is editable
        return line

    def take_slots(self) -> None:
        """Take the keyboard at the first slot: of a later report only these are news."""
        next(iter(self.slots.values()), self.fields["place"]).entry.setFocus()

    def choose_category(self, at: int) -> None:
        """Choose a category by its place, what is typed staying where it fits."""
        button = self.chips.button(at)
        if button is not None:
            button.setChecked(True)
            self.show_slots({key: self.text(key) for key in self.slots})
            self._on_edited()

    def _make_fields(self, units: list[Unit]) -> None:
        self.chips = QButtonGroup(self)
        for at, one in enumerate(self.categories):
            chip = QToolButton()
            chip.setText(one.name)
            chip.setCheckable(True)
            chip.setObjectName("chip")
            chip.setToolTip(f"{one.name}（Alt+{at + 1}）")
            self.chips.addButton(chip, at)
            bind(self, f"Alt+{at + 1}", partial(self.choose_category, at))
        self.chips.idClicked.connect(self.choose_category)
        event = QComboBox(editable=True)
        event.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._grade = QComboBox()
        self._grade.addItems(list(Grade))
        self._grade.activated.connect(self._on_grade)
        entries: dict[str, tuple[str, QWidget]] = {
            "place": ("地点", QLineEdit(placeholderText="乡镇、村、路段，越具体越好")),
            "event": ("事件", event),
            "happened": ("事发时间", QLineEdit(placeholderText=_NOW)),
            "known": ("接报时间", QLineEdit(placeholderText=_NOW)),
            "reporter": ("报告单位", UnitEdit()),
            "informant": ("报告人", QLineEdit()),
            "phone": ("联系电话", QLineEdit()),
            "grade": ("等级", self._grade),
        }
        for key in _LATE_TIMES:
            entries[key] = (STAMPS[key], QLineEdit(placeholderText=_NOW))
        entries["others"] = ("涉及单位", UnitEdit())
        for key, (label, entry) in entries.items():
            self.fields[key] = Field(label, entry)
            if isinstance(entry, QComboBox):
                entry.currentTextChanged.connect(self._on_edited)
            elif isinstance(entry, QLineEdit):
                entry.textChanged.connect(self._on_edited)
            if isinstance(entry, UnitEdit):
                entry.show_units(units)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("formInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(style.GAP, style.GAP, style.GAP, style.GAP)
        kinds = FlowLayout(style.GAP)
        for chip in self.chips.buttons():
            kinds.addWidget(chip)
        column.addLayout(kinds)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inside)
        self.chips.button(0).setChecked(True)
        self.show_slots({})

    def _arrange(self) -> None:
        """Put the fields into their columns: what is asked first, the slots, the rest."""
        late = {*_LATE_TIMES, "others"}
        shown = [field for key, field in self.fields.items() if key not in late]
        shown += [*self.slots.values(), *(self.fields[key] for key in self.fields if key in late)]
        wide = {self.fields["place"], self.fields["others"]}
        wide |= {self.slots[one.key] for one in self.category.slots if not one.unit}
        before: QWidget = self.chips.button(len(self.categories) - 1)
        row = column = 0
        for at, field in enumerate(shown):
            span = min(2 if field in wide else 1, self.columns)
            if column + span > self.columns:
                row, column = row + 1, 0
            after = shown[at + 1] if at + 1 < len(shown) else None
            if after in wide and column + span + 2 > self.columns:
                span = self.columns - column  # no hole before a wide one
            self._grid.addWidget(field, row, column, 1, span)
            column += span
            field.show()
            QWidget.setTabOrder(before, field.entry)
            before = field.entry
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, int(at < self.columns))

    def _offer_events(self) -> None:
        entry = self._event
        with QSignalBlocker(entry):
            typed = entry.currentText()
            entry.clear()
            entry.addItems(list(self.category.events))
            entry.setEditText(typed)

    def _on_edited(self) -> None:
        self._mark()
        self.edited.emit()

    def _on_grade(self) -> None:
        self._grade_is_chosen = True
        self._on_edited()

    def _mark(self) -> None:
        """Mark the news, and propose the grade."""
        slots = tuple((key, self.text(key)) for key in self.slots)
        for key, text in slots:
            was = self._before.get(key)
            is_news = bool(self._before) and text != (was or "")
            self.slots[key].show_note(f"上次：{was or '未报'}" if is_news else "")
        found = proposed_grade(self.category, slots)
        self.fields["grade"].show_note("")
        if not found:
            return
        if not self._grade_is_chosen:
            with QSignalBlocker(self._grade):
                self._grade.setCurrentText(found.grade)
        is_other = found.grade != self._grade.currentText()
        self.fields["grade"].show_note(f"{'应为' if is_other else '按标准'}{found.grade}")
        self.fields["grade"].setToolTip(found.why)

    @property
    def _event(self) -> QComboBox:
        entry = self.fields["event"].entry
        assert isinstance(entry, QComboBox)  # noqa: S101 - made above
        return entry

    def _unit(self, key: str) -> UnitEdit:
        entry = self.fields[key].entry
        assert isinstance(entry, UnitEdit)  # noqa: S101 - made above
        return entry

    def _write(self, key: str, text: str) -> None:
        entry = self.fields[key].entry
        if isinstance(entry, QComboBox):
            entry.setEditText(text)
        elif isinstance(entry, QLineEdit):
            entry.setText(text)

    def _moment(self, key: str, label: str, now: datetime) -> datetime | None:
        """A time as it is typed; one nobody touched keeps its seconds."""
        was = getattr(self._base, key)
        text = self.text(key)
        if was is not None and told(was, now) == text:
            kept: datetime = was
            return kept
        return read_moment(key, label, text, now)
