"""Phrases. This file describes a released schema: it never changes."""

from sqlalchemy import Boolean, Column, Connection, Date, Integer, MetaData, String, Table, Text

_METADATA = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"}
)
Table(
    "phrases",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("category", String(10), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    Column("text", Text, nullable=False),
    Column("key", String(20), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("source", String(200), nullable=False),
    Column("day", Date),
    sqlite_autoincrement=True,
)


def upgrade(connection: Connection) -> None:
    """Add the table; it is filled when the office is completed."""
    _METADATA.create_all(connection)
