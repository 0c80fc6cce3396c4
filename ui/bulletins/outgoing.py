"""Freeze a bulletin, open it again, and take it along: print, Word, PDF."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desk.bulletins import keeping
from desk.bulletins.concerns import concerns
from ui.dialogs import save_path
from ui.issue.reason_strip import Answer
from ui.keys import bind, bind_done
from ui.leaving import ask_and_print, keep_file
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.bulletins.window import BulletinWindow

_OPENED = ("领导要求修改", "台账有更正", "文字有误")
_FINISHED = ("领导同意先发", "差异已核对", "以后结账再补发")
_WAIT = "正在排版，请稍候再按一次"


class Outgoing:
    """What leaves the window: the finished bulletin and its files."""

    def __init__(self, window: "BulletinWindow") -> None:
        self.window = window
        self.session = window.session

    def connect_all(self) -> None:
        """Connect buttons, menus and keys."""
        window, head = self.window, self.window.head
        for words, keys, act in (
            ("Word 文档", "Ctrl+E", self.save_word),
            ("PDF 文件", "Ctrl+Shift+E", self.save_pdf),
        ):
            head.offer(head.files, f"{words}\t{keys}", act)
            bind(window, keys, act)
        head.print_button.clicked.connect(self.print_pages)
        bind(window, "Ctrl+P", self.print_pages)
        head.finish.clicked.connect(self.finish)
        bind_done(window, self.finish)

    def finish(self) -> None:
        """Freeze the bulletin, or open it again where it is frozen."""
        window = self.window
        if window.bulletin is None:
            return
        if window.bulletin.is_final:
            window.strip.ask(
                "重新打开后可以再改，原来的定稿留存在库里。为什么重新打开？",
                _OPENED,
                [Answer("重新打开", self._reopen)],
                window.edit.setFocus,
            )
            return
        found, survey = window.checking.result, window.survey
        if found is None or survey is None:
            self.session.messages.note("正在读台账，请稍候再按一次")
        elif window.saving.flush():
            told = concerns(survey, window.text.unsettled(found.flags))
            if told:
                self._ask(told)
            else:
                self._finish((), "")

    def print_pages(self) -> None:
        """Print the pages shown through the system's dialog."""
        if self.window.pages is None:
            self.session.messages.note(_WAIT)
            return
        ask_and_print(
            self.window,
            self.session,
            self.window.pages.pdf,
            self.window.windowTitle(),
            done=lambda sent: self.session.messages.note(f"已送打印机 {sent} 页"),
        )

    def save_pdf(self) -> None:
        """Save the bulletin as PDF: of a finished one the frozen bytes."""
        self._save(".pdf", "PDF 文件", 0)

    def save_word(self) -> None:
        """Save the bulletin as a Word file with the same breaks."""
        self._save(".docx", "Word 文档", 1)

    def _ask(self, told: tuple[str, ...]) -> None:
        lines = "\n".join(f"· {one}" for one in told)
        self.window.strip.ask(
            f"定稿前请看一看：\n{lines}",
            _FINISHED,
            [Answer("仍然定稿", partial(self._finish, told))],
            self.window.edit.setFocus,
        )

    def _finish(self, told: tuple[str, ...], why: str) -> None:
        bulletin, making = self.window.bulletin, self._making()
        if bulletin is None or making is None:
            return
        store, by = self.session.store, self.session.by()
        detail = "；".join((*told, *((f"理由：{why}",) if why else ())))
        self.session.do(
            lambda: keeping.finish(store, bulletin.id, making(), by=by, told=detail),
            Topic.SCORES,
            note=f"{bulletin.stretch.name}通报已定稿",
            undo=Undo(
                lambda: keeping.reopen(store, bulletin.id, "撤销刚才的定稿", by=by), "已撤销定稿"
            ),
        )

    def _reopen(self, reason: str) -> None:
        bulletin = self.window.bulletin
        if bulletin is None:
            return
        store, by = self.session.store, self.session.by()
        self.session.do(
            lambda: keeping.reopen(store, bulletin.id, reason, by=by),
            Topic.SCORES,
            note="已重新打开，改完请再定稿",
            undo=Undo(lambda: keeping.freeze_again(store, bulletin, by=by), "仍是原来的定稿"),
        )

    def _save(self, suffix: str, kind: str, which: int) -> None:
        bulletin, making = self.window.bulletin, self._making()
        if bulletin is None or making is None:
            self.session.messages.note(_WAIT)
            return
        name = bulletin.text.title or f"{bulletin.stretch.name}通报"
        path = save_path(self.window, name, suffix, kind)
        if path:
            self.session.do(
                lambda: keep_file(self.session, path, making()[which]), note=f"已存为 {path.name}"
            )

    def _making(self) -> Callable[[], tuple[bytes, bytes]] | None:
        """What gives PDF and .docx of the text in the window, or the frozen ones."""
        window, store = self.window, self.session.store
        bulletin, survey = window.bulletin, window.survey
        if bulletin is not None and bulletin.is_final:
            return partial(keeping.frozen, store, bulletin)
        if bulletin is None or survey is None:
            return None
        day = self.session.today()
        return partial(window.press.files, survey, window.text, day)
