"""The audit trail as a hash chain that is only added to. This file never changes."""

from collections.abc import Callable
from hashlib import sha256

from sqlalchemy import Connection

_CHAINED = (
    "CREATE TABLE audit_chained ("
    ' "when" DATETIME NOT NULL,'
    " who VARCHAR(60) NOT NULL,"
    " action VARCHAR(60) NOT NULL,"
    " subject VARCHAR(60) NOT NULL,"
    " detail TEXT NOT NULL,"
    " digest VARCHAR(64) NOT NULL,"
    " id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT)"
)
# In one statement, which SQLite fills row by row: half the time of reading the records out first.
_COPIED = (
    "INSERT INTO audit_chained"
    " SELECT moment, who, action, subject, detail,"
    " chained(id, moment, who, action, subject, detail), id"
    " FROM (SELECT *, substr(\"when\" || '.000000', 1, 26) AS moment FROM audit) ORDER BY id"
)
_RENAMED = (
    "DROP TABLE audit",
    "ALTER TABLE audit_chained RENAME TO audit",
    "CREATE INDEX ix_audit_subject ON audit (subject)",
    'CREATE INDEX ix_audit_when_action_who ON audit ("when", action, who)',
)
# On PostgreSQL the triggers are one function that raises, with REVOKE UPDATE, DELETE, TRUNCATE.
_REFUSED = (
    "audit_is_not_changed BEFORE UPDATE ON audit",
    "audit_is_not_cut BEFORE DELETE ON audit",
    "audit_is_not_replaced BEFORE INSERT ON audit WHEN NEW.id <= (SELECT max(id) FROM audit)",
)
_ABORT = "SELECT RAISE(ABORT, 'the audit trail is only added to')"


def upgrade(connection: Connection) -> None:
    """Copy the records in their order, each with the digest of all up to it."""
    connection.exec_driver_sql(_CHAINED)
    raw = connection.connection.driver_connection
    assert raw is not None  # noqa: S101 - the connection is open
    raw.create_function("chained", 6, _chain())
    connection.exec_driver_sql(_COPIED)
    raw.create_function("chained", 6, None)
    for step in _RENAMED:
        connection.exec_driver_sql(step)
    for which in _REFUSED:
        connection.exec_driver_sql(f"CREATE TRIGGER {which} BEGIN {_ABORT}; END")


def _chain() -> Callable[[int, str, str, str, str, str], str]:
    digest, last = "", 0

    def chained(number: int, when: str, who: str, action: str, subject: str, detail: str) -> str:
        nonlocal digest, last
        assert number > last  # noqa: S101 - in the order of the numbers, or the chain is none
        line = (
            f"{digest}\n{number}\n{when}\n{len(who)} {who}\n{len(action)} {action}\n"
            f"{len(subject)} {subject}\n{detail}"
        )
        digest, last = sha256(line.encode()).hexdigest(), number
        return digest

    return chained
