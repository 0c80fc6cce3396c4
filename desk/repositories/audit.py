"""The append-only trail."""

from collections.abc import Sequence
from typing import Protocol

from desk.audit import AuditQuery, AuditRecord, Head, Link


class Audit(Protocol):
    """The append-only trail."""

    def add(self, record: AuditRecord) -> None:
        """Write a record and bind it to the one before."""

    def records(self, subject: str = "", limit: int = 200) -> list[AuditRecord]:
        """Records of a subject (all without one), newest first."""

    def latest(self, action: str, subjects: Sequence[str]) -> dict[str, AuditRecord]:
        """The newest record of an action on each of these subjects that has one."""

    def last_id(self) -> int:
        """The number of the newest record, 0 without any: it grows with every change."""

    def ids(self, query: AuditQuery, limit: int | None = None) -> list[int]:
        """The numbers of the records that answer a query, newest first."""

    def page(self, ids: Sequence[int]) -> list[AuditRecord]:
        """Some records in the order of their numbers here."""

    def people(self) -> list[str]:
        """Everybody who has a record, by name."""

    def actions(self) -> list[str]:
        """Every action that has a record, by name."""

    def head(self) -> Head:
        """How far the trail has come."""

    def links(self, after: int, limit: int) -> list[Link]:
        """The records behind a number as they stand in the chain, oldest first."""
