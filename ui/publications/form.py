"""The form of a publication, in parts."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from typing_extensions import override

from desk.errors import DeskError, FieldError
from desk.publications import Publication
from ui.field import clear_errors
from ui.keys import bind
from ui.publications.basics import BasicsPart
from ui.publications.issuing import IssuingPart
from ui.publications.looks import LooksPart
from ui.publications.part import Part
from ui.publications.sending import SendingPart
from ui.registry.side_form import SideForm
from ui.session import Session


class PublicationForm(SideForm[Publication]):
    """Every part is a tab; an error opens the one it is in.

    Signals:
        edited(): an input changed, by hand or by ``fill``.
    """

    edited = Signal()

    def __init__(self, session: Session) -> None:
        self._publication = Publication("", ())
        self._session = session
        super().__init__()
        for part in self.parts:
            self.fields.update(part.fields)
            part.edited.connect(partial(clear_errors, part.fields))
            part.edited.connect(self.edited)
        self.edited.connect(self._tell_total)

    @override
    def body(self) -> QWidget:
        self.basics, self.looks = BasicsPart(), LooksPart(self._session)
        self.issuing, self.sending = IssuingPart(), SendingPart()
        self.parts: tuple[Part, ...] = (self.basics, self.looks, self.issuing, self.sending)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setDrawBase(False)
        for number, part in enumerate(self.parts, 1):
            self.tabs.addTab(part, part.title)
            self.tabs.setTabToolTip(number - 1, f"{part.title}（Alt+{number}）")
        return self.tabs

    def bind_keys(self, widget: QWidget) -> None:
        """Let Alt and digits open the parts from anywhere in a widget."""
        for number, part in enumerate(self.parts, 1):
            bind(widget, f"Alt+{number}", partial(self.open_part, part))

    def open_part(self, part: Part) -> None:
        """Show a part and go to its first input."""
        self.tabs.setCurrentWidget(part)
        next(iter(part.fields.values())).entry.setFocus()

    def finish_typing(self) -> None:
        """Take what stands in an open cell of a list."""
        typed = QApplication.focusWidget()
        for view in (self.basics.sections.list, self.sending.recipients.table):
            if typed is not None and view.isAncestorOf(typed):
                view.setFocus()

    def show_points(self, points: Mapping[int | None, str]) -> None:
        """Show what the sections are worth, by their ids."""
        self.basics.show_points(points)

    @override
    def fill(self, record: Publication) -> None:
        self._publication = record
        for part in self.parts:
            part.fill(record, self._session.settings)

    @override
    def value(self) -> Publication:
        made = self._publication
        for part in self.parts:
            made = part.put_into(made)
        return made

    @override
    def show_error(self, error: DeskError) -> None:
        name = error.field if isinstance(error, FieldError) else ""
        for part in self.parts:
            if name in part.fields:
                self.tabs.setCurrentWidget(part)
        super().show_error(error)

    @override
    def begin(self) -> None:
        self.tabs.setCurrentWidget(self.basics)
        super().begin()

    def _tell_total(self) -> None:
        text = self.basics.copies.text().strip()
        self.sending.recipients.tell_total(int(text) if text.isdecimal() else 0)
