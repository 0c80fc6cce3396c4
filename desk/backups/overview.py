"""Use case: all there is to say of an office's backups."""

from dataclasses import dataclass

from desk.backups.backup import Backup, Forecast, Rehearsal, SecondMedium
from desk.backups.order import newest_first
from desk.backups.words import difference
from desk.store import Store

HERE, SECOND = "本机", "第二介质"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A backup in the list: where it lies, how it differs from now, what it is kept for."""

    backup: Backup
    where: str
    differs: str  # 少 3 篇来稿; "" for not at all, or where the backup does not tell
    kept_for: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether the backup says what it holds."""
        return bool(self.backup.counts)


@dataclass(frozen=True, slots=True)
class Overview:
    """The backups of both places, the newest first, and what guards them."""

    rows: tuple[Shelved, ...]
    second: SecondMedium | None
    forecast: Forecast | None
    rehearsal: Rehearsal | None

    @property
    def newest(self) -> Backup | None:
        """The newest one here that can be used."""
        found = (row.backup for row in self.rows if row.where == HERE and not row.backup.fault)
        return next(found, None)


def overview(store: Store) -> Overview:
    """Look at the backups; takes as long as reading a line of each."""
    backups = store.backups
    now = backups.counts()
    second = backups.second()
    there = backups.kept(second.folder) if second and second.folder else []
    rows = [
        Shelved(one.backup, HERE, difference(one.backup.counts, now), one.classes)
        for one in backups.judged()
    ]
    rows += [Shelved(one, SECOND, difference(one.counts, now)) for one in there]
    row_of = {row.backup.path: row for row in rows}
    rows = [row_of[one.path] for one in newest_first(row.backup for row in rows)]
    rehearsal = next(iter(backups.rehearsals()), None)
    return Overview(tuple(rows), second, backups.forecast(), rehearsal)
