"""Inquiries and classes of fees. This file describes a released schema: it never changes."""

from sqlalchemy import (
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
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Table("drafts", _METADATA, Column("id", Integer, primary_key=True))
Table(
    "inquiries",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("drafts.id"), nullable=False, index=True),
    Column("question", String(300), nullable=False),
    Column("excerpt", String(200), nullable=False),
    Column("before", String(40), nullable=False),
    Column("after", String(40), nullable=False),
    Column("name", String(60), nullable=False),
    Column("unit", String(120), nullable=False, index=True),
    Column("phone", String(80), nullable=False),
    Column("asked", DateTime, nullable=False),
    Column("answer", String(10), nullable=False),
    Column("answered", DateTime),
    Column("reply", String(500), nullable=False),
    Column("instead", String(200), nullable=False),
    Column("who", String(60), nullable=False),
    sqlite_autoincrement=True,  # a number taken back is never given again
)
Table(
    "fee_classes",
    _METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", String(40), nullable=False),
    Column("shortest", Integer, nullable=False),
    Column("longest", Integer, nullable=False),
    Column("amount", String(40), nullable=False),
    Column("least", String(40)),
    Column("kinds", Text, nullable=False),
    Column("note", String(200), nullable=False),
)


def upgrade(connection: Connection) -> None:
    """Add the tables, empty."""
    _METADATA.create_all(connection)
