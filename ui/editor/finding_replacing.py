"""Find and replace in the draft on show: the keys, and the way back."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from desk import compiling
from desk.issues import IssueStatus
from ui.editor.feature import Feature
from ui.editor.finding_hits import Replaced
from ui.issue.replace_window import ReplaceWindow

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_NO_ISSUE = "这篇稿件没有编入正在编辑的一期，不能全期替换。改这一篇请按 Ctrl+H。"
_MOVED_ON = "这以后文字又有改动，请在正文里按 Ctrl+Z 一步步撤销。"


class FindingReplacing(Feature):
    """Ctrl+H in the editor."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._bar = page.middle.find_bar
        self._bar.replaced.connect(self._tell)
        self.window = ReplaceWindow(page.session, page)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+H": self._bar.begin_replacing, "Ctrl+Shift+H": self.begin_in_issue}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("查找和替换", "Ctrl+H"), ("全期替换", "Ctrl+Shift+H")]

    def begin_in_issue(self) -> None:
        """Replace in the open issue that the draft stands in."""
        page = self.page
        if page.draft is None or not page.put_down():
            return
        with page.session.store.read() as work:
            held = work.issues.holding(page.draft.id)
            issue = next((one for one in held if one.status is IssueStatus.OPEN), None)
            publication = compiling.publication_of(work, issue.publication_id) if issue else None
        if issue is None or publication is None:
            page.session.messages.note(_NO_ISSUE)
            return
        chosen = page.middle.text.textCursor().selectedText()
        words = "" if {"\u2029", "\ufffc"} & set(chosen) else chosen
        self.window.open_for(issue.id, compiling.name_of(publication, issue), words)

    def _tell(self, done: Replaced) -> None:
        messages = self.page.session.messages

        def undo() -> None:
            messages.note("已退回替换前的文字" if done.way_back.take() else _MOVED_ON)

        messages.note(f"已替换 {done.count} 处", undo)
