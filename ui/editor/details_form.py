"""What is known of a draft beside its text, as a form."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desk.correcting import Particulars
from desk.drafts import Draft, Kind, Scope, Secrecy, Urgency
from desk.errors import DeskError, FieldError
from ui import field, style
from ui.field import Field
from ui.inbox.facts_form import read_day
from ui.inbox.unit_names import UnitNames
from ui.unit_edit import UnitEdit


class DetailsForm(QWidget):
    """Edits a draft's particulars; they are saved when the clerk says so or leaves.

    Signals:
        saved(Particulars): what the form says, all of it valid.
    """

    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._names = UnitNames([])
        self._id = 0
        self._before: Particulars | None = None
        self.units = UnitEdit()
        self.author, self.phone, self.approver = (QLineEdit() for _ in range(3))
        self.event_date, self.report_date = (
            QLineEdit(placeholderText="2026-07-15") for _ in range(2)
        )
        self.kind, self.urgency, self.secrecy, self.scope = (QComboBox() for _ in range(4))
        self.scope.setToolTip("印发以后能不能向社会公开")
        self.kind.addItem("未定", None)
        choices = (
            (self.kind, Kind),
            (self.urgency, Urgency),
            (self.secrecy, Secrecy),
            (self.scope, Scope),
        )
        for box, values in choices:
            for value in values:
                box.addItem(value.value, value)
        self.fields = {
            "unit_ids": Field("单位", self.units),
            "author": Field("作者", self.author),
            "phone": Field("电话", self.phone),
            "approver": Field("单位审核人", self.approver),
            "kind": Field("信息类型", self.kind),
            "event_date": Field("事件日期", self.event_date),
            "report_date": Field("报送日期", self.report_date),
            "urgency": Field("紧急程度", self.urgency),
            "secrecy": Field("密级", self.secrecy),
            "scope": Field("公开属性", self.scope),
        }
        self.keep = QPushButton("保存信息")
        self.keep.setToolTip("保存这些信息（Enter）")
        self.keep.clicked.connect(self.save)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.GAP)
        grid.addWidget(self.fields["unit_ids"], 0, 0, 1, 2)
        for number, name in enumerate(list(self.fields)[1:]):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self.fields[name], 1 + number // 2, number % 2, top)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addStretch(1)
        grid.addLayout(row, grid.rowCount(), 0, 1, 2)

    def show_units(self, names: UnitNames) -> None:
        """Know these units."""
        if names.units == self._names.units:
            return
        self._names = names
        self.units.show_units(names.units)

    def show_draft(self, draft: Draft, *, editable: bool) -> None:
        """Fill the form, unless the clerk has begun to change it."""
        now = Particulars.of(draft)
        known = draft.id == self._id and self._before and _own(now) == _own(self._before)
        self._id, self._before = draft.id, replace(now, title="")
        for one in self.fields.values():
            one.entry.setEnabled(editable)
        self.keep.setEnabled(editable)
        if not known:
            self._fill(now)

    def _fill(self, now: Particulars) -> None:
        self.units.show_ids(now.unit_ids)
        self.author.setText(now.author)
        self.phone.setText(now.phone)
        self.approver.setText(now.approver)
        self.event_date.setText(now.event_date.isoformat() if now.event_date else "")
        self.report_date.setText(now.report_date.isoformat() if now.report_date else "")
        self.kind.setCurrentIndex(max(0, self.kind.findText(now.kind or "")))
        self.urgency.setCurrentIndex(self.urgency.findText(now.urgency))
        self.secrecy.setCurrentIndex(self.secrecy.findText(now.secrecy))
        self.scope.setCurrentIndex(self.scope.findText(now.scope))
        field.clear_errors(self.fields)

    def begin(self) -> None:
        """Go to the first input."""
        self.units.setFocus()

    def is_changed(self) -> bool:
        """Whether the form says something new, right or wrong."""
        try:
            return self._before is not None and self.particulars() != self._before
        except DeskError:
            return True

    def particulars(self) -> Particulars:
        """What the form says, without a title; raises FieldError on the first wrong value."""
        if self._before is None:
            raise FieldError("unit_ids", "没有打开稿件。请先从“来稿”打开一篇。")
        return replace(
            self._before,
            unit_ids=self.units.unit_ids(),
            author=self.author.text().strip(),
            phone=self.phone.text().strip(),
            approver=self.approver.text().strip(),
            event_date=_day("event_date", self.event_date.text()),
            report_date=_day("report_date", self.report_date.text()),
            # Qt hands a StrEnum back as a plain string
            kind=Kind(kind) if (kind := self.kind.currentData()) else None,
            urgency=Urgency(self.urgency.currentData()),
            secrecy=Secrecy(self.secrecy.currentData()),
            scope=Scope(self.scope.currentData()),
        )

    def save(self) -> None:
        """Hand on what changed, or show what is wrong at its field."""
        try:
            found = self.particulars()
        except FieldError as error:
            field.show_error(self.fields, error)
            return
        field.clear_errors(self.fields)
        if found != self._before:
            self.saved.emit(found)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)


def _own(found: Particulars) -> Particulars:
    """What the form itself shows: the rest changes beside it, such as who has the draft in hand."""
    return replace(found, title="", topics=(), holder="")


def _day(name: str, text: str) -> date | None:
    try:
        return read_day(text)
    except FieldError as error:
        raise FieldError(name, str(error)) from error
