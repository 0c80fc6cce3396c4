"""The ways of drafts along lanes: which lanes there are, whose turn it is, and how it is told."""

from collections.abc import Sequence
from dataclasses import replace

from desk.approvals import Approval, Lane, Stage, Step
from desk.auditing import By
from desk.drafts import Draft, Kind, Status
from desk.editing import EDITABLE
from desk.errors import NotAllowedError, NotFoundError
from desk.store import Work

# What drafts wait on that were sent up before there were lanes; the desk's own four hours.
_ONE_STAGE = Stage("审签", hours=4)


def active_lanes(work: Work) -> list[Lane]:
    """The lanes drafts can be sent along, by position."""
    return [one for one in work.approvals.lanes() if one.is_active and one.stages]


def proposed(lanes: Sequence[Lane], kind: Kind | None) -> Lane | None:
    """The lane to propose: the one for this kind, else the first that somebody signs."""
    fitting = [one for one in lanes if kind in one.kinds]
    signed = [one for one in lanes if not one.at_once]
    return next(iter([*fitting, *signed, *lanes]), None)


def lane_of(work: Work, lane_id: int) -> Lane:
    """An active lane; raises NotFoundError."""
    found = next((one for one in active_lanes(work) if one.id == lane_id), None)
    if found is None:
        raise NotFoundError("找不到这个审签流程，它可能已停用。请另选一个流程。")
    return found


def way_of(work: Work, draft: Draft) -> Approval:
    """The way a draft in 送审 is on; one stage where it was sent up before there were lanes."""
    way = work.approvals.last([draft.id]).get(draft.id)
    return way if way is not None and way.current is not None else unrecorded(work, draft)


def approved_revision(work: Work, draft_id: int) -> int | None:
    """The revision that was approved last; None where no approval of it is kept."""
    passed = [way.revision for way in work.approvals.of(draft_id) if way.is_passed]
    return passed[-1] if passed else None


def returned_with(work: Work, draft: Draft) -> Step | None:
    """The step that sent a draft back to its editor, until it is sent again."""
    way = work.approvals.last([draft.id]).get(draft.id) if draft.status in EDITABLE else None
    return way.returned if way is not None else None


def passed_by(work: Work, draft: Draft) -> list[str]:
    """Who approved a draft that is 可用, stage by stage: 信息科审核 林志远."""
    way = work.approvals.last([draft.id]).get(draft.id) if draft.status is Status.READY else None
    if way is None or not way.is_passed:
        return []
    return [f"{step.stage.name} {signed(step)}" for step in way.steps]


def turn(work: Work, draft: Draft) -> tuple[Approval, Step]:
    """The way of a draft and the step whose turn it is."""
    if draft.status is not Status.SUBMITTED:
        raise NotAllowedError(
            f"“{draft.title}”现在是“{draft.status}”，不在送审中。请刷新后看它的最新状态。"
        )
    way = way_of(work, draft)
    step = way.current
    assert step is not None  # noqa: S101 - way_of gives a way that is under way
    return way, step


def unrecorded(work: Work, draft: Draft) -> Approval:
    """The one-stage way of a draft whose sending only the audit trail knows."""
    records = work.audit.records(f"draft:{draft.id}")
    sent = next((one for one in records if one.action.endswith(f"→{Status.SUBMITTED}")), None)
    since = sent.when if sent else draft.received
    step = Step(_ONE_STAGE, since=since)
    return Approval(draft.id, "送审", (step,), since, sent.who if sent else "", draft.revision)


def stepped(way: Approval, step: Step) -> Approval:
    """The way with the step of its number, or its current one, replaced."""
    at = next(
        place
        for place, one in enumerate(way.steps)
        if (one.id == step.id if step.id else one is way.current)
    )
    return replace(way, steps=(*way.steps[:at], step, *way.steps[at + 1 :]))


def named(step: Step) -> str:
    """A step by its stage and who is asked: 办公室主任审签（王××）."""
    return f"{step.stage.name}（{step.asked}）" if step.asked else step.stage.name


def signed(step: Step) -> str:
    """Who decided, and for whom."""
    return f"{step.signer}代{step.instead_of}" if step.instead_of else step.signer


def told(step: Step, by: By) -> str:
    """A decision as the trail tells it; who wrote it down stands there where another decided."""
    written = f"，{by.who}登记" if by.who != step.signer else ""
    opinion = f"，意见：{step.opinion}" if step.opinion else ""
    return f"{step.stage.name}：{signed(step)}{opinion}{written}"
