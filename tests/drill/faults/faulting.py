"""Let the disk refuse one call after the other, and look at what the clerk is told and left with.

Run as a process of its own, with FOLDER DEED FAULT POINTS: the disk refuses from the n-th call on,
for each n there is (or so many of them), until the deed is refused or done; then the disk works
again, and the same deed must be possible. Prints a line a point: how it ended, what was said.
"""

import os
import shutil
import sys
from collections.abc import Callable
from errno import EINVAL, EIO, ENOENT, ENOSPC, EROFS
from pathlib import Path
from random import Random

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk import compiling, editing, journal
from desk.archive.exporting import export_year
from desk.body import plain
from desk.closings.books import close
from desk.closings.periods import find
from desk.drafts import DraftQuery, Status
from desk.errors import DeskError, sentence_of
from desk.handover.packing import pack
from desk.jobs import finish
from desk.layout.document_parts import Document
from desk.paths import Paths
from desk.receiving import receive
from desk.releasing import release
from desk.settings import Settings, save
from desk.sittings import Sitting, Text
from tests.drill.interposer import READS, failed, interpose
from tests.drill.kills.ground import BY, NOW
from tests.drill.kills.guarding import WORDS, unlocked
from tests.samples.invariants import faults

FAULTS = {"full": ENOSPC, "read-only": EROFS, "broken": EIO, "vanished": ENOENT}
_WRITES = ("write", "pwrite64", "pwrite", "ftruncate", "ftruncate64", "mkdir")
_NAMES = ("rename", "unlink", "unlinkat", "rmdir")
_SYNCS = ("fsync", "fdatasync")
_HANDLED = ("write", "pwrite64", "pwrite", "ftruncate", "ftruncate64", *_SYNCS, *READS)
_MEANT = {  # calls that fail, beside opening a new file
    ENOSPC: _WRITES,
    EROFS: (*_WRITES, *_NAMES),
    EIO: (*_WRITES, *_SYNCS, *READS),
    ENOENT: (*_WRITES, *_NAMES, *_SYNCS, *READS),
}
_NEW = 0o100  # O_CREAT


class Disk:
    """Refuses the calls on the files below a folder from the n-th on, while it is asked to."""

    def __init__(self, error: int, folder: Path) -> None:
        self._error = error
        self._folder = str(folder)
        self._left: int | None = None
        self.is_met = False

    def refuse(self, after: int | None) -> None:
        """From which call on; None: all is well."""
        self._left, self.is_met = after, False

    def __call__(self, name: str, real: Callable[..., int], *given) -> int:
        """Answer for a call."""
        if name in ("sendfile", "sendfile64", "copy_file_range"):
            return failed(EINVAL)
        if self._left is None or not self._is_meant(name, given):
            return real(*given)
        self._left -= 1
        if self._left >= 0:
            return real(*given)
        self.is_met = True
        is_gone = self._error == ENOENT and name in _HANDLED  # what was open answers otherwise
        return failed(EIO if is_gone else self._error)

    def _is_meant(self, name: str, given) -> bool:
        if not self._path(name, given).startswith(self._folder):
            return False
        if name.startswith("open"):
            is_new = (given[2] if "at" in name else given[1]) & _NEW
            return bool(is_new) or self._error == ENOENT
        return name in _MEANT[self._error]

    def _path(self, name: str, given) -> str:
        """The file that a call is about; a path within an open folder is that folder's."""
        if "at" in name and "pwrite" not in name and given[0] >= 0:
            return _name_of(given[0])
        if name in _HANDLED:
            return _name_of(given[0])
        return os.path.abspath(os.fsdecode(given[1] if "at" in name else given[0]))  # noqa: PTH100


def _name_of(handle: int) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{handle}")  # noqa: PTH115
    except OSError:
        return ""


def edit(store: SqlStore, _paths: Paths) -> None:
    """Save a text."""
    with store.read() as work:
        ids = work.drafts.ids(DraftQuery(statuses=frozenset({Status.EDITING})))
    text = f"{Random().random()}" * 500  # noqa: S311 - another one each time
    editing.save_text(store, ids[0], "农田建设", plain(text), by=BY)


def print_issue(store: SqlStore, paths: Paths) -> None:
    """Release an issue, and write its files outside."""
    with store.read() as work:
        place = work.catalogue.publications()[0]
        begun = next((one for one in work.issues.all() if not one.is_frozen), None)
        drafts = work.drafts.ids(DraftQuery(statuses=frozenset({Status.READY})))[:1]
        chosen = work.drafts.several(drafts)
    issue = begun or compiling.new_issue(store, place.id, BY.today, by=BY)
    entries = [compiling.entry_of(one, place.sections[0].id) for one in chosen]
    compiling.arrange(store, issue.id, entries, by=BY)
    made = finish(release(store, issue.id, Settings(office="云岭县"), by=BY))
    with store.read() as work:
        for digest, suffix in ((made.pdf, "pdf"), (made.docx, "docx")):
            (paths.data.parent / f"issue.{suffix}").write_bytes(work.files.get(digest))


