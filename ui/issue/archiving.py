"""往期: the archive, at the issue on show."""

from collections.abc import Sequence

from typing_extensions import override

from ui.issue.feature import Action, Feature


class Archiving(Feature):
    """Leads to the archive."""

    @override
    def actions(self) -> Sequence[Action]:
        return (Action("往期", "Ctrl+Shift+A", self.show_archive),)

    def show_archive(self) -> None:
        """Show the archive: the issue on show where it is released, else the newest ones."""
        issue = self.page.issue
        is_shelved = issue is not None and issue.is_frozen
        self.page.session.go("archive", issue.id if issue and is_shelved else None)
