"""What issues have printed, and who used them. This file is a released schema: never changed."""

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Table("drafts", _METADATA, Column("id", Integer, primary_key=True))
Table("issues", _METADATA, Column("id", Integer, primary_key=True))
Table(
    "printed_issues",
    _METADATA,
    Column("issue_id", Integer, ForeignKey("issues.id"), primary_key=True, autoincrement=False),
    Column("pages", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("retention", String(10), nullable=False),
)
Table(
    "printed_items",
    _METADATA,
    Column("issue_id", Integer, ForeignKey("issues.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("draft_id", Integer, ForeignKey("drafts.id")),
    Column("section", String(60), nullable=False),
    Column("title", String(300), nullable=False),
    Column("units", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("turns", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("id", Integer, primary_key=True),
    Index(None, "issue_id", "position"),
    sqlite_autoincrement=True,
)
Table(
    "uses",
    _METADATA,
    Column("issue_id", Integer, ForeignKey("issues.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("who", String(60), nullable=False),
    Column("unit", String(100), nullable=False),
    Column("way", String(10), nullable=False),
    Column("purpose", String(300), nullable=False),
    Column("approver", String(60), nullable=False),
    Column("returned", Date),
    Column("remark", String(300), nullable=False),
    Column("clerk", String(60), nullable=False),
    Column("recorded", DateTime, nullable=False),
    Column("id", Integer, primary_key=True),
    sqlite_autoincrement=True,
)

_SEARCH = """
CREATE VIRTUAL TABLE printed_search USING fts5(
    tokens, content='', contentless_delete=1, detail=none, prefix='1', tokenize='ascii'
)
"""


def upgrade(connection: Connection) -> None:
    """Add the tables; what was released before is read from its PDF behind the window."""
    _METADATA.create_all(connection)
    connection.exec_driver_sql(_SEARCH)
