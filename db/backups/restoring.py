"""Bring a backup back: take it out aside, keep what is there, then change places.

The change is a folder's two renames: ``restoring`` may be thrown away; ``restoring.ready`` says
that what it replaces is being moved aside; ``restoring.moved`` that it is being moved in. Cut short
at any point, ``settle`` goes on from there: the data folder has the old state or the new one.
"""

import json
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from db.backups.staging import Secrets, Staged, flush, stage
from db.engine import connect
from db.failures import files_translated, translated
from db.keys import is_locked, key_beside, sync_folder
from desk.backups import package
from desk.backups.backup import Restored
from desk.errors import DeskError, StoreError
from desk.jobs import Job
from desk.office_clock import OFFICE_CLOCK
from desk.paths import Paths

Keep = Callable[[], Job[Path]]  # backs up what is there; returns where
_STORE = ("desk.db", "desk.db-wal", "desk.db-shm", "desk.key", "desk.tries", "desk.left")
_NEW, _PLAN = "new", "plan.json"


def restore(paths: Paths, source: Path, secrets: Secrets, keep: Keep) -> Job[tuple[Restored, str]]:
    """Put a verified backup in the store's place; returns also the key that opens it.

    No store may be open meanwhile. What ``keep`` cannot back up goes to ``quarantine/``. A backup
    of this very store, ``secrets.key`` being its key, leaves the password as it is now: one from
    before it was set would unlock the office, one from before it was changed lock the clerk out.
    """
    with translated(paths.data), files_translated(paths.data):
        paths.data.mkdir(parents=True, exist_ok=True)
        settle(paths)
        folder = _restoring(paths)
        shutil.rmtree(folder, ignore_errors=True)
        try:
            staged = yield from stage(source, folder / _NEW, secrets, key_beside(paths.store))
            _must_stay_locked(paths, staged, secrets)
            if staged.key == secrets.key:
                shutil.copyfile(key_beside(paths.store), key_beside(staged.store))
                flush(key_beside(staged.store))
            former = (yield from _kept(keep)) if paths.store.exists() else None
            aside = _free_aside(paths)
            had_one = paths.store.exists()
            if had_one and secrets.key:
                must_be_alone(paths.store, secrets.key)
            more = package.FILES + package.FOLDERS if staged.is_package else ()
            _plan((*_STORE, *more), folder, aside, is_kept=former is not None)
            folder.rename(_ready(paths))
            sync_folder(paths.data)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        settle(paths)
    put_by = former or (paths.data / aside if had_one else None)
    return Restored(staged.backup, paths.data, put_by), staged.key


def must_be_alone(store: Path, key: str) -> None:
    """Raise StoreError while any other program has a store open.

    What that writes once the file is no longer in its place would be lost without a word. SQLite
    leaves write-ahead logging only when nobody else is there; opening the store enters it again.
    """
    try:
        with closing(connect(store, key)) as connection:
            connection.execute("PRAGMA busy_timeout = 2000")
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except dbapi2.OperationalError as error:
        if error.sqlite_errorcode != dbapi2.SQLITE_BUSY:
            raise
        raise StoreError(
            "还有别的程序正在用这里的数据（例如命令行里的导入），没有换，现有数据没有改动。"
            "请等它做完或关掉它，再试一次。"
        ) from error
    except dbapi2.DatabaseError:
        return  # damaged: nobody works in it


def _must_stay_locked(paths: Paths, staged: Staged, secrets: Secrets) -> None:
    """Refuse to put a store that anybody can open in the place of one with a password."""
    if staged.key != secrets.key and is_locked(paths.store) and not is_locked(staged.store):
        raise StoreError(
            "这份备份没有口令，换进来以后谁都能打开数据，所以没有恢复，现有数据没有改动。"
            "请先在“设置”里取消现在的口令再恢复，或者恢复到别的文件夹。"
        )


