"""One issue of the archive: its frozen pages, what it holds, and who used it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desk.archive.printed import PrintedItem
from desk.archive.uses import Use
from desk.layout.preview import page_count
from desk.store import Store
from ui import style
from ui.archive.issue_columns import item_columns, use_columns
from ui.issue.preview import Preview
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session

_NO_FILE = "没有定版文件，只有目录"
_EMPTY = "在左边选一期，这里是印发时定版的版面"


@dataclass(frozen=True, slots=True)
class Reading:
    """An issue as it is read; ``name`` is as the office calls it."""

    issue_id: int
    name: str
    pdf: bytes = b""
    count: int = 0
    items: Sequence[PrintedItem] = ()
    uses: Sequence[Use] = ()


def read_issue(store: Store, issue_id: int, name: str, digest: str) -> Reading:
    """Read an issue's frozen pages and what the archive knows of it."""
    with store.read() as work:
        pdf = work.files.get(digest) if work.files.has(digest) else b""
        items = work.printed.items([issue_id])
        uses = work.uses.all(issue_id)
    return Reading(issue_id, name, pdf, page_count(pdf) if pdf else 0, items, uses)


class ReadingPane(QWidget):
    """The pages above the contents and the uses.

    Signals:
        led(int): the clerk wants a draft's 生平.
    """

    led = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.reading: Reading | None = None
        self.heading = QLabel(_EMPTY)
        self.heading.setObjectName("sectionTitle")
        self.preview = Preview()
        self.items: MemoryModel[PrintedItem] = MemoryModel(item_columns())
        self.uses: MemoryModel[Use] = MemoryModel(use_columns({}))
        self.contents = ListView(session, self.items, "往期目录", empty="还没有读入这一期的目录")
        self.used = ListView(
            session, self.uses, "往期利用", empty="这一期还没有人用过。\n按“登记利用”（Ctrl+L）登记"
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.contents, "目录")
        self.tabs.addTab(self.used, "利用")
        self.contents.setToolTip("点一下到那一页；Enter 看这条稿件的生平")
        self._lay_out(style.Look(session.settings.scale))
        self.contents.chosen.connect(self._on_item)
        self.contents.opened.connect(self._on_opened)

    def show_reading(
        self, reading: Reading | None, page: int = 1, draft_id: int | None = None
    ) -> None:
        """Show an issue from a page, with an item chosen in its contents; None shows nothing."""
        is_other = reading is None or self.reading is None
        is_other = is_other or reading.issue_id != self.reading.issue_id  # type: ignore[union-attr]  # both are there
        self.reading = reading
        shown = reading or Reading(0, _EMPTY)
        self.heading.setText(
            shown.name if shown.pdf or not reading else f"{shown.name}　{_NO_FILE}"
        )
        if is_other:
            self.preview.show_pdf(shown.pdf, shown.count, {})
        self.items.set_rows(shown.items)
        self.uses.set_rows(shown.uses)
        self.tabs.setTabText(0, f"目录 {sum(one.draft_id is not None for one in shown.items)} 条")
        self.tabs.setTabText(1, f"利用 {len(shown.uses)} 次" if shown.uses else "利用")
        place = next((n for n, one in enumerate(shown.items) if one.draft_id == draft_id), None)
        if place is not None and draft_id is not None:
            self.contents.choose(place)
        if is_other or page > 1:
            self.preview.go_to(max(1, page))

    def _on_item(self, number: int) -> None:
        if number >= 0 and (page := self.items.row(number).page):
            self.preview.go_to(page)

    def _on_opened(self, number: int) -> None:
        draft_id = self.items.row(number).draft_id
        if draft_id is not None:
            self.led.emit(draft_id)

    def _lay_out(self, look: style.Look) -> None:
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.preview)
        halves.addWidget(self.tabs)
        halves.setStretchFactor(0, 1)
        halves.setSizes([look.px(430), look.px(190)])
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.heading)
        column.addWidget(halves, 1)
