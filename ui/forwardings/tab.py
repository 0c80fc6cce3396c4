"""上报: the register of what went up, its results, our own task at the upper levels."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QTextBrowser, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.forwardings import results, sending
from desk.forwardings.board import Board, board
from desk.forwardings.forwarding import Forwarding, Result
from desk.forwardings.register import Entry, register
from desk.forwardings.results import Finding
from desk.forwardings.sending import Sending
from desk.store import Work
from ui.forwardings.board_strip import BoardStrip
from ui.forwardings.columns import COLUMNS
from ui.forwardings.copying import copy_text, open_sending
from ui.forwardings.doing import do
from ui.forwardings.told import html, read_told
from ui.forwardings.windows import Windows
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.keys import bind
from ui.manual.context import tell_of
from ui.tasks.list_tab import TaskListTab

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

_EMPTY = (
    "还没有上报。\n按“登记上报”（Ctrl+N）选一篇稿件报给上级刊物；\n"
    "在编辑、编刊、生平和来稿里也可以“上报……”。"
)
_WAITING, _AWAITED, _ADOPTED, _REFUSED, _ALL = "待上报", "等结果", "采用", "未采用", "全部"
_WHY_WITHDRAWN = ("登错了刊物", "登重了", "没有报出")
_WHY_UNAPPROVED = ("主任电话同意，后补手续", "上级急要，边审边报")
_ASKED = ("打电话催问", "到上级系统里查过", "与上级对过账")


class ForwardingsTab(TaskListTab[Entry]):
    """Enter sends what waits, or enters the result; the chips narrow by state."""

    title = "上报"
    kinds = ("forwarding",)
    primary = "登记上报"
    primary_tip = "选稿件，报给一家或几家上级刊物"
    states = (_AWAITED, _WAITING, _ADOPTED, _REFUSED, _ALL)
    columns = COLUMNS
    empty = _EMPTY

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        tell_of(self, "forwardings")
        self.windows = Windows(self.session, self)
        self.strip = ReasonStrip(self.session.settings.scale)
        self.board = BoardStrip()
        self.board.followed.connect(lambda: self.session.go("scores", "进度"))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - laid out by the list tab
        layout.insertWidget(0, self.board)
        layout.insertWidget(2, self.strip)
        self._add_tools()

    @override
    def rows(self, work: Work) -> Sequence[Entry]:
        return register(work, self.session.clock())

    @override
    def subject_of(self, row: Entry) -> str:
        return row.forwarding.subject

    @override
    def is_in(self, row: Entry, state: str) -> bool:
        held = row.forwarding
        return {
            _WAITING: held.sent is None and not held.withdrawn,
            _AWAITED: held.awaits,
            _ADOPTED: held.is_adopted,
            _REFUSED: not held.withdrawn and held.result is Result.NOT_ADOPTED,
            _ALL: True,
        }[state]

    @override
    def refresh(self) -> None:
        super().refresh()
        store, today = self.session.store, self.session.today()

        def read() -> Board:
            with store.read() as work:
                return board(work, today)

        self.session.look(read, self.board.show_board)

    @override
    def make_side(self) -> QWidget:
        self.told = QTextBrowser()
        self.told.setOpenLinks(False)
        self.told.setAccessibleName("这一件上报")
        self.told.anchorClicked.connect(lambda url: self._follow(url.toString()))
        return self.told

    @override
    def show_row(self, row: Entry | None) -> None:
        if row is None:
            self.told.setHtml("")
            return
        with self.session.store.read() as work:
            told = read_told(work, row)
        self.told.setHtml(html(told))

    @override
    def begin(self) -> None:
        open_sending(self.session, self, ())

    @override
    def open_row(self, number: int) -> None:
        row = self.model.row(number)
        if row.forwarding.sent is None:
            self.send_waiting()
        else:
            self.enter_results()

    def selected(self) -> list[Forwarding]:
        """The forwardings of the rows selected."""
        return [self.model.row(at).forwarding for at in self.view.selected()]

    def enter_results(self) -> None:
        """Enter results of the rows selected, one after the other."""
        self.windows.results().open_for(self.selected())

    def refuse(self) -> None:
        """Enter that the rows selected were not used."""
        chosen = [one for one in self.selected() if one.awaits]
        if not chosen:
            self.session.messages.note("选中的里面没有在等结果的")
            return
        store, by = self.session.store, self.session.by()
        found = [Finding(one.id, Result.NOT_ADOPTED, by.today) for one in chosen]
        do(
            self.session,
            lambda: results.enter(store, found, by=by),
            f"{len(chosen)} 件登记为未采用",
        )

    def send_waiting(self) -> None:
        """Register that what waits and is selected went up just now."""
        chosen = [one for one in self.selected() if one.sent is None and not one.withdrawn]
        rows = [self.model.row(at) for at in self.view.selected()]
        if not chosen:
            self.session.messages.note("选中的里面没有待上报的")
            return
        if any(row.approval and not row.approval.is_done for row in rows):
            said = f"{len(chosen)} 件里有没审签完的，写明理由才能报出"
            answer = Answer("登记上报", lambda why: self._send(chosen, why))
            self.strip.ask(said, _WHY_UNAPPROVED, [answer])
        else:
            self._send(chosen, "")

    def withdraw(self) -> None:
        """Call the rows selected back, with a reason."""
        ids = [one.id for one in self.selected()]

        def act(why: str) -> None:
            store, by = self.session.store, self.session.by()
            note = f"已撤回 {len(ids)} 件"
            do(self.session, lambda: sending.withdraw(store, ids, why, by=by), note)

        if ids:
            words = f"撤回 {len(ids)} 件上报？已记的分一并收回。"
            self.strip.ask(words, _WHY_WITHDRAWN, [Answer("撤回", act)])

    def ask_above(self) -> None:
        """Note that the upper level was asked about the rows selected."""
        ids = [one.id for one in self.selected() if one.awaits]

        def act(said: str) -> None:
            store, by = self.session.store, self.session.by()
            note = f"已登记催问 {len(ids)} 件"
            do(self.session, lambda: results.ask_above(store, ids, by.today, said, by=by), note)

        if ids:
            answer = Answer("登记催问", act, needs_reason=False)
            self.strip.ask(f"催问过 {len(ids)} 件的结果？", _ASKED, [answer])

    def book(self, *, on: bool) -> None:
        """Book the adoptions selected, or leave them without points."""
        ids = [one.id for one in self.selected() if one.is_adopted]
        if not ids:
            self.session.messages.note("选中的里面没有采用的")
            return
        store, by = self.session.store, self.session.by()
        act = results.book_waiting if on else results.decline
        note = f"{len(ids)} 件{'记入台账' if on else '不记分'}"
        do(self.session, lambda: act(store, ids, by=by), note)

    def copy_clean(self) -> None:
        """Show the clean copy of the row."""
        if self.row is not None:
            held = self.row.forwarding
            copy_text(
                self.session, self, held.text_id or held.draft_id,
                publication_id=held.publication_id, forwarding_id=held.id,
            )  # fmt: skip

    def carry_out(self) -> None:
        """Carry what the rows selected send up out under a pass phrase."""
        from ui.secrecy.carry_window import open_carrying  # noqa: PLC0415 - loaded on use

        ids = dict.fromkeys(one.text_id or one.draft_id for one in self.selected())
        if ids:
            open_carrying(self.session, self, [f"draft:{one}" for one in ids])

    def note_media(self) -> None:
        """Note which media took the row's item."""
        if self.row is not None:
            self.windows.media().open_for(self.row.forwarding)

    def _send(self, chosen: Sequence[Forwarding], why: str) -> None:
        store, by, ids = self.session.store, self.session.by(), [one.id for one in chosen]
        how = Sending(by.now, sender=by.who, unapproved=why)
        note = f"已登记上报 {len(ids)} 件"
        do(self.session, lambda: sending.send_marked(store, ids, how, by=by), note)

    def _follow(self, target: str) -> None:
        kind, _, number = target.partition(":")
        if kind == "life":
            self.session.go("life", int(number))
        else:
            self.session.go("tasks", target)

    def _add_tools(self) -> None:
        for words, tip, keys, act in (
            ("录入结果", "选中的一件件登记（Enter）", "Ctrl+R", self.enter_results),
            ("未采用", "选中的都登记为未采用", "Ctrl+U", self.refuse),
            ("导入采用结果", "粘贴或打开上级的采用通报，与上报的对上", "Ctrl+I", self._import),
            ("采用率", "按刊物、类型、选题、单位、标题看采用率", "Ctrl+H", self._hits),
        ):
            button = QPushButton(words)
            button.setToolTip(f"{tip}（{keys}）")
            button.clicked.connect(act)
            bind(self, keys, act)
            self.tools.addWidget(button)
        more = QToolButton()
        more.setObjectName("plain")
        more.setText("更多")
        more.setToolTip("其他操作")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for words, keys, act in (
            ("报出选中的待上报", "", self.send_waiting),
            ("整洁文本……", "Ctrl+T", self.copy_clean),
            ("外带加密包……", "", self.carry_out),
            ("登记媒体采用……", "", self.note_media),
            ("登记催问", "", self.ask_above),
            ("记入台账", "", partial(self.book, on=True)),
            ("不记分", "", partial(self.book, on=False)),
            ("撤回……", "", self.withdraw),
            ("上报规则……", "", lambda: self.windows.rules().open_now()),
        ):
            action = QAction(f"{words}\t{keys}" if keys else words, menu)
            action.triggered.connect(lambda _on=False, act=act: act())
            menu.addAction(action)
            self.view.extra_actions.append(action)
            if keys:
                bind(self, keys, act)
        more.setMenu(menu)
        self.tools.addWidget(more)

    def _import(self) -> None:
        self.windows.importing().open_now()

    def _hits(self) -> None:
        self.windows.hits().open_now()
