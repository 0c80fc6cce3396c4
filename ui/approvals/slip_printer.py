"""Approval slips from the screen: to the printer, as PDF, as .docx."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desk.approval_slips import Slips, note_printed, slips_of
from desk.layout.fonts import GETA
from ui.dialogs import save_path
from ui.leaving import keep_file
from ui.session import Session, Topic

if TYPE_CHECKING:
    from ui.paper_window import PaperWindow

_WORD = (".docx", "Word 文档")
_PDF = (".pdf", "PDF 文件")


class SlipPrinter(QObject):
    """What is printed or saved is noted on each draft: its slip is out to be signed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._parent = parent
        self.paper: PaperWindow | None = None
        self._shown: list[int] = []

    def menu(self, draft_ids: Sequence[int], place: QPoint) -> None:
        """Let the clerk choose what becomes of the slips of some drafts."""
        menu = QMenu(self._parent)
        for words, slot in (
            ("打印审签单", self.show),
            ("存为 Word", self.save_word),
            ("存为 PDF", self.save_pdf),
        ):
            menu.addAction(words).triggered.connect(_on(partial(slot, list(draft_ids))))
        menu.exec(place)

    def show(self, draft_ids: Sequence[int]) -> None:
        """Show the slips as they will be printed."""
        from desk.reports.approval_slip_pdf import (  # noqa: PLC0415 - heavy, loaded on use
            slips_pdf,
            unprintable,
        )

        ids = list(draft_ids)

        def made() -> tuple[str, bytes, str]:
            slips = self._slips(ids)
            pdf = slips_pdf(slips.slips, slips.pictures)
            return slips.name, pdf, unprintable(slips.slips)

        self._session.look(made, lambda found: self._on_made(ids, *found))

    def save_word(self, draft_ids: Sequence[int]) -> None:
        """Keep the slips as an editable document."""
        from desk.reports.approval_slip_word import (  # noqa: PLC0415 - heavy, loaded on use
            slips_docx,
        )

        self._save(draft_ids, _WORD, lambda slips: slips_docx(slips.slips, slips.pictures))

    def save_pdf(self, draft_ids: Sequence[int]) -> None:
        """Keep the slips as they would be printed."""
        from desk.reports.approval_slip_pdf import (  # noqa: PLC0415 - heavy, loaded on use
            slips_pdf,
        )

        self._save(draft_ids, _PDF, lambda slips: slips_pdf(slips.slips, slips.pictures))

    def _save(
        self, draft_ids: Sequence[int], kind: tuple[str, str], write: Callable[[Slips], bytes]
    ) -> None:
        ids = list(draft_ids)
        name = f"审签单 {len(ids)} 篇" if len(ids) > 1 else f"审签单 {self._title(ids[0])}"
        path = save_path(self._parent, name, *kind)
        if path is None:
            return

        def save() -> None:
            keep_file(
                self._session, path, write(self._slips(ids)), *(f"draft:{one}" for one in ids)
            )
            note_printed(self._session.store, ids, by=self._session.by())

        self._session.do(save, Topic.DRAFTS, note=f"审签单已存为 {path.name}")

    def _slips(self, ids: Sequence[int]) -> Slips:
        session = self._session
        return slips_of(session.store, ids, session.settings, by=session.by())

    def _title(self, draft_id: int) -> str:
        with self._session.store.read() as work:
            return work.drafts.get(draft_id).title[:40]

    def _on_made(self, ids: list[int], name: str, pdf: bytes, lacking: str) -> None:
        from ui.paper_window import PaperWindow  # noqa: PLC0415 - brings the printing

        self._shown = ids
        if self.paper is None:
            self.paper = PaperWindow(self._session, self._parent)
            self.paper.sent.connect(self._on_sent)
        self.paper.show_pdf(name, pdf, *(f"draft:{one}" for one in ids))
        if lacking:
            self.paper.note.setText(
                f"▲ “{'、'.join(lacking)}”没有字体能印，印成“{GETA}”；请改字，或者存为 Word 再印"
            )

    def _on_sent(self) -> None:
        store, by, ids = self._session.store, self._session.by(), list(self._shown)
        self._session.do(lambda: note_printed(store, ids, by=by), Topic.DRAFTS)


def _on(slot: Callable[[], None]) -> Callable[[bool], None]:
    """Drop the state that an action hands on."""
    return lambda _checked: slot()
