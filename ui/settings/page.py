"""The 设置 page: the office, and what guards its data, a tab for each."""

from ui.session import Session, Topic
from ui.settings.tabs import TABS
from ui.tabbed_page import TabbedPage


class SettingsPage(TabbedPage):
    """``show_target`` takes a tab's title."""

    topics = frozenset({Topic.SETTINGS})
    tabs_of = TABS
    primary_keys = "Ctrl+S"

    def __init__(self, session: Session) -> None:
        super().__init__(session, "设置")
