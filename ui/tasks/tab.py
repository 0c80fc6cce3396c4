"""What a tab of the 督办 page is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from ui.export import Export

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage


class TaskTab(QWidget):
    """A tab; subclasses override what they need. ``refresh`` comes when it is on view and stale."""

    title: ClassVar[str]
    kinds: ClassVar[tuple[str, ...]] = ()  # ``Matter.KIND`` of what it shows
    primary: ClassVar[str] = ""  # the words of its main action, which Ctrl+N does
    primary_tip: ClassVar[str] = ""

    def __init__(self, page: "TasksPage") -> None:
        super().__init__()
        self.page = page
        self.session = page.session

    def refresh(self) -> None:
        """Show the store's present state."""

    def begin(self) -> None:
        """Do its main action."""

    def exports(self) -> Sequence[Export]:
        """Its part of the 导出 menu, the first one for Ctrl+E."""
        return ()

    def print_out(self) -> None:
        """Print what is shown (Ctrl+P)."""

    def take_focus(self) -> None:
        """Take the keyboard, so that the keys of the tab work."""
        self.setFocus()

    @classmethod
    def knows(cls, target: object) -> bool:
        """Whether what another page asks for is here: its title, “约稿/逾期”, a matter it shows."""
        return (
            str(target).partition("/")[0] == cls.title or str(target).partition(":")[0] in cls.kinds
        )

    def show_target(self, target: object) -> None:
        """Show one thing of those it knows, as "commission:3"."""

    def leave(self) -> None:
        """Keep what is half-done."""

    def may_close(self) -> bool:
        """Ask what must be asked before the window closes; False keeps it open."""
        return True
