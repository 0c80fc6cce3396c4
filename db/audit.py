"""The audit trail: rows are added and read, never changed (triggers of m0026 see to it)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    String,
    false,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from db import models
from db.draft_lists import listed
from db.rows import add_rows, checked
from desk.audit import AuditQuery, AuditRecord, Head, Link, digest_of, moment_text
from desk.office_clock import moment_at

_KEYS = 500  # in one statement; older SQLite takes 999 parameters
_DAY = timedelta(days=1)
_Row = models.AuditRecord
_LAST = select(_Row.id, _Row.digest).order_by(_Row.id.desc()).limit(1)
_LINKS = select(
    _Row.id,
    type_coerce(_Row.when, String),  # as it is written; to_char() on PostgreSQL
    _Row.who,
    _Row.action,
    _Row.subject,
    _Row.detail,
    _Row.digest,
).order_by(_Row.id)


class SqlAudit:
    """``desk.store.Audit`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # Nobody else adds until this unit of work ends, and with it ends this object. (On
        # PostgreSQL: LOCK TABLE audit IN EXCLUSIVE MODE before the first look.)
        self._last: tuple[int, str] | None = None

    def add(self, record: AuditRecord) -> None:
        """Write a record and bind it to the one before."""
        number, before = self._last or self._session.connection().execute(_LAST).first() or (0, "")
        row = checked(
            _Row,
            {
                "id": number + 1,
                "when": record.when,
                "who": record.who,
                "action": record.action,
                "subject": record.subject,
                "detail": record.detail,
            },
        )
        when = moment_text(record.when)
        link = Link(row["id"], when, row["who"], row["action"], row["subject"], record.detail, "")
        row["digest"] = digest_of(before, link)
        add_rows(self._session, _Row, [row])
        self._last = (row["id"], row["digest"])

    def records(self, subject: str = "", limit: int = 200) -> list[AuditRecord]:
        """Records of a subject (all without one), newest first."""
        wanted = select(_Row).order_by(_Row.id.desc()).limit(limit)
        if subject:
            wanted = wanted.where(_Row.subject == subject)
        return [_record(row) for row in self._session.scalars(wanted)]

    def latest(self, action: str, subjects: Sequence[str]) -> dict[str, AuditRecord]:
        """The newest record of an action on each of these subjects that has one."""
        found = dict[str, AuditRecord]()
        for start in range(0, len(subjects), _KEYS):
            some = list(subjects[start : start + _KEYS])
            wanted = select(_Row).where(_Row.subject.in_(some), _Row.action == action)
            for row in self._session.scalars(wanted.order_by(_Row.id)):
                found[row.subject] = _record(row)
        return found

    def last_id(self) -> int:
        """The number of the newest record, 0 without any."""
        return self._session.scalar(select(func.max(_Row.id))) or 0

    def ids(self, query: AuditQuery, limit: int | None = None) -> list[int]:
        """The numbers of the records that answer a query, newest first."""
        wanted = select(_Row.id).where(*_conditions(query)).order_by(_Row.id.desc())
        return listed(self._session, wanted.limit(limit) if limit else wanted)

    def page(self, ids: Sequence[int]) -> list[AuditRecord]:
        """Some records in the order of their numbers here."""
        found = dict[int, AuditRecord]()
        for start in range(0, len(ids), _KEYS):
            some = list(ids[start : start + _KEYS])
            rows = self._session.scalars(select(_Row).where(_Row.id.in_(some)))
            found.update((row.id, _record(row)) for row in rows)
        return [found[number] for number in ids]

    def people(self) -> list[str]:
        """Everybody who has a record, by name."""
        return list(self._session.scalars(select(_Row.who).distinct().order_by(_Row.who)))

    def actions(self) -> list[str]:
        """Every action that has a record, by name."""
        return list(self._session.scalars(select(_Row.action).distinct().order_by(_Row.action)))

    def head(self) -> Head:
        """How far the trail has come."""
        last = self._session.execute(_LAST).first()
        count = self._session.scalar(select(func.count(_Row.id))) or 0
        return Head(count, last.digest if last else "")

    def links(self, after: int, limit: int) -> list[Link]:
        """The records behind a number as they stand in the chain, oldest first."""
        wanted = _LINKS.where(_Row.id > after).limit(limit)
        connection = self._session.connection()
        try:
            return _links(connection, wanted)
        except dbapi2.OperationalError:  # bytes that are no text: not written by us, but read
            raw: Any = connection.connection.driver_connection
            former, raw.text_factory = raw.text_factory, _readable
            try:
                return _links(connection, wanted)
            finally:
                raw.text_factory = former


def _links(connection: Connection, wanted: Executable) -> list[Link]:
    return [Link(*row) for row in connection.execute(wanted).cursor.fetchall()]


def _readable(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _conditions(query: AuditQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.first:
        found.append(_Row.when >= moment_at(query.first))
    if query.last:
        found.append(_Row.when < moment_at(query.last + _DAY))
    if query.who:
        found.append(_Row.who == query.who)
    if query.action:
        found.append(_Row.action == query.action)
    if query.beginnings:
        begun = [_Row.action.startswith(one, autoescape=True) for one in query.beginnings]
        found.append(or_(false(), *begun))
    if query.subject:
        one_of = _Row.subject.startswith(f"{query.subject}:", autoescape=True)
        found.append(or_(_Row.subject == query.subject, one_of))
    found += [
        or_(*(text.contains(word, autoescape=True) for text in (_Row.detail, _Row.action)))
        for word in query.words.split()
    ]
    return found


def _record(row: models.AuditRecord) -> AuditRecord:
    return AuditRecord(row.when, row.who, row.action, row.subject, row.detail, row.id)
