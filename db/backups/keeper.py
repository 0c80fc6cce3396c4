"""The backups of one store: ``desk.repositories.backups.Backups``."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from db.backups.carrying import carry
from db.backups.copying import LiveFile
from db.backups.inspecting import counts
from db.backups.open_keys import in_backups, in_quarantine, lock, remove
from db.backups.rehearsing import FOLDER, Reopen, rehearse
from db.backups.writing import Source, write
from db.engine import connect
from db.failures import files_translated, translated
from db.keys import is_wrapped, key_beside
from desk.auditing import By, note
from desk.backups import history, shelf
from desk.backups.backup import SUFFIX, Backup, Forecast, Reason, Rehearsal, SecondMedium
from desk.backups.forecast import forecast
from desk.backups.generations import Judged, generations_of, judge
from desk.backups.medium import remember, second_of
from desk.backups.open_keys import OpenKey, Place, Settled
from desk.backups.order import newest_of
from desk.errors import NotFoundError, NotReadableError, StoreError
from desk.jobs import Job, Progress
from desk.paths import Paths
from desk.settings import Settings, load_or_default
from desk.store import Work


class FileBackups:
    """``desk.repositories.backups.Backups`` of an open store."""

    def __init__(
        self,
        paths: Paths,
        key: str,
        clock: Callable[[], datetime],
        reopen: Reopen,
        begin: Callable[[], AbstractContextManager[Work]],
    ) -> None:
        self._paths = paths
        self._key = key
        self._clock = clock
        self._reopen = reopen
        self._begin = begin
        self._file = LiveFile(paths.store, key)

    def close(self) -> None:
        """Give the handle of the store's file back; after every connection to it is closed."""
        self._file.close()

    def write(
        self, target: Path | None = None, *, reason: Reason = Reason.MANUAL, password: str = ""
    ) -> Job[Backup]:
        """Write a verified package; without a target to ``backups/``, where it thins older ones."""
        now = self._clock()
        path = self._place(target, now)
        source = Source(self._paths, self._key, self._file)
        yield from write(source, path, taken=now, reason=reason, password=password)
        if target is None:
            shelf.thin(path.parent, generations_of(self._settings()), fresh=path)
        return shelf.look(path)

    def kept(self, folder: Path | None = None) -> list[Backup]:
        """The backups in a folder (``backups/`` without one), the newest first."""
        return shelf.kept(folder or self._paths.backups)

    def judged(self) -> list[Judged]:
        """The kept ones with what each is kept for; those that the next backup would delete."""
        return judge(self.kept(), generations_of(self._settings()))

    def counts(self) -> Mapping[str, int]:
        """Records by table now, to hold a backup's against."""
        with (
            translated(self._paths.data),
            closing(connect(self._paths.store, self._key)) as connection,
        ):
            return counts(connection)

    def carry(self) -> Job[Backup | None]:
        """Bring the newest backup to the second medium; None where that is not there."""
        second = self.second()
        if second is None or second.folder is None:
            return None
        newest = self._newest(self._paths.backups)
        carried = yield from carry(newest, second.folder, generations_of(self._settings()))
        remember(self._paths, second, written=self._clock())
        return carried

    def second(self) -> SecondMedium | None:
        """The second medium as it is now; None where none is set."""
        second = second_of(self._paths, self._settings(), self._clock())
        if second and second.folder:
            with files_translated(self._paths.backups):
                remember(self._paths, second)
        return second

    def forecast(self) -> Forecast | None:
        """How long there is room; None without any backup."""
        folder = self._paths.backups
        if not folder.is_dir():
            return None
        free = shutil.disk_usage(folder).free
        return forecast(self.kept(), generations_of(self._settings()), free)

    def rehearse(self, *, second: bool = False) -> Job[Rehearsal]:
        """Restore the newest backup (or the second medium's) aside and compare what came back."""
        newest = self._newest(self._second_folder() if second else self._paths.backups)
        folder = self._paths.data / FOLDER
        tried = yield from rehearse(newest, folder, self._key, self._reopen, self._clock())
        tried = replace(tried, is_second=second)
        known = history.load(self._paths.backups)
        history.save(known.rehearsed(tried), self._paths.backups)
        with self._begin() as work:
            by = By(self._settings().clerk, tried.when)
            action = "备份可用" if tried.is_good else "备份演练没有通过"
            note(work, by, action, "backup", tried.words)
        return tried

    def rehearsals(self) -> list[Rehearsal]:
        """The rehearsals so far, the newest first."""
        return list(history.load(self._paths.backups).rehearsals)

    def open_keys(self) -> list[OpenKey]:
        """Where a key lies that needs no password, on this PC and on the second medium."""
        with files_translated(self._paths.backups):
            found = list(in_backups(self._paths.backups, Place.HERE, self._key))
            second = self.second()
            if second and second.folder:
                found += in_backups(second.folder, Place.SECOND, self._key)
            return [*found, *in_quarantine(self._paths.data / "quarantine", self._key)]

    def lock_open(self, found: Sequence[OpenKey]) -> Job[Settled]:
        """Put the key file of now in the place of each plain one, one after another."""
        ours = [one for one in found if one.is_ours]
        broken = 0
        for one in ours:
            wrapped = key_beside(self._paths.store).read_text("ascii")
            if not is_wrapped(wrapped):
                raise StoreError("现在没有设口令，旧备份没有改动。请先设口令，再试一次。")
            try:
                yield from lock(one, wrapped, self._recorded("给旧备份加口令", one))
            except NotReadableError:
                broken += 1
        return Settled(len(ours) - broken, left=len(found) - len(ours), broken=broken)

    def remove_open(self, found: Sequence[OpenKey]) -> Job[Settled]:
        """Delete the backups among them after a new one was written; lock what was set aside."""
        gone = [one for one in found if one.is_removable]
        if gone:
            yield from self.write()
        if any(one.place is Place.SECOND for one in gone) and (yield from self.carry()) is None:
            raise NotFoundError("第二介质现在不在，旧备份一份也没有删。请接上它再试一次。")
        for done, one in enumerate(gone):
            yield Progress(done, len(gone), "正在删除旧备份")
            with self._recorded("删除旧备份", one):
                remove(one)
        settled = yield from self.lock_open([one for one in found if not one.is_removable])
        return replace(settled, removed=len(gone))

    @contextmanager
    def _recorded(self, action: str, one: OpenKey) -> Iterator[None]:
        """Around a deed: its record stays only where the deed was done."""
        with self._begin() as work:
            by = By(self._settings().clerk, self._clock())
            note(work, by, action, "backup", f"{one.place}：{one.path.name}")
            yield

    def _place(self, target: Path | None, now: datetime) -> Path:
        """Where a backup goes: dated in a folder, else as named."""
        folder = self._paths.backups if target is None else target
        if target is None or target.is_dir():
            return shelf.new_name(folder, now)
        path = target if target.suffix else target.with_name(target.name + SUFFIX)
        is_beside = path.resolve().parent == self._paths.data.resolve()
        if is_beside and path.suffix != SUFFIX:  # the store's log lies there, too
            raise StoreError("备份不能写在数据文件自己的位置上。请另选一个文件夹。")
        return path

    def _newest(self, folder: Path) -> Path:
        kept = (one for one in shelf.kept(folder) if not one.is_sealed)
        found = newest_of(kept, self._clock())
        if found is None:
            raise NotFoundError(f"“{folder}”里还没有可用的备份。请先立即备份一次。")
        return found.path

    def _second_folder(self) -> Path:
        second = self.second()
        if second is None or second.folder is None:
            raise NotFoundError("第二介质现在不在。请接上它，或在“设置”里重新指定，再试一次。")
        return second.folder

    def _settings(self) -> Settings:
        return load_or_default(self._paths.settings)
