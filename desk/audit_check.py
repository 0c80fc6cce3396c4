"""Check the audit trail: each record against its digest, the whole against heads kept elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from desk.audit import RESTORED, Head, Link, digest_of, moment_text
from desk.jobs import Job, Progress
from desk.office_clock import minute_words
from desk.store import Store

_SOME = 2_000  # records at a time: with ten times as many the garbage collector takes half of it
_LEAST = -(1 << 63)  # below every number, also one that somebody made negative


@dataclass(frozen=True, slots=True)
class KnownHead:
    """How far the trail had come at a moment, as something outside the store tells."""

    head: Head
    taken: datetime
    source: str  # names it to the clerk: a backup's file name


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has found; ``faults`` are sentences."""

    head: Head
    faults: tuple[str, ...] = ()
    agreed: int = 0  # known heads that the trail runs through
    replaced: int = 0  # known heads of a state that a restore has replaced since

    @property
    def words(self) -> str:
        """The result in one sentence."""
        if self.faults:
            return "".join(self.faults)
        told = f"操作记录完整：{self.head.length:,} 条逐条核对，环环相扣，没有改动、删除或插入"
        told += f"；与 {self.agreed} 份备份里的记载一致" if self.agreed else ""
        told += f"；另有 {self.replaced} 份备份是恢复以前的状态，不作比较" if self.replaced else ""
        return f"{told}。"


@dataclass(slots=True)
class _Walk:
    """The state of a check on its way through the trail."""

    count: int = 0
    number: int = 0
    digest: str = ""
    broken: int = 0
    first: Link | None = None  # the first broken one
    restored: str = ""  # the moment of the newest restore
    seen: dict[int, str] = field(default_factory=dict)  # digests where a known head lies

    def take(self, links: Sequence[Link], wanted: set[int]) -> None:
        """Check some links; in locals, for there are a million."""
        before, last = self.digest, self.number
        for count, link in enumerate(links, start=self.count + 1):
            number, when, _who, action, _subject, _detail, digest = link
            if digest_of(before, link) != digest or number <= last:
                self.broken += 1
                self.first = self.first or link
            if action == RESTORED:
                self.restored = max(self.restored, str(when))
            if count in wanted:
                self.seen[count] = digest
            before, last = digest, number
        self.digest, self.number = before, last
        self.count += len(links)


def check_trail(store: Store, known: Sequence[KnownHead] = ()) -> Job[Checked]:
    """Walk the whole trail in one consistent state; about 5 s for a million records."""
    told = [one for one in known if one.head.digest]
    wanted, walk = {one.head.length for one in told}, _Walk()
    with store.read() as work:
        total = work.audit.head().length
        while links := work.audit.links(walk.number if walk.count else _LEAST, _SOME):
            walk.take(links, wanted)
            yield Progress(walk.count, total, "正在核对操作记录")
    found = Checked(Head(walk.count, walk.digest), tuple(_broken(walk)))
    return _compared(found, walk, told)


def known_heads(store: Store) -> list[KnownHead]:
    """The heads that the backups at hand carry."""
    return [
        KnownHead(Head(*one.audit), one.taken, one.path.name)
        for one in store.backups.kept()
        if not one.fault
    ]


def _broken(walk: _Walk) -> list[str]:
    if not walk.first:
        return []
    one = walk.first
    others = f"（连同它共有 {walk.broken} 条）" if walk.broken > 1 else ""
    told = (
        f"操作记录第 {one.number} 条（{_when(one)} {one.who} {one.action}）与校验码对不上"
        f"{others}：它或它前面的记录被改动、删除或插入过。"
        "请保留现状，不要再改动数据文件，与备份里的操作记录对照，并报告主管保密工作的同志。"
    )
    return [told]


def _when(one: Link) -> str:
    """When a record says it was written; as it stands there where that is no moment any more."""
    try:
        return minute_words(datetime.fromisoformat(f"{one.when}+00:00"))
    except (ValueError, OverflowError):
        return str(one.when)


def _compared(found: Checked, walk: _Walk, known: Sequence[KnownHead]) -> Checked:
    off = [one for one in known if walk.seen.get(one.head.length) != one.head.digest]
    replaced = [one for one in off if moment_text(one.taken) <= walk.restored]
    missing = sorted(set(off) - set(replaced), key=lambda one: one.taken)
    told = [_missing(one, found.head.length) for one in missing[-1:]]
    return replace(
        found,
        faults=(*found.faults, *told),
        agreed=len(known) - len(off),
        replaced=len(replaced),
    )


def _missing(one: KnownHead, count: int) -> str:
    lost = (
        f"现在只有 {count:,} 条，末尾被截去了" if count < one.head.length else "与现在的记录对不上"
    )
    return (
        f"备份“{one.source}”（{minute_words(one.taken)}）里有 {one.head.length:,} 条操作记录，"
        f"{lost}。"
        "如果不是有人用更早的备份换掉了数据文件，就是操作记录被改动过，请报告主管保密工作的同志。"
    )
