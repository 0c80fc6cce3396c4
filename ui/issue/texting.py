"""The issue as plain text, for another system."""

from collections.abc import Callable, Sequence

from typing_extensions import override

from desk.editions import text_of
from desk.errors import NotFoundError
from ui.dialogs import save_path
from ui.issue.feature import Action, Feature
from ui.leaving import copy_out, keep_file

_NOTHING = "这一期还没有条目，没有文字可以复制。请先选入稿件。"


class Texting(Feature):
    """Copies or saves the text of the issue without its page."""

    @override
    def exports(self) -> Sequence[Action]:
        return (
            Action("复制全文", "Ctrl+Shift+C", self.copy_all),
            Action("复制当前条目", "", self.copy_current),
            Action("存为文本…", "", self.save),
        )

    @override
    def of_entry(self) -> Sequence[Action]:
        return (Action("复制文字", "", self.copy_current),)

    def copy_all(self) -> None:
        """Put the text of the issue on the clipboard."""
        self._have("", lambda text: self._copy(text, "全文"))

    def copy_current(self) -> None:
        """Put the text of the current item on the clipboard."""
        draft_id = self.page.tree.current_draft()
        if draft_id:
            self._have(str(draft_id), lambda text: self._copy(text, "当前条目"))
        else:
            self.page.session.messages.error("没有选中条目。请先在“本期条目”里点一条。")

    def save(self) -> None:
        """Save the text of the issue."""
        if self.page.issue is None:
            return
        path = save_path(self.page, self.page.name, ".txt", "文本文件")
        if path:
            session, name = self.page.session, path.name
            subject = f"issue:{self.page.issue.id}"

            def write(text: str) -> None:
                data = text.replace("\n", "\r\n").encode("utf-8-sig")  # as 记事本 likes it
                session.do(lambda: keep_file(session, path, data, subject), note=f"已存为 {name}")

            self._have("", write)

    def _copy(self, text: str, what: str) -> None:
        subject = f"issue:{self.page.issue.id}" if self.page.issue else ""
        copy_out(self.page.session, text, what, subject)
        self.page.session.messages.note(f"已复制{what}，{len(text)} 个字")

    def _have(self, key: str, use: Callable[[str], None]) -> None:
        issue, session = self.page.issue, self.page.session
        if issue is None:
            return
        store, settings = session.store, session.settings

        def read() -> str:
            text = text_of(store, issue.id, settings, key)
            if not text:
                raise NotFoundError(_NOTHING)
            return text

        session.do(read, done=use)
