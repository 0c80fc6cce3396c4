"""The 审签 page: read, decide, chase and record, all by keyboard."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desk.approval_queue import Queue, QueueRow, Queues, queues
from desk.approval_reading import Reading, read
from desk.errors import NotFoundError
from ui import style
from ui.approvals.acts import Acts
from ui.approvals.columns import key_of, queue_columns
from ui.approvals.marks import Marks, Read
from ui.approvals.queue_tree import QueueTree
from ui.approvals.reading_pane import ReadingPane
from ui.approvals.words import EMPTY, HELP, NOT_FOUND
from ui.kept_widths import KeptWidths
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.page import Page
from ui.session import Session, Topic

_PAUSE_MS = 180  # before what takes longer to know is asked for
_MINUTE_MS = 60_000
_REST_MS, _BREATH_MS = 600, 15  # before findings are counted behind the list, and between two
_SIZES = (180, 676, 412)


class ApprovalsPage(Page):
    """``show_target`` takes a Queue, or the id of a draft."""

    topics = frozenset({Topic.DRAFTS, Topic.REGISTRY, Topic.SETTINGS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "审签")
        look = style.Look(session.settings.scale)
        self.queues = Queues({})
        self.marks = Marks()
        self.tree = QueueTree(look)
        self.model = MemoryModel(queue_columns(self.marks))
        self.list = ListView(session, self.model, "审签", empty=EMPTY[Queue.MINE])
        self.reading = ReadingPane(session)
        self.acts = Acts(self)
        self._wanted = 0  # the draft to show when the queues have been read
        self._gone: set[int] = set()  # acted on, until the queues are read anew
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._find_out)
        self._clock = QTimer(self, interval=_MINUTE_MS)  # waiting times grow
        self._clock.timeout.connect(self.refresh)
        self._is_open = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._count_next)
        self._shown = (0, 0)  # the draft and the way on show
        self._make_buttons()
        self._lay_out(look)
        self._connect()

    def _connect(self) -> None:
        self.tree.picked.connect(self._show_queue)
        self.list.chosen.connect(self._on_chosen)
        self.list.doubleClicked.connect(lambda _index: self.acts.edit())
        self.reading.ended.connect(lambda: self._reach(Read.WHOLE))
        self.reading.scan_asked.connect(self.acts.show_scan)
        for keys, slot in self.acts.keys().items():
            bind(self.work, keys, slot)
        for number, queue in enumerate(Queue, 1):
            bind(self, f"Alt+{number}", partial(self._go_to, queue))
        for keys in ("Return", "Enter"):
            self._bind_once(keys, self._enter)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._bind_once(keys, self.acts.approve_ticked)
        bind(self.work, "Space", self._space)
        bind(self.work, "Shift+Space", self.reading.page_up)

    @override
    def refresh(self) -> None:
        """Read the queues anew."""
        session = self.session
        name, now = session.by().who, session.clock()
        session.look(lambda: queues(session.store, name, now), self._show)

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, Queue):
            self._go_to(target)
        elif isinstance(target, int):
            self.tree.choose(Queue.ALL)
            self._wanted = target
            self.refresh()

    @override
    def enter(self) -> None:
        super().enter()
        self._clock.start()
        self._is_open = True
        self._rest.start(_REST_MS)

    @override
    def leave(self) -> None:
        self._clock.stop()
        self._is_open = False
        self.acts.close_strips()

    @property
    def row(self) -> QueueRow | None:
        """The row under the cursor."""
        number = self.list.currentIndex().row()
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    @property
    def chosen(self) -> list[QueueRow]:
        """The selected rows, or the one under the cursor."""
        found = [self.model.rows[number] for number in self.list.selected()]
        return found or ([self.row] if self.row else [])

    @property
    def ticked(self) -> list[QueueRow]:
        """The rows that are ticked off as read."""
        return [row for row in self.model.rows if self.marks.of(key_of(row)) is Read.TICKED]

    def drop(self, rows: Sequence[QueueRow]) -> None:
        """Take rows off the list at once; the next one comes under the cursor."""
        self._gone |= {row.id for row in rows}
        self._arrange()
        self.list.setFocus()

    def list_focus(self) -> None:
        """Give the keyboard back to the list."""
        self.list.setFocus()

    def fail(self, error: Exception) -> None:
        """Show an error, and the queues as they are."""
        self.session.fail(error)
        self.refresh()

    def _show(self, found: Queues) -> None:
        self.queues = found
        self._gone.clear()
        self.tree.show_queues(found)
        if self._wanted and self._wanted not in {row.id for row in found.of(Queue.ALL)}:
            self.session.messages.error(NOT_FOUND)
            self._wanted = 0
        self._arrange()
        self._rest.start(_REST_MS)

    def _show_queue(self) -> None:
        self._arrange()
        if self.model.rows:
            self.list.choose(0)
        self._rest.start(_REST_MS)

    def _arrange(self) -> None:
        """Show the rows of the queue; the cursor stays on its draft, else on its line."""
        held, number = self.row, self.list.currentIndex().row()
        selected = {_place_of(row) for row in self.chosen}
        wanted, self._wanted = self._wanted, 0
        rows = self.tree.narrowed(self.queues.of(self.tree.queue))
        self.list.empty = EMPTY[self.tree.queue]
        self.model.set_rows([row for row in rows if row.id not in self._gone])
        shown = self.model.rows
        places = {_place_of(row): at for at, row in enumerate(shown)}
        at = places.get(_place_of(held), -1) if held else -1
        at = at if at >= 0 else min(max(number, 0), len(shown) - 1)
        at = next((place for place, row in enumerate(shown) if row.id == wanted), at)
        if at >= 0:
            self.list.choose(at)
            self._select([at for place, at in places.items() if place in selected])
        else:
            self._shown = (0, 0)
            self.reading.show_nothing("这里没有稿件")
        count = len(self.model.rows)
        self.title.setText(f"审签　{self.tree.queue}" + (f"　{count} 篇" if count else ""))
        self.calls_button.setVisible(self.tree.queue is Queue.CALLS)

    def _select(self, numbers: list[int]) -> None:
        """Select more rows beside the one under the cursor."""
        model = self.list.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        for number in numbers if len(numbers) > 1 else ():
            model.select(self.model.index(number, 0), flags.Select | flags.Rows)

    def _on_chosen(self, _number: int) -> None:
        row = self.row
        if row is None:
            return
        self._pause.start()
        self._rest.start(_REST_MS)
        if (row.id, key_of(row)) != self._shown:  # else it is being read: leave its place
            self._show_draft(row)

    def _show_draft(self, row: QueueRow) -> None:
        try:
            with self.session.store.read() as work:
                draft = work.drafts.get(row.id)
        except NotFoundError as error:
            self.session.fail(error)
            return
        self._shown = (row.id, key_of(row))
        self.reading.show_draft(row, draft)
        self._reach(Read.BEGUN)

    def _find_out(self) -> None:
        row, session = self.row, self.session
        if row is not None:
            session.look(lambda: read(session.store, row.id), partial(self._on_found, row))

    def _on_found(self, row: QueueRow, seen: Reading) -> None:
        self.marks.count(key_of(row), seen.errors + seen.others)
        self._repaint()
        if self.row is not None and self.row.id == row.id:
            self.reading.show_reading(seen)

    def _reach(self, read_so_far: Read) -> None:
        if self.row is not None and self.marks.reach(key_of(self.row), read_so_far):
            self._repaint()

    def _bind_once(self, keys: str, slot: Callable[[], None]) -> None:
        """Bind a key that must not repeat: held down, Enter would pass one draft after another."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut = QShortcut(QKeySequence(keys), self.work, context=context)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(slot)

    def _enter(self) -> None:
        """Go from the queues to the list, or pass what is chosen there."""
        if self.tree.hasFocus():
            self.list.setFocus()
        else:
            self.acts.approve()

    def _space(self) -> None:
        """Read on; at the end tick the draft off and go to the next, or take the tick off."""
        row = self.row
        if row is None or self.reading.page_down():
            return
        if self.marks.of(key_of(row)) is Read.TICKED:
            self.marks.untick(key_of(row))
            self._repaint()
            return
        self._reach(Read.TICKED)
        number = self.list.currentIndex().row()
        if number + 1 < len(self.model.rows):
            self.list.choose(number + 1)

    def _count_next(self) -> None:
        """Count the findings of the next row; it goes on while the clerk rests and looks."""
        rows = (row for row in self.model.rows if self.marks.findings(key_of(row)) is None)
        row = next(rows, None)
        if row is None or not self._is_open:
            return
        session = self.session

        def done(found: int) -> None:
            self.marks.count(key_of(row), found)
            self._repaint()
            if self._is_open and not self._rest.isActive():
                self._rest.start(_BREATH_MS)

        session.look(lambda: _open_findings(session, row.id), done)

    def _repaint(self) -> None:
        self.list.viewport().update()

    def _go_to(self, queue: Queue) -> None:
        self.tree.choose(queue)
        self.list.setFocus()

    def _make_buttons(self) -> None:
        self.calls_button = self._button(
            self.secondary, "打印催批单", "一人一页，带电话和等候时间（P）"
        )
        self.calls_button.clicked.connect(self.acts.print_calls)
        for text, tip, slot in self._offers():
            self._button(self.secondary, text, tip).clicked.connect(_plain(slot))
        approve = self._button(self.primary, "同意", "同意这一篇，或选中的几篇（Enter）")
        approve.clicked.connect(_plain(self.acts.approve))

    def _button(self, kind: Callable[[str, str], QPushButton], text: str, tip: str) -> QPushButton:
        """A button that leaves the keyboard with the list when it is clicked."""
        made = kind(text, tip)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _offers(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("登记催批", "登记一次电话催批（C）", self.acts.call),
            ("登记手签", "登记审签单上的签字和扫描件（S）", self.acts.sign),
            ("打印审签单", "打印选中稿件的审签单（P）；存文件按 Ctrl+Shift+P", self.acts.slips),
            ("退回修改", "写明意见，退给编辑（R）", self.acts.send_back),
        )

    def _lay_out(self, look: style.Look) -> None:
        self.work = QSplitter(Qt.Orientation.Horizontal)
        self.work.setChildrenCollapsible(False)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        for widget, size in zip((self.tree, middle, self.reading), _SIZES, strict=True):
            self.work.addWidget(widget)
            widget.setMinimumWidth(look.px(size) // 2)
        self.work.setSizes([look.px(size) for size in _SIZES])
        self.work.setStretchFactor(0, 0)
        self.work.setStretchFactor(1, 4)
        self.work.setStretchFactor(2, 3)
        KeptWidths(self.work, self.session.paths.data, "approvals")
        self.help = QLabel(HELP)
        self.help.setObjectName("muted")
        self.help.setWordWrap(True)
        for strip in self.acts.strips:
            self.content.addWidget(strip)
        self.content.addWidget(self.work, 1)
        self.content.addWidget(self.help)
        self.setFocusProxy(self.list)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and not self.session.messages.banner.text:
            self.session.back()
        else:
            super().keyPressEvent(event)


def _place_of(row: QueueRow) -> tuple[int, int]:
    """What a row is known by: a draft stands among those of today with every step."""
    return row.id, row.step.id


def _open_findings(session: Session, draft_id: int) -> int:
    seen = read(session.store, draft_id)
    return seen.errors + seen.others


def _plain(slot: Callable[[], None]) -> Callable[[bool], None]:
    """Drop the state that a button hands on."""
    return lambda _checked: slot()
