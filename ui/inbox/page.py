"""来稿: drafts come in here, are looked through, corrected and decided on."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desk.drafts import DraftQuery, Status
from ui import style
from ui.inbox.actions import ActionBar, Deed
from ui.inbox.ask_strip import AskStrip
from ui.inbox.batch import Batch
from ui.inbox.beside import Beside
from ui.inbox.by_hand import ByHand
from ui.inbox.chips import view_of
from ui.inbox.chores import Chores
from ui.inbox.dividing import DivideButton
from ui.inbox.door import Door
from ui.inbox.draft_list import DraftList
from ui.inbox.filter_row import FilterRow
from ui.inbox.joining import Joining
from ui.inbox.reason_strip import ReasonStrip
from ui.inbox.results import FileResult, ResultPanel
from ui.inbox.sending import Sending
from ui.inbox.taking_along import TakingAlong
from ui.inbox.unit_names import UnitNames
from ui.inbox.unit_template import save_unit_template
from ui.inbox.views_menu import ViewsMenu
from ui.keys import bind
from ui.page import Page
from ui.session import Session, Topic

_SETTLE_MS = 30  # so that holding an arrow key down does not load every draft on the way
_LEAST = 40  # of the list and the preview in height


class InboxPage(Page):
    """The list on the left, the draft under the cursor on the right.

    ``above`` is where strips and short forms open, between the filters and the list.
    """

    topics = frozenset({Topic.DRAFTS, Topic.REGISTRY})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "来稿")
        self.filters = FilterRow(session.clock, session.settings.scale)
        self.list = DraftList(session)
        self.strip = AskStrip()
        self.views = ViewsMenu(session, self.filters, self.list, self.strip)
        self.divide = DivideButton(self.list)
        self.beside = Beside(session, self.list)
        self.preview = self.beside.preview
        self.reasons = ReasonStrip(session)
        self.results = ResultPanel(session)
        self.door = Door(session, self)
        self.bar = ActionBar(self, self.list)
        self.batch = Batch(session, self.list, self.reasons)
        self.taking_along = TakingAlong(session, self.list, self.filters)
        self.chores = Chores(session, self.list, self.strip)
        self.joining = Joining(session, self.list)
        self.sending = Sending(session, self.list)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._make_head()
        self._lay_out()
        self._offer_deeds()
        self._connect()
        self._bind_keys()
        lines: Any = self.findChildren(QLineEdit)
        for line in lines:  # or a file dropped there becomes its path
            line.setAcceptDrops(False)

    @override
    def refresh(self) -> None:
        with self.session.store.read() as work:
            names = UnitNames(work.registry.units())
            counts = work.drafts.counts()
            holders = work.drafts.holders()
            topics = [topic for topic in work.lists.topics() if topic.active]
            self.filters.panel.show_choices(work.registry.groups(), topics, holders)
        self.filters.show_units(names)
        self.filters.chips.show_counts(counts)
        self.preview.show_units(names)
        self.list.show_query(self.filters.query())
        self._show_selection()

    @override
    def enter(self) -> None:
        super().enter()
        self.list.setFocus()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, Status):
            self._show_all()
            self.filters.chips.choose(view_of(target))
            self.refresh()
        elif isinstance(target, int):
            self._show_draft_in_list(target)
        elif isinstance(target, DraftQuery):
            self._show_all()
            self.filters.show_query(target)
            self.refresh()
            self._go_to_list()
        elif isinstance(target, list):  # what came by itself; the clerk is not disturbed
            self.results.show_results(target)

    @override
    def leave(self) -> None:
        self.beside.leave()

    def receive(self, paths: list[Path]) -> None:
        """Take files and folders in."""
        self.door.receive(paths)

    def _make_head(self) -> None:
        self.fold = self.secondary("收起预览", "收起或展开预览（F8）")
        self.fold.clicked.connect(self._fold_preview)
        tip = "保存一张让单位填写的报送单，填好发回来能准确读出"
        form = self.secondary("报送模板…", tip)
        form.clicked.connect(lambda: save_unit_template(self.session, self))
        tip = "登记纸质、电话来稿（Ctrl+N）"
        self.secondary("登记", tip).clicked.connect(self._write_down)
        tip = "把复制的文字或文件登记为来稿（Ctrl+V）"
        self.secondary("粘贴", tip).clicked.connect(self._paste)
        self.folder_button = self.door.lead(
            self.secondary("收文件夹", "收进整个文件夹的来稿（Ctrl+Shift+O）"),
            self.door.choose_folder,
        )
        self.take_button = self.door.lead(
            self.primary("收稿", "选择文件收进来稿（Ctrl+O）；也可以直接拖进来"),
            self.door.choose_files,
        )

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        self.above = QVBoxLayout()
        for strip in (self.strip, self.reasons, self.sending.strip):
            self.above.addWidget(strip)
        column.addLayout(self.above)
        column.addWidget(self.list, 3)
        column.addWidget(self.results, 2)
        self.split = QSplitter(childrenCollapsible=False)
        self.split.setHandleWidth(style.GAP)
        self.split.addWidget(left)
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 1)
        look = style.Look(self.session.settings.scale)
        self.preview.setMinimumWidth(look.px(320))
        for low in (self.list, self.preview):  # in large type the filters come before them
            low.setMinimumHeight(look.px(_LEAST))
        self.split.setSizes([look.px(880), look.px(372)])
        self.by_hand = ByHand(self.session, self.split, self.preview)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.filters.choosing.addWidget(self.views)
        self.filters.choosing.addWidget(self.divide)
        self.filters.narrowing.add_right(self.count)
        self.filters.narrowing.add_right(self.bar)
        self.content.addWidget(self.filters)
        self.content.addWidget(self.split, 1)

    def _offer_deeds(self) -> None:
        """What can be done with the selection, in the order of the buttons and the menu."""
        self.chores.offer_first(self.bar)
        self.sending.offer(self.bar)
        self.batch.offer(self.bar)
        self.chores.offer(self.bar)
        self.joining.offer(self.bar)
        self.taking_along.offer(self.bar)
        tip = "与相似的稿件并排比较，判定是不是重复"
        self.bar.add(Deed("查重", "Ctrl+D", tip, self._compare, begins_part=True))
        self.bar.add(Deed("生平", "Ctrl+L", "这篇稿件从收到到反馈的全部经过", self._show_life))

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filter)
        self.filters.left.connect(self._go_to_list)
        self.strip.closed.connect(self._go_to_list)
        self.list.clearing.connect(self._show_all)
        self.filters.reset.clicked.connect(self.views.forget)
        self.views.chosen.connect(lambda _view: self.divide.show_state())
        self.list.comparing.connect(lambda draft_id: self._compare([draft_id]))
        self.list.completed.connect(self._show_selection)
        self.list.selectionModel().selectionChanged.connect(self._settle.start)
        self._settle.timeout.connect(self._show_selection)
        self.results.opened.connect(self._show_draft_in_list)
        self.results.retrying.connect(self.receive)
        self.door.lead(self.results.retry)
        self.door.received.connect(self._on_received)
        self.by_hand.arrived.connect(self._show_arrival)
        self.by_hand.pasted.connect(self._check_pasted)
        self.by_hand.closed.connect(self._go_to_list)

    def _bind_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+O", self.door.choose_files),
            ("Ctrl+Shift+O", self.door.choose_folder),
            ("Ctrl+N", self._write_down),
            ("Ctrl+F", self._find),
            ("Ctrl+G", self.filters.toggle_panel),
            ("F2", self.preview.begin_correcting),
            ("F3", self.beside.correcting.confirm),
            ("F5", self.refresh),
            ("F8", self._fold_preview),
            ("Alt+Up", partial(self.list.step, -1)),
            ("Alt+Down", partial(self.list.step, 1)),
        ):
            bind(self, keys, slot)
        bind(self.list, "Ctrl+V", self._paste)

    def _on_filter(self) -> None:
        self.list.show_query(self.filters.query())
        self._show_selection()

    def _show_selection(self) -> None:
        self._settle.stop()
        chosen = self.list.selected_ids()
        total = len(self.list.drafts.ids)
        self.count.setText(
            f"选中 {len(chosen)} 篇，共 {total} 篇" if len(chosen) > 1 else f"共 {total} 篇"
        )
        self.bar.enable(on=bool(chosen))
        self.beside.show_chosen(chosen)

    def _compare(self, chosen: list[int]) -> None:
        self.session.go("duplicates", chosen[0])

    def _show_life(self, chosen: list[int]) -> None:
        self.session.go("life", chosen[0])

    def _show_all(self) -> None:
        self.filters.clear()
        self.views.forget()

    def _on_received(self, results: list[FileResult]) -> None:
        self.results.show_results(results)
        fresh = [result.draft_id for result in results if result.draft_id]
        if fresh:
            self._show_all()
            self.list.choose_ids(fresh)
            self._go_to_list()

    def _write_down(self) -> None:
        self.beside.leave()
        self.by_hand.begin()

    def _paste(self) -> None:
        self.by_hand.paste(self.receive)

    def _show_arrival(self, draft_id: int) -> None:
        """Select a new draft; the cursor stays in the form for the next."""
        if draft_id not in self.list.drafts.ids:
            self._show_all()
        self.list.choose_ids([draft_id])

    def _check_pasted(self, draft_id: int) -> None:
        self._show_draft_in_list(draft_id)
        self._show_selection()
        self.preview.begin_correcting()

    def _show_draft_in_list(self, draft_id: int) -> None:
        self._show_arrival(draft_id)
        self._go_to_list()

    def _go_to_list(self) -> None:
        self.list.setFocus()
        if not self.list.currentIndex().isValid():
            self.list.choose_first()

    def _find(self) -> None:
        self.filters.words.setFocus()
        self.filters.words.selectAll()

    def _fold_preview(self) -> None:
        if self.by_hand.form.isVisible():
            return
        folded = not self.preview.isHidden()
        self.preview.setHidden(folded)
        self.fold.setText("展开预览" if folded else "收起预览")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.results.isHidden():
            self.results.hide()
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
