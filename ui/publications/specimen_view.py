"""The specimen of a publication, drawn anew as the clerk types."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout
from typing_extensions import override

from desk.errors import DeskError
from desk.layout.pdf import Pages, render_pdf
from desk.publications import Publication
from desk.settings import Settings
from desk.specimen import specimen_of
from ui import style
from ui.issue.preview import Preview
from ui.session import Session

_PAUSE = 40  # milliseconds after the last key
_ELSEWHERE = "这种刊物不在本机排版，没有样张。\n要在这里编刊，请在“版式”里选一个模板。"
_DRAWING = "正在排样张……"
_MOST_WARNINGS = 3
_HEAD = "样张：示例稿件照本刊的设置排出，与印出来的一样"


class SpecimenView(QFrame):
    """The true pages; a broken template says here what is wrong with it.

    Only the newest publication shown is drawn, and none while the view is out of sight.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.session = session
        self.pages: Pages | None = None
        self._wanted = Publication("", ())
        self._asked = 0
        self._shown = 0
        self._stale = True
        self.preview = Preview()
        self.head = QLabel(_HEAD, wordWrap=True)
        self.head.setObjectName("muted")
        self.warnings = QLabel(wordWrap=True)
        self.warnings.setObjectName("note")
        self.warnings.setContentsMargins(12, 0, 12, 0)
        self.warnings.hide()
        self.message = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(24, 24, 24, 24)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.setSpacing(style.GAP)
        self.head.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self.head)
        column.addWidget(self.warnings)
        column.addWidget(self.stack, 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._draw)

    def show_publication(self, publication: Publication) -> None:
        """Draw a publication when the clerk pauses."""
        self._wanted = publication
        self._stale = True
        self._pause.start()

    @property
    def is_waiting(self) -> bool:
        """Whether the clerk has not paused yet."""
        return self._pause.isActive()

    def _draw(self) -> None:
        if not self.isVisible():
            return
        self._stale = False
        self._asked += 1
        number, publication, settings = self._asked, self._wanted, self.session.settings
        if not publication.template:
            self._show_message(_ELSEWHERE)
            return
        if self.pages is None and self.message.text() in ("", _ELSEWHERE):
            self._show_message(_DRAWING)

        def drawn() -> Pages | str | None:
            return _render(publication, settings) if number == self._asked else None

        self.session.look(drawn, partial(self._on_drawn, publication.id))

    def _on_drawn(self, publication_id: int, drawn: Pages | str | None) -> None:
        if isinstance(drawn, Pages):
            self._show_pages(drawn)
            if publication_id != self._shown:
                self._shown = publication_id
                self.preview.go_to(1)
        elif drawn is not None:
            self._show_message(drawn)

    def _show_pages(self, pages: Pages) -> None:
        self.pages = pages
        self.preview.show_pdf(pages.pdf, pages.page_count, {})
        self.head.setText(f"{_HEAD}（共 {pages.page_count} 页）")
        self.warnings.setText("\n".join(f"▲ {one}" for one in pages.warnings[:_MOST_WARNINGS]))
        self.warnings.setVisible(bool(pages.warnings))
        self.stack.setCurrentWidget(self.preview)

    def _show_message(self, text: str) -> None:
        self.pages = None
        self.head.setText("样张")
        self.warnings.hide()
        self.message.setText(text)
        self.stack.setCurrentWidget(self.message)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._pause.start()


def _render(publication: Publication, settings: Settings) -> Pages | str:
    try:
        return render_pdf(specimen_of(publication, settings), {})
    except DeskError as error:
        return str(error)
