"""Find and replace in the draft on show: the keys, and the way back."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from ui.editor.feature import Feature
from ui.editor.finding_hits import Replaced

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_MOVED_ON = "这以后文字又有改动，请在正文里按 Ctrl+Z 一步步撤销。"


class FindingReplacing(Feature):
    """Ctrl+H in the editor."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._bar = page.middle.find_bar
        self._bar.replaced.connect(self._tell)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+H": self._bar.begin_replacing}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("查找和替换", "Ctrl+H")]

    def _tell(self, done: Replaced) -> None:
        messages = self.page.session.messages

        def undo() -> None:
            messages.note("已退回替换前的文字" if done.undo() else _MOVED_ON)

        messages.note(f"已替换 {done.count} 处", undo)
