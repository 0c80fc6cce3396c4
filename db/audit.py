"""The audit trail: rows are added and read, never changed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import models
from db.rows import add_rows
from desk.audit import AuditRecord


class SqlAudit:
    """``desk.store.Audit`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, record: AuditRecord) -> None:
        """Write a record."""
        row = {
            "when": record.when,
            "who": record.who,
            "action": record.action,
            "subject": record.subject,
            "detail": record.detail,
        }
        add_rows(self._session, models.AuditRecord, [row])

    def records(self, subject: str = "", limit: int = 200) -> list[AuditRecord]:
        """Records of a subject (all without one), newest first."""
        model = models.AuditRecord
        wanted = select(model).order_by(model.id.desc()).limit(limit)
        if subject:
            wanted = wanted.where(model.subject == subject)
        return [
            AuditRecord(row.when, row.who, row.action, row.subject, row.detail)
            for row in self._session.scalars(wanted)
        ]
