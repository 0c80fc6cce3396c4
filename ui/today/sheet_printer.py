"""The day's sheet on paper: looked at first, then printed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk.agenda.machine import machine_of
from ui.session import Session

if TYPE_CHECKING:
    from ui.paper_window import PaperWindow


class SheetPrinter:
    """Opens the sheet in a window beside the page."""

    def __init__(self, session: Session, page: QWidget) -> None:
        self._session, self._page = session, page
        self.window: PaperWindow | None = None

    def show(self) -> None:
        """Set the sheet as things are now and show it."""
        store, paths = self._session.store, self._session.paths
        now, who = self._session.clock(), self._session.by().who

        def set_sheet() -> tuple[str, bytes]:
            from desk.agenda.looking import sheet  # noqa: PLC0415 - the page engine is heavy
            from desk.reports.register import register_pdf  # noqa: PLC0415 - as above

            found = sheet(store, now, machine_of(paths), who)
            return f"{found.title} {found.day}", register_pdf(found)

        self._session.look(set_sheet, self._on_set)

    def _on_set(self, found: tuple[str, bytes]) -> None:
        if self.window is None:
            from ui.paper_window import PaperWindow  # noqa: PLC0415 - on the first sheet

            self.window = PaperWindow(self._session, self._page)
        self.window.show_pdf(*found)
