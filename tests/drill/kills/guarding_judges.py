"""What was acknowledged of locking, carrying, handing over, saving and wiping, held to account."""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from db.keys import key_beside, opened, read_key
from db.pages import broken_pages
from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.audit import AuditQuery
from desk.backups.package import check
from desk.errors import LockedError
from desk.handover.taking import handover_of
from desk.jobs import finish
from desk.paths import Paths
from desk.secrecy.wiping import certificates
from desk.store import Store
from desk.vault.sealing import is_sealed, unseal
from tests.drill.kills.guarding import WORDS, secret_of, unlocked
from tests.drill.kills.judging import Judge, Told


class _Locked(Judge):
    """A password, or another key: what was acknowledged opens, and no key lies about plain."""

    def __init__(self) -> None:
        self._may_be = {""}
        self._recovery = ""  # where one may have come untold, none is known

    def open(self, paths: Paths) -> SqlStore:
        FileSafekeeping().settle(paths)
        self._paths = paths
        return unlocked(paths)

    def lost(self, store: Store, told: Told) -> Iterator[str]:  # noqa: ARG002
        self._follow(told)
        secret = secret_of(self._paths)
        if secret not in self._may_be:
            yield f"{secret!r} opens the store, told was {self._may_be}"
        if secret and self._recovery and not self._opens(self._recovery):
            yield f"the recovery key {self._recovery} opens nothing"
        self._may_be = {secret}
        if secret:
            yield from self._plain(read_key(self._paths.store, secret).encode())

    def _follow(self, told: Told) -> None:
        for word, *rest in told:
            secret = rest[0] if rest else ""
            if word == "recovery":
                self._recovery = secret
            elif word == "trying":
                self._may_be.add(secret)
            elif word == "has":
                self._may_be = {secret}
                self._recovery = self._recovery if secret else ""
        if told and told[-1][0] in ("trying", "renewing"):
            self._recovery = ""

    def _opens(self, secret: str) -> bool:
        path = key_beside(self._paths.store)
        with suppress(LockedError):
            return bool(opened(path.read_text("utf-8"), secret, path))
        return False

    def _plain(self, key: bytes) -> Iterator[str]:
        for path in self._paths.data.rglob("*"):
            if path.is_file() and key in path.read_bytes():
                yield f"{path} holds the key plain"


class _Rekeyed(_Locked):
    def __init__(self) -> None:
        super().__init__()
        self._may_be = {WORDS[0], ""}
        self._mark = ""

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        secret = secret_of(self._paths)
        marks = [rest[0] for word, *rest in told if word == "marked"]
        is_certain = bool(told) and told[-1][0] != "rekeyed"  # else another mark may have come
        if is_certain:
            self._mark = marks[-1] if marks else self._mark
        with store.read() as work:
            have = work.registry.units()[0].aliases
        if is_certain and self._mark and have != (self._mark,):
            yield f"{have} is there, {self._mark} was acknowledged"
        if told and told[-1][0] == "rekeyed" and not self._opens(told[-1][1]):
            yield "the recovery key of the new key opens nothing"
        if told and secret != WORDS[0]:
            yield "the password is gone"
        if secret:
            yield from self._plain(read_key(self._paths.store, secret).encode())


class _Wiped(Judge):
    def __init__(self) -> None:
        self._wiped: set[int] = set()
        self._begun: list[set[int]] = []

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        for word, *ids in told:
            (self._begun.append if word == "wiping" else self._wiped.update)(set(map(int, ids)))
        with store.read() as work:
            drafts = {one.id: one for one in work.drafts.several(sorted(set().union(*self._begun)))}
            papers = len(certificates(work))
            gone = {i for i, one in drafts.items() if "已按保管期限销毁" in one.body.text}
            for one in drafts.values():
                held = "水库值班" in one.body.text and one.original.digest
                if one.id not in gone and not (held and work.files.get(one.original.digest)):
                    yield f"draft {one.id} is half wiped"
        yield from (f"draft {one} was wiped" for one in self._wiped - gone)
        batches = [ids for ids in self._begun if ids <= gone]
        if set().union(*batches) != gone:
            yield f"{gone} were wiped of {self._begun}"
        if papers != len(batches):
            yield f"{papers} certificates of {len(batches)} wipings"


