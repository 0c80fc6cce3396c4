"""The office's own short lists, each in its order."""

from datetime import date
from typing import Protocol

from desk.calendar import SpecialDay
from desk.clocks import Clock
from desk.reasons import Reason
from desk.topics import Topic
from desk.views import SavedView


class Lists(Protocol):
    """The office's own short lists, each in its order."""

    def reasons(self) -> list[Reason]:
        """Reasons by decision and position."""

    def save_reason(self, reason: Reason) -> None:
        """Add or change the reason of that code."""

    def clocks(self) -> list[Clock]:
        """The limits, one a kind."""

    def save_clock(self, clock: Clock) -> None:
        """Set the limit of its kind."""

    def special_days(self) -> list[SpecialDay]:
        """The office's exceptions to the calendar, by day."""

    def save_special_day(self, special: SpecialDay) -> None:
        """Add or change a day."""

    def delete_special_day(self, day: date) -> None:
        """Let the national calendar decide on a day again."""

    def topics(self) -> list[Topic]:
        """The topics by position."""

    def save_topic(self, topic: Topic) -> None:
        """Add or change the topic of that name."""

    def delete_topic(self, name: str) -> None:
        """Forget a topic; drafts that have it keep it."""

    def views(self) -> list[SavedView]:
        """The saved views by position."""

    def save_view(self, view: SavedView) -> None:
        """Add or change the view of that name."""

    def delete_view(self, name: str) -> None:
        """Forget a view."""

    def watched(self) -> dict[str, str]:
        """Files taken from the watched folder: path and the stamp they had."""

    def watch(self, path: str, stamp: str) -> None:
        """Remember a file of the watched folder as taken."""
