"""试算: the tab of the 考核 page; its days, group and filter are the page's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from ui import style
from ui.export import Export
from ui.scores.tab import ScoresTab
from ui.scores.trial_choice import TrialChoice
from ui.scores.trial_view import TrialView

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage


class TrialTab(ScoresTab):
    """Nothing is reckoned until the clerk asks for it."""

    title = "试算"
    needs_table = False

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self.choice = TrialChoice(self.session)
        self.trials = TrialView(self.session, self.choice, page.window_days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.addWidget(self.trials)

    @override
    def show_days(self) -> None:
        with self.session.store.read() as work:
            self.choice.show_schemes(work.catalogue.schemes())

    @override
    def narrow(self) -> None:
        chosen = self.page.group.currentText() if self.page.group_id is not None else None
        self.trials.narrow(chosen, self.page.words)

    @override
    def take_focus(self) -> None:
        self.choice.scheme.setFocus()

    @override
    def print_out(self) -> None:
        self.trials.print_out()

    @override
    def exports(self) -> Sequence[Export]:
        return (Export("试算对比和两边的明细（Excel）", self.trials.save),)
