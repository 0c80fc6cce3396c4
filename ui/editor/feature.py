"""What the editor can do beside typing: each ability is a feature of its own."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from desk.drafts import Draft

if TYPE_CHECKING:
    from ui.editor.page import EditorPage


READ_ONLY = "这篇稿件现在不能改动文字，原因写在正文上方。"


class Feature:
    """One ability; subclasses override what they need, and reach the editor through ``page``."""

    def __init__(self, page: "EditorPage") -> None:
        self.page = page

    def keys(self) -> Mapping[str, Callable[[], object]]:
        """What its keys do."""
        return {}

    def menu(self) -> Sequence[tuple[str, str]]:
        """Its part of the editor's menu: words and the key that does it."""
        return ()

    def show(self, draft: Draft) -> None:
        """A draft is on show, or was read anew."""

    def may_write(self) -> bool:
        """Whether there is a text that may be changed; says so where it may not."""
        if self.page.draft is None:
            return False
        if self.page.middle.text.isReadOnly():
            self.page.session.messages.note(READ_ONLY)
            return False
        return True

    def put_down(self) -> None:
        """Finish what is half-done in the text, before it is saved and something else is shown."""

    def may_close(self) -> bool:
        """Get ready for the window to close; False when it must stay."""
        return True
