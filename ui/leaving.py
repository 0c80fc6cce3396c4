"""The ways out of the window: files and the clipboard, each with its line in the register."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desk import leaving
from desk.drafts import Secrecy
from desk.jobs import Job
from desk.layout.preview import page_count
from desk.leaving import Leaving, Way
from desk.secrecy.grades import grade_of
from ui.printing import choose_printer, print_pdf
from ui.session import Session


def keep_file(session: Session, path: Path, data: bytes, *subjects: str) -> int:
    """Write a file whole or not at all, and record it (on the worker); returns its size."""
    gone = Leaving(Way.FILE, path.stem, path.name, subjects)
    return leaving.write_file(session.store, gone, path, data, by=session.by())


def keep_folder(session: Session, folder: Path, count: int) -> None:
    """Record files that were written into a folder, each whole."""
    record_out(session, Leaving(Way.FOLDER, f"{count} 个文件", folder.name))


def print_out(
    session: Session, pdf: bytes, printer: QPrinter, what: str, *subjects: str
) -> Job[int]:
    """Print a PDF through a printer the clerk chose, and record it; returns how many pages."""
    gone = Leaving(Way.PAPER, what, printer.printerName(), subjects, printer.copyCount())
    return print_pdf(
        pdf,
        page_count(pdf),
        printer,
        lambda send: leaving.hand_out(session.store, gone, send, by=session.by()),
    )


def ask_and_print(
    parent: QWidget,
    session: Session,
    pdf: bytes,
    what: str,
    *subjects: str,
    landscape: bool = False,
    done: Callable[[int], None] | None = None,
) -> None:
    """Print a PDF through the system's dialog; ``done`` gets the number of pages sent."""
    printer = choose_printer(parent, page_count(pdf), landscape=landscape)
    if printer:
        session.start(
            print_out(session, pdf, printer, what, *subjects),
            done=done or (lambda _count: session.messages.note("已送打印机")),
        )


def record_out(session: Session, gone: Leaving) -> None:
    """Record what has left already."""
    session.do(lambda: leaving.hand_out(session.store, gone, _nothing, by=session.by()))


def copy_out(session: Session, text: str, what: str, *subjects: str) -> None:
    """Put text on the clipboard; of an item with a grade only with its line in the register."""

    def copy() -> None:
        QGuiApplication.clipboard().setText(text)

    with session.store.read() as work:
        is_free = grade_of(work, subjects) is Secrecy.NONE
    if is_free:
        copy()
        return
    gone = Leaving(Way.CLIPBOARD, what, "剪贴板", subjects)
    session.do(
        lambda: leaving.hand_out(session.store, gone, _nothing, by=session.by()),
        done=lambda _none: copy(),
    )


def copy_plain(text: str) -> None:
    """Put text on the clipboard that is of no draft or issue: figures, names, letters' words."""
    QGuiApplication.clipboard().setText(text)


def copy_picture(image: QImage) -> None:
    """Put a chart on the clipboard."""
    QGuiApplication.clipboard().setImage(image)


def _nothing() -> None:
    """What is done on the worker: the clipboard is the window's."""
