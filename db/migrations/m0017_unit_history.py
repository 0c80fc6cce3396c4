"""Quotas in detail, unit history, own tasks. This file describes a released schema."""

from sqlalchemy import Connection

_STEPS = (
    "ALTER TABLE quotas ADD COLUMN details TEXT DEFAULT '{}' NOT NULL",
    (
        "CREATE TABLE unit_changes ("
        " id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,"
        " day DATE NOT NULL,"
        " step VARCHAR(10) NOT NULL,"
        " unit_id INTEGER NOT NULL,"
        " former VARCHAR(120) NOT NULL,"
        " into_id INTEGER,"
        " note VARCHAR(300) NOT NULL,"
        " CONSTRAINT fk_unit_changes_into_id FOREIGN KEY(into_id) REFERENCES units (id)"
        " ON DELETE CASCADE,"
        " CONSTRAINT fk_unit_changes_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)"
        " ON DELETE CASCADE)"
    ),
    (
        "CREATE TABLE upper_tasks ("
        " year INTEGER NOT NULL,"
        " tier VARCHAR(20) NOT NULL,"
        " points VARCHAR(40) NOT NULL,"
        " items INTEGER NOT NULL,"
        " note VARCHAR(300) NOT NULL,"
        " CONSTRAINT pk_upper_tasks PRIMARY KEY (year, tier))"
    ),
)


def upgrade(connection: Connection) -> None:
    """Let quotas change and be divided, units have a history, and the office tasks of its own."""
    for step in _STEPS:
        connection.exec_driver_sql(step)
