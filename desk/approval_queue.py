"""The queues of the 审签 page: what waits with whom, what came back, what was signed today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from desk.approvals import Approval, Step, Verdict
from desk.calendar import Specials
from desk.drafts import DraftQuery, DraftRow, Status
from desk.office_clock import day_of, moment_at
from desk.office_hours import worked
from desk.people import Person, stands_in
from desk.store import Store, Work
from desk.timing import calendar_of
from desk.ways import unrecorded

SLIP_OUT = "打印审签单"  # the record of a slip that was printed
_HOUR = timedelta(hours=1)


class Queue(StrEnum):
    """The lists of the page, in their order."""

    MINE = "待我审"
    ALL = "全部待审"
    CALLS = "催批"
    SENT = "我送审的"
    RETURNED = "退回的"
    UNSIGNED = "已签待登记"
    TODAY = "今日已审"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A draft in a queue, at one step of its way; ``has`` is who has it now, deputies resolved."""

    draft: DraftRow
    way: Approval
    step: Step
    has: str = ""
    phone: str = ""
    waited: timedelta = timedelta()  # working hours
    limit: timedelta = timedelta()  # 0: never chased
    printed: datetime | None = None  # when its slip was

    @property
    def id(self) -> int:
        """The draft's id."""
        return self.draft.id

    @property
    def is_over(self) -> bool:
        """Whether it has waited longer than its stage allows."""
        return bool(self.limit) and self.waited >= self.limit

    @property
    def who(self) -> str:
        """Who has it, or who decided."""
        return self.step.signer or self.has


@dataclass(frozen=True, slots=True)
class Queues:
    """All queues as they are now."""

    rows: dict[Queue, tuple[QueueRow, ...]]

    def of(self, queue: Queue) -> tuple[QueueRow, ...]:
        """The rows of one queue."""
        return self.rows.get(queue, ())


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody has to sign at a stage: how many, how many too long, the longest wait."""

    who: str
    stage: str
    count: int
    over: int
    longest: timedelta
    phone: str = ""


def queues(store: Store, name: str, now: datetime) -> Queues:
    """Read every queue for the name that works now."""
    with store.read() as work:
        seen = _Seen(work, now)
        waiting = seen.waiting()
        mine = [row for row in waiting if row.has in ("", name)]
        over = sorted((row for row in waiting if row.is_over), key=lambda row: row.has)
        found = {
            Queue.MINE: mine,
            Queue.ALL: waiting,
            Queue.CALLS: over,
            Queue.SENT: [row for row in waiting if row.way.who == name],
            Queue.RETURNED: seen.returned(),
            Queue.UNSIGNED: seen.unsigned(waiting),
            Queue.TODAY: seen.decided_today(),
        }
    return Queues({queue: tuple(rows) for queue, rows in found.items()})


def waiting_rows(work: Work, now: datetime) -> list[QueueRow]:
    """Every draft in 送审 with who has it, longest waiting first."""
    return _Seen(work, now).waiting()


def loads(rows: Iterable[QueueRow]) -> list[Load]:
    """Who has how much, by person and stage; who has waited on longest first."""
    parts: dict[tuple[str, str], list[QueueRow]] = {}
    for row in rows:
        parts.setdefault((row.has, row.step.stage.name), []).append(row)
    found = [
        Load(
            who,
            stage,
            len(some),
            sum(row.is_over for row in some),
            max(row.waited for row in some),
            some[0].phone,
        )
        for (who, stage), some in parts.items()
    ]
    return sorted(found, key=lambda load: (-load.longest, load.who, load.stage))


class _Seen:
    """What all queues are read from."""

    def __init__(self, work: Work, now: datetime) -> None:
        self._work = work
        self._now = now
        self._people: list[Person] = work.people.all()
        self._phones = {one.name: one.phone for one in self._people}
        self._specials: Specials = calendar_of(work)

    def waiting(self) -> list[QueueRow]:
        """Every draft in 送审, longest waiting first; those without a way too."""
        work = self._work
        ids = self._ids(Status.SUBMITTED)
        ways = {way.draft_id: way for way in work.approvals.open() if way.current is not None}
        lost = [draft_id for draft_id in ids if draft_id not in ways]
        for draft in work.drafts.several(lost):
            ways[draft.id] = unrecorded(work, draft)
        found = self._rows((way, way.current) for way in ways.values())
        return sorted(found, key=lambda row: (row.step.since or row.way.begun, row.id))

    def returned(self) -> list[QueueRow]:
        """Drafts that were sent back and are not sent again, the newest first."""
        ids = self._ids(Status.EDITING)
        ways = self._work.approvals.last(ids).values()
        return _newest(self._rows((way, way.returned) for way in ways))

    def unsigned(self, waiting: Sequence[QueueRow]) -> list[QueueRow]:
        """Drafts whose slip is out and whose signature nobody has recorded yet."""
        ids = self._ids(Status.READY)
        ways = self._work.approvals.last(ids).values()
        done = self._rows((way, _unsigned_step(way)) for way in ways)
        rows = [*waiting, *done]
        out = self._work.audit.latest(SLIP_OUT, [f"draft:{row.id}" for row in rows])
        found = []
        for row in rows:
            record = out.get(f"draft:{row.id}")
            if record and record.when >= row.way.begun:
                found.append(replace(row, printed=record.when))
        return sorted(found, key=lambda row: (row.printed or self._now, row.id))

    def decided_today(self) -> list[QueueRow]:
        """Every step decided since midnight, the newest first."""
        midnight = moment_at(day_of(self._now), time())
        ways = self._work.approvals.decided(midnight)
        steps = (
            (way, step) for way in ways for step in way.steps if step.done and step.done >= midnight
        )
        return _newest(self._rows(steps))

    def _ids(self, status: Status) -> list[int]:
        query = DraftQuery(statuses=frozenset({status}), with_versions=True)
        return self._work.drafts.ids(query)

    def _rows(self, found: Iterable[tuple[Approval, Step | None]]) -> list[QueueRow]:
        pairs = [(way, step) for way, step in found if step is not None]
        ids = list(dict.fromkeys(way.draft_id for way, _ in pairs))
        drafts = {row.id: row for row in self._work.drafts.rows(ids)}
        return [self._row(drafts[way.draft_id], way, step) for way, step in pairs]

    def _row(self, draft: DraftRow, way: Approval, step: Step) -> QueueRow:
        has = stands_in(self._people, step.asked) if step.asked else ""
        since = step.since or way.begun
        return QueueRow(
            draft,
            way,
            step,
            has,
            self._phones.get(has, ""),
            worked(since, step.done or self._now, self._specials),
            step.stage.hours * _HOUR,
        )


def _unsigned_step(way: Approval) -> Step | None:
    """The last step of a finished way that nobody signed by hand."""
    done = [step for step in way.steps if step.verdict is Verdict.PASSED]
    return next((step for step in reversed(done) if step.signed_on is None), None)


def _newest(rows: Sequence[QueueRow]) -> list[QueueRow]:
    return sorted(rows, key=lambda row: (row.step.done or row.way.begun, row.id), reverse=True)
