"""Closings of periods. This file describes a released schema: never changed."""

from sqlalchemy import Column, Connection, Date, DateTime, Index, Integer, MetaData, String, Table

_METADATA = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"}
)
Table(
    "closings",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("span", String(10), nullable=False),
    Column("key", String(40), nullable=False),
    Column("name", String(60), nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("when", DateTime, nullable=False),
    Column("who", String(60), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("reopened", DateTime),
    Column("reopened_by", String(60), nullable=False),
    Column("reason", String(200), nullable=False),
    Index(None, "first", "last"),
    sqlite_autoincrement=True,
)


def upgrade(connection: Connection) -> None:
    """Add the table."""
    _METADATA.create_all(connection)
