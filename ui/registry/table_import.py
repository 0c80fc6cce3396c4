"""Take a table of units or quotas over from a file the clerk chooses."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.importing.outcome import Imported
from ui.dialogs import open_paths
from ui.registry.report import Report
from ui.session import Session, Topic

_KINDS = "表格 (*.xlsx *.csv)"


def import_table(
    parent: QWidget, session: Session, title: str, take: Callable[[Path], Imported], report: Report
) -> None:
    """Ask for a file and import it; the report says what came of it."""
    chosen = open_paths(parent, title, _KINDS)[:1]
    if not chosen:
        return

    def failed(error: Exception) -> None:
        if isinstance(error, DeskError):
            report.show_lines(str(error).splitlines())
        else:
            session.fail(error)

    session.do(
        lambda: take(chosen[0]),
        Topic.REGISTRY,
        Topic.SCORES,
        done=lambda imported: _tell(imported.messages, session, report),
        failed=failed,
    )


def _tell(messages: Sequence[str], session: Session, report: Report) -> None:
    """Say in passing that it worked; what needs reading stays on the page."""
    if len(messages) == 1:
        report.hide()
        session.messages.note(messages[0])
    else:
        report.show_lines(messages)
