"""Print the approval slip of the draft on show (Ctrl+Shift+P)."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from ui.approvals.slip_printer import SlipPrinter
from ui.editor.feature import Feature

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_KEYS = "Ctrl+Shift+P"


class SlipPrinting(Feature):
    """打印审签单, 存为 Word, 存为 PDF; what is on the screen is saved first."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self.printer = SlipPrinter(page.session, page)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {_KEYS: lambda: self.page.saved_first(self.ask)}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return (("审签单：打印、存为 Word、存为 PDF……", _KEYS),)

    def ask(self) -> None:
        """Ask what becomes of the slip."""
        draft = self.page.draft
        if draft is not None:
            middle = self.page.middle
            self.printer.menu([draft.id], middle.mapToGlobal(middle.rect().center()))
