"""Drafts open for editing. This file describes a released schema: it never changes."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

_METADATA = MetaData(
    naming_convention={
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Table("drafts", _METADATA, Column("id", Integer, primary_key=True))
Table(
    "sittings",
    _METADATA,
    Column("draft_id", Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
    Column("window", String(40), primary_key=True),
    Column("who", String(60), nullable=False),
    Column("begun", DateTime, nullable=False),
    Column("seen", DateTime, nullable=False),
    Column("beats", Integer, nullable=False),
    Column("cursor", Integer, nullable=False),
    Column("is_left", Boolean, nullable=False),
    Column("title", Text),
    Column("body", Text),
)


def upgrade(connection: Connection) -> None:
    """Add the table; no draft is open."""
    _METADATA.create_all(connection)
