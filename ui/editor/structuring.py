"""The outline of the text on show: levels and numbers, by bar and keys."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from desk.body import Level
from ui.editor import structure_edit
from ui.editor.feature import Feature
from ui.messages import Offer

if TYPE_CHECKING:
    from ui.editor.page import EditorPage


class Structuring(Feature):
    """Ctrl+Alt+0 … 4, and the bar above the text."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._text, self._bar = page.middle.text, page.middle.bar
        self._bar.levelled.connect(self.set_level)
        self._bar.renumber.clicked.connect(self.renumber)
        self._bar.bold.clicked.connect(self._text.toggle_bold)
        self._text.cursorPositionChanged.connect(self._show_level)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {f"Ctrl+Alt+{int(one)}": partial(self.set_level, one) for one in Level} | {
            "Ctrl+Alt+R": self.renumber
        }

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("重排标题序号", "Ctrl+Alt+R")]

    def set_level(self, level: Level) -> None:
        """Give the paragraphs selected a level; says where later numbers no longer fit."""
        if not self.may_write():
            return
        was_in_order = not structure_edit.is_out_of_order(self._text.document())
        structure_edit.set_level(self._text.textCursor(), level)
        self._show_level()
        self._text.setFocus()
        if was_in_order and structure_edit.is_out_of_order(self._text.document()):
            self.page.session.messages.note(
                "后面的序号接不上了", None, Offer("重排序号", self.renumber)
            )

    def renumber(self) -> None:
        """Number all headings by their place, and say how many changed."""
        if not self.may_write():
            return
        changed = structure_edit.renumber(self._text.document())
        said = f"已重排 {changed} 个序号，Ctrl+Z 撤销" if changed else "序号都是对的，没有改动"
        self.page.session.messages.note(said)

    def _show_level(self) -> None:
        self._bar.show_level(structure_edit.level_here(self._text.textCursor()))
