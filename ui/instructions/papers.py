"""Papers of the 批示 tab: slips as PDF and Word, and the chase list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desk.instructions.instruction import Instruction
from desk.instructions.listing import InstructionRow
from desk.instructions.papers import chase_list, slips
from desk.layout.forms import Form, form_docx, form_pdf
from desk.office_clock import minute_words
from desk.reports.register import register_pdf
from desk.store import Work
from ui.dialogs import save_path
from ui.leaving import keep_file
from ui.paper_window import PaperWindow
from ui.session import Session


class Papers:
    """Makes papers on the worker and shows them ready to print."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session, self._parent = session, parent
        self.paper: PaperWindow | None = None

    def slip(self, held: Instruction) -> None:
        """Show the hand-over slips of every unit, a page each."""
        self._session.look(
            lambda: form_pdf(self._forms(held)),
            lambda pdf: self.show(f"转办单 {held.number}", pdf),
        )

    def slip_word(self, held: Instruction) -> None:
        """Keep the slips as Word files, one a unit beside each other."""
        path = save_path(self._parent, f"转办单 {held.number}", ".docx", "Word 文档")
        if path is None:
            return

        def write() -> int:
            forms = self._forms(held)
            for at, form in enumerate(forms):
                name = path.stem if at == 0 else f"{path.stem} {form.to}"
                keep_file(
                    self._session, path.with_name(f"{name}.docx"), form_docx(form), held.subject
                )
            return len(forms)

        def written(count: int) -> None:
            self._session.messages.note(f"转办单已存为 {path.name}，共 {count} 份")

        self._session.do(write, done=written)

    def chase(self, rows: Sequence[InstructionRow]) -> None:
        """Show the chase list."""
        session = self._session
        office, now = session.settings.office, session.clock()
        made = f"{minute_words(now)} {session.by().who} 制表"

        def pdf() -> bytes:
            with session.store.read() as work:
                names, phones = names_of(work), phones_of(work)
            return register_pdf(chase_list(office, rows, names, phones, now, made))

        session.look(pdf, lambda made_pdf: self.show("批示催办单", made_pdf))

    def show(self, title: str, pdf: bytes) -> None:
        """Show a document ready to print."""
        self.paper = self.paper or PaperWindow(self._session, self._parent)
        self.paper.show_pdf(title, pdf)

    def _forms(self, held: Instruction) -> list[Form]:
        session = self._session
        with session.store.read() as work:
            names = {one.id: one.name for one in work.registry.units()}
            who = session.by().who
            phone = next((one.phone for one in work.people.all() if one.name == who), "")
        contact = f"{who}，{phone}" if phone else who
        units = [one.unit_id for one in held.assignments]
        return slips(session.settings.office, held, units, names, contact, session.today())


def names_of(work: Work) -> dict[int, str]:
    """The units' short names."""
    return {one.id: one.short for one in work.registry.units()}


def phones_of(work: Work) -> dict[int, str]:
    """Whom to ring in each unit, as far as it is known."""
    found = ((one.id, work.inquiries.contact(one.short)) for one in work.registry.units())
    return {unit_id: f"{name} {phone}".strip() for unit_id, (name, phone) in found}
