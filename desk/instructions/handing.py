"""Use cases: hand an instruction to units, give more time, note calls (交办、延期、催办)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desk.auditing import By
from desk.commissions.commission import Call
from desk.errors import FieldError, NotAllowedError
from desk.instructions.changing import Step, change_within, must_be_running, named, with_task
from desk.instructions.instruction import Assignment, Extension, Instruction, Way
from desk.instructions.rules import InstructionRules, Limit, limit_of
from desk.office_clock import minute_words
from desk.store import Store, Work
from desk.timing import calendar_of

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Handover:
    """Who acts on it, how they were told, and by when they answer; None: they are only told.

    ``lead_id`` is the unit that leads where there are several, 0 for none.
    """

    unit_ids: tuple[int, ...]
    way: Way = Way.SLIP
    due: datetime | None = None
    lead_id: int = 0


def proposed(work: Work, instruction: Instruction, now: datetime) -> Limit:
    """By when feedback on an instruction would be due if it were handed over now."""
    rules = work.matters.policy(InstructionRules())
    return limit_of(rules, instruction.text, now, calendar_of(work))


def hand_over(store: Store, instruction_id: int, wanted: Handover, *, by: By) -> Step:
    """Hand an instruction over; units that have it already keep what they owe.

    Raises FieldError for what is missing.
    """
    with store.begin() as work:
        return hand_over_within(work, instruction_id, wanted, by=by)


def hand_over_within(work: Work, instruction_id: int, wanted: Handover, *, by: By) -> Step:
    """Hand over as a part of another use case."""
    held = work.matters.get(Instruction, instruction_id)
    must_be_running(held)
    had = {one.unit_id for one in held.assignments if one.handed is not None}
    unit_ids = [one for one in dict.fromkeys(wanted.unit_ids) if one not in had]
    _must_be_known(work, unit_ids)
    if wanted.due is not None and wanted.due <= by.now:
        raise FieldError("due", f"反馈时限 {minute_words(wanted.due)} 已经过了。请重新写。")
    several = len(had) + len(unit_ids) > 1
    made = tuple(
        Assignment(one, several and one == wanted.lead_id, by.now, wanted.way, wanted.due)
        for one in unit_ids
    )

    def edit(former: Instruction) -> Instruction:
        kept = tuple(one for one in former.assignments if one.handed is not None)
        return replace(former, assignments=kept + made, reported=None)

    names = "、".join(named(work, one) for one in unit_ids)
    until = f"{minute_words(wanted.due)}前反馈" if wanted.due else "只知悉，不要反馈"
    detail = f"{names}，{wanted.way}，{until}"
    return change_within(work, instruction_id, "交办批示", detail, edit, by=by)


def take_off(store: Store, instruction_id: int, unit_id: int, reason: str, *, by: By) -> Step:
    """Take it off a unit (改派). Raises FieldError, NotAllowedError once the unit answered."""
    why = _reason(reason, "取消交办要写明理由，例如“改由水利局办理”。")
    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        must_be_running(held)
        task = held.task_of(unit_id)
        if task is not None and (task.feedback or task.booked):
            raise NotAllowedError("这个单位已经反馈或者记过分，不能取消交办。")

        def edit(former: Instruction) -> Instruction:
            left = tuple(one for one in former.assignments if one.unit_id != unit_id)
            return replace(former, assignments=left)

        detail = f"{named(work, unit_id)}：{why}"
        return change_within(work, instruction_id, "取消交办", detail, edit, by=by)


def extend(
    store: Store, instruction_id: int, unit_ids: Sequence[int], due: datetime, why: str, *, by: By
) -> Step:
    """Give units more time, for a reason. Raises FieldError."""
    reason = _reason(why, "延期要写明理由，例如“等省里检测结果”。")
    with store.begin() as work:
        must_be_running(work.matters.get(Instruction, instruction_id))

        def later(task: Assignment) -> Assignment:
            if task.due is None or not task.is_owing:
                raise FieldError("units", "选的单位里有的不欠反馈，不用延期。")
            if due <= task.due:
                raise FieldError(
                    "due", f"新的时限要晚于原来的 {minute_words(task.due)}。请重新写。"
                )
            more = Extension(due, reason, by.now)
            return replace(task, due=due, extensions=(*task.extensions, more))

        def edit(former: Instruction) -> Instruction:
            for unit_id in unit_ids:
                former = with_task(former, unit_id, later)
            return former

        names = "、".join(named(work, one) for one in unit_ids)
        detail = f"{names}延到{minute_words(due)}：{reason}"
        return change_within(work, instruction_id, "批示反馈延期", detail, edit, by=by)


def note_call(store: Store, instruction_id: int, unit_id: int, call: Call, *, by: By) -> Step:
    """Keep what was said on the telephone; unit 0 is the leader's own office (催批)."""
    if not (call.said.strip() or call.spoke_to.strip()):
        raise FieldError("said", "请写上和谁通的话，或者说了什么。")

    def add(task: Assignment) -> Assignment:
        return replace(task, calls=(*task.calls, call))

    def edit(former: Instruction) -> Instruction:
        if not unit_id:
            return replace(former, reminders=(*former.reminders, call))
        return with_task(former, unit_id, add)

    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        who = named(work, unit_id) if unit_id else held.leader
        said = f"{who}{call.spoke_to}：{call.said}" if call.said else f"{who}{call.spoke_to}"
        action = "催办批示" if unit_id else "催批"
        return change_within(work, instruction_id, action, said, edit, by=by)


def _must_be_known(work: Work, unit_ids: Sequence[int]) -> None:
    if not unit_ids:
        raise FieldError("units", "没有写承办单位，或者都已经交办过了。请打拼音首字母选单位。")
    known = {one.id for one in work.registry.units()}
    if not known.issuperset(unit_ids):
        raise FieldError("units", "有的单位已经不在名册里。请重新选择单位。")


def _reason(text: str, sentence: str) -> str:
    why = " ".join(text.split())
    if not why:
        raise FieldError("reason", sentence)
    if len(why) > LONGEST_REASON:
        raise FieldError("reason", f"理由有 {len(why)} 个字，最多 {LONGEST_REASON} 个字。请改短。")
    return why
