"""What was acknowledged before a kill, held against the store after it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.closings.books import published
from desk.commissions.commission import Commission
from desk.drafts import DraftQuery, Status
from desk.paths import Paths
from desk.store import Store
from tests.drill.kills.ground import NOW
from tests.samples.invariants import faults

Told = list[list[str]]


@dataclass
class Verdict:
    """What went wrong, in words."""

    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """All of it; nothing, it is to be hoped."""
        return [*self.lost, *self.half, *self.damaged]

    @property
    def wrong(self) -> dict[str, int]:
        """How many of each."""
        found = {"lost": self.lost, "half": self.half, "damaged": self.damaged}
        return {name: len(some) for name, some in found.items()}


class Judge:
    """Remembers what was told over several kills of one store."""

    def open(self, paths: Paths) -> SqlStore | None:
        """Open the store as the next start does; None where rightly there is none to open."""
        return SqlStore.open(paths, clock=lambda: NOW)

    def nothing(self, told: Told) -> Iterator[str]:
        """What was acknowledged although there is no store to open."""
        raise NotImplementedError

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        """What was acknowledged and is not there."""
        raise NotImplementedError

    def judge(
        self, paths: Paths, told: Told, tally: Verdict, name: str, unrecorded: int = 0
    ) -> None:
        """Open what a kill has left, and add to a tally what is wrong with it.

        A cut of the power may leave one commit that is torn and was not acknowledged.
        """
        try:
            store = self.open(paths)
        except Exception as error:  # noqa: BLE001 - whatever keeps it from opening is damage
            tally.damaged.append(f"{name}: {error!r}")
            return
        if store is None:
            tally.lost += [f"{name}: {one}" for one in self.nothing(told)]
            return
        try:
            if store.unrecorded > unrecorded:
                tally.lost.append(f"{name}: {store.unrecorded} commits of the log")
            whole = store.verify()
            tally.damaged += [f"{name}: {one}" for one in whole]
            if not whole:
                tally.half += [f"{name}: {one}" for one in faults(store)]
                tally.lost += [f"{name}: {one}" for one in self.lost(store, told)]
        finally:
            store.close()


class _Imported(Judge):
    def __init__(self) -> None:
        self._kept: dict[int, str] = {}

    def open(self, paths: Paths) -> SqlStore | None:
        self._files = paths.data.parent / "files"
        return super().open(paths)

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        for name, accepted, *ids in told:
            if accepted == "1":
                self._kept |= dict.fromkeys(map(int, ids), name)
        with store.read() as work:
            have = {one.id: one for one in work.drafts.several(work.drafts.ids(DraftQuery()))}
            for draft_id, name in self._kept.items():
                original = have[draft_id].original if draft_id in have else None
                data = (self._files / name).read_bytes()
                if original is None or original.digest != sha256(data).hexdigest():
                    yield f"{name} is not draft {draft_id}"
                elif work.files.get(original.digest) != data:
                    yield f"the original of {name} is another file"
            names = [one.original.name for one in have.values()]
            yield from {f"{one} came in twice" for one in names if names.count(one) > 1}


class _Edited(Judge):
    def __init__(self) -> None:
        self._marks: dict[int, list[str]] = {}

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        for draft_id, mark in told:
            self._marks.setdefault(int(draft_id), []).append(mark)
        with store.read() as work:
            for draft in work.drafts.several(list(self._marks)):
                mark = draft.title.removeprefix("农田建设")
                if mark in self._marks[draft.id][:-1] or mark not in draft.body.text:
                    yield f"draft {draft.id} has the text of {mark}"


class _Released(Judge):
    def __init__(self) -> None:
        self._begun: set[int] = set()
        self._made: dict[int, tuple[str, ...]] = {}

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        for word, issue_id, *digests in told:
            self._begun.add(int(issue_id))
            if word == "released":
                self._made[int(issue_id)] = tuple(digests)
        with store.read() as work:
            have = {one.id: one for one in work.issues.all()}
            for issue_id in self._begun - have.keys():
                yield f"issue {issue_id} is gone"
            for issue_id, digests in self._made.items():
                one = have[issue_id]
                if (one.pdf, one.docx, one.data) != digests:
                    yield f"issue {issue_id} is not as it was released"
                drafts = work.drafts.several([entry.draft_id for entry in one.entries])
                if not {draft.status for draft in drafts} <= {Status.RELEASED}:
                    yield f"drafts of issue {issue_id} are not released"


class _Closed(Judge):
    def __init__(self) -> None:
        self._told: dict[str, str] = {}

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        last = self._told
        for key, *digest in told:
            last[key] = "".join(digest)
        with store.read() as work:
            holding = {one.key: one for one in work.closings.holding()}
            everything = work.closings.all()
        for one in everything:
            published(store, one.id)  # raises where it is not what was frozen
        latest = told[-1][0] if told else ""
        wrong = [key for key, digest in last.items() if bool(digest) != (key in holding)]
        if len(wrong) > 1:  # one step may have come through without being told
            yield f"{wrong} are not as they were left, the last told is {latest}"
        self._told = {key: one.digest for key, one in holding.items()} | dict.fromkeys(
            last.keys() - holding.keys(), ""
        )


class _BackedUp(Judge):
    def open(self, paths: Paths) -> SqlStore | None:
        self._paths = paths
        return super().open(paths)

    def lost(self, store: Store, told: Told) -> Iterator[str]:  # noqa: ARG002
        keeping = FileSafekeeping()
        for one in keeping.kept(self._paths):
            if fault := keeping.examine(one.path).fault:
                yield f"{one.path.name}: {fault}"
        if told and not keeping.kept(self._paths):  # a newer one may have replaced the last told
            yield f"{told[-1][0]} is gone"


class _Upgraded(Judge):
    def lost(self, store: Store, told: Told) -> Iterator[str]:  # noqa: ARG002
        with store.read() as work:
            if work.drafts.get(1).title != "校园安全检查":
                yield "the draft of the old store"


class _PutBack(Judge):
    def open(self, paths: Paths) -> SqlStore | None:
        FileSafekeeping().settle(paths)
        return super().open(paths)

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        with store.read() as work:
            have = work.registry.units()[0].aliases
        marks = [words[1] for words in told if words[0] == "marked"]
        if told and told[-1][0] == "restored" and have and have[0] in marks:
            yield "the state before the restore is back"
        if have and have[0] in marks[:-1]:
            yield "an older state is back"


class _Asked(Judge):
    def __init__(self) -> None:
        self._sent: dict[int, list[str]] = {}
        self._withdrawn: set[int] = set()

    def lost(self, store: Store, told: Told) -> Iterator[str]:
        for word, matter_id, *rest in told:
            if word == "sent":
                self._sent[int(matter_id)] = rest
            else:
                self._withdrawn.add(int(matter_id))
        with store.read() as work:
            have = {one.id: one for one in work.matters.all(Commission)}
        for matter_id, (number, title) in self._sent.items():
            one = have.get(matter_id)
            if one is None or (one.number, one.title) != (number, title):
                yield f"commission {number}"
        for matter_id in self._withdrawn:
            if not have[matter_id].withdrawn:
                yield f"commission {matter_id} was called off"
        numbers = [one.number for one in have.values()]
        yield from {f"{one} twice" for one in numbers if numbers.count(one) > 1}


JUDGES: dict[str, type[Judge]] = {
    "import": _Imported,
    "edit": _Edited,
    "release": _Released,
    "closing": _Closed,
    "backup": _BackedUp,
    "migration": _Upgraded,
    "restore": _PutBack,
    "matters": _Asked,
}
