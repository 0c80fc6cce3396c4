"""Send entries of an issue up to other levels (上报)."""

from collections.abc import Sequence

from typing_extensions import override

from ui.forwardings.copying import open_sending
from ui.issue.feature import Action, Feature


class Forwarding(Feature):
    """上报…… of the selected entries, or of the current one."""

    @override
    def actions(self) -> Sequence[Action]:
        return (Action("上报……", "Ctrl+Alt+S", self.ask),)

    @override
    def of_entry(self) -> Sequence[Action]:
        return self.actions()

    def ask(self) -> None:
        """Ask to whom the selected entries go."""
        chosen = self.page.tree.selected_drafts()
        session = self.page.session
        if self.page.issue is None or not chosen:
            session.messages.note("先在“本期条目”里选中要上报的条目")
            return
        open_sending(session, self.page, sorted(chosen))
