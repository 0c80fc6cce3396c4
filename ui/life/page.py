"""生平: one draft from its arrival to its points; every line leads on to what it names."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout
from typing_extensions import override

from desk.errors import NotFoundError
from desk.leaving import Leaving, Way, hand_out
from desk.life import Life, as_text, life
from desk.matters.kinds import noun_of
from desk.scoring.figures import printed
from ui import style
from ui.dialogs import save_path
from ui.inbox.preview import facts_text
from ui.keys import bind
from ui.leaving import copy_out, keep_file
from ui.life.event_view import EventView
from ui.life.sheet import sheet
from ui.page import Page
from ui.printing import choose_printer
from ui.session import Session, Topic

if TYPE_CHECKING:
    from ui.approvals.scan_window import ScanWindow

_NOTHING = "还没有选稿件。\n请在“来稿”里选一篇，或按 Ctrl+K 输入标题，再打开它的生平。"


class LifePage(Page):
    """``show_target`` takes the id of a draft; Esc goes back to where the clerk came from."""

    topics = frozenset(Topic) - {Topic.SETTINGS}

    def __init__(self, session: Session) -> None:
        super().__init__(session, "生平")
        self.life: Life | None = None
        self.scan: ScanWindow | None = None
        self._trail: list[int] = []  # drafts that led here, to go back to
        self.heading, self.units, self.facts, self.points = (QLabel() for _ in range(4))
        self.view = EventView(style.Look(session.settings.scale))
        self.view.led.connect(self._lead)
        self.empty = QLabel(_NOTHING)
        self._make_buttons()
        self._lay_out()
        self._bind_keys()
        self._show()

    @override
    def refresh(self) -> None:
        if self.life is not None:
            self._read(self.life.draft.id)

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self._trail.clear()
            self._read(target)
            self.view.setFocus()

    def go_back(self) -> None:
        """Show the draft that led here, else the page the clerk came from."""
        if self._trail:
            self._read(self._trail.pop())
        else:
            self.session.back()

    def copy(self) -> None:
        """Put the whole on the clipboard as text."""
        if self.life is not None:
            copy_out(self.session, as_text(self.life), "生平", self._subject)
            self.session.messages.note(f"已复制 {len(self.life.events)} 条经过")

    def print_out(self) -> None:
        """Print the whole."""
        if self.life is None:
            return
        told, store, by = self.life, self.session.store, self.session.by()
        printer = choose_printer(self, sheet(told).pageCount())
        if printer is not None:
            gone = Leaving(
                Way.PAPER, "生平", printer.printerName(), (self._subject,), printer.copyCount()
            )
            self.session.do(  # a document belongs to the thread that makes it
                lambda: hand_out(store, gone, lambda: sheet(told).print_(printer), by=by),
                done=lambda _none: self.session.messages.note("已送到打印机"),
            )

    def save_original(self) -> None:
        """Write the file that came in, byte for byte, where the clerk wants it."""
        if self.life is None or not self.life.draft.original.digest:
            return
        name = Path(self.life.draft.original.name)
        path = save_path(self, name.stem, name.suffix or ".txt", "来稿原件")
        if path is not None:
            self.write_original(path)

    def write_original(self, path: Path) -> None:
        """Write the file that came in to a path."""
        if self.life is None:
            return
        draft, store = self.life.draft, self.session.store
        digest, subject = draft.original.digest, f"draft:{draft.id}"

        def write() -> None:
            with store.read() as work:
                data = work.files.get(digest)
            keep_file(self.session, path, data, subject)

        self.session.do(write, note=f"已另存 {path.name}")

    @property
    def _subject(self) -> str:
        return f"draft:{self.life.draft.id}" if self.life else ""

    def _read(self, draft_id: int) -> None:
        try:
            self.life = life(self.session.store, draft_id)
        except NotFoundError as error:
            self.session.fail(error)
            self.life = None
        self._show()

    def _show(self) -> None:
        told = self.life
        for widget in (self.sheet, self.view):
            widget.setVisible(told is not None)
        self.empty.setVisible(told is None)
        for button in (
            self.copy_button,
            self.print_button,
            self.edit_button,
            self.save_button,
            self.send_button,
            self.carry_button,
        ):
            button.setEnabled(told is not None)
        if told is None:
            return
        self.save_button.setEnabled(bool(told.draft.original.digest))
        self.heading.setText(told.draft.title)
        self.units.setText("、".join(unit.name for unit in told.units) or "单位未认出")
        self.facts.setText(facts_text(told.draft, self.session.clock()))
        points = [f"{unit.short} {printed(sums)} 分" for unit, sums in told.points]
        self.points.setText("得分　" + "　".join(points))
        self.points.setVisible(bool(points))
        self.view.show_events(told.events)

    def _lead(self, subject: str) -> None:
        kind, _, number = subject.partition(":")
        if self.life is None:
            return
        here = self.life.draft.id
        match kind:
            case "draft":
                self._trail.append(here)
                self._read(int(number))
            case "revision":
                self.session.go("editor", (here, int(number)))
            case "issue":
                self.session.go("issue", int(number))
            case "unit":
                self.session.go("scores", int(number))
            case "scan":
                self._show_scan(number)
            case _ if noun_of(subject):
                self.session.go("tasks", subject)

    def _show_scan(self, digest: str) -> None:
        """Show the scan of a signed slip."""
        from ui.approvals.scan_window import ScanWindow  # noqa: PLC0415 - brings the printing

        with self.session.store.read() as work:
            data = work.files.get(digest)
        self.scan = self.scan or ScanWindow(self.session, self)
        self.scan.show_scan(data)

    def _edit(self) -> None:
        if self.life is not None:
            self.session.go("editor", self.life.draft.id)

    def _send_up(self) -> None:
        from ui.forwardings.copying import open_sending  # noqa: PLC0415 - loaded on use

        if self.life is not None:
            open_sending(self.session, self, [self.life.draft.item_id])

    def _carry_out(self) -> None:
        from ui.secrecy.carry_window import open_carrying  # noqa: PLC0415 - loaded on use

        if self.life is not None:
            open_carrying(self.session, self, [self._subject])

    def _instruct(self) -> None:
        """Register what a leader wrote on this item."""
        if self.life is not None:
            self.session.go("tasks", f"instruction:new:{self.life.draft.id}")

    def _make_buttons(self) -> None:
        self.back_button = self.secondary("返回", "回到刚才的页面（Esc）")
        self.back_button.clicked.connect(self.go_back)
        self.save_button = self.secondary(
            "另存原稿…", "把收到的原文件另存一份，一字不差（Ctrl+Shift+S）"
        )
        self.save_button.clicked.connect(self.save_original)
        self.copy_button = self.secondary("复制全文", "把全部经过复制成文字（Ctrl+Shift+C）")
        self.copy_button.clicked.connect(self.copy)
        self.send_button = self.secondary("上报……", "报给一家或几家上级刊物（Ctrl+Alt+S）")
        self.send_button.clicked.connect(self._send_up)
        self.carry_button = self.secondary("外带……", "写成一个加密的文件包带出去")
        self.carry_button.clicked.connect(self._carry_out)
        self.print_button = self.secondary("打印", "打印全部经过（Ctrl+P）")
        self.print_button.clicked.connect(self.print_out)
        self.instruct_button = self.secondary("登记批示", "领导批了这一篇，登记批示（Ctrl+I）")
        self.instruct_button.clicked.connect(self._instruct)
        self.edit_button = self.primary("编辑", "打开编辑（Ctrl+E）")
        self.edit_button.clicked.connect(self._edit)

    def _lay_out(self) -> None:
        self.sheet = QFrame()
        self.sheet.setObjectName("sheet")
        self.heading.setObjectName("readingTitle")
        self.facts.setObjectName("muted")
        self.points.setObjectName("sectionTitle")
        inside = QVBoxLayout(self.sheet)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        for label in (self.heading, self.units, self.facts, self.points):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(label)
        self.empty.setObjectName("muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.content.addWidget(self.sheet)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+Shift+S", self.save_original)
        bind(self, "Ctrl+Shift+C", self.copy)
        bind(self, "Ctrl+P", self.print_out)
        bind(self, "Ctrl+E", self._edit)
        bind(self, "Ctrl+I", self._instruct)
        bind(self, "Ctrl+Alt+S", self._send_up)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
