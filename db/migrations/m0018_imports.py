"""Imports of old ledgers. This file describes a released schema: it never changes."""

from sqlalchemy import Column, Connection, DateTime, Index, Integer, MetaData, String, Table, Text

_METADATA = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"}
)
Table(
    "import_batches",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("sort", String(20), nullable=False),
    Column("name", String(255), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("source", String(160), nullable=False),
    Column("when", DateTime, nullable=False),
    Column("who", String(60), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("facts", Integer, nullable=False),
    Column("detail", Text, nullable=False),
    Column("report", String(64), nullable=False),
    Column("undone", DateTime),
    Column("undone_by", String(60), nullable=False),
    Index(None, "digest"),
    sqlite_autoincrement=True,
)
Table(
    "import_plans",
    _METADATA,
    Column("fingerprint", String(64), primary_key=True),
    Column("name", String(255), nullable=False),
    Column("plan", Text, nullable=False),
    Column("when", DateTime, nullable=False),
    Column("who", String(60), nullable=False),
)

# What was imported before there were batches: its file, and who did it, are known by its source.
_EARLIER = """
INSERT INTO import_batches (sort, name, digest, source, "when", who, rows, facts, detail, report,
    undone_by)
SELECT '台账', COALESCE(files.name, held.source), COALESCE(files.digest, ''), held.source,
    COALESCE(MAX(audit."when"), '2000-01-01 00:00:00.000000'), COALESCE(MAX(audit.who), ''),
    0, held.facts, COALESCE(MAX(audit.detail), ''), '', ''
FROM (SELECT source, COUNT(*) AS facts FROM facts
    WHERE source LIKE 'import:%' AND kind <> '冲销' GROUP BY source) AS held
LEFT JOIN files ON files.digest LIKE SUBSTR(held.source, 8) || '%'
LEFT JOIN audit ON audit.subject = held.source
GROUP BY held.source, held.facts, files.name, files.digest
ORDER BY 5
"""


def upgrade(connection: Connection) -> None:
    """Add the tables, with a batch for each earlier import."""
    _METADATA.create_all(connection)
    connection.exec_driver_sql(_EARLIER)
