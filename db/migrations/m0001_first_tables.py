"""The first tables. This file describes a released schema: it never changes again."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Table(
    "audit",
    _METADATA,
    Column("when", DateTime, nullable=False),
    Column("who", String(60), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", String(60), nullable=False, index=True),
    Column("detail", Text, nullable=False),
    Column("id", Integer, primary_key=True),
    sqlite_autoincrement=True,
)
Table(
    "files",
    _METADATA,
    Column("digest", String(64), primary_key=True),
    Column("name", String(255), nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
Table(
    "meta",
    _METADATA,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
Table(
    "publications",
    _METADATA,
    Column("name", String(80), nullable=False, unique=True),
    Column("template", String(80), nullable=False),
    Column("tier", String(10), nullable=False),
    Column("copies", Integer, nullable=False),
    Column("send_to", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("id", Integer, primary_key=True),
    sqlite_autoincrement=True,
)
Table(
    "schemes",
    _METADATA,
    Column("name", String(120), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("joint", String(10), nullable=False),
    Column("id", Integer, primary_key=True),
    sqlite_autoincrement=True,
)
Table(
    "unit_groups",
    _METADATA,
    Column("name", String(60), nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("id", Integer, primary_key=True),
    sqlite_autoincrement=True,
)
Table(
    "issues",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("publication_id", Integer, ForeignKey("publications.id"), nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("status", String(10), nullable=False),
    Column("released", DateTime),
    Column("pdf", String(64), nullable=False),
    Column("docx", String(64), nullable=False),
    UniqueConstraint("publication_id", "year", "number"),
    sqlite_autoincrement=True,
)
Table(
    "sections",
    _METADATA,
    Column("publication_id", Integer, ForeignKey("publications.id"), nullable=False, index=True),
    Column("name", String(60), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Integer, primary_key=True),
    sqlite_autoincrement=True,
)
Table(
    "units",
    _METADATA,
    Column("name", String(120), nullable=False, unique=True),
    Column("short", String(40), nullable=False),
    Column("group_id", Integer, ForeignKey("unit_groups.id"), nullable=False, index=True),
    Column("aliases", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("id", Integer, primary_key=True),
    sqlite_autoincrement=True,
)
Table(
    "drafts",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("title", String(300), nullable=False),
    Column("title_key", String(100), nullable=False),
    Column("original_name", String(255), nullable=False),
    Column("original_digest", String(64), nullable=False, index=True),
    Column("received", DateTime, nullable=False),
    Column("channel", String(10), nullable=False),
    Column("first_unit_id", Integer, ForeignKey("units.id")),
    Column("author", String(120), nullable=False),
    Column("phone", String(80), nullable=False),
    Column("approver", String(80), nullable=False),
    Column("event_date", Date),
    Column("report_date", Date),
    Column("kind", String(10)),
    Column("urgency", String(10), nullable=False),
    Column("secrecy", String(10), nullable=False),
    Column("status", String(10), nullable=False),
    Column("characters", Integer, nullable=False),
    Column("has_table", Boolean, nullable=False),
    Column("has_picture", Boolean, nullable=False),
    Column("ticks", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Index(None, "characters", "id"),
    Index(None, "event_date", "id"),
    Index(None, "first_unit_id", "received", "id"),
    Index(None, "kind", "received", "id"),
    Index(None, "received", "id"),
    Index(None, "status", "received", "id"),
    Index(None, "title_key", "id"),
    sqlite_autoincrement=True,
)
Table(
    "facts",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("day", Date, nullable=False),
    Column("ym", Integer, nullable=False),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    Column("title", String(300), nullable=False),
    Column("source", String(160), nullable=False, index=True),
    Column("publication_id", Integer, ForeignKey("publications.id")),
    Column("section_id", Integer, ForeignKey("sections.id")),
    Column("role", String(10), nullable=False),
    Column("shares", Integer, nullable=False),
    Column("issue_number", String(60), nullable=False),
    Column("note", String(500), nullable=False),
    Index(None, "day", "id"),
    Index(
        "ix_facts_totals", "ym", "unit_id", "kind", "publication_id", "section_id", "role", "shares"
    ),
    sqlite_autoincrement=True,
)
Table(
    "point_rules",
    _METADATA,
    Column("scheme_id", Integer, ForeignKey("schemes.id"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("publication_id", Integer, ForeignKey("publications.id"), nullable=False),
    Column("section_id", Integer, ForeignKey("sections.id")),
    Column("points", String(40), nullable=False),
    Column("composite", String(40)),
)
Table(
    "quotas",
    _METADATA,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("unit_id", Integer, ForeignKey("units.id"), primary_key=True, autoincrement=False),
    Column("points", String(40), nullable=False),
    Column("items", Integer, nullable=False),
)
Table(
    "draft_search_texts",
    _METADATA,
    Column("draft_id", Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
)
Table(
    "draft_units",
    _METADATA,
    Column("draft_id", Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False),
    Index(None, "unit_id", "draft_id"),
)
Table(
    "entries",
    _METADATA,
    Column("issue_id", Integer, ForeignKey("issues.id"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("draft_id", Integer, ForeignKey("drafts.id"), nullable=False, index=True),
    Column("section_id", Integer, ForeignKey("sections.id"), nullable=False),
    Column("role", String(10), nullable=False),
)
Table(
    "originals",
    _METADATA,
    Column("draft_id", Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)
Table(
    "revisions",
    _METADATA,
    Column("draft_id", Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("saved", DateTime, nullable=False),
    Column("who", String(60), nullable=False),
    Column("why", String(200), nullable=False),
    Column("title", String(300), nullable=False),
    Column("body", Text, nullable=False),
)
Table(
    "waivers",
    _METADATA,
    Column("draft_id", Integer, ForeignKey("drafts.id"), nullable=False, index=True),
    Column("rule", String(20), nullable=False),
    Column("excerpt", Text, nullable=False),
    Column("reason", String(500), nullable=False),
    Column("who", String(60), nullable=False),
    Column("when", DateTime, nullable=False),
    Column("id", Integer, primary_key=True),
    sqlite_autoincrement=True,
)

_SEARCH = """
CREATE VIRTUAL TABLE draft_search USING fts5(
    tokens, content='', contentless_delete=1, detail=none, prefix='1', tokenize='ascii'
)
"""


def upgrade(connection: Connection) -> None:
    """Create every table and the search index."""
    _METADATA.create_all(connection)
    connection.exec_driver_sql(_SEARCH)
