"""The audit trail: rows are added and read, never changed."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import models
from db.rows import add_rows
from desk.audit import AuditRecord

_KEYS = 500  # in one statement; older SQLite takes 999 parameters


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
        return [_record(row) for row in self._session.scalars(wanted)]

    def latest(self, action: str, subjects: Sequence[str]) -> dict[str, AuditRecord]:
        """The newest record of an action on each of these subjects that has one."""
        model, found = models.AuditRecord, dict[str, AuditRecord]()
        for start in range(0, len(subjects), _KEYS):
            some = list(subjects[start : start + _KEYS])
            wanted = select(model).where(model.subject.in_(some), model.action == action)
            for row in self._session.scalars(wanted.order_by(model.id)):
                found[row.subject] = _record(row)
        return found

    def last_id(self) -> int:
        """The number of the newest record, 0 without any."""
        return self._session.scalar(select(func.max(models.AuditRecord.id))) or 0


def _record(row: models.AuditRecord) -> AuditRecord:
    return AuditRecord(row.when, row.who, row.action, row.subject, row.detail)
