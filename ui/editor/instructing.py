"""Register what a leader wrote on the draft on show (登记批示)."""

from collections.abc import Callable, Mapping, Sequence

from typing_extensions import override

from ui.editor.feature import Feature

_KEYS = "Ctrl+Alt+I"


class Instructing(Feature):
    """登记批示: the form of the 批示 tab opens, with this item chosen."""

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {_KEYS: self.begin}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return (("登记领导批示", _KEYS),)

    def begin(self) -> None:
        """Go there with the draft on show."""
        if self.page.draft is not None:
            self.page.session.go("tasks", f"instruction:new:{self.page.draft.id}")
