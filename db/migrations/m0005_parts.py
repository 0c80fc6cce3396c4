"""Parts of composites and versions. This file describes a released schema: it never changes."""

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

_COLUMNS = (
    "item_id INTEGER DEFAULT '0' NOT NULL",
    "part VARCHAR(10) DEFAULT '' NOT NULL",
    "portion VARCHAR(40)",
)
_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Table("drafts", _METADATA, Column("id", Integer, primary_key=True))
Table("publications", _METADATA, Column("id", Integer, primary_key=True))
Table(
    "parts",
    _METADATA,
    Column("composite_id", Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
    Column(
        "draft_id",
        Integer,
        ForeignKey("drafts.id"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    Column("position", Integer, nullable=False),
    Column("role", String(10), nullable=False),
    Column("share", Integer),
)
Table(
    "versions",
    _METADATA,
    Column("draft_id", Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
    Column("original_id", Integer, ForeignKey("drafts.id"), nullable=False),
    Column("carrier_id", Integer, ForeignKey("publications.id"), nullable=False),
    UniqueConstraint("original_id", "carrier_id"),
)
_PARTS = """
INSERT INTO parts (composite_id, draft_id, position, role, share)
SELECT merged_into, id,
    (SELECT COUNT(*) FROM drafts AS other
     WHERE other.merged_into = drafts.merged_into AND other.id < drafts.id),
    '协', NULL
FROM drafts WHERE merged_into IS NOT NULL
"""
# Earlier releases let a draft be edited alone again without taking it out of its composite.
_PARTED = "UPDATE drafts SET merged_into = NULL WHERE merged_into IS NOT NULL AND status <> '并入'"
_SENT = """
UPDATE facts SET item_id = CAST(SUBSTR(source, 7) AS INTEGER) WHERE source LIKE 'draft:%'
"""
_PRINTED = """
UPDATE facts SET item_id = COALESCE((
    SELECT MIN(entries.draft_id) FROM entries JOIN drafts ON drafts.id = entries.draft_id
    WHERE entries.issue_id = CAST(SUBSTR(facts.source, 7) AS INTEGER)
        AND drafts.title = facts.title), 0)
WHERE source LIKE 'issue:%'
"""


def upgrade(connection: Connection) -> None:
    """Make the drafts in a composite its parts of equal credit; name the items behind facts."""
    for column in _COLUMNS:
        connection.exec_driver_sql(f"ALTER TABLE facts ADD COLUMN {column}")
    _METADATA.create_all(connection)
    for statement in (_PARTED, _PARTS, _SENT, _PRINTED):
        connection.exec_driver_sql(statement)
