"""The append-only trail."""

from collections.abc import Sequence
from typing import Protocol

from desk.audit import AuditRecord


class Audit(Protocol):
    """The append-only trail."""

    def add(self, record: AuditRecord) -> None:
        """Write a record."""

    def records(self, subject: str = "", limit: int = 200) -> list[AuditRecord]:
        """Records of a subject (all without one), newest first."""

    def latest(self, action: str, subjects: Sequence[str]) -> dict[str, AuditRecord]:
        """The newest record of an action on each of these subjects that has one."""

    def last_id(self) -> int:
        """The number of the newest record, 0 without any: it grows with every change."""
