"""The 督办 page: commissions, emergencies, instructions and others, a tab for each."""

from typing_extensions import override

from ui.session import Session, Topic
from ui.tabbed_page import Tab, TabbedPage
from ui.tasks.tabs import TABS


class TasksPage(TabbedPage):
    """``show_target`` takes a tab's title, “约稿/逾期”, or a matter as "commission:3"."""

    topics = frozenset({Topic.TASKS, Topic.DRAFTS, Topic.REGISTRY})
    tabs_of = TABS

    def __init__(self, session: Session) -> None:
        super().__init__(session, "督办")

    @override
    def show_tools(self, tab: Tab) -> None:
        """All tabs but few have lists: the buttons keep their places."""
        self.export_button.setEnabled(bool(self.export_menu.actions()))
