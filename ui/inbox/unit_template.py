"""Save the form that units fill in (报送模板), for the office to send round."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs import save_path
from ui.session import Session


def save_unit_template(session: Session, parent: QWidget) -> None:
    """Ask where to, and write the form with the office's name and its limits as they are now."""
    path = save_path(parent, "政务信息报送单", ".docx", "Word 文档")
    if path:
        session.do(partial(_write, session, path), note=f"已保存报送模板：{path.name}")


def _write(session: Session, path: Path) -> None:
    from desk.reports.fill_in import write_template  # noqa: PLC0415 - heavy, loaded on use

    with session.store.read() as work:
        clocks = work.lists.clocks()
    write_template(session.settings.office, path, clocks=tuple(clocks))
