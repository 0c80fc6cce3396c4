"""Facts of every kind, schemes of clauses. This file describes a released schema: never changed."""

from sqlalchemy import Connection

_STEPS = (
    "ALTER TABLE facts ADD COLUMN of_kind VARCHAR(10) DEFAULT '' NOT NULL",
    "ALTER TABLE facts ADD COLUMN particulars TEXT DEFAULT '{}' NOT NULL",
    "ALTER TABLE facts ADD COLUMN booked_by VARCHAR(60) DEFAULT '' NOT NULL",
    "CREATE INDEX ix_facts_item_id ON facts (item_id)",
    "ALTER TABLE schemes ADD COLUMN document TEXT DEFAULT '{}' NOT NULL",
)


def upgrade(connection: Connection) -> None:
    """Let facts say all that a scheme may ask of them, and schemes hold clauses of any kind."""
    for step in _STEPS:
        connection.exec_driver_sql(step)
