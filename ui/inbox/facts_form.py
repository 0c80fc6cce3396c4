"""Correct what the reader recognised: title, units, author, phone, day, kind."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desk.drafts import Draft, Kind
from desk.errors import DeskError, FieldError
from desk.importing import values
from ui import field, style
from ui.field import Field
from ui.inbox.unit_names import UnitNames
from ui.unit_edit import UnitEdit

_KINDS = (None, *Kind)


class FactsForm(QWidget):
    """A compact form; Enter saves, Esc leaves things as they were.

    Signals:
        saved(Draft): the draft with the corrections, not yet in the store.
        cancelled(): the clerk thought better of it.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self.units = UnitEdit()
        self.heading, self.author, self.phone = (QLineEdit() for _ in range(3))
        self.event_date = QLineEdit(placeholderText="2026-07-15")
        self.kind = QComboBox()
        self.kind.addItems([kind or "未定" for kind in _KINDS])
        self.fields = {
            "title": Field("标题", self.heading),
            "unit_ids": Field("单位", self.units),
            "author": Field("作者", self.author),
            "phone": Field("电话", self.phone),
            "event_date": Field("事发日期", self.event_date),
            "kind": Field("类型", self.kind),
        }
        self._lay_out()

    def show_units(self, names: UnitNames) -> None:
        """Know these units."""
        self.units.show_units(names.units)

    def show_draft(self, draft: Draft) -> None:
        """Fill the form from a draft."""
        self._draft = draft
        self.heading.setText(draft.title)
        self.units.show_ids(draft.unit_ids)
        self.author.setText(draft.author)
        self.phone.setText(draft.phone)
        self.event_date.setText(draft.event_date.isoformat() if draft.event_date else "")
        self.kind.setCurrentIndex(_KINDS.index(draft.kind))
        for name, one in self.fields.items():
            one.show_note("？待核对" if name in draft.doubts else "")
        field.clear_errors(self.fields)

    def begin(self) -> None:
        """Go to the first input that the reader guessed or left empty, to a missing unit before."""
        inputs = (self.heading, self.units, self.author, self.phone, self.event_date)
        doubted = {one.entry for name, one in self.fields.items() if name in self.doubts}
        wanted = [entry for entry in inputs if entry in doubted or not entry.text()]
        wanted.sort(key=lambda entry: entry is not self.units or bool(entry.text()))
        first = next(iter(wanted), self.heading)
        first.setFocus()
        first.selectAll()

    @property
    def doubts(self) -> frozenset[str]:
        """The fields of the form that were guessed."""
        return frozenset(self._draft.doubts & set(self.fields)) if self._draft else frozenset()

    def corrected(self) -> Draft | None:
        """The draft with what the form says; raises FieldError; None when nothing changed."""
        if self._draft is None:
            return None
        if not self.heading.text().strip():
            raise FieldError("title", "标题不能为空。请写上标题。")
        changed = replace(
            self._draft,
            title=self.heading.text().strip(),
            unit_ids=self.units.unit_ids(),
            author=self.author.text().strip(),
            phone=self.phone.text().strip(),
            event_date=read_day(self.event_date.text()),
            kind=_KINDS[self.kind.currentIndex()],
        )
        return None if changed == self._draft else changed

    def show_error(self, error: Exception) -> bool:
        """Show an error at its field; False when it belongs to none."""
        return field.show_error(self.fields, error)

    def save(self) -> None:
        """Hand on the corrections, or show what is wrong with them."""
        try:
            changed = self.corrected()
        except DeskError as error:
            self.show_error(error)
            return
        if changed or self.doubts:
            self.saved.emit(changed or self._draft)
        else:
            self.cancelled.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.fields["title"], 0, 0, 1, 2)
        grid.addWidget(self.fields["unit_ids"], 1, 0, 1, 2)
        for number, name in enumerate(("author", "phone", "event_date", "kind")):
            place = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self.fields[name], 2 + number // 2, number % 2, place)
        keep, cancel = QPushButton("保存更正"), QPushButton("取消")
        keep.setToolTip("保存更正（Enter）")
        cancel.setToolTip("不改了（Esc）")
        keep.clicked.connect(self.save)
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(keep)
        row.addWidget(cancel)
        row.addStretch(1)
        grid.addLayout(row, 4, 0, 1, 2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def read_day(text: str) -> date | None:
    """A day as the clerk writes it: 2026-07-15, 2026.7.15, 2026年7月15日; "" is none."""
    found = values.day(text)
    if found is None and text.strip():
        raise FieldError("event_date", f"“{text}”不是日期。请写成 2026-07-15 这样，或者留空。")
    return found
