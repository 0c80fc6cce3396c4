"""Make a new store of all that can be read of a damaged one."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from db import migrations
from db.engine import connect, migrating, writer
from db.salvage import mending, strays, telling
from db.salvage.image import Image
from db.salvage.shapes import Shape, shapes
from db.salvage.trees import Table, read
from db.soundness import damage
from desk.errors import StoreError
from desk.jobs import Job, Progress
from desk.salvaged import SavedTable

_AT_ONCE = 2000  # rows between two steps


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of it."""

    pages: int
    broken: int
    tables: tuple[SavedTable, ...]
    missing: tuple[str, ...]
    is_trail_whole: bool


def save(store: Path, key: str, target: Path, copy: Path | None = None) -> Job[Saved]:
    """Write the new store under a name that is free; the damaged one is only read.

    ``copy`` is a good one of some earlier day: it tells where tables begin, if nothing else does.
    """
    yield Progress(0, 1, "正在核对每一页")
    with Image(store, key, copy) as image:
        found = shapes(image, copy, key)
        tables: dict[str, Table] = {}
        for done, shape in enumerate(found.values()):
            yield Progress(done, len(found), "正在读出记录")
            tables[shape.name] = read(image, shape.root)
        strays.gather(image, found, tables)
        pages, broken = image.count, len(image.broken)
    trail = [found["audit"].cells(row) for row in tables["audit"].rows]
    is_whole = not tables["audit"].gaps and not tables["audit"].torn
    if "digest" in found["audit"].columns:
        is_whole = mending.chained(trail) and is_whole
    _new(target, key, _version(found, tables))
    with closing(connect(target, key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        given = _given(tables)
        yield from _filled(connection, found, tables, trail)
        stood_in = list(mending.mend(connection))
        connection.execute("COMMIT")
        told = tuple(telling.missing(connection, tables, given, stood_in))
    if faults := damage(target, key, links=True):
        raise StoreError("".join(faults))
    return Saved(pages, broken, telling.counted(tables, given), told, is_whole)


def _version(found: Mapping[str, Shape], tables: Mapping[str, Table]) -> int:
    rows = map(found["meta"].cells, tables["meta"].rows)
    about = {str(cells["key"]): str(cells["value"]) for cells in rows}
    known = len(migrations.steps())
    return min(int(about.get("schema", known)), known)


def _given(tables: Mapping[str, Table]) -> dict[str, int]:
    """The highest number that each table has ever given."""
    return {str(told[0]): int(told[1]) for _, told in tables.get("sqlite_sequence", Table()).rows}


def _new(target: Path, key: str, version: int) -> None:
    """An empty store of the damaged one's version."""
    connect(target, key, create=True).close()
    engine = writer(target, key)
    try:
        with migrating(engine) as connection:
            migrations.upgrade(connection, migrations.steps()[:version])
    finally:
        engine.dispose()


def _filled(
    connection: dbapi2.Connection,
    found: Mapping[str, Shape],
    tables: Mapping[str, Table],
    trail: list[dict[str, object]],
) -> Job[None]:
    """Put every row in its place; what the new tables began with goes first."""
    apart = {"audit", "sqlite_sequence", "meta"}
    names = [name for name, one in found.items() if name not in apart and not one.is_index]
    total, done = sum(len(tables[name].rows) for name in names), 0
    for name in names:
        connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 - ours
    for name in names:
        for row in tables[name].rows:
            _insert(connection, name, found[name].cells(row))
            done += 1
            if done % _AT_ONCE == 0:
                yield Progress(done, total, "正在写入新的数据文件")
    for cells in sorted(trail, key=lambda one: int(str(one["id"]))):
        _insert(connection, "audit", cells)
    for _, (name, last) in tables.get("sqlite_sequence", Table()).rows:
        connection.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name)
        )


def _insert(connection: dbapi2.Connection, table: str, cells: Mapping[str, object]) -> None:
    columns = ", ".join(f'"{one}"' for one in cells)
    marks = ", ".join("?" * len(cells))
    connection.execute(
        f'INSERT OR IGNORE INTO "{table}" ({columns}) VALUES ({marks})',  # noqa: S608 - ours
        tuple(cells.values()),
    )
