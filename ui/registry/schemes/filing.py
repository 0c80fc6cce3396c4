"""Schemes from files and into files, as the clerk asks for it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk import scheming
from desk.errors import DeskError
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.coding import SchemeFormatError
from desk.scoring.schemes.file import read_file
from desk.scoring.schemes.rows import SchemeFile
from ui.dialogs import open_paths, save_path
from ui.leaving import keep_file
from ui.registry.report import Report
from ui.session import Session, Topic

KINDS = "计分办法文件 (*.toml)"
_UNDONE = "已撤销导入，办法和刊物恢复原样"
_TOPICS = (Topic.REGISTRY, Topic.SCORES)


def export_scheme(parent: QWidget, session: Session, scheme: Scheme) -> None:
    """Write a scheme to a TOML file of the clerk's choice."""
    path = save_path(parent, scheme.name, ".toml", "计分办法文件")
    if path is None:
        return
    store = session.store

    def write() -> None:
        text = scheming.export_text(store, scheme)
        keep_file(session, path, text.encode())

    session.do(write, note=f"已导出 {path.name}")


def import_scheme(parent: QWidget, session: Session, report: Report) -> None:
    """Take a scheme over from a file the clerk chooses; asks before one is replaced."""
    for path in open_paths(parent, "选择计分办法文件", KINDS)[:1]:
        report.hide()
        try:
            file = read_file(path)
        except DeskError as error:
            show_complaints(report, path, error)
            return
        _import(session, report, path, file)


def show_complaints(report: Report, path: Path, error: DeskError) -> None:
    """List all that is wrong with a file, each with its place."""
    found = error.complaints if isinstance(error, SchemeFormatError) else (str(error),)
    report.show_lines([f"“{path.name}”没有导入，有 {len(found)} 处要改", *found])


def _import(session: Session, report: Report, path: Path, file: SchemeFile) -> None:
    with session.store.read() as work:
        former = scheming.replaced_by(work.catalogue.schemes(), file)
    replacing = former is not None
    if former and not session.messages.ask(
        f"“{former.name}”（{former.valid_from:%Y-%m-%d} 起执行）已经有了。\n"
        "用文件里的换掉它吗？它在执行的日子，得分会照文件里的重算；换了以后可以撤销。",
        "换成文件里的",
        danger=True,
    ):
        return

    def failed(error: Exception) -> None:
        if isinstance(error, DeskError):
            show_complaints(report, path, error)
        else:
            session.fail(error)

    def told(done: scheming.SchemeImport) -> None:
        def undo() -> None:
            scheming.undo_import(session.store, done, by=session.by())

        session.messages.note(done.told, lambda: session.do(undo, *_TOPICS, note=_UNDONE))

    session.do(
        lambda: scheming.import_scheme(session.store, file, replacing=replacing, by=session.by()),
        *_TOPICS,
        done=told,
        failed=failed,
    )
