"""The office's own rules. This file describes a released schema: it never changes."""

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

_LIMITS = tuple(
    (table, f"{name} INTEGER DEFAULT '0' NOT NULL")
    for table in ("publications", "sections")
    for name in ("shortest", "longest", "paragraphs")
)
_COLUMNS = (
    ("drafts", "scope VARCHAR(10) DEFAULT '未定' NOT NULL"),
    ("waivers", "scope VARCHAR(10) DEFAULT '本文' NOT NULL"),
    ("waivers", "around TEXT DEFAULT '' NOT NULL"),
    ("publications", "results_only BOOLEAN DEFAULT '0' NOT NULL"),
    *_LIMITS,
)
_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Table("drafts", _METADATA, Column("id", Integer, primary_key=True))
Table("issues", _METADATA, Column("id", Integer, primary_key=True))
Table(
    "kept_words",
    _METADATA,
    Column("rule", String(20), primary_key=True),
    Column("excerpt", String(200), primary_key=True),
    Column("reason", String(500), nullable=False),
    Column("who", String(60), nullable=False),
    Column("when", DateTime, nullable=False),
)
Table(
    "listed_words",
    _METADATA,
    Column("list", String(20), primary_key=True),
    Column("word", String(120), primary_key=True),
    Column("instead", Text, nullable=False),
    Column("unless", Text, nullable=False),
    Column("note", String(200), nullable=False),
    Column("source", String(200), nullable=False),
    Column("day", Date),
    Column("active", Boolean, nullable=False),
)
Table(
    "rule_levels",
    _METADATA,
    Column("publication_id", Integer, primary_key=True, autoincrement=False),
    Column("rule", String(20), primary_key=True),
    Column("level", String(10), nullable=False),
)
Table(
    "rule_outcomes",
    _METADATA,
    Column("rule", String(20), primary_key=True),
    Column("accepted", Integer, nullable=False),
    Column("waived", Integer, nullable=False),
)
Table(
    "printed_figures",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("issue_id", Integer, ForeignKey("issues.id"), nullable=False, index=True),
    Column("draft_id", Integer, ForeignKey("drafts.id"), nullable=False, index=True),
    Column("key", String(200), nullable=False),
    Column("period", String(40), nullable=False),
    Column("value", String(80), nullable=False),
    Column("margin", String(80), nullable=False),
    Column("text", String(80), nullable=False),
    Index(None, "key", "period"),
)


def upgrade(connection: Connection) -> None:
    """Add the columns and tables; every rule stays at its own level, every list as delivered."""
    for table, column in _COLUMNS:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column}")
    _METADATA.create_all(connection)
