"""The demo's people, who signs on which lane, and how far the last days' drafts have come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.approvals import Condition, Verdict
from desk.approving import Decision, decide, remind, submit
from desk.auditing import By, note
from desk.checking import manuscript_of
from desk.checks.checklist import checklist_for
from desk.demo.workdays import clock
from desk.drafts import Draft
from desk.inquiries import Answer
from desk.knowing import known
from desk.people import Person, stands_in
from desk.store import Store, Work
from desk.to_verify import points_of
from desk.verifying import Said, ask, contact_of

REVIEWER, DIRECTOR, LEADER = "林志远", "何文斌", "罗建平"
_DEPUTY = "苏明远"
_STAFF = (
    Person("周静怡", "信息科科员", "5122601", position=0),
    Person("唐晓岚", "信息科副科长", "5122602", position=1),
    Person(REVIEWER, "信息科科长", "5122603", deputy="唐晓岚", position=2),
    Person(DIRECTOR, "办公室主任", "5122101", deputy=_DEPUTY, is_away=True, position=3),
    Person(_DEPUTY, "办公室副主任", "5122102", position=4),
    Person(LEADER, "副县长", "5122001", position=5),
)
_SIGNERS = {"信息科审核": REVIEWER, "办公室主任审签": DIRECTOR, "分管领导审签": LEADER}
_OWN, _UP = "下发", "上报"
_ASKED = 3  # facts of a draft


@dataclass(frozen=True, slots=True)
class Errand:
    """How one draft goes to approval and stays there: sent so long ago, passed by so many."""

    lane: str
    days_ago: int  # working days
    hour: int
    signed: int = 0
    reminders: int = 0
    returned: str = ""  # with this opinion, by the stage behind those that passed it


ERRANDS = (
    Errand(_UP, 2, 15, signed=1, reminders=2),
    Errand(_OWN, 1, 16, reminders=1),
    Errand(_UP, 0, 10, signed=1),
    Errand(_UP, 0, 10),
    Errand(_OWN, 0, 11),
    Errand(_UP, 1, 10, signed=1, returned="请补充资金来源和完成时限，压缩到 400 字以内"),
)


def engage(work: Work) -> None:
    """Put the people into a store, and their names on the lanes."""
    for person in _STAFF:
        work.people.save(person)
    for lane in work.approvals.lanes():
        if not lane.at_once:
            stages = (replace(one, signer=_SIGNERS[one.name]) for one in lane.stages)
            work.approvals.save_lane(replace(lane, stages=tuple(stages)))


def send(store: Store, draft: Draft, errand: Errand, days: Sequence[date], now: By) -> None:
    """Send a draft on its way as far as the errand goes; ``days`` are the last working days."""
    day, hour = days[-1 - errand.days_ago], errand.hour
    with store.read() as work:
        lane = next(one for one in work.approvals.lanes() if one.name == errand.lane)
    edited = confirm(store, draft.id, by=_at(now.who, day, hour, 0, now))
    if Condition.VERIFIED in lane.conditions:
        _verify(store, edited, by=_at(now.who, day, hour, 5, now))
    submit(store, [draft.id], lane.id, by=_at(now.who, day, hour, 10, now))
    for stage in lane.stages[: errand.signed]:
        said = Decision(Verdict.PASSED, "同意", signer=stage.signer)
        decide(store, [draft.id], said, by=_at(stage.signer, day, hour, 40, now))
    if errand.returned:
        signer = lane.stages[errand.signed].signer
        said = Decision(Verdict.RETURNED, errand.returned, stands_in(_STAFF, signer))
        decide(store, [draft.id], said, by=_at(said.signer, day, hour, 55, now))
    for number in range(errand.reminders):
        by = _at(now.who, days[-1], 9 + number, 15, now)
        remind(store, [draft.id], by=by, told="请尽快审签，今天要报出", answer="在开会，会后就看")


def confirm(store: Store, draft_id: int, *, by: By) -> Draft:
    """Tick the whole checklist of a draft."""
    with store.begin() as work:
        draft = work.drafts.get(draft_id)
        ticked = replace(draft, ticks=frozenset(one.id for one in checklist_for(draft.kind)))
        work.drafts.save(ticked)
        note(work, by, "核对", f"draft:{draft_id}", "全部核对项")
        return ticked


def _verify(store: Store, draft: Draft, *, by: By) -> None:
    """Ask the unit about the weightiest facts of the text; all of them are right."""
    with store.read() as work:
        points = points_of(manuscript_of(draft, known(work, draft)).whole)[:_ASKED]
        contact = contact_of(work, draft)
    ask(store, draft.id, points, contact, Said(Answer.RIGHT, "与业务股室核对过，属实"), by=by)


def _at(who: str, day: date, hour: int, minute: int, now: By) -> By:
    return By(who, min(clock(day, hour, minute), now.now))
