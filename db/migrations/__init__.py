"""Bring a store's schema up to date: numbered files, one for each change, run in order.

Each ``mNNNN_what_it_does.py`` has ``upgrade(connection)``. A released file never changes.
"""

import pkgutil
from collections.abc import Callable, Sequence
from importlib import import_module

from sqlalchemy import Connection, inspect, text

from desk.errors import StoreError

Step = Callable[[Connection], None]


def steps() -> list[Step]:
    """Every step there is, the first one first."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [import_module(f"{__name__}.{name}").upgrade for name in names]


def version(connection: Connection) -> int:
    """How many steps a store has taken; 0 for an empty file."""
    if not inspect(connection).has_table("meta"):
        return 0
    found = connection.scalar(text("SELECT value FROM meta WHERE key = 'schema'"))
    return int(found or 0)


def is_due(connection: Connection) -> bool:
    """Whether steps are missing. Raises StoreError for a foreign file or one from the future."""
    found, known = version(connection), len(steps())
    if found == 0:
        raise StoreError(
            "这个数据文件里没有本软件的数据，没有打开它。请另选一个文件，或用备份恢复。"
        )
    if found > known:
        raise StoreError(
            f"数据文件是更新版本的软件建立的（数据版本 {found}，本软件最高支持 {known}）。"
            "为免损坏数据，没有打开它。请安装新版本的软件后再启动。"
        )
    return found < known


def upgrade(connection: Connection, path: Sequence[Step]) -> None:
    """Run the missing steps of a path; the caller's transaction keeps all of them or none."""
    found = version(connection)
    for step in path[found:]:
        step(connection)
    connection.execute(text("DELETE FROM meta WHERE key = 'schema'"))
    connection.execute(
        text("INSERT INTO meta (key, value) VALUES ('schema', :version)"), {"version": len(path)}
    )
