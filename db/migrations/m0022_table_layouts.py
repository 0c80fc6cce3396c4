"""The office's own statistics tables. This file describes a released schema: it never changes."""

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, Text, UniqueConstraint

_METADATA = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)
Table(
    "table_layouts",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(40), nullable=False),
    Column("data", Text, nullable=False),
    UniqueConstraint("name"),
    sqlite_autoincrement=True,
)


def upgrade(connection: Connection) -> None:
    """Add the table."""
    _METADATA.create_all(connection)
