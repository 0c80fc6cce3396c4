"""Where a draft stands in approval: who has it, for how many working hours, whether it is late."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.approvals import Approval, Call, Step
from desk.drafts import Draft, Status
from desk.office_hours import span, worked
from desk.people import stands_in
from desk.store import Work
from desk.timing import calendar_of
from desk.ways import turn


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


def standing(work: Work, draft: Draft, now: datetime) -> Standing | None:
    """Where one draft stands; None where it is not in 送审."""
    if draft.status is not Status.SUBMITTED:
        return None
    way, step = turn(work, draft)
    people = work.people.all()
    post = next((one.post for one in people if one.name == step.asked), "")
    who = stands_in(people, step.asked) if step.asked else ""
    waited = worked(step.since or way.begun, now, calendar_of(work))
    return Standing(way, step, who, who != step.asked, post, waited)
