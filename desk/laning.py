"""Use cases on lanes (审签流程): what desks a draft passes, and what it must have before."""

from collections.abc import Sequence
from dataclasses import replace

from desk.approvals import Lane, Stage
from desk.auditing import By, note
from desk.errors import FieldError
from desk.store import Store, Work

LONGEST_NAME = 40
MOST_HOURS = 400  # working hours; a year has some 1,750


def save_lane(store: Store, lane: Lane, *, by: By) -> Lane:
    """Add (id 0, at the end) or change a lane; drafts under way keep their own stages.

    A new name goes with them, so that a stage can still be asked for. Raises FieldError.
    """
    tidy = replace(lane, name=" ".join(lane.name.split()), stages=tuple(map(_tidy, lane.stages)))
    with store.begin() as work:
        held = work.approvals.lanes()
        others = [one for one in held if one.id != tidy.id]
        _must_be_whole(tidy)
        _must_fit(tidy, others)
        _must_be_manned(work, tidy)
        if not tidy.id:
            tidy = replace(tidy, position=max((one.position for one in held), default=-1) + 1)
        saved = work.approvals.save_lane(tidy)
        former = next((one.name for one in held if one.id == saved.id), saved.name)
        for way in work.approvals.open() if former != saved.name else ():
            if way.lane == former:
                work.approvals.save(replace(way, lane=saved.name))
        what = "修改审签流程" if lane.id else "新增审签流程"
        state = "" if saved.is_active else "（停用）"
        stages = " → ".join(_words(one) for one in saved.stages)
        note(work, by, what, f"lane:{saved.id}", f"{saved.name}{state}：{stages}")
        return saved


def order_lanes(store: Store, ids: Sequence[int], *, by: By) -> None:
    """Put the lanes in this order."""
    with store.begin() as work:
        held = {one.id: one for one in work.approvals.lanes()}
        for position, lane_id in enumerate(ids):
            work.approvals.save_lane(replace(held[lane_id], position=position))
        note(work, by, "调整审签流程次序", "lanes", "、".join(held[one].name for one in ids))


def _tidy(stage: Stage) -> Stage:
    name, signer = " ".join(stage.name.split()), " ".join(stage.signer.split())
    return replace(stage, name=name, signer=signer)


def _must_be_whole(lane: Lane) -> None:
    if not lane.name:
        raise FieldError("name", "流程名称不能为空。请填写，例如“上报”。")
    if len(lane.name) > LONGEST_NAME:
        raise FieldError("name", f"流程名称有 {len(lane.name)} 个字，最多 {LONGEST_NAME} 个字。")
    _must_be_passable(lane)
    if lane.at_once and any(one.only_if_asked for one in lane.stages):
        raise FieldError("stages", "送审即办结的流程不能有“必要时”的环节。请去掉一样。")


def _must_be_passable(lane: Lane) -> None:
    names = [one.name for one in lane.stages]
    if not any(not one.only_if_asked for one in lane.stages):
        raise FieldError("stages", "至少要有一个必经的环节。请添加，例如“信息科审核”。")
    if not all(names):
        raise FieldError("stages", "有环节没有写名称。请补上，或者删掉这一行。")
    if len(set(names)) < len(names):
        raise FieldError("stages", "有两个环节同名。请改成不同的名称。")
    long = next((one for one in names if len(one) > LONGEST_NAME), "")
    if long:
        raise FieldError("stages", f"环节“{long[:12]}……”最多 {LONGEST_NAME} 个字。请改短。")
    if any(not 0 <= one.hours <= MOST_HOURS for one in lane.stages):
        raise FieldError("stages", f"时限是 0 到 {MOST_HOURS} 个工作小时，0 表示不催。请改正。")


def _must_fit(lane: Lane, others: Sequence[Lane]) -> None:
    """Raise FieldError where a lane cannot stand beside the others."""
    if any(one.name == lane.name for one in others):
        raise FieldError("name", f"审签流程“{lane.name}”已经有了。请换一个名称。")
    active = [one for one in others if one.is_active]
    if not lane.is_active and not active:
        raise FieldError("is_active", "至少要留一个在用的流程，否则稿件送不了审。")
    for other in active if lane.is_active else ():
        shared = lane.kinds & other.kinds
        if shared:
            raise FieldError(
                "kinds", f"“{min(shared)}”已经默认走“{other.name}”。一种信息只能默认走一个流程。"
            )


def _must_be_manned(work: Work, lane: Lane) -> None:
    """Raise FieldError where a lane in use asks somebody who has left."""
    gone = {one.name for one in work.people.all() if not one.is_active}
    left = [one.signer for one in lane.stages if one.signer in gone] if lane.is_active else []
    if left:
        raise FieldError("stages", f"“{left[0]}”已经停用，不能审签。请换一位，或者先启用。")


def _words(stage: Stage) -> str:
    signer = f"（{stage.signer}）" if stage.signer else ""
    return f"{stage.name}{signer}{'，必要时' if stage.only_if_asked else ''}"
