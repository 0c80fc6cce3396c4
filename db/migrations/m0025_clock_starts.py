"""Since when a kind's limit runs. This file describes a released schema: it never changes."""

from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    """Let a limit run from receipt; those of before run from the event."""
    connection.exec_driver_sql(
        "ALTER TABLE clocks ADD COLUMN since VARCHAR(10) DEFAULT '事发' NOT NULL"
    )
