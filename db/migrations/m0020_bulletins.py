"""Bulletins and the office's own wordings. This file describes a released schema: never changed."""

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
    Text,
)

_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Table(
    "bulletins",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", String(40), nullable=False, index=True),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("name", String(60), nullable=False),
    Column("span", String(10), nullable=False),
    Column("number", String(40), nullable=False),
    Column("title", String(120), nullable=False),
    Column("passages", Text, nullable=False),
    Column("kept", Text, nullable=False),
    Column("options", Text, nullable=False),
    Column("template_key", String(40), nullable=False),
    Column("template", Text, nullable=False),
    Column("made", DateTime, nullable=False),
    Column("made_by", String(60), nullable=False),
    Column("changed", DateTime, nullable=False),
    Column("changed_by", String(60), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("pdf", String(64), nullable=False),
    Column("docx", String(64), nullable=False),
    Column("finished", DateTime),
    Column("finished_by", String(60), nullable=False),
    Column("removed", DateTime),
    sqlite_autoincrement=True,
)
Table(
    "bulletin_versions",
    _METADATA,
    Column(
        "bulletin_id", Integer, ForeignKey("bulletins.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("generation", Integer, primary_key=True),
    Column("number", String(40), nullable=False),
    Column("title", String(120), nullable=False),
    Column("passages", Text, nullable=False),
    Column("kept", Text, nullable=False),
    Column("options", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("changed", DateTime, nullable=False),
    Column("changed_by", String(60), nullable=False),
)
Table(
    "wordings",
    _METADATA,
    Column("key", String(40), primary_key=True),
    Column("text", Text, nullable=False),
    Column("changed", DateTime, nullable=False),
    Column("changed_by", String(60), nullable=False),
)


def upgrade(connection: Connection) -> None:
    """Add the tables."""
    _METADATA.create_all(connection)
