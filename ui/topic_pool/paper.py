"""A document of this tab on the screen, on paper, as a Word file."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desk.layout.document_parts import Document
from ui.dialogs import save_path
from ui.leaving import keep_file
from ui.paper_window import PaperWindow
from ui.session import Session

Make = Callable[[], Document]


def show_paper(session: Session, parent: QWidget, make: Make) -> PaperWindow:
    """Set a document and show its pages, to be printed or kept as PDF."""
    window = PaperWindow(session, parent)

    def set_pages() -> tuple[str, bytes]:
        from desk.layout.document import document_pdf  # noqa: PLC0415 - heavy, loaded on use

        document = make()
        return document.title, document_pdf(document)

    session.look(set_pages, lambda made: window.show_pdf(*made))
    return window


def save_word(session: Session, parent: QWidget, title: str, make: Make) -> None:
    """Write a document as a Word file of the clerk's choice."""
    path = save_path(parent, title, ".docx", "Word 文档")
    if path is None:
        return

    def write() -> None:
        from desk.layout.document import document_docx  # noqa: PLC0415 - heavy, loaded on use

        keep_file(session, path, document_docx(make()))

    session.do(write, note=f"已存为 {path.name}")
