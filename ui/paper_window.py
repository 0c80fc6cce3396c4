"""A window beside the work with pages to print: what is seen is what is printed."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desk.layout.preview import page_count
from ui import style
from ui.dialogs import save_path
from ui.issue.preview import Preview
from ui.keys import bind
from ui.leaving import keep_file, print_out
from ui.printing import choose_printer
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (860, 720)


class PaperWindow(SideWindow):
    """Esc closes it.

    Signals:
        sent(): the pages went to a printer or into a file.
    """

    sent = Signal()
    may_keep: ClassVar[bool] = True  # as a file

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE)
        self.is_sent = False
        self.pdf = b""
        self.subjects: tuple[str, ...] = ()
        self.preview = Preview()
        self.note = QLabel()
        self.note.setObjectName("muted")
        self._lay_out()

    def show_pdf(self, title: str, pdf: bytes, *subjects: str) -> None:
        """Show a document of some drafts or issues; its title is the name it is kept under."""
        self.pdf, self.subjects, self.is_sent = pdf, subjects, False
        pages = page_count(pdf)
        self.setWindowTitle(title)
        self.note.setText(f"共 {pages} 页")
        self.preview.show_pdf(pdf, pages)
        self.come_up(self.preview)

    def print_pages(self) -> None:
        """Print through the system's dialog."""
        pages = page_count(self.pdf)
        printer = choose_printer(self, pages, to_file=self.may_keep)
        if printer:
            self.session.start(
                print_out(self.session, self.pdf, printer, self.windowTitle(), *self.subjects),
                done=lambda pages: self._sent(f"已送打印机 {pages} 页"),
            )

    def save(self) -> None:
        """Keep the document as a file."""
        path = save_path(self, self.windowTitle(), ".pdf", "PDF 文件")
        if path:
            pdf, name, subjects = self.pdf, path.name, self.subjects
            self.session.do(
                lambda: keep_file(self.session, path, pdf, *subjects),
                done=lambda _size: self._sent(f"已存为 {name}"),
            )

    def _sent(self, note: str) -> None:
        self.is_sent = True
        self.note.setText(note)
        self.sent.emit()

    def _lay_out(self) -> None:
        self.save_button, self.print_button = QPushButton("存为 PDF"), QPushButton("打印")
        self.print_button.setObjectName("primary")
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(self.note, 1)
        ways = [(self.print_button, self.print_pages, "Ctrl+P")]
        if self.may_keep:
            ways.insert(0, (self.save_button, self.save, "Ctrl+S"))
        for button, slot, keys in ways:
            button.setToolTip(f"{button.text()}（{keys}）")
            button.clicked.connect(slot)
            bind(self, keys, slot)
            head.addWidget(button)
        column = self.content
        column.addLayout(head)
        column.addWidget(self.preview, 1)
