"""Find damage in a store's file: every page carries a code made with the key.

A file that is exactly as the program left it is opened at once and looked over behind the window;
any other one is checked from end to end before anything of it is served.
"""

from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from db.engine import connect
from db.log_tail import lost_commits
from desk.errors import DamagedError

_SHOWN = 5


def must_be_whole(store: Path, key: str) -> int:
    """Check every page after an unclean end, and of a file that something else has written.

    Returns how many commits were lost with the end of the log. Raises DamagedError.
    """
    lost = 0
    if store.stat().st_size == 0:
        raise DamagedError(f"数据文件“{store}”是空的。请不要删除任何文件，用最近的备份恢复。")
    if log_of(store).exists():
        lost = lost_commits(store, log_of(store), key)
    if log_of(store).exists() or not _is_as_left(store):
        found = damage(store, key)
        if found:
            raise DamagedError("".join(found))
    return lost


def log_of(store: Path) -> Path:
    """The write-ahead log, which is there while a store is open and after an unclean end."""
    return store.with_name(store.name + "-wal")


def leave(store: Path) -> None:
    """Note how a closed store lies on the disk; one without a note is checked when opened."""
    with suppress(OSError):
        if not log_of(store).exists():
            _note_of(store).write_text(_look_of(store), "ascii")


def distrust(store: Path) -> None:
    """Have a store checked from end to end when it is next opened."""
    with suppress(OSError):
        _note_of(store).unlink(missing_ok=True)


def _is_as_left(store: Path) -> bool:
    try:
        return _note_of(store).read_text("ascii") == _look_of(store)
    except (OSError, UnicodeDecodeError):
        return False


def _note_of(store: Path) -> Path:
    return store.with_suffix(".left")


def _look_of(store: Path) -> str:
    found = store.stat()
    return f"{found.st_size} {found.st_mtime_ns}\n"


def damage(path: Path, key: str, *, links: bool = False) -> list[str]:
    """Sentences about what is wrong with a file; empty when every page is whole.

    With ``links`` every reference between records is followed too, which takes three times as long.
    """
    try:
        connection = connect(path, key)
    except dbapi2.DatabaseError:
        return [f"“{path}”打不开：文件开头已损坏，或与密钥不相配。请用最近的备份恢复。"]
    try:
        _finish_checkpoint(connection, path)
        found = _broken_pages(connection, path)
        return _lost_links(connection, path) if links and not found else found
    except dbapi2.DatabaseError:
        return [f"“{path}”已损坏，读不完整。请用最近的备份恢复。"]
    finally:
        connection.close()


def _finish_checkpoint(connection: dbapi2.Connection, path: Path) -> None:
    """Bring to the file what its log holds.

    Where the power went while that was done, pages are torn of which the log has the whole text.
    """
    if log_of(path).exists():
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def _broken_pages(connection: dbapi2.Connection, path: Path) -> list[str]:
    found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return told(path, len(found))


def told(path: Path, broken: int) -> list[str]:
    """The sentence about broken pages; none where none are."""
    if not broken:
        return []
    return [f"“{path}”有 {broken} 处损坏，里面的内容不可信。请用最近的备份恢复。"]


def _lost_links(connection: dbapi2.Connection, path: Path) -> list[str]:
    tables = sorted({row[0] for row in connection.execute("PRAGMA foreign_key_check")})
    if not tables:
        return []
    names = "、".join(tables[:_SHOWN])
    return [f"“{path}”里有记录指向不存在的记录（{names}）。请用最近的备份恢复。"]
