"""Salvage a data folder's store: in place, the damaged one put aside, or into another folder."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from db.backups import restoring
from db.backups.staging import Secrets, flush, stage
from db.failures import files_translated, translated
from db.keys import key_beside, read_key, sync_folder
from db.salvage.saving import Saved, save
from db.store import SqlStore
from desk.auditing import By, note
from desk.backups import shelf
from desk.errors import DeskError, NotAllowedError, NotFoundError
from desk.jobs import Job
from desk.paths import Paths
from desk.salvaged import Salvaged
from desk.whole_file import write_whole

REPORT = "抢救报告.txt"


def salvage(
    paths: Paths, secret: str = "", target: Paths | None = None, who: str = ""
) -> Job[Salvaged]:
    """Make a new store of what can be read; the damaged file stays as it is, in its place or aside.

    With ``target`` the data folder is not changed at all. Raises StoreError where nothing can be
    read, LockedError.
    """
    if not paths.store.exists():
        raise NotFoundError(f"找不到数据文件“{paths.store}”，没有可以抢救的。请用备份恢复。")
    if target and target.store.exists():
        raise NotAllowedError(f"“{target.data}”里已经有数据文件。请另选一个空文件夹。")
    place = target or paths
    with translated(place.data), files_translated(place.data):
        key = read_key(paths.store, secret)
        folder = restoring.begin(place)
        try:
            copy = yield from _copy(paths, folder.with_name("copy"), key)
            saved = yield from save(paths.store, key, folder / paths.store.name, copy)
            shutil.copy2(key_beside(paths.store), folder)
            flush(key_beside(folder / paths.store.name))
            _finish(Paths(folder), key, saved, By(who, datetime.now(UTC)))
            shutil.rmtree(folder.with_name("copy"), ignore_errors=True)
            aside = restoring.put_in(place)
        finally:
            restoring.drop(place)
    former = paths.store if target else aside / paths.store.name
    if target:
        shutil.rmtree(aside.parent, ignore_errors=True)  # nothing was there to be put aside
    else:
        shutil.copy2(key_beside(paths.store), aside)
    done = Salvaged(place.data, former, saved.pages, saved.broken, saved.tables, saved.missing)
    write_whole(place.data / REPORT, done.report.encode("utf-8-sig"))
    sync_folder(place.data)
    return done


def _copy(paths: Paths, folder: Path, key: str) -> Job[Path | None]:
    """A good copy of some earlier day, for what the damaged file does not tell of itself."""
    for backup in shelf.kept(paths.backups):
        try:
            staged = yield from stage(
                backup.path, folder, Secrets(key=key), key_beside(paths.store)
            )
        except DeskError:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            return staged.store
    return None


def _finish(paths: Paths, key: str, saved: Saved, by: By) -> None:
    """Bring the new store up to date, and say in its trail where it comes from."""
    store = SqlStore.with_key(paths, key)
    try:
        with store.begin() as work:
            work.printed.reindex()
            trail = (
                "操作记录完整，校验码未变"
                if saved.is_trail_whole
                else "操作记录有缺失，其余各条的校验码按现存记录重新计算"
            )
            detail = f"{saved.pages} 页中 {saved.broken} 页损坏；{trail}"
            note(work, by, "抢救数据", "store", detail)
    finally:
        store.close()
