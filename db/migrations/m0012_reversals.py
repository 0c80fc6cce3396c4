"""Adoptions taken back, issues withdrawn. This file describes a released schema: never changed."""

from sqlalchemy import Connection

_STEPS = (
    "ALTER TABLE facts ADD COLUMN of_day DATE",
    (
        "ALTER TABLE facts ADD COLUMN reverses INTEGER"
        " CONSTRAINT fk_facts_reverses REFERENCES facts (id)"
    ),
    "CREATE INDEX ix_facts_reverses ON facts (reverses)",
    "ALTER TABLE issues ADD COLUMN withdrawn DATETIME",
    "ALTER TABLE issues ADD COLUMN reason VARCHAR(300) DEFAULT '' NOT NULL",
)


def upgrade(connection: Connection) -> None:
    """Let a fact take another back, and an issue say when and why it was withdrawn."""
    for step in _STEPS:
        connection.exec_driver_sql(step)
