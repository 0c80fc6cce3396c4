"""People, lanes and approvals. This file describes a released schema: it never changes."""

from typing import Any

from sqlalchemy import (
    Boolean,
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
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _must(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]]) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _of(name: str, target: str) -> Column[int]:
    return Column(name, Integer, ForeignKey(target), nullable=False, index=True)


Table("drafts", _METADATA, Column("id", Integer, primary_key=True))
Table(
    "people",
    _METADATA,
    _key(),
    _must("name", String(60)),
    _must("post", String(60)),
    _must("phone", String(60)),
    _must("deputy", String(60)),
    _must("is_away", Boolean),
    _must("pin", String(200)),
    _must("active", Boolean),
    _must("position", Integer),
    UniqueConstraint("name"),
    sqlite_autoincrement=True,
)
Table(
    "lanes",
    _METADATA,
    _key(),
    _must("name", String(40)),
    _must("conditions", Text),
    _must("kinds", Text),
    _must("at_once", Boolean),
    _must("active", Boolean),
    _must("position", Integer),
    UniqueConstraint("name"),
    sqlite_autoincrement=True,
)
Table(
    "lane_stages",
    _METADATA,
    Column("lane_id", Integer, ForeignKey("lanes.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _must("name", String(40)),
    _must("signer", String(60)),
    _must("hours", Integer),
    _must("only_if_asked", Boolean),
)
Table(
    "approvals",
    _METADATA,
    _key(),
    _of("draft_id", "drafts.id"),
    _must("lane", String(40)),
    _must("begun", DateTime),
    _must("who", String(60)),
    _must("revision", Integer),
    sqlite_autoincrement=True,
)
Table(
    "approval_steps",
    _METADATA,
    _key(),
    _of("approval_id", "approvals.id"),
    _must("position", Integer),
    _must("name", String(40)),
    _must("stage_signer", String(60)),
    _must("hours", Integer),
    _must("only_if_asked", Boolean),
    _must("asked", String(60)),
    Column("since", DateTime),
    Column("done", DateTime, index=True),
    _must("verdict", String(10)),
    _must("signer", String(60)),
    _must("instead_of", String(60)),
    _must("opinion", String(1000)),
    Column("signed_on", Date),
    _must("scan", String(64)),
    sqlite_autoincrement=True,
)
Table(
    "approval_calls",
    _METADATA,
    _key(),
    _of("step_id", "approval_steps.id"),
    _must("when", DateTime),
    _must("who", String(60)),
    _must("told", String(500)),
    _must("answer", String(500)),
    sqlite_autoincrement=True,
)


def upgrade(connection: Connection) -> None:
    """Add the tables; drafts already in 送审 wait on one stage, as the desk reads them."""
    _METADATA.create_all(connection)
