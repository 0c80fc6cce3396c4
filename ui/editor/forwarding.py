"""Send the draft on show up to other levels (上报)."""

from collections.abc import Callable, Mapping, Sequence

from typing_extensions import override

from ui.editor.feature import Feature
from ui.forwardings.copying import open_sending

_KEYS = "Ctrl+Alt+S"


class Forwarding(Feature):
    """上报……; what is on the screen is saved first."""

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {_KEYS: lambda: self.page.saved_first(self.ask)}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return (("上报……", _KEYS),)

    def ask(self) -> None:
        """Ask to whom the draft goes."""
        draft = self.page.draft
        if draft is not None:
            open_sending(self.page.session, self.page, [draft.item_id])
