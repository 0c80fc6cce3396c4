"""What the clerk does with several drafts at once."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.drafts import Status
from ui.inbox.actions import ActionBar, Deed
from ui.inbox.decisions import decide
from ui.inbox.draft_list import DraftList
from ui.inbox.reason_strip import ReasonStrip
from ui.session import Session

if TYPE_CHECKING:
    from ui.letters.window import LettersWindow

_DECISIONS = (
    (Status.RETURNED, "Ctrl+Shift+T"),
    (Status.REJECTED, "Ctrl+Shift+B"),
    (Status.FILED, "Ctrl+Shift+C"),
)


class Batch(QObject):
    """Turns drafts away, with a reason."""

    def __init__(self, session: Session, drafts: DraftList, reasons: ReasonStrip) -> None:
        super().__init__(drafts)
        self._session = session
        self._list = drafts
        self._reasons = reasons
        self._window: LettersWindow | None = None
        self._asked: list[int] = []  # those the reason is asked for
        reasons.decided.connect(self._on_decided)
        reasons.closed.connect(drafts.setFocus)

    def offer(self, bar: ActionBar) -> None:
        """Put all of it on a bar."""
        for status, keys in _DECISIONS:
            tip = f"把选中的稿件改为“{status}”"
            bar.add(Deed(str(status), keys, tip, partial(self._decide, status), button=True))
        tip = "写给来稿单位的收稿回执和处理反馈，可以复制、打印"
        bar.add(Deed("回执与反馈……", "Ctrl+Shift+R", tip, self._letters))

        tip = "把选中的稿件报给一家或几家上级刊物"
        bar.add(Deed("上报……", "Ctrl+Alt+S", tip, self._send_up))
        tip = "把选中的稿件写成一个加密的文件包带出去"
        bar.add(Deed("外带加密包……", "", tip, self._carry_out))

    def _decide(self, status: Status, chosen: list[int]) -> None:
        self._asked = chosen
        self._reasons.ask(status, len(chosen))

    def _send_up(self, chosen: list[int]) -> None:
        from ui.forwardings.copying import open_sending  # noqa: PLC0415 - loaded on use

        open_sending(self._session, self._list, chosen)

    def _carry_out(self, chosen: list[int]) -> None:
        from ui.secrecy.carry_window import open_carrying  # noqa: PLC0415 - loaded on use

        open_carrying(self._session, self._list, [f"draft:{one}" for one in chosen])

    def _letters(self, chosen: list[int]) -> None:
        from ui.letters.window import (  # noqa: PLC0415 - brings the printing, loaded on use
            LettersWindow,
        )

        if self._window is None:
            self._window = LettersWindow(self._session, self._list)
        self._window.open_for(chosen)

    def _on_decided(self, status: Status, reason: str, remark: str) -> None:
        decide(self._session, self._asked, status, reason, remark)
        self._list.setFocus()
