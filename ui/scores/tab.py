"""What a tab of the 考核 page is."""

from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from desk.reports.register import register_pdf
from desk.scoring.results import ScoreTable
from desk.surveys.survey import Survey
from ui.lists.list_view import ListView
from ui.tabbed_page import Tab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage


class ScoresTab(Tab):
    """A tab on one table of scores; subclasses override what they need.

    Days, group and filter are the page's: ``page.window_days()``, ``page.group_id``,
    ``page.words``. ``show_table`` comes when the tab is on view and the table is new to it.
    """

    page: "ScoresPage"
    needs_table: ClassVar[bool] = True  # False: it reads what it shows by itself, in ``show_days``
    needs_survey: ClassVar[bool] = False  # True: it is shown the survey, and not the table

    def show_table(self, table: ScoreTable) -> None:
        """Show the scores of the page's days."""

    def show_survey(self, survey: Survey) -> None:
        """Show the survey of the page's days; comes where ``needs_survey`` is True."""

    def show_days(self) -> None:
        """Show what is not read from the table; comes where ``needs_table`` is False."""

    def narrow(self) -> None:
        """The group or the words of the filter have changed."""

    def paper_list(self) -> ListView | None:
        """The list that is printed as it is shown; None for tabs that print otherwise."""
        return None

    @override
    def take_focus(self) -> None:
        view = self.paper_list()
        if view is None:
            super().take_focus()
        else:
            view.take_focus()

    @override
    def print_out(self) -> None:
        view = self.paper_list()
        if view is not None and not view.list_model.rowCount():
            self.session.messages.note("这里没有内容，不用打印")
        elif view is not None:
            paper = self.page.paper(view)
            self.session.look(
                lambda: register_pdf(paper),
                lambda pdf: self.send_to_printer(pdf, landscape=paper.landscape),
            )
