"""The phases in which the store is locked, carried away, handed over, saved or wiped."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

from db.keys import is_locked, key_beside, opened
from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk import locking
from desk.backups.backup import SUFFIX
from desk.body import plain
from desk.drafts import Draft, Original, Status
from desk.errors import LockedError
from desk.handover.packing import pack
from desk.handover.steps import STEPS
from desk.handover.taking import tick
from desk.jobs import finish
from desk.layout.document_parts import Document
from desk.paths import Paths
from desk.secrecy.retention import DraftRetention
from desk.secrecy.wiping import Order, keep_retention, wipe
from desk.settings import Settings, save
from desk.vault import sealing, wrapping
from tests.drill.kills.ground import BY, NOW

Tell = Callable[..., None]
WORDS = ("云岭县的雨季很长", "八月的核桃落了一地", "河口渡船早上七点开")
BATCH = 3
_QUICK = 16  # of scrypt: the kills meet files, not arithmetic
_OLD = datetime(2020, 5, 6, 1, tzinfo=UTC)


def secret_of(paths: Paths) -> str:
    """The password that the key file opens with; "" where there is none. Raises LockedError."""
    if not is_locked(paths.store):
        return ""
    text = key_beside(paths.store).read_text("utf-8")
    for word in WORDS:
        with suppress(LockedError):
            opened(text, word, key_beside(paths.store))
            return word
    raise LockedError("没有一个口令打得开")


def unlocked(paths: Paths) -> SqlStore:
    """The store, with whatever password it has by now."""
    wrapping.COST = sealing.COST = _QUICK
    return SqlStore.open(paths, secret=secret_of(paths), clock=lambda: NOW)


def mark(store: SqlStore, chance: Random) -> str:
    """Change a unit; returns what it is changed to."""
    made = f"{chance.random():.12f}"
    with store.begin() as work:
        work.registry.save_unit(replace(work.registry.units()[0], aliases=(made,)))
    return made


def change_passwords(paths: Paths, chance: Random, tell: Tell) -> None:
    """Set, change and remove the password, and renew the recovery key."""
    store = unlocked(paths)
    while True:
        now = secret_of(paths)
        new = chance.choice([word for word in (*WORDS, "") if word != now])
        if now and chance.random() < 0.25:
            tell("renewing")
            tell("recovery", locking.renew_recovery(store, BY, now))
            continue
        tell("trying", new)
        if not new:
            locking.remove_password(store, BY, now)
        elif recovery := locking.set_password(store, BY, new, now):
            tell("recovery", recovery)
        tell("has", new)


def change_keys(paths: Paths, chance: Random, tell: Tell) -> None:
    """Give the store another key, again and again."""
    keeping = FileSafekeeping()
    keeping.settle(paths)
    while True:
        store = unlocked(paths)
        if not store.locks.has_password:
            locking.set_password(store, BY, WORDS[0])
        tell("marked", mark(store, chance))
        store.close()
        tell("rekeying")
        tell("rekeyed", finish(keeping.rekey(paths, WORDS[0])))


def wipe_drafts(paths: Paths, _chance: Random, tell: Tell) -> None:
    """Wipe drafts whose time is over, a few at a time."""
    store = unlocked(paths)
    keep_retention(store, DraftRetention(rejected=3), by=BY)
    order = Order("王敏", "李强", "郑国平", "云政办〔2026〕8号", BATCH)
    while True:
        with store.begin() as work:
            ids = [_old_draft(work, f"旧稿{number}") for number in range(BATCH)]
        tell("wiping", *ids)
        finish(wipe(store, ids, order, "云岭县", "备份说明", by=BY))
        tell("wiped", *ids)


def _old_draft(work, title: str) -> int:
    data = f"{title}{Random().random()}".encode()  # noqa: S311 - like no other
    original = Original(f"{title}.docx", sha256(data).hexdigest(), plain("水库值班。"))
    work.files.put(data, original.name)
    draft = Draft(title, plain("水库值班。"), original, _OLD, status=Status.REJECTED)
    return work.drafts.add(draft, BY.who).id


def carry(paths: Paths, chance: Random, tell: Tell) -> None:
    """Back up, and bring the backup to the second medium."""
    medium = paths.data.parent / "medium"
    medium.mkdir(exist_ok=True)
    save(Settings(second_medium=str(medium / "备份")), paths.settings)
    store = unlocked(paths)
    while True:
        mark(store, chance)
        store.backup()
        tell("carrying")
        tell("carried", finish(store.backups.carry()).path.name)


def rehearse(paths: Paths, chance: Random, tell: Tell) -> None:
    """Rehearse a restore each time something has changed."""
    FileSafekeeping().settle(paths)
    store = unlocked(paths)
    while True:
        mark(store, chance)
        store.backup()
        tell("rehearsing")
        tell("rehearsed", finish(store.backups.rehearse()).is_good)


def hand_over(paths: Paths, chance: Random, tell: Tell) -> None:
    """Write packages for the next clerk, every other one sealed."""
    store = unlocked(paths)
    document = Document("交接书", "云岭县", BY.today, ())
    while True:
        mark(store, chance)
        target = paths.data.parent / f"交接{chance.randrange(1 << 30)}{SUFFIX}"
        password = chance.choice((WORDS[1], ""))
        tell("packing", target.name)
        finish(pack(store, target, lambda: document, by=BY, password=password))
        tell("packed", target.name, password)


def take_over(paths: Paths, chance: Random, tell: Tell) -> None:
    """Take the desk over on a PC that has nothing yet, and tick the steps off."""
    keeping = FileSafekeeping()
    keeping.settle(paths)
    if not paths.store.exists():
        tell("taking")
        finish(keeping.restore(paths, paths.data.parent / "first.infodesk"))
        tell("taken")
    store = unlocked(paths)
    while True:
        step = chance.choice(STEPS)
        is_done = chance.random() < 0.5
        tell("ticking", step.key, int(is_done))
        tick(store, step.key, done=is_done, by=BY)
        tell("ticked", step.key, int(is_done))


def save_what_is_left(paths: Paths, _chance: Random, tell: Tell) -> None:
    """Salvage a store that is damaged."""
    keeping = FileSafekeeping()
    keeping.settle(paths)
    tell("saving")
    finish(keeping.salvage(paths))
    tell("saved")


def spoil(store: Path) -> None:
    """Damage a closed store a little behind its middle."""
    with store.open("rb+") as file:
        file.seek(store.stat().st_size // 2)
        file.write(b"\xa5" * 5000)


PHASES = {
    "password": change_passwords,
    "rekey": change_keys,
    "wiping": wipe_drafts,
    "carrying": carry,
    "rehearsal": rehearse,
    "handover": hand_over,
    "take-over": take_over,
    "salvage": save_what_is_left,
}