class _Carried(Judge):
    def open(self, paths: Paths) -> SqlStore:
        self._medium = paths.data.parent / "medium" / "备份"
        return super().open(paths)

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        keeping, carried = FileSafekeeping(), store.backups.kept(self._medium)
        for one in (*carried, *store.backups.kept()):
            if fault := keeping.examine(one.path).fault:
                yield f"{one.path}: {fault}"
        if any(word == "carried" for word, *_ in told) and not carried:
            yield "nothing is on the second medium"


class _Rehearsed(Judge):
    def __init__(self) -> None:
        self._good = 0

    def open(self, paths: Paths) -> SqlStore:
        FileSafekeeping().settle(paths)
        self._paths = paths
        return super().open(paths)

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        done = [rest[0] for word, *rest in told if word == "rehearsed"]
        self._good += len(done)
        if "False" in done or not all(one.is_good for one in store.backups.rehearsals()):
            yield "a rehearsal found a fault"
        if len(store.backups.rehearsals()) < min(self._good, 5):
            yield "a rehearsal is forgotten"
        if (self._paths.data / "rehearsal").exists():
            yield "a rehearsal left its copy"


class _HandedOver(Judge):
    def open(self, paths: Paths) -> SqlStore:
        self._folder = paths.data.parent
        return super().open(paths)

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        packed = [rest for word, *rest in told if word == "packed"]
        for name, *password in packed:
            yield from self._wrong(self._folder / name, *password)
        with store.read() as work:
            if packed and handover_of(work).packed is None:
                yield "that a package was written is forgotten"
        for path in self._folder.glob("交接*.infodesk"):  # whatever has the name of one is one
            if not is_sealed(path):
                finish(check(path))
            path.unlink()

    def _wrong(self, path: Path, password: str = "") -> Iterator[str]:
        if not path.exists():
            yield f"{path.name} is gone"
        elif is_sealed(path) != bool(password):
            yield f"{path.name} is not as it was to be"
        elif password:
            finish(unseal(path, self._folder / "opened", password))
            finish(check(self._folder / "opened"))


class _TakenOver(Judge):
    def __init__(self) -> None:
        self._taken = False
        self._done: dict[str, bool] = {}

    def open(self, paths: Paths) -> SqlStore | None:
        FileSafekeeping().settle(paths)
        return super().open(paths) if paths.store.exists() else None

    def nothing(self, told: Told) -> Iterator[str]:
        if self._taken or ["taken"] in told:
            yield "what was taken over is gone"

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        self._taken = True
        with store.read() as work:
            if len(work.registry.units()) != 3:
                yield "the units of the package"
            have = set(handover_of(work).done)
        ticks = [(word, rest[0], rest[1] == "1") for word, *rest in told if rest]
        open_step = ticks[-1][1] if ticks and ticks[-1][0] == "ticking" else ""
        self._done |= {key: done for word, key, done in ticks if word == "ticked"}
        for key, done in self._done.items():
            if key != open_step and (key in have) != done:
                yield f"step {key} is not {done}"
        self._done |= {key: key in have for key in (*have, *self._done)}


class _Saved(Judge):
    """Until the new store is in place the damaged one is there, to its last byte."""

    def __init__(self) -> None:
        self._digest = ""

    def open(self, paths: Paths) -> SqlStore | None:
        self._paths = paths
        FileSafekeeping().settle(paths)
        stores = [paths.store, *paths.data.glob("quarantine/*/desk.db")]
        damaged = [one for one in stores if self._is_damaged(one)]
        self._wrong = [] if len(damaged) == 1 else [f"damaged: {damaged}"]
        for one in damaged:
            digest = sha256(one.read_bytes()).hexdigest()
            self._digest = self._digest or digest
            if digest != self._digest:
                self._wrong.append("the damaged file has changed")
        return None if paths.store in damaged else super().open(paths)

    def _is_damaged(self, store) -> bool:
        with store.open("rb") as file:
            return any(some for *_, some in broken_pages(file, read_key(self._paths.store)))

    def nothing(self, told: Told) -> Iterator[str]:
        yield from self._wrong
        if ["saved"] in told:
            yield "what was saved is gone"

    def lost(self, store: Store, told: Told) -> Iterator[str]:  # noqa: ARG002
        yield from self._wrong
        with store.read() as work:
            if not work.audit.ids(AuditQuery(action="抢救数据")):
                yield "the saved store does not say that it is one"


JUDGES: dict[str, type[Judge]] = {
    "password": _Locked,
    "rekey": _Rekeyed,
    "wiping": _Wiped,
    "carrying": _Carried,
    "rehearsal": _Rehearsed,
    "handover": _HandedOver,
    "take-over": _TakenOver,
    "salvage": _Saved,
}
