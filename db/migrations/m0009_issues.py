"""Publications' schedules, issues' matter. This file describes a released schema: never changed."""

from sqlalchemy import Connection

_PUBLICATIONS = (
    "readers VARCHAR(200) DEFAULT '' NOT NULL",
    "mark VARCHAR(40) DEFAULT '' NOT NULL",
    "controlled BOOLEAN DEFAULT '0' NOT NULL",
    "retention VARCHAR(10) DEFAULT '永久' NOT NULL",
    "schedule TEXT DEFAULT '{}' NOT NULL",
    "numbering TEXT DEFAULT '{}' NOT NULL",
    "signature TEXT DEFAULT '{}' NOT NULL",
    "recipients TEXT DEFAULT '[]' NOT NULL",
    "appearance TEXT DEFAULT '{}' NOT NULL",
)
_ISSUES = """
CREATE TABLE issues_new (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    publication_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    total INTEGER NOT NULL,
    day DATE NOT NULL,
    status VARCHAR(10) NOT NULL,
    released DATETIME,
    pdf VARCHAR(64) NOT NULL,
    docx VARCHAR(64) NOT NULL,
    series VARCHAR(10) DEFAULT '正刊' NOT NULL,
    matter TEXT DEFAULT '{}' NOT NULL,
    data VARCHAR(64) DEFAULT '' NOT NULL,
    corrects INTEGER,
    revision INTEGER DEFAULT '0' NOT NULL,
    CONSTRAINT uq_issues_publication_id_year_series_number_revision
        UNIQUE (publication_id, year, series, number, revision),
    CONSTRAINT fk_issues_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id),
    CONSTRAINT fk_issues_corrects FOREIGN KEY(corrects) REFERENCES issues (id)
)
"""
_STEPS = (
    _ISSUES,
    """
    INSERT INTO issues_new
        (id, publication_id, year, number, total, day, status, released, pdf, docx)
    SELECT id, publication_id, year, number, total, day, status, released, pdf, docx FROM issues
    """,
    # no number is ever given twice, of a deleted issue neither
    """
    INSERT OR IGNORE INTO sqlite_sequence (name, seq)
    SELECT 'issues_new', 0 WHERE NOT EXISTS
        (SELECT 1 FROM sqlite_sequence WHERE name = 'issues_new')
    """,
    """
    UPDATE sqlite_sequence SET seq = COALESCE(
        (SELECT seq FROM sqlite_sequence WHERE name = 'issues'), 0) WHERE name = 'issues_new'
    """,
    "DROP TABLE issues",
    "ALTER TABLE issues_new RENAME TO issues",
    "CREATE INDEX ix_issues_day ON issues (day)",
    "ALTER TABLE entries ADD COLUMN heading VARCHAR(300) DEFAULT '' NOT NULL",
)


def upgrade(connection: Connection) -> None:
    """Make the issues anew: numbers are unique in their series, and a correction shares one."""
    for column in _PUBLICATIONS:
        connection.exec_driver_sql(f"ALTER TABLE publications ADD COLUMN {column}")
    for step in _STEPS:
        connection.exec_driver_sql(step)
