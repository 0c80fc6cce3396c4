"""Write the audit record of a change, in the change's own unit of work."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.audit import AuditRecord
from desk.office_clock import day_of
from desk.store import Work


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and when (aware, UTC)."""

    who: str
    now: datetime

    @property
    def today(self) -> date:
        """The office's day."""
        return day_of(self.now)


def note(work: Work, by: By, action: str, subject: str, detail: str = "") -> None:
    """Write one record."""
    work.audit.add(AuditRecord(by.now, by.who, action, subject, detail))
