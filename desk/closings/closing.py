"""One closing of a period: who froze which figures when, and whether it was opened again."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.scoring.clauses.clause import Span


@dataclass(frozen=True, slots=True)
class Closing:
    """A generation of a period's frozen figures; ``digest`` is the SHA-256 of their document.

    The newest generation that was not opened again holds; the former ones are kept. ``key`` is
    how the period is typed: 2026-07, 2026Q3, 2026H1, 2026.
    """

    span: Span
    key: str
    name: str  # 2026年7月
    first: date
    last: date
    digest: str
    when: datetime
    who: str
    generation: int = 1
    reopened: datetime | None = None
    reopened_by: str = ""
    reason: str = ""  # why it was opened again
    id: int = 0

    @property
    def holds(self) -> bool:
        """Whether the period is closed by it now."""
        return self.reopened is None

    def covers(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return self.first <= day <= self.last
