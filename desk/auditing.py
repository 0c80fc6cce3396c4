"""Write the audit record of a change, in the change's own unit of work."""

from dataclasses import dataclass
from datetime import datetime

from desk.audit import AuditRecord
from desk.store import Work


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and when (aware, UTC)."""

    who: str
    now: datetime


def note(work: Work, by: By, action: str, subject: str, detail: str = "") -> None:
    """Write one record."""
    work.audit.add(AuditRecord(by.now, by.who, action, subject, detail))
