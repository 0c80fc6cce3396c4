"""The list on paper and as a workbook: the selected drafts, or all that are listed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.inbox.actions import ActionBar, Deed
from ui.inbox.draft_list import DraftList
from ui.inbox.filter_row import FilterRow
from ui.session import Session

if TYPE_CHECKING:
    from desk.reports.draft_list import DraftPaper
    from ui.paper_window import PaperWindow

_TITLE = "来稿清单"


class TakingAlong(QObject):
    """Makes them from what is on the screen, in its order and parts."""

    def __init__(self, session: Session, drafts: DraftList, filters: FilterRow) -> None:
        super().__init__(drafts)
        self._session = session
        self._list = drafts
        self._filters = filters
        self.window: PaperWindow | None = None

    def offer(self, bar: ActionBar) -> None:
        """Put them on a bar."""
        several = "选中两篇以上时只含选中的，否则是列表里的全部"
        for deed in (
            Deed(
                "打印清单……",
                "Ctrl+P",
                several,
                self.print_list,
                begins_part=True,
                of_list=True,
                in_list=True,
            ),
            Deed("导出为 Excel……", "Ctrl+Shift+E", "导出列表里的全部", self._export, of_list=True),
        ):
            bar.add(deed)

    def print_list(self, chosen: Sequence[int]) -> None:
        """Show the pages of the list, to print or keep."""
        gather = self._gatherer(chosen)

        def make() -> bytes:
            from desk.reports.draft_list import (  # noqa: PLC0415 - brings Typst, loaded on use
                draft_list_pdf,
            )

            return draft_list_pdf(gather())

        self._session.look(make, self._show)

    def _gatherer(self, chosen: Sequence[int]) -> Callable[[], "DraftPaper"]:
        """Something that reads the rows on the worker; what to read is settled now."""
        session, wanted = self._session, list(chosen if len(chosen) > 1 else self._list.drafts.ids)
        divisions = self._list.drafts.divisions if len(chosen) <= 1 else None
        sizes = [(part.heading, part.count) for part in divisions.parts] if divisions else []
        said = "选中的稿件" if len(chosen) > 1 else self._filters.said()

        def gather() -> "DraftPaper":
            from desk.reports.draft_list import (  # noqa: PLC0415 - brings Typst, loaded on use
                DraftPaper,
                ListPart,
                refuse_too_many,
            )

            refuse_too_many(len(wanted))
            with session.store.read() as work:
                rows = work.drafts.rows(wanted)
            parts, start = [], 0
            for heading, count in sizes or [("", len(rows))]:
                parts.append(ListPart(heading, rows[start : start + count]))
                start += count
            return DraftPaper(_TITLE, said, session.clock(), parts)

        return gather

    def _show(self, pdf: bytes) -> None:
        from ui.paper_window import PaperWindow  # noqa: PLC0415 - brings pdfium, loaded on use

        if self.window is None:
            self.window = PaperWindow(self._session, self._list)
        self.window.show_pdf(_TITLE, pdf)

    def _export(self, _chosen: Sequence[int]) -> None:
        self._list.export()
