"""Matters and policies. This file describes a released schema: it never changes."""

from sqlalchemy import (
    Boolean,
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
for _name in ("units", "drafts"):
    Table(_name, _METADATA, Column("id", Integer, primary_key=True))
_NEW = (
    Table(
        "matters",
        _METADATA,
        Column("id", Integer, primary_key=True),
        Column("kind", String(20), nullable=False),
        Column("number", String(60), nullable=False),
        Column("title", String(300), nullable=False),
        Column("day", Date, nullable=False),
        Column("is_open", Boolean, nullable=False),
        Column("words", Text, nullable=False),
        Column("payload", Text, nullable=False),
        Column("changed", DateTime, nullable=False),
        Column("changed_by", String(60), nullable=False),
        Index("ix_matters_kind_day", "kind", "day"),
        sqlite_autoincrement=True,
    ),
    Table(
        "matter_units",
        _METADATA,
        Column(
            "matter_id", Integer, ForeignKey("matters.id", ondelete="CASCADE"), primary_key=True
        ),
        Column("unit_id", Integer, ForeignKey("units.id"), primary_key=True),
        Index(None, "unit_id"),
    ),
    Table(
        "matter_drafts",
        _METADATA,
        Column(
            "matter_id", Integer, ForeignKey("matters.id", ondelete="CASCADE"), primary_key=True
        ),
        Column("draft_id", Integer, ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
        Index(None, "draft_id"),
    ),
    Table(
        "policies",
        _METADATA,
        Column("kind", String(40), primary_key=True),
        Column("payload", Text, nullable=False),
        Column("changed", DateTime, nullable=False),
        Column("changed_by", String(60), nullable=False),
    ),
)


def upgrade(connection: Connection) -> None:
    """Add the tables."""
    _METADATA.create_all(connection, tables=_NEW)
