"""Give a store another key, so that a key that was copied away earlier opens nothing new."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from db import migrations
from db.aside import FileAside
from db.backups.copying import copied
from db.backups.inspecting import held, must_be_whole
from db.backups.restoring import begin, drop, must_be_alone, put_in
from db.backups.staging import flush
from db.backups.writing import must_have_room
from db.engine import connect
from db.failures import files_translated, translated
from db.keys import key_beside, new_key, read_key, write_key
from desk.backups.package import Contents
from desk.errors import StoreError
from desk.jobs import Job, Progress
from desk.paths import Paths
from desk.vault import wrapping
from desk.vault.recovery import is_recovery_key, new_recovery_key

Keep = Callable[[str], Job[Path]]  # backs up what is there, of this key
Record = Callable[[Paths, str], None]  # writes the record into a store with this key
_UNWRITTEN = (
    "换密钥时磁盘写不进去，没有换，原来的数据没有动。"
    "请看看磁盘是不是满了、只读或出了错，处理好后再换一次。"
)
_TIMES = 3  # the copy, and the backup of what is there with its own copy


def rekey(paths: Paths, password: str, keep: Keep, record: Record) -> Job[str]:
    """Put a verified copy with a new key in the place of a closed store; its new recovery key.

    ``keep`` backs up what is there first. A kill leaves the old store with its key or the new one.
    """
    if is_recovery_key(password):
        raise StoreError("换密钥要用口令，不能用恢复密钥。请先更改口令，再换密钥。")
    key = read_key(paths.store, password)
    with translated(paths.data), files_translated(paths.data):
        said = _must_do(paths, key)
        folder = begin(paths)
        try:
            fresh, recovery = new_key(), new_recovery_key()
            yield from copied(paths.store, folder / paths.store.name, "正在复制数据")
            yield Progress(0, 1, "正在换密钥")
            _change(folder / paths.store.name, key, fresh)
            yield Progress(0, 1, "正在核对换了密钥的数据")
            _must_hold(folder / paths.store.name, fresh, said)
            slots = wrapping.under_both(fresh, password, recovery)
            write_key(key_beside(folder / paths.store.name), wrapping.to_text(slots))
            yield from keep(key)
            record(Paths(folder), fresh)
            flush(folder / paths.store.name)
            must_be_alone(paths.store, key)
            put_in(paths, is_kept=True)
        finally:
            drop(paths)
    return recovery


def _must_do(paths: Paths, key: str) -> Contents:
    """What the store holds, brought from its log to its file. Raises StoreError."""
    if FileAside(paths.store, key, paths.aside).all():
        raise StoreError("有还没存进数据文件的文字，没有换密钥。请重新打开软件，等它们存好后再换。")
    must_have_room(paths.data, paths.store.stat().st_size * _TIMES)
    with closing(connect(paths.store, key)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    said = held(paths.store, key)
    if said.schema != len(migrations.steps()):
        raise StoreError("数据文件还没有升级，没有换密钥。请先打开一次软件再换。")
    return said


def _change(copy: Path, key: str, fresh: str) -> None:
    """Write every page of a closed copy anew; what a cut leaves of it is thrown away."""
    with closing(connect(copy, key)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        try:
            connection.execute(f"PRAGMA rekey = \"x'{fresh}'\"").fetchall()
        except dbapi2.OperationalError as error:
            if error.sqlite_errorcode != dbapi2.SQLITE_ERROR:
                raise
            raise StoreError(_UNWRITTEN) from error  # SQLCipher does not say what was in the way


def _must_hold(copy: Path, fresh: str, said: Contents) -> None:
    must_be_whole(copy, fresh)
    if held(copy, fresh) != said:
        raise StoreError("换了密钥的数据与原来的对不上，没有采用，原来的没有动。请再试一次。")
