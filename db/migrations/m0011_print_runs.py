"""What was printed. This file describes a released schema: it never changes."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    DateTime,
    Integer,
    MetaData,
    String,
    Table,
)

_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Table(
    "print_runs",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("issue_id", Integer, nullable=False, index=True),
    Column("when", DateTime, nullable=False),
    Column("who", String(60), nullable=False),
    Column("printer", String(200), nullable=False),
    Column("pages", String(200), nullable=False),
    Column("copies", Integer, nullable=False),
    Column("sheets", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("size", String(10), nullable=False),
    Column("way", String(60), nullable=False),
    Column("is_proof", Boolean, nullable=False),
    Column("outcome", String(10), nullable=False),
    sqlite_autoincrement=True,
)


def upgrade(connection: Connection) -> None:
    """Add the table; nothing printed before is known."""
    _METADATA.create_all(connection)
