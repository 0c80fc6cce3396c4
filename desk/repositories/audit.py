"""The append-only trail."""

from typing import Protocol

from desk.audit import AuditRecord


class Audit(Protocol):
    """The append-only trail."""

    def add(self, record: AuditRecord) -> None:
        """Write a record."""

    def records(self, subject: str = "", limit: int = 200) -> list[AuditRecord]:
        """Records of a subject (all without one), newest first."""
