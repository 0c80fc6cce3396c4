"""Lanes and the ways of drafts along them: values of desk to rows and back."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from db import approval_models as models
from db.bodies import dump
from db.columns import one_line
from db.models import Draft
from desk.approvals import Approval, Call, Condition, Lane, Stage, Step, Verdict
from desk.drafts import Kind, Status
from desk.errors import NotAllowedError, NotFoundError

_KEYS = 500  # in one statement; SQLite takes 32,766 parameters, older ones 999
_NEVER = datetime.max.replace(tzinfo=UTC)


class SqlApprovals:
    """``desk.store.Approvals`` on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lanes(self) -> list[Lane]:
        """The lanes by position, those no longer active too."""
        stages: defaultdict[int, list[Stage]] = defaultdict(list)
        model = models.LaneStage
        for row in self._session.scalars(select(model).order_by(model.lane_id, model.position)):
            stage = Stage(row.name, row.signer, row.hours, row.only_if_asked)
            stages[row.lane_id].append(stage)
        lane = models.Lane
        rows = self._session.scalars(select(lane).order_by(lane.position, lane.id))
        return [_to_lane(row, tuple(stages[row.id])) for row in rows]

    def save_lane(self, lane: Lane) -> Lane:
        """Add (id 0) or change a lane with its stages; ways under way keep theirs.

        Raises NotAllowedError for a name that is taken.
        """
        model = models.Lane
        holder = self._session.scalar(select(model.id).where(model.name == one_line(lane.name)))
        if holder is not None and holder != lane.id:
            raise NotAllowedError(f"审签流程“{lane.name}”已经有了。请换一个名称。")
        row = self._session.get(model, lane.id) if lane.id else model()
        if row is None:
            raise NotFoundError(f"找不到编号为 {lane.id} 的审签流程。请刷新后再试。")
        row.name = lane.name
        row.conditions = dump(sorted(lane.conditions))
        row.kinds = dump(sorted(lane.kinds))
        row.at_once = lane.at_once
        row.active = lane.is_active
        row.position = lane.position
        self._session.add(row)
        self._session.flush()
        self._session.execute(
            delete(models.LaneStage).where(models.LaneStage.lane_id == row.id),
            execution_options={"synchronize_session": "fetch"},
        )
        for position, stage in enumerate(lane.stages):
            self._session.add(_stage_row(row.id, position, stage))
        self._session.flush()
        return _to_lane(row, lane.stages)

    def save(self, approval: Approval) -> Approval:
        """Keep a way (id 0: a new one) with exactly these steps; returns it with all ids.

        Calls are kept by ``call`` alone and go only with their step.
        """
        row = self._session.get(models.Approval, approval.id) if approval.id else models.Approval()
        if row is None:
            raise NotFoundError("找不到这次送审的记录，它可能已被撤销。请刷新后再试。")
        row.draft_id = approval.draft_id
        row.lane = approval.lane
        row.begun = approval.begun
        row.who = approval.who
        row.revision = approval.revision
        self._session.add(row)
        self._session.flush()
        model = models.ApprovalStep
        held = set(self._session.scalars(select(model.id).where(model.approval_id == row.id)))
        self._delete_steps(held - {step.id for step in approval.steps})
        for position, step in enumerate(approval.steps):
            self._save_step(row.id, position, step)
        return self._ways([row])[0]

    def call(self, step_id: int, call: Call) -> Call:
        """Note a reminder; returns it with its id."""
        row = models.ApprovalCall(
            step_id=step_id, when=call.when, who=call.who, told=call.told, answer=call.answer
        )
        self._session.add(row)
        self._session.flush()
        return _to_call(row)

    def uncall(self, call_ids: Iterable[int]) -> None:
        """Forget reminders noted by mistake."""
        model = models.ApprovalCall
        self._session.execute(delete(model).where(model.id.in_(list(call_ids))))

    def of(self, draft_id: int) -> list[Approval]:
        """The ways of a draft, oldest first."""
        model = models.Approval
        rows = select(model).where(model.draft_id == draft_id).order_by(model.id)
        return self._ways(self._session.scalars(rows).all())

    def open(self) -> list[Approval]:
        """The newest way of every draft in 送审, longest waiting first."""
        model = models.Approval
        newest = (
            select(func.max(model.id))
            .join(Draft, Draft.id == model.draft_id)
            .where(Draft.status == Status.SUBMITTED)
            .group_by(model.draft_id)
        )
        ways = self._ways(self._session.scalars(select(model).where(model.id.in_(newest))).all())
        return sorted(ways, key=lambda way: (_since(way), way.id))

    def last(self, draft_ids: Sequence[int]) -> dict[int, Approval]:
        """The newest way of each of these drafts that has one."""
        model, found = models.Approval, list[models.Approval]()
        for start in range(0, len(draft_ids), _KEYS):
            some = draft_ids[start : start + _KEYS]
            newest = (
                select(func.max(model.id)).where(model.draft_id.in_(some)).group_by(model.draft_id)
            )
            found += self._session.scalars(select(model).where(model.id.in_(newest)))
        return {way.draft_id: way for way in self._ways(found)}

    def decided(self, since: datetime) -> list[Approval]:
        """The ways on which somebody decided since then, oldest first."""
        model, step = models.Approval, models.ApprovalStep
        ids = select(step.approval_id).where(step.done >= since)
        rows = select(model).where(model.id.in_(ids)).order_by(model.id)
        return self._ways(self._session.scalars(rows).all())

    def delete(self, approval_ids: Iterable[int]) -> None:
        """Forget ways whose sending was taken back at once (undo)."""
        ids, model = list(approval_ids), models.ApprovalStep
        steps = self._session.scalars(select(model.id).where(model.approval_id.in_(ids)))
        self._delete_steps(set(steps))
        self._session.execute(delete(models.Approval).where(models.Approval.id.in_(ids)))

    def _delete_steps(self, ids: set[int]) -> None:
        if ids:
            call, step = models.ApprovalCall, models.ApprovalStep
            self._session.execute(delete(call).where(call.step_id.in_(ids)))
            self._session.execute(delete(step).where(step.id.in_(ids)))

    def _save_step(self, approval_id: int, position: int, step: Step) -> None:
        row = self._session.get(models.ApprovalStep, step.id) if step.id else None
        row = row or models.ApprovalStep()
        row.approval_id = approval_id
        row.position = position
        row.name = step.stage.name
        row.stage_signer = step.stage.signer
        row.hours = step.stage.hours
        row.only_if_asked = step.stage.only_if_asked
        row.asked = step.asked
        row.since = step.since
        row.done = step.done
        row.verdict = step.verdict
        row.signer = step.signer
        row.instead_of = step.instead_of
        row.opinion = step.opinion
        row.signed_on = step.signed_on
        row.scan = step.scan
        self._session.add(row)
        self._session.flush()

    def _ways(self, rows: Sequence[models.Approval]) -> list[Approval]:
        """Ways with their steps and calls, which are read together."""
        steps: defaultdict[int, list[Step]] = defaultdict(list)
        model, ids = models.ApprovalStep, [row.id for row in rows]
        for start in range(0, len(ids), _KEYS):
            wanted = select(model).where(model.approval_id.in_(ids[start : start + _KEYS]))
            found = self._session.scalars(wanted.order_by(model.position)).all()
            calls = self._calls([step.id for step in found])
            for one in found:
                steps[one.approval_id].append(_to_step(one, tuple(calls[one.id])))
        return [_to_way(row, tuple(steps[row.id])) for row in rows]

    def _calls(self, step_ids: Sequence[int]) -> defaultdict[int, list[Call]]:
        model, found = models.ApprovalCall, defaultdict[int, list[Call]](list)
        for start in range(0, len(step_ids), _KEYS):
            wanted = select(model).where(model.step_id.in_(step_ids[start : start + _KEYS]))
            for row in self._session.scalars(wanted.order_by(model.when, model.id)):
                found[row.step_id].append(_to_call(row))
        return found


