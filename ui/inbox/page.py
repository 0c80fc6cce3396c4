"""来稿: drafts come in here, are looked through, corrected and decided on."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desk.drafts import Draft, Status
from desk.errors import DeskError
from desk.jobs import Progress
from ui import style
from ui.dialogs import open_folder, open_paths
from ui.inbox.arriving import take_in
from ui.inbox.chips import view_of
from ui.inbox.correcting import correct
from ui.inbox.decisions import decide
from ui.inbox.draft_list import DraftList
from ui.inbox.drop_hint import DropHint, dragged_paths
from ui.inbox.filter_row import FilterRow
from ui.inbox.preview import Preview
from ui.inbox.reason_strip import REASONS, ReasonStrip
from ui.inbox.results import FileResult, ResultPanel
from ui.inbox.unit_names import UnitNames
from ui.keys import bind
from ui.page import Page
from ui.session import Session, Topic

_SETTLE_MS = 30  # so that holding an arrow key down does not load every draft on the way
_DECISIONS = (
    (Status.RETURNED, "Ctrl+Shift+T"),
    (Status.REJECTED, "Ctrl+Shift+B"),
    (Status.FILED, "Ctrl+Shift+C"),
)


class InboxPage(Page):
    """The list on the left, the draft under the cursor on the right."""

    topics = frozenset({Topic.DRAFTS, Topic.REGISTRY})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "来稿")
        self.setAcceptDrops(True)
        self.filters = FilterRow(
            lambda: session.clock().astimezone().date(), session.settings.scale
        )
        self.list = DraftList(session)
        self.preview = Preview(self._picture, session.settings.scale)
        self.reasons = ReasonStrip()
        self.results = ResultPanel(session)
        self.hint = DropHint(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._make_head()
        self._lay_out()
        self._make_actions()
        self._connect()
        lines: Any = self.findChildren(QLineEdit)
        for line in lines:  # or a file dropped there becomes its path
            line.setAcceptDrops(False)

    @override
    def refresh(self) -> None:
        with self.session.store.read() as work:
            names = UnitNames(work.registry.units())
            counts = work.drafts.counts()
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
            self.filters.clear()
            self.filters.chips.choose(view_of(target))
            self.refresh()
        elif isinstance(target, int):
            self._show_draft_in_list(target)

    @override
    def leave(self) -> None:
        self._leave_draft()

    def receive(self, paths: list[Path]) -> None:
        """Take files and folders in."""
        if paths:
            self._allow_receiving(on=False)
            take_in(self.session, paths, self._on_received)

    def _make_head(self) -> None:
        self.fold = self.secondary("收起预览", "收起或展开预览（F8）")
        self.fold.clicked.connect(self._fold_preview)
        self.folder_button = self.secondary("收文件夹", "收进整个文件夹的来稿（Ctrl+Shift+O）")
        self.folder_button.clicked.connect(self._choose_folder)
        self.take_button = self.primary("收稿", "选择文件收进来稿（Ctrl+O）；也可以直接拖进来")
        self.take_button.clicked.connect(self._choose_files)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.reasons)
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
        self.split.setSizes([look.px(880), look.px(372)])
        self.content.addWidget(self.filters)
        self.content.addWidget(self.split, 1)

    def _make_actions(self) -> None:
        """Decisions on the selection: buttons beside the filters and a menu on the list."""
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.filters.narrowing.addWidget(self.count)
        self.decision_buttons: dict[Status, QPushButton] = {}
        for status, keys in _DECISIONS:
            act = partial(self._decide, status)
            button = QPushButton(str(status))
            button.setToolTip(f"把选中的稿件改为“{status}”（{keys}）")
            button.clicked.connect(act)
            self.filters.narrowing.addWidget(button)
            self.decision_buttons[status] = button
            action = QAction(str(status), self)
            action.triggered.connect(act)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
            self.list.extra_actions.append(action)

    def _connect(self) -> None:
        for keys, slot in (
            ("Ctrl+O", self._choose_files),
            ("Ctrl+Shift+O", self._choose_folder),
            ("Ctrl+F", self._find),
            ("F2", self.preview.begin_correcting),
            ("F5", self.refresh),
            ("F8", self._fold_preview),
            ("Alt+Up", partial(self.list.step, -1)),
            ("Alt+Down", partial(self.list.step, 1)),
        ):
            bind(self, keys, slot)
        self.session.progressed.connect(self._on_progress)
        self.filters.changed.connect(self._on_filter)
        self.filters.left.connect(self._go_to_list)
        self.list.clearing.connect(self.filters.clear)
        self.list.completed.connect(self._show_selection)
        self.list.opened.connect(lambda number: self._open(self.list.drafts.id_at(number)))
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self._settle.timeout.connect(self._show_selection)
        self.preview.opened.connect(self._open_current)
        self.preview.corrected.connect(self._on_corrected)
        self.reasons.decided.connect(self._on_decided)
        self.results.opened.connect(self._show_draft_in_list)

    def _picture(self, digest: str) -> bytes:
        with self.session.store.read() as work:
            return work.files.get(digest) if work.files.has(digest) else b""

    def _on_filter(self) -> None:
        self.list.show_query(self.filters.query())
        self._show_selection()

    def _on_selected(self) -> None:
        self._settle.start()

    def _show_selection(self) -> None:
        self._settle.stop()
        chosen = self.list.selected_ids()
        total = self.list.drafts.rowCount()
        self.count.setText(
            f"选中 {len(chosen)} 篇，共 {total} 篇" if len(chosen) > 1 else f"共 {total} 篇"
        )
        for button in self.decision_buttons.values():
            button.setEnabled(bool(chosen))
        if len(chosen) == 1:
            self._show_draft(chosen[0])
        else:
            self._leave_draft()
            said = f"选中了 {len(chosen)} 篇稿件" if chosen else "选中一篇稿件，这里显示它的内容"
            self.preview.show_draft(None, said)

    def _show_draft(self, draft_id: int) -> None:
        with self.session.store.read() as work:
            draft = work.drafts.get(draft_id)
        if draft != self.preview.draft:
            self._leave_draft()
            self.preview.show_draft(draft)

    def _leave_draft(self) -> None:
        """Keep corrections that were typed but not saved; say so where they are wrong."""
        if not self.preview.is_correcting or self.preview.draft is None:
            return
        try:
            changed = self.preview.form.corrected()
        except DeskError as error:
            said = f"“{self.preview.draft.title}”的更正没有保存。{error}"
            self.session.messages.error(said)
            return
        if changed:
            self._on_corrected(changed)

    def _open(self, draft_id: int) -> None:
        self.session.go("editor", draft_id)

    def _open_current(self) -> None:
        if self.preview.draft:
            self._open(self.preview.draft.id)

    def _on_corrected(self, draft: Draft) -> None:
        former = self.preview.draft
        if former:
            failed = partial(self._on_not_corrected, draft.id)
            correct(self.session, former, draft, self.preview.end_correcting, failed)

    def _on_not_corrected(self, draft_id: int, error: Exception) -> None:
        open_draft = self.preview.draft if self.preview.is_correcting else None
        still_open = open_draft is not None and open_draft.id == draft_id
        if not (still_open and self.preview.form.show_error(error)):
            self.session.fail(error)

    def _decide(self, status: Status) -> None:
        chosen = self.list.selected_ids()
        if not chosen:
            return
        if status in REASONS:
            self.reasons.ask(status, len(chosen))
        else:
            decide(self.session, chosen, status)

    def _on_decided(self, status: Status, reason: str) -> None:
        chosen = self.list.selected_ids()
        if chosen:
            decide(self.session, chosen, status, reason)
        self.list.setFocus()

    def _choose_files(self) -> None:
        from desk.intake.reading import readable_suffixes  # noqa: PLC0415 - loaded on use

        kinds = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        if self.take_button.isEnabled():
            self.receive(open_paths(self, "选择来稿", f"来稿 ({kinds});;所有文件 (*)"))

    def _choose_folder(self) -> None:
        folder = open_folder(self, "选择来稿所在的文件夹") if self.take_button.isEnabled() else None
        self.receive([folder] if folder else [])

    def _on_progress(self, step: Progress | None) -> None:
        if step is None:
            self._allow_receiving(on=True)

    def _allow_receiving(self, *, on: bool) -> None:
        self.take_button.setEnabled(on)
        self.folder_button.setEnabled(on)

    def _on_received(self, results: list[FileResult]) -> None:
        self.results.show_results(results)
        fresh = [result.draft_id for result in results if result.draft_id]
        if fresh:
            self.filters.clear()
            self.list.choose_ids(fresh)
            self._go_to_list()

    def _show_draft_in_list(self, draft_id: int) -> None:
        if self.list.drafts.position(draft_id) < 0:
            self.filters.clear()
        self.list.choose_ids([draft_id])
        self._go_to_list()

    def _go_to_list(self) -> None:
        self.list.setFocus()
        if not self.list.currentIndex().isValid() and self.list.drafts.rowCount():
            self.list.choose(0)

    def _find(self) -> None:
        self.filters.words.setFocus()
        self.filters.words.selectAll()

    def _fold_preview(self) -> None:
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

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_paths(event.mimeData()) and self.take_button.isEnabled():
            event.acceptProposedAction()
            self.hint.cover()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hint.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.hint.hide()
        event.acceptProposedAction()
        self.receive(dragged_paths(event.mimeData()))
