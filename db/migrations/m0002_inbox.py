"""What the inbox knows of a draft. This file describes a released schema: it never changes."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

_COLUMNS = (
    ("units", "code VARCHAR(20) DEFAULT '' NOT NULL"),
    ("drafts", "topics TEXT DEFAULT '[]' NOT NULL"),
    ("drafts", "is_read BOOLEAN DEFAULT '1' NOT NULL"),
    ("drafts", "is_flagged BOOLEAN DEFAULT '0' NOT NULL"),
    ("drafts", "holder VARCHAR(60) DEFAULT '' NOT NULL"),
    ("drafts", "due DATETIME"),
    ("drafts", "reason VARCHAR(20) DEFAULT '' NOT NULL"),
    ("drafts", "remark VARCHAR(500) DEFAULT '' NOT NULL"),
    ("drafts", "doubts TEXT DEFAULT '[]' NOT NULL"),
    ("drafts", "signed_as VARCHAR(120) DEFAULT '' NOT NULL"),
    ("drafts", "merged_into INTEGER REFERENCES drafts (id)"),
)
_INDEXES = (
    ("due", "id"),
    ("holder", "received", "id"),
    ("urgency", "received", "id"),
    ("channel", "received", "id"),
    (
        "received", "id", "status", "reason", "due", "event_date", "kind", "urgency", "channel",
        "holder", "is_read", "is_flagged", "doubts", "first_unit_id",
    ),
)  # fmt: skip
_ARRIVAL = "ix_drafts_arrival"  # the last one's name; its own would be too long
_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_DRAFTS = Table("drafts", _METADATA, Column("id", Integer, primary_key=True))


def _draft_id(name: str, *, index: bool = False) -> Column[int]:
    return Column(
        name, Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False, index=index
    )


Table(
    "draft_topics",
    _METADATA,
    _draft_id("draft_id"),
    Column("topic", String(60), primary_key=True),
    Index(None, "topic", "draft_id"),
)
Table("sketches", _METADATA, _draft_id("draft_id"), Column("data", LargeBinary, nullable=False))
Table(
    "likenesses",
    _METADATA,
    _draft_id("draft_id"),
    _draft_id("other_id", index=True),
    Column("nature", String(20), nullable=False),
    Column("score", Integer, nullable=False),
    Column("verdict", String(10), nullable=False),
)
Table("unindexed", _METADATA, _draft_id("draft_id"))
Table(
    "reasons",
    _METADATA,
    Column("code", String(20), primary_key=True),
    Column("decision", String(10), nullable=False),
    Column("text", String(120), nullable=False),
    Column("advice", String(200), nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
)
Table(
    "clocks",
    _METADATA,
    Column("kind", String(10), primary_key=True),
    Column("amount", Integer, nullable=False),
    Column("unit", String(10), nullable=False),
)
Table(
    "special_days",
    _METADATA,
    Column("day", Date, primary_key=True),
    Column("is_working", Boolean, nullable=False),
    Column("name", String(60), nullable=False),
)
Table(
    "topics",
    _METADATA,
    Column("name", String(60), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
)
Table(
    "saved_views",
    _METADATA,
    Column("name", String(60), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("query", Text, nullable=False),
)
Table(
    "watched_files",
    _METADATA,
    Column("path", Text, primary_key=True),
    Column("stamp", String(60), nullable=False),
)


def upgrade(connection: Connection) -> None:
    """Add the columns and tables; what is there stays as it is, and counts as read."""
    for table, column in _COLUMNS:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column}")
    for columns in _INDEXES:
        name = _ARRIVAL if columns == _INDEXES[-1] else "_".join(("ix_drafts", *columns))
        connection.exec_driver_sql(f"CREATE INDEX {name} ON drafts ({', '.join(columns)})")
    _METADATA.create_all(connection)
    # The search has another form now. Indexing 50,000 drafts anew takes a minute, too long to wait
    # for a window: it is done behind it, and until then these are found by their words of old.
    connection.exec_driver_sql("INSERT INTO unindexed SELECT draft_id FROM draft_search_texts")
