"""Look into a store's file: is every page whole, and what does it hold in figures?"""

import hashlib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from db.engine import connect
from db.soundness import damage
from desk.backups.package import Contents
from desk.errors import StoreError

# Only columns of the first released schema: backups are written before upgrades, too.
_LEDGER = (
    "SELECT ym, unit_id, kind, count(*), sum(shares) FROM facts GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
)
_PAGES = "SELECT id, pdf, docx FROM issues WHERE pdf <> '' ORDER BY id"


def contents(connection: dbapi2.Connection) -> Contents:
    """What a store holds, in figures."""
    schema = _one(connection, "SELECT value FROM meta WHERE key = 'schema'")
    return Contents(
        int(schema or 0),
        counts(connection),
        _digest(connection.execute(_LEDGER)),
        _digest(connection.execute(_PAGES)),
        _head(connection),
    )


def counts(connection: dbapi2.Connection) -> dict[str, int]:
    """Records by table."""
    tables = sorted(
        name
        for schema, name, kind, *_rest in connection.execute("PRAGMA table_list").fetchall()
        if schema == "main" and kind == "table" and not name.startswith("sqlite_")
    )
    return {name: _one(connection, f"SELECT count(*) FROM {name}") for name in tables}  # noqa: S608 - ours


def must_be_whole(store: Path, key: str) -> None:
    """Check every page of a closed store and every reference in it. Raises StoreError."""
    found = damage(store, key, links=True)
    if found:
        raise StoreError("".join(found))


def held(store: Path, key: str) -> Contents:
    """The contents of a closed store."""
    with closing(connect(store, key)) as connection:
        return contents(connection)


def _head(connection: dbapi2.Connection) -> tuple[int, str]:
    """The audit trail's length and the digest of its last record."""
    columns = {row[1] for row in connection.execute("PRAGMA table_info(audit)")}
    length = _one(connection, "SELECT count(*) FROM audit")
    if "digest" not in columns:
        return length, ""
    last = connection.execute("SELECT digest FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    return length, last[0] if last else ""


def _one(connection: dbapi2.Connection, query: str) -> Any:  # noqa: ANN401 - a cell
    found = connection.execute(query).fetchone()
    return found[0] if found else None


def _digest(rows: Iterable[object]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()
