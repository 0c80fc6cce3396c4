"""The honours of one period as the office keeps them."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.awards.deciding import Awarded, Decision
from desk.awards.plan import AwardPlan


@dataclass(frozen=True, slots=True)
class AwardList:
    """One list a period; ``settled`` are its rows as they were settled (定下), none before that.

    ``key`` is the period's as it is typed, or its days.
    """

    key: str
    name: str  # 2026年
    first: date
    last: date
    plan: AwardPlan
    decisions: tuple[Decision, ...] = ()
    settled: tuple[Awarded, ...] = ()
    settled_at: datetime | None = None
    who: str = ""
    when: datetime | None = None

    @property
    def is_settled(self) -> bool:
        """Whether it holds as it is."""
        return self.settled_at is not None