def close_month(store: SqlStore, _paths: Paths) -> None:
    """Close the first open month."""
    with store.read() as work:
        held = {one.key for one in work.closings.holding()}
        key = next(f"2026-{month:02}" for month in range(1, 7) if f"2026-{month:02}" not in held)
        period = find(work.catalogue.schemes(), key)
    close(store, period, by=BY)


def back_up(store: SqlStore, _paths: Paths) -> None:
    """Write a backup."""
    store.backup()


def keep_settings(_store: SqlStore, paths: Paths) -> None:
    """Save the settings."""
    save(Settings(clerk="王敏"), paths.settings)


def take_in(store: SqlStore, paths: Paths) -> None:
    """Import two files."""
    files = sorted((paths.data.parent / "files").iterdir())[:2]
    for one in finish(receive(store, files, by=BY)):
        if one.can_retry:
            raise DeskError(one.message)


def put_back(store: SqlStore, paths: Paths) -> None:
    """Go back to a backup; the store is closed."""
    store.close()
    finish(FileSafekeeping().restore(paths, paths.data.parent / "first.infodesk"))


def change_keys(store: SqlStore, paths: Paths) -> None:
    """Give the store another key; it is closed."""
    store.close()
    finish(FileSafekeeping().rekey(paths, WORDS[0]))


def hand_over(store: SqlStore, paths: Paths) -> None:
    """Write the package for the next clerk, with its book."""
    book = Document("交接书", "云岭县", BY.today, ())
    finish(pack(store, paths.data.parent / "out" / "交接.infodesk", lambda: book, by=BY))


def export(store: SqlStore, paths: Paths) -> None:
    """Export a year's archive to a folder that is not there yet."""
    with store.read() as work:
        is_bare = not any(one.is_frozen for one in work.issues.all())
    if is_bare:
        print_issue(store, paths)
    folder = paths.data.parent / "out" / f"归档{Random().random()}"  # noqa: S311 - another one
    finish(export_year(store, 2026, folder, "云岭县", by=BY))


def journal_typing(store: SqlStore, _paths: Paths) -> None:
    """Keep what is typed as the editor does, beside the store where that takes nothing."""
    with store.read() as work:
        draft_id = work.drafts.ids(DraftQuery(statuses=frozenset({Status.EDITING})))[0]
    typed = Text("农田建设", plain(f"{Random().random()}" * 500))  # noqa: S311 - another one
    sitting = Sitting(draft_id, f"{typed.body.text[:9]}", "王敏", NOW, NOW, unsaved=typed)
    try:
        journal.begin(store, sitting)
        journal.keep_unsaved(store, sitting)
    except DeskError:
        store.aside.put(sitting)
        if sitting not in store.aside.all():
            raise
        store.aside.drop(sitting.draft_id, sitting.window)
        raise
    journal.end(store, sitting)


DEEDS = {
    "edit": edit,
    "release": print_issue,
    "closing": close_month,
    "backup": back_up,
    "settings": keep_settings,
    "import": take_in,
    "restore": put_back,
    "rekey": change_keys,
    "handover": hand_over,
    "export": export,
    "journal": journal_typing,
}


def attempt(deed: str, paths: Paths) -> str:
    """Do it on the store as it is; "" or the sentence about why not. Anything else is a crash."""
    store = None
    try:
        store = unlocked(paths)
        DEEDS[deed](store, paths)
    except (DeskError, OSError) as error:
        return str(error) if isinstance(error, DeskError) else sentence_of(error)
    finally:
        if store is not None:
            store.close()
    return ""


def at_point(deed: str, paths: Paths, disk: Disk, point: int) -> tuple[str, str]:
    """How a deed ends whose n-th call is refused, and what was said."""
    disk.refuse(point)
    try:
        said = attempt(deed, paths)
    except Exception as error:  # noqa: BLE001 - what the clerk would see as a crash
        disk.refuse(None)
        return "crash", repr(error)
    is_met = disk.is_met
    disk.refuse(None)
    again = attempt(deed, paths)
    store = unlocked(paths)
    wrong = faults(store)
    store.close()
    if again or wrong:
        return "broken", f"{again}{wrong}"
    if not said:
        return ("unharmed" if is_met else "end"), ""
    is_sentence = any("一" <= one <= "鿿" for one in said) and said.endswith("。")
    return ("refused" if is_sentence else "mute"), said


def main(source: Path, deed: str, fault: str, most: int) -> None:
    """Try each point on a fresh copy of the source."""
    folder = source.with_name(f"{source.name}-{deed}-{fault}")
    disk = Disk(FAULTS[fault], folder)
    interpose(disk, READS)
    point, step = 0, 1
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder)
        ended, said = at_point(deed, Paths(folder / "data"), disk, point)
        if ended == "end" or point > 3000:
            break
        sys.stdout.write(f"{ended}\t{point}\t{said}\n")
        point += step
        step = max(1, point // most)
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
