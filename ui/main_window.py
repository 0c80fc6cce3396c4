"""The window: the rail, the pages, the status bar, and the way from one to another."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.outcomes import Outcome
from ui import style
from ui.command_palette import Command, CommandPalette
from ui.finding import find
from ui.keys import LOCK_KEYS
from ui.locking.clipboard import clean_clipboard
from ui.locking.new_key import NewKey
from ui.manual.context import chapter_at
from ui.manual.window import ManualWindow, contents
from ui.messages import Messages
from ui.offers import OFFERS, PAPERS, Offer
from ui.page import Page
from ui.people_switch import KEYS, PeopleSwitch
from ui.progress_strip import ProgressStrip
from ui.rail import Place, Rail, shown
from ui.session import BACK, Session

if TYPE_CHECKING:
    from ui.locking.lock import Lock
    from ui.scores.call_window import CallWindow

Build = Callable[[Session], Page]


class MainWindow(QMainWindow):
    """Owns the pages; each is built when it is first shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self.messages = Messages(self)
        self.errand: Path | NewKey | None = None  # what to open again for, once it is closed

    def furnish(self, session: Session, pages: Sequence[tuple[Place, Build]]) -> None:
        """Lay out the rail and the pages of a session, and show the first."""
        self.session = session
        self._places = [place for place, _ in pages]
        self._builds = {place.key: build for place, build in pages}
        self._pages: dict[str, Page] = {}
        self._open_key = self._came_from = self._places[0].key
        self.manual: ManualWindow | None = None
        self.call: CallWindow | None = None
        self._lock: Lock | None = None
        self._lay_out(Rail(self._places, style.Look(session.settings.scale)))
        self._make_shortcuts()
        self._make_status_bar()
        session.requested.connect(self.show_page)
        session.asked.connect(self.open_manual)
        session.called.connect(self.answer_call)
        session.secluded.connect(self._seclude)
        session.returning.connect(self._close_for)
        session.changed.connect(self._name_window)
        self._name_window()
        self.show_page(self._places[0].key)

    def come_up(self) -> None:
        """Stand before all other windows."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def page(self, key: str) -> Page:
        """A page, built on first use."""
        if key not in self._pages:
            page = self._builds[key](self.session)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    def show_page(self, key: str, target: object = None) -> None:
        """Bring a page into view, and in it what ``target`` names."""
        key = self._came_from if key == BACK else key
        page = self.page(key)
        current = self._stack.currentWidget()
        if isinstance(current, Page) and current is not page:
            current.leave()
        is_first = page.focusWidget() is None
        self._stack.setCurrentWidget(page)
        if is_first:  # else the stack gives the keyboard to the first button it finds
            page.setFocus()
        self._rail.mark(key)
        if key != self._open_key:
            self._came_from, self._open_key = self._open_key, key
        page.enter()
        if not page.isAncestorOf(self.focusWidget()):
            page.setFocus()
        if target is not None:
            page.show_target(target)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not a shortcut: whatever lies open on the page has the first right to Esc.
        if event.key() == Qt.Key.Key_Escape:
            self.messages.banner.hide()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        for page in self._pages.values():
            page.leave()
        if not all(page.may_close() for page in self._pages.values()):
            self.errand = None
            event.ignore()
            return
        if self.session.worker.busy:
            event.ignore()
            self._close_later()
            return
        self.session.worker.close()
        clean_clipboard(self.session)
        event.accept()

    def _close_for(self, errand: Path | NewKey) -> None:
        self.errand = errand
        self.close()

    def _close_later(self) -> None:
        """Close when what was begun is kept; stay when that failed, for the clerk to read why."""
        if self.session.is_working:
            question = "还有工作没有做完。现在退出会停下它，已经完成的部分保留。"
            if not self.messages.ask(question, "停下并退出", danger=True):
                self.errand = None
                return
            self.session.stop()
        self.messages.banner.hide()
        self.session.worker.rested.connect(self._on_rested, Qt.ConnectionType.SingleShotConnection)
        if not self.session.worker.busy:  # it ended while the clerk was asked
            self._on_rested()

    def _on_rested(self) -> None:
        if self.isVisible() and not self.messages.banner.text:
            self.close()
        else:
            self.errand = None

    def _lay_out(self, rail: Rail) -> None:
        self._rail = rail
        rail.chosen.connect(self.show_page)
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.messages.standing)
        right.addWidget(self.messages.banner)
        right.addWidget(self._stack, 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _seclude(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Leave the window to the page, or show what stands around it again."""
        self._rail.setHidden(on)
        self.statusBar().setHidden(on)

    def _make_shortcuts(self) -> None:
        for number, place in enumerate(shown(self._places), start=1):
            self._key(f"Ctrl+{number}", partial(self.show_page, place.key))
        self.palette_box = CommandPalette(
            self, self._commands, partial(find, self.session), self._beyond
        )
        self._key("Ctrl+K", self.palette_box.open)
        self._key("Ctrl+Shift+F", self._search)
        slots = {
            "F1": self.open_manual,
            "F10": self.raise_emergency,
            "F12": self.answer_call,
            LOCK_KEYS: self.lock_now,
        }
        for keys, slot in slots.items():
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.ApplicationShortcut)  # in windows beside it too
            key.activated.connect(slot)

    def open_manual(self, chapter: str = "") -> None:
        """Open the manual at a chapter, else at that of the place the clerk is at."""
        chapter = chapter or chapter_at(QApplication.focusWidget())
        if self.manual is None:
            self.manual = ManualWindow(self, self._outcomes)
        self.manual.open_at(chapter or self._open_key)

    @property
    def lock(self) -> "Lock":
        """What locks the window; made after the window is up, since it listens to the desktop."""
        if self._lock is None:
            from ui.locking.lock import Lock  # noqa: PLC0415 - as said

            self._lock = Lock(self.session, self, self._put_down)
        return self._lock

    def watch_idleness(self) -> None:
        """Lock by itself from now on."""
        self.lock.idle.touch()

    def lock_now(self) -> None:
        """Lock the window, as before leaving the desk."""
        self.lock.lock()

    def answer_call(self, unit_id: int = 0) -> None:
        """Answer a unit's telephone call: say its figures, once it is known which unit it is."""
        if self.call is None:
            from ui.scores.call_window import CallWindow  # noqa: PLC0415 - on the first call

            self.call = CallWindow(self.session, self)
        self.call.answer(unit_id)

    def raise_emergency(self) -> None:
        """Write an emergency down, from wherever the clerk is."""
        from ui.emergencies.emergency_window import emergency_window  # noqa: PLC0415 - on the first

        emergency_window(self.session, self).begin()

    def _outcomes(self) -> dict[str, Outcome]:
        with self.session.store.read() as work:
            return work.rulebook.outcomes()

    def _search(self, words: str | None = None) -> None:
        """Open the search page ready to type in, with some words searched already."""
        self.show_page("search", words)
        self.page("search").setFocus()

    def _key(self, keys: str, slot: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _make_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self._state = QLabel("Ctrl+K 查找一切　F1 手册")
        self.people = PeopleSwitch(self.session, self, self._put_down)
        self._key(KEYS, self.people.open)
        bar.addWidget(self.people)
        bar.addWidget(self._state)
        bar.addPermanentWidget(ProgressStrip(self.session))

    def _put_down(self) -> None:
        """Let the open page keep what was typed, under the name of who typed it."""
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.leave()

    def _name_window(self) -> None:
        office = self.session.settings.office
        self.setWindowTitle(f"信息编报台 — {office}" if office else "信息编报台")

    def _commands(self) -> Sequence[Command]:
        pages = [
            Command(f"打开　{place.text}", partial(self.show_page, place.key))
            for place in self._places
        ]
        papers = [
            Command(f"打开　考核：{title}", partial(self.show_page, "scores", title))
            for title in PAPERS
        ]
        actions = [Command(f"操作　{one.text}", partial(self._act, one)) for one in OFFERS]
        manual = [
            Command(f"手册　{title}", partial(self.open_manual, key)) for key, title in contents()
        ]
        call = Command("来电　马上说出一个单位的得分、名次、差距（F12）", self.answer_call)
        lock = Command(f"锁定　离开座位时把画面锁上（{LOCK_KEYS}）", self.lock_now)
        return [*pages, *papers, *actions, call, lock, *manual]

    def _act(self, offer: Offer) -> None:
        """Show the page an action belongs to, and do it there."""
        self.show_page(offer.page, offer.tab)
        act = offer.act_in(self.page(offer.page))
        if act is not None:
            act()
        else:
            self.messages.note(f"现在不能“{offer.text}”")

    def _beyond(self, words: str) -> Command:
        """What Ctrl+K offers last: to look for the words everywhere."""
        return Command(f"在全部内容中检索“{words}”", partial(self._search, words))
