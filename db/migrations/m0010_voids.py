"""Void numbers and skipped days. This file describes a released schema: it never changes."""

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
)

_METADATA = MetaData(
    naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
)
Table("publications", _METADATA, Column("id", Integer, primary_key=True))
Table(
    "void_numbers",
    _METADATA,
    Column(
        "publication_id",
        Integer,
        ForeignKey("publications.id"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("name", String(10), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("reason", String(200), nullable=False),
    Column("who", String(60), nullable=False),
    Column("when", DateTime, nullable=False),
)
Table(
    "skipped_days",
    _METADATA,
    Column(
        "publication_id",
        Integer,
        ForeignKey("publications.id"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("day", Date, primary_key=True),
    Column("reason", String(200), nullable=False),
    Column("who", String(60), nullable=False),
    Column("when", DateTime, nullable=False),
)


def upgrade(connection: Connection) -> None:
    """Add the tables, empty."""
    _METADATA.create_all(connection)
