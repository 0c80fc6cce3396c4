"""What the 编刊 page can do beside placing drafts: each ability is a feature of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.issue.pages import Shown
from ui.issue.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


@dataclass(frozen=True, slots=True)
class Action:
    """A line of a menu: its words, its key ("" has none) and what it does.

    ``is_open``: only while the issue is open; else it may be done with a released one too.
    """

    words: str
    key: str
    act: Callable[[], object]
    is_open: bool = False


class Feature:
    """One ability; subclasses override what they need, and reach the page through ``page``."""

    def __init__(self, page: "IssuePage") -> None:
        self.page = page

    def actions(self) -> Sequence[Action]:
        """Its part of the page's 更多 menu."""
        return ()

    def exports(self) -> Sequence[Action]:
        """Its part of the page's 导出 menu."""
        return ()

    def of_entry(self) -> Sequence[Action]:
        """Its part of the menu of the current entry."""
        return ()

    def show(self, seen: Snapshot) -> None:
        """An issue is on show, or was read anew; ``seen.issue`` is None where there is none."""

    def show_pages(self, shown: Shown) -> None:
        """The pages of the issue on show are laid out."""

    def leave(self) -> None:
        """Finish what is half-done before another issue or page is shown."""
