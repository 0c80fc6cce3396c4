"""The window a bulletin is edited in: its text, its pages, what differs from the ledger."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHelpEvent
from PySide6.QtWidgets import QLabel, QSplitter, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from desk.bulletins.bulletin import Bulletin, Kept, Text
from desk.bulletins.keeping import EDITED, bulletins
from desk.bulletins.making import press_of
from desk.bulletins.passage import Flag, Passage
from desk.office_clock import office_time
from desk.reports.charts.catalogue import CHARTS
from desk.store import Store
from desk.surveys.survey import Survey
from ui.bulletins.checking import Checked, Checking
from ui.bulletins.deeds import Deeds
from ui.bulletins.flag_list import FlagList
from ui.bulletins.head import Head
from ui.bulletins.marks import BulletinMarks
from ui.bulletins.options_form import OptionsForm
from ui.bulletins.outgoing import Outgoing
from ui.bulletins.paging import Pages, Paging, frozen_pages, laid_out
from ui.bulletins.saving import Saving
from ui.bulletins.text_edit import BulletinEdit
from ui.issue.preview import Preview
from ui.issue.preview_bar import PreviewBar
from ui.issue.reason_strip import ReasonStrip
from ui.kept_widths import KeptWidths
from ui.session import Session, Topic
from ui.side_window import SideWindow

_SIZE = (1360, 860)
_TOPICS = frozenset({Topic.SCORES, Topic.REGISTRY, Topic.ISSUES})


class BulletinWindow(SideWindow):
    """One bulletin at a time; every change is in the store a second later, Esc closes.

    Signals:
        left(): the window was closed.
    """

    left = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "通报", "bulletins")
        self.bulletin: Bulletin | None = None
        self.pages: Pages | None = None
        self.press = press_of(session.store)
        self._template = ""
        self._kept: tuple[Kept, ...] = ()
        self._loading = False
        self.edit = BulletinEdit(self.look)
        self.marks = BulletinMarks(self.edit)
        self.flags = FlagList(session)
        self.form = OptionsForm(
            {key: one.name for key, one in self.press.layouts.items()},
            {one.key: one.title for one in CHARTS},
        )
        self.preview = Preview()
        self.strip = ReasonStrip(session.settings.scale)
        self.saving = Saving(session, lambda: self.text, self)
        self.checking = Checking(session, lambda: self.text, self)
        self.paging = Paging(session, self)
        self.head = Head(self.look)
        self.deeds = Deeds(self)
        self.outgoing = Outgoing(self)
        self._lay_out()
        self._connect()

    @property
    def text(self) -> Text:
        """The bulletin as it stands in the window."""
        return Text(
            self.edit.passages(),
            self.form.options,
            self._template,
            self.form.number.text(),
            self._kept,
        )

    @property
    def survey(self) -> Survey | None:
        """The ledger's figures of the bulletin's days, once they are read."""
        return self.checking.survey

    def open_for(self, bulletin: Bulletin, survey: Survey | None = None) -> None:
        """Edit a bulletin; ``survey`` where that of its days is known."""
        self.saving.flush()
        self.pages = None
        self.head.say_pages("正在排版……")
        self.show_bulletin(bulletin)
        self.edit.load(bulletin.text.passages)
        self.saving.begin(bulletin)
        self.marks.show_flags((), ())
        self.flags.wait()
        self.checking.begin(bulletin.stretch, survey)
        self.press = press_of(self.session.store)
        self.paging.begin(self._making)
        self.paging.touch()
        self.come_up(self.edit)

    def show_bulletin(self, bulletin: Bulletin) -> None:
        """Take over all but the paragraphs from a bulletin as the store has it."""
        self._loading = True
        self.bulletin = bulletin
        self._template, self._kept = bulletin.text.template, bulletin.text.kept
        self.form.show_options(bulletin.text.options, bulletin.text.number)
        self.form.set_read_only(on=bulletin.is_final)
        self.edit.setReadOnly(bulletin.is_final)
        self.flags.set_read_only(on=bulletin.is_final)
        self.head.show_bulletin(bulletin)
        self.setWindowTitle(f"通报　{bulletin.stretch.name}")
        self._loading = False

    def put(self, passages: tuple[Passage, ...], deed: str, *, template: str | None = None) -> None:
        """Put other passages in place of all, as one change that Ctrl+Z takes back."""
        if template is not None:
            self._template = template
        self.edit.exchange(passages)
        self._touch(deed)
        self.checking.look()

    def keep(self, kept: tuple[Kept, ...], deed: str) -> None:
        """Take over the reasons for which words stay as they are."""
        self._kept = kept
        self._touch(deed)
        self.checking.look()

    def follow(self) -> None:
        """Lay out and look at the text anew, as after any change."""
        self.checking.touch()
        self.paging.touch()

    def leave(self) -> bool:
        """Save what is typed; whether the store holds it."""
        return self.bulletin is None or self.saving.flush()

    def _making(self) -> Callable[[], Pages] | None:
        """What makes the pages: of a finished bulletin those that went out."""
        survey, bulletin = self.survey, self.bulletin
        if bulletin is not None and bulletin.is_final:
            return partial(frozen_pages, self.session.store, bulletin)
        if survey is None or bulletin is None:
            return None
        day = self.session.today()
        return partial(laid_out, self.press, survey, self.text, day)

    def _touch(self, deed: str = EDITED) -> None:
        if self._loading or self.bulletin is None:
            return
        self.saving.touch(deed)
        self.head.say_saved("● 正在存……")
        self.follow()

    def _on_chosen(self) -> None:
        """Other choices write other words: all that nobody wrote by hand follows them."""
        self.deeds.rework()

    def _on_checked(self, found: Checked) -> None:
        open_flags = self.text.unsettled(found.flags)
        self.marks.show_flags(open_flags, found.passages)
        self.flags.show_flags(found.flags, self.text)

    def _on_saved(self, bulletin: Bulletin) -> None:
        if self.bulletin is not None and bulletin.id == self.bulletin.id:
            self.bulletin = bulletin
            self.head.show_bulletin(bulletin)
            if not self.saving.is_pending:
                self.head.say_saved(f"✓ 已存 {office_time(bulletin.changed):%H:%M}")

    def _on_pages(self, pages: Pages) -> None:
        self.pages = pages
        self.head.say_pages(f"共 {pages.count} 页")
        self.preview.show_pdf(pages.pdf, pages.count)

    def _on_pages_failed(self, error: Exception) -> None:
        self.head.say_pages("▲ 没有排出来")
        self.session.fail(error)

    def _go_to(self, flag: Flag) -> None:
        self.edit.go_to(flag.key, flag.start, flag.end)
        self.edit.setFocus()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        """Something was booked, frozen or opened again while the window is open."""
        bulletin, store = self.bulletin, self.session.store
        if not self.isVisible() or bulletin is None or not topics & _TOPICS:
            return
        self.session.do(
            lambda: _found(store, bulletin.id), done=partial(self._on_found, bulletin.id)
        )
        self.checking.again()

    def _on_found(self, bulletin_id: int, found: Bulletin | None) -> None:
        if self.bulletin is None or self.bulletin.id != bulletin_id:
            return
        if found is None:  # its writing was taken back
            self.bulletin = None
            self.close()
        elif found.is_final != self.bulletin.is_final:
            self.show_bulletin(found)
            self.saving.begin(found)
            self.paging.touch()

    def _connect(self) -> None:
        self.edit.edited.connect(self._touch)
        self.form.chosen.connect(self._on_chosen)
        self.flags.asked.connect(self._go_to)
        self.flags.bind_keys(self)
        self.saving.saved.connect(self._on_saved)
        self.saving.failed.connect(lambda sentence: self.head.say_saved(f"▲ 没有存：{sentence}"))
        self.checking.read.connect(self.paging.touch)
        self.checking.checked.connect(self._on_checked)
        self.paging.laid_out.connect(self._on_pages)
        self.paging.failed.connect(self._on_pages_failed)
        self.session.changed.connect(self._on_changed)
        self.edit.viewport().installEventFilter(self)
        self.deeds.connect_all()
        self.outgoing.connect_all()

    def _lay_out(self) -> None:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(8, 0, 8, 0)
        bar = PreviewBar(self.preview)
        bar.bind_keys(self)
        column.addWidget(bar)
        column.addWidget(self.preview, 1)
        options = QWidget()
        below = QVBoxLayout(options)
        below.setContentsMargins(0, 0, 0, 0)
        title = QLabel("选项")
        title.setObjectName("sectionTitle")
        below.addWidget(title)
        below.addWidget(self.form, 1)
        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.flags)
        side.addWidget(options)
        side.setSizes([380, 340])
        body = QSplitter(Qt.Orientation.Horizontal)
        for part, width in ((self.edit, 520), (beside, 460), (side, 340)):
            body.addWidget(part)
            part.setMinimumWidth(self.look.px(width // 2))
        body.setSizes([520, 460, 340])
        body.setChildrenCollapsible(False)
        side.setChildrenCollapsible(False)
        self.widths = KeptWidths(body, self.session.paths.data, "bulletin")
        self.content.addWidget(self.head)
        self.content.addWidget(self.strip)
        self.content.addWidget(body, 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.marks.tip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), words, self.edit)
            else:
                QToolTip.hideText()
            return True
        return super().eventFilter(watched, event)

    def may_close(self) -> bool:
        """Save what is typed; where that fails, ask whether to lose it."""
        question = "通报里最后改的文字没有存上，关闭后会丢失。可以先复制出来，再关闭。"
        return self.leave() or self.session.messages.ask(question, "仍然关闭", danger=True)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.left.emit()


def _found(store: Store, bulletin_id: int) -> Bulletin | None:
    """The bulletin as the store has it; None where it was taken away."""
    return next((one for one in bulletins(store) if one.id == bulletin_id), None)