def begin(paths: Paths) -> Path:
    """An empty folder in which a store can be made that ``put_in`` puts in place."""
    settle(paths)
    shutil.rmtree(_restoring(paths), ignore_errors=True)
    (_restoring(paths) / _NEW).mkdir(parents=True)
    return _restoring(paths) / _NEW


def put_in(paths: Paths, *, is_kept: bool = False) -> Path:
    """Put the store made in that folder in place; returns where the former one lies.

    One that ``is_kept`` elsewhere is deleted once the new one is in place.
    """
    folder, aside = _restoring(paths), _free_aside(paths)
    _plan(_STORE, folder, aside, is_kept=is_kept)
    folder.rename(_ready(paths))
    sync_folder(paths.data)
    settle(paths)
    return paths.data / aside


def drop(paths: Paths) -> None:
    """Throw that folder away."""
    shutil.rmtree(_restoring(paths), ignore_errors=True)


def settle(paths: Paths) -> None:
    """Finish a restore that was cut short once it had begun to change places."""
    ready, moved = _ready(paths), _moved(paths)
    if not ready.exists() and not moved.exists():
        return
    with files_translated(paths.data):
        if ready.exists():
            plan = json.loads((ready / _PLAN).read_text("utf-8"))
            _move(paths.data, paths.data / plan["aside"], plan["names"])
            ready.rename(moved)
            sync_folder(paths.data)
        _take_in(paths, moved)


def leavings(paths: Paths) -> list[Path]:
    """What may lie where a store was lost or a restore was cut short."""
    logs = [paths.store.with_name(paths.store.name + suffix) for suffix in ("-wal", "-shm")]
    return [*logs, _restoring(paths), paths.data / "quarantine"]


def _kept(keep: Keep) -> Job[Path | None]:
    """Back up what is there; None where that fails: it is moved aside whole then."""
    try:
        return (yield from keep())
    except DeskError:
        return None


def _plan(names: Sequence[str], folder: Path, aside: Path, *, is_kept: bool) -> None:
    """Write down what changes places, and bring all of it to the disk."""
    plan = {"aside": aside.as_posix(), "names": list(names), "is_kept": is_kept}
    (folder / _PLAN).write_text(json.dumps(plan), "utf-8")
    flush(folder / _PLAN)
    for parent, _folders, _files in os.walk(folder):
        sync_folder(Path(parent))


def _take_in(paths: Paths, moved: Path) -> None:
    """Move everything new in; the plan goes last, for it says that this has to be done."""
    if (moved / _PLAN).exists():
        plan = json.loads((moved / _PLAN).read_text("utf-8"))
        new, aside = moved / _NEW, paths.data / plan["aside"]
        if new.exists():
            _move(new, paths.data, [path.name for path in new.iterdir()])
            new.rmdir()
        if plan["is_kept"]:
            shutil.rmtree(aside, ignore_errors=True)
        for folder in (aside, aside.parent):  # a quarantine says that something was damaged
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        (moved / _PLAN).unlink()
    moved.rmdir()
    sync_folder(paths.data)


def _move(source: Path, target: Path, names: list[str]) -> None:
    present = [name for name in names if (source / name).exists()]
    target.mkdir(parents=True, exist_ok=True)
    for name in present:
        (source / name).rename(target / name)
    sync_folder(target)
    sync_folder(source)


def _free_aside(paths: Paths) -> Path:
    """A free folder in quarantine/ for what is replaced, relative to the data folder."""
    present = [path for name in _STORE if (path := paths.data / name).exists()]
    written = max((path.stat().st_mtime for path in present), default=0.0)
    stem = f"desk-{datetime.fromtimestamp(written, OFFICE_CLOCK):%Y%m%d-%H%M%S}"
    folder = Path("quarantine") / stem
    while (paths.data / folder).exists():
        folder = folder.with_name(folder.name + "+")
    return folder


def _restoring(paths: Paths) -> Path:
    return paths.data / "restoring"


def _ready(paths: Paths) -> Path:
    return paths.data / "restoring.ready"


def _moved(paths: Paths) -> Path:
    return paths.data / "restoring.moved"
