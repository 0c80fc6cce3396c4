"""What waits in approval (催批): who has it, for how many working hours, and whether it is late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.approvals import Approval, Call, Step
from desk.calendar import by_day
from desk.drafts import Draft, DraftQuery, DraftRow, Status
from desk.office_hours import span, worked
from desk.people import Person, stands_in
from desk.store import Work
from desk.ways import way_of


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a draft stands on its way: whose turn it is, since when, and who has it now."""

    way: Approval
    step: Step
    who: str  # the deputy where who was asked is away; "" where anybody may take it
    is_deputy: bool
    post: str  # of who was asked
    waited: timedelta  # in office hours

    @property
    def is_overdue(self) -> bool:
        """Whether it waits longer than the stage allows."""
        hours = self.step.stage.hours
        return bool(hours) and self.waited >= timedelta(hours=hours)

    @property
    def last_call(self) -> Call | None:
        """The last reminder at this stage."""
        return self.step.calls[-1] if self.step.calls else None

    @property
    def holder(self) -> str:
        """Who has it: 办公室主任 王××（王××外出，李××代）."""
        asked = " ".join(filter(None, (self.post, self.step.asked)))
        if not asked:
            return self.step.stage.name
        return f"{asked}（外出，{self.who}代）" if self.is_deputy else asked

    @property
    def words(self) -> str:
        """All of it in a line: 办公室主任 王××有 3 小时 20 分，已催 1 次."""
        has = "有" if self.step.asked else "已等"
        called = f"，已催 {len(self.step.calls)} 次" if self.step.calls else ""
        late = "，已超时" if self.is_overdue else ""
        return f"{self.holder}{has} {span(self.waited)}{late}{called}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft in 送审 as the list of the waiting shows it."""

    draft: DraftRow
    standing: Standing


def waiting(work: Work, now: datetime) -> list[Waiting]:
    """Every draft in 送审, the longest waiting at its stage first."""
    query = DraftQuery(statuses=frozenset({Status.SUBMITTED}), descending=False)
    rows = work.drafts.rows(work.drafts.ids(query))
    ways = work.approvals.last([row.id for row in rows])
    missing = [row.id for row in rows if not _is_under_way(ways.get(row.id))]
    ways |= {draft.id: way_of(work, draft) for draft in work.drafts.several(missing)}
    standings = _standings(work, [ways[row.id] for row in rows], now)
    found = [Waiting(row, standings[row.id]) for row in rows]
    return sorted(found, key=_longest_first)


def _longest_first(one: Waiting) -> tuple[timedelta, datetime, int]:
    """By office hours, then by when it came to its stage: at night nobody waits longer."""
    standing = one.standing
    return -standing.waited, standing.step.since or standing.way.begun, one.draft.id


def standing(work: Work, draft: Draft, now: datetime) -> Standing | None:
    """Where one draft stands; None where it is not in 送审."""
    if draft.status is not Status.SUBMITTED:
        return None
    return _standings(work, [way_of(work, draft)], now)[draft.id]


def _is_under_way(way: Approval | None) -> bool:
    return way is not None and way.current is not None


def _standings(work: Work, ways: Sequence[Approval], now: datetime) -> Mapping[int, Standing]:
    people = work.people.all()
    posts = {one.name: one.post for one in people}
    specials = by_day(work.lists.special_days())
    found = {}
    for way in ways:
        step = way.current
        if step is None:
            continue
        who = _who(people, step)
        waited = worked(step.since or way.begun, now, specials)
        post = posts.get(step.asked, "")
        found[way.draft_id] = Standing(way, step, who, who != step.asked, post, waited)
    return found


def _who(people: Sequence[Person], step: Step) -> str:
    return stands_in(people, step.asked) if step.asked else ""
