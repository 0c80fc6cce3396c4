"""Lists of honours. This file describes a released schema: it never changes."""

from sqlalchemy import Column, Connection, Date, DateTime, MetaData, String, Table, Text

_METADATA = MetaData(naming_convention={"pk": "pk_%(table_name)s"})
Table(
    "award_lists",
    _METADATA,
    Column("key", String(20), primary_key=True),
    Column("name", String(60), nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("plan", Text, nullable=False),
    Column("decisions", Text, nullable=False),
    Column("settled", Text, nullable=False),
    Column("settled_at", DateTime),
    Column("when", DateTime, nullable=False),
    Column("who", String(60), nullable=False),
)


def upgrade(connection: Connection) -> None:
    """Add the table."""
    _METADATA.create_all(connection)