def _since(way: Approval) -> datetime:
    current = way.current
    return (current.since if current else None) or _NEVER


def _stage_row(lane_id: int, position: int, stage: Stage) -> models.LaneStage:
    return models.LaneStage(
        lane_id=lane_id,
        position=position,
        name=stage.name,
        signer=stage.signer,
        hours=stage.hours,
        only_if_asked=stage.only_if_asked,
    )


def _to_lane(row: models.Lane, stages: tuple[Stage, ...]) -> Lane:
    return Lane(
        row.name,
        stages,
        frozenset(Condition(one) for one in json.loads(row.conditions)),
        frozenset(Kind(one) for one in json.loads(row.kinds)),
        row.at_once,
        row.active,
        row.position,
        row.id,
    )


def _to_way(row: models.Approval, steps: tuple[Step, ...]) -> Approval:
    return Approval(row.draft_id, row.lane, steps, row.begun, row.who, row.revision, row.id)


def _to_step(row: models.ApprovalStep, calls: tuple[Call, ...]) -> Step:
    return Step(
        Stage(row.name, row.stage_signer, row.hours, row.only_if_asked),
        row.asked,
        row.since,
        row.done,
        Verdict(row.verdict),
        row.signer,
        row.instead_of,
        row.opinion,
        row.signed_on,
        row.scan,
        calls,
        row.id,
    )


def _to_call(row: models.ApprovalCall) -> Call:
    return Call(row.when, row.who, row.told, row.answer, row.id)
