"""Numbered copies of issues. This file describes a released schema: it never changes."""

from sqlalchemy import Column, Connection, Date, ForeignKey, Integer, MetaData, String, Table

_METADATA = MetaData(
    naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
)
Table("issues", _METADATA, Column("id", Integer, primary_key=True))
Table(
    "copies",
    _METADATA,
    Column("issue_id", Integer, ForeignKey("issues.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("recipient", String(120), nullable=False),
    Column("state", String(10), nullable=False),
    Column("day", Date),
    Column("person", String(60), nullable=False),
    Column("remark", String(200), nullable=False),
    Column("signed_by", String(60), nullable=False),
    Column("signed", Date),
    Column("returned", Date),
)


def upgrade(connection: Connection) -> None:
    """Add the table; no copy is registered."""
    _METADATA.create_all(connection)
