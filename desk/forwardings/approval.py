"""Where the approval of a text stands that is to go up (上报信息再报办公室主任审核, R93)."""

from dataclasses import dataclass

from desk.approvals import Approval
from desk.drafts import Draft, Status
from desk.store import Work

_PASSED = (Status.READY, Status.RELEASED)


@dataclass(frozen=True, slots=True)
class ApprovalState:
    """``is_done``: it may go up; ``text`` says where it stands."""

    is_done: bool
    text: str


def approval_state(work: Work, draft: Draft, lane: str) -> ApprovalState:
    """Where a text stands, asked for the lane of what goes up; "" takes any lane."""
    return approval_states(work, [draft], lane)[draft.id]


def approval_states(work: Work, drafts: list[Draft], lane: str) -> dict[int, ApprovalState]:
    """Where several texts stand, by draft."""
    ways = work.approvals.last([one.id for one in drafts])
    known = any(one.name == lane and one.is_active for one in work.approvals.lanes())
    asked = lane if known else ""
    return {one.id: _state(one, ways.get(one.id), asked) for one in drafts}


def _state(draft: Draft, way: Approval | None, lane: str) -> ApprovalState:
    if draft.status is Status.SUBMITTED and way is not None and way.current is not None:
        with_whom = f"，在{way.current.asked}" if way.current.asked else ""
        return ApprovalState(
            is_done=False, text=f"送审中：{way.lane}，{way.current.stage.name}{with_whom}"
        )
    if draft.status not in _PASSED:
        return ApprovalState(is_done=False, text=f"没有审签完（{draft.status}）")
    if way is None:
        return ApprovalState(is_done=not lane, text="没有审签记录")
    if lane and way.lane != lane:
        return ApprovalState(is_done=False, text=f"只走了“{way.lane}”流程，没有走“{lane}”流程")
    last = way.steps[-1]
    signer = f"：{last.stage.name}{last.signer}" if last.signer else ""
    return ApprovalState(is_done=True, text=f"已审签（{way.lane}{signer}）")
