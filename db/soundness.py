"""Find damage in a store's file: every page carries a code made with the key."""

from pathlib import Path

from sqlcipher3 import dbapi2

from db.engine import connect

_SHOWN = 5


def damage(path: Path, key: str, *, links: bool = False) -> list[str]:
    """Sentences about what is wrong with a file; empty when every page is whole.

    With ``links`` every reference between records is followed too, which takes three times as long.
    """
    try:
        connection = connect(path, key)
    except dbapi2.DatabaseError:
        return [f"“{path}”打不开：文件开头已损坏，或与密钥不相配。请用最近的备份恢复。"]
    try:
        found = _broken_pages(connection, path)
        return _lost_links(connection, path) if links and not found else found
    except dbapi2.DatabaseError:
        return [f"“{path}”已损坏，读不完整。请用最近的备份恢复。"]
    finally:
        connection.close()


def _broken_pages(connection: dbapi2.Connection, path: Path) -> list[str]:
    found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if not found:
        return []
    return [f"“{path}”有 {len(found)} 处损坏，里面的内容不可信。请用最近的备份恢复。"]


def _lost_links(connection: dbapi2.Connection, path: Path) -> list[str]:
    tables = sorted({row[0] for row in connection.execute("PRAGMA foreign_key_check")})
    if not tables:
        return []
    names = "、".join(tables[:_SHOWN])
    return [f"“{path}”里有记录指向不存在的记录（{names}）。请用最近的备份恢复。"]
