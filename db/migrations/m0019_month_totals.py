"""Monthly totals. This file describes a released schema: it never changes."""

from sqlalchemy import Connection

_STEPS = (
    (
        "CREATE TABLE month_totals ("
        " ym INTEGER NOT NULL,"
        " unit_id INTEGER NOT NULL,"
        " basis VARCHAR(64) NOT NULL,"
        " points VARCHAR(40) NOT NULL,"
        " submitted INTEGER NOT NULL,"
        " adopted INTEGER NOT NULL,"
        " until DATE NOT NULL,"
        " CONSTRAINT pk_month_totals PRIMARY KEY (ym, unit_id),"
        " CONSTRAINT fk_month_totals_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)"
        " ON DELETE CASCADE)"
    ),
)


def upgrade(connection: Connection) -> None:
    """Add the table; nothing is reckoned yet."""
    for step in _STEPS:
        connection.exec_driver_sql(step)
