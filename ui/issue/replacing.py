"""全期替换: words replaced in all drafts of the issue."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from ui.issue.feature import Action, Feature
from ui.issue.replace_window import ReplaceWindow

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


class Replacing(Feature):
    """Opens the window that finds and replaces."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.window = ReplaceWindow(page.session, page)

    @override
    def actions(self) -> Sequence[Action]:
        return (Action("全期替换", "Ctrl+Shift+H", self.begin, is_open=True),)

    def begin(self) -> None:
        """Find and replace in the issue on show."""
        if self.page.issue:
            self.window.open_for(self.page.issue.id, self.page.name)
