"""Carry an issue out under a pass phrase."""

from collections.abc import Sequence

from typing_extensions import override

from ui.issue.feature import Action, Feature


class Carrying(Feature):
    """外带加密包… of the issue on show."""

    @override
    def exports(self) -> Sequence[Action]:
        return (Action("外带加密包…", "", self.ask),)

    def ask(self) -> None:
        """Ask for the pass phrase and the place."""
        from ui.secrecy.carry_window import open_carrying  # noqa: PLC0415 - loaded on use

        if self.page.issue is not None:
            open_carrying(self.page.session, self.page, [f"issue:{self.page.issue.id}"])
