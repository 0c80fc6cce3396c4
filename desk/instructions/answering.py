"""Use cases: units' feedback, the report to the leader, closing (反馈、上报反馈、办结)."""

from dataclasses import replace
from datetime import datetime

from desk.auditing import By, note
from desk.errors import FieldError, NotAllowedError
from desk.instructions.changing import (
    Step,
    change,
    change_within,
    must_be_running,
    named,
    with_task,
)
from desk.instructions.instruction import Assignment, Feedback, Instruction
from desk.store import Store

LONGEST = 20_000


def take_feedback(
    store: Store, instruction_id: int, unit_id: int, feedback: Feedback, *, by: By
) -> Step:
    """Keep what a unit answered, for the time being or for good. Raises FieldError."""
    text = feedback.text.strip()
    if not text and not feedback.draft_id:
        raise FieldError("text", "没有写反馈内容。请粘贴单位的反馈，或者选一篇来稿。")
    if len(text) > LONGEST:
        raise FieldError("text", f"反馈有 {len(text)} 个字，最多 {LONGEST} 个字。请只留要点。")
    if feedback.when > by.now:
        raise FieldError("when", "反馈的时间还没有到。请写已经收到的时间。")

    def add(task: Assignment) -> Assignment:
        kept = replace(feedback, text=text)
        handed = task.handed or by.now
        return replace(task, handed=handed, feedback=(*task.feedback, kept))

    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        must_be_running(held)
        if feedback.draft_id:
            draft = work.drafts.get(feedback.draft_id)
            note(work, by, "作为批示反馈", f"draft:{draft.id}", held.name)
        action = "收到批示反馈" if feedback.is_final else "收到阶段性反馈"
        detail = f"{named(work, unit_id)}：{text[:80] or '来稿'}"
        return change_within(
            work, instruction_id, action, detail, lambda one: with_task(one, unit_id, add), by=by
        )


def send_back(
    store: Store, instruction_id: int, unit_id: int, why: str, due: datetime, *, by: By
) -> Step:
    """Send a unit's feedback back (退回重办): it owes another one by ``due``. Raises FieldError."""
    reason = " ".join(why.split())
    if not reason:
        raise FieldError("reason", "退回重办要写明理由，例如“没有写整改时限”。")
    if due <= by.now:
        raise FieldError("due", "新的反馈时限已经过了。请重新写。")

    def edit(task: Assignment) -> Assignment:
        if task.answered is None:
            raise NotAllowedError("这个单位还没有最终反馈，不用退回。")
        kept = tuple(
            replace(one, satisfied=False) if one.is_final else one for one in task.feedback
        )
        return replace(task, feedback=kept, due=due)

    with store.begin() as work:
        must_be_running(work.matters.get(Instruction, instruction_id))
        detail = f"{named(work, unit_id)}：{reason}"
        return change_within(
            work,
            instruction_id,
            "退回重办",
            detail,
            lambda one: replace(with_task(one, unit_id, edit), reported=None),
            by=by,
        )


def report(store: Store, instruction_id: int, *, by: By) -> Step:
    """Note that the leader was told what came of it (反馈已报)."""

    def edit(former: Instruction) -> Instruction:
        must_be_running(former)
        if former.owing:
            raise NotAllowedError(f"{former.name}还有 {len(former.owing)} 家单位没有反馈。")
        return replace(former, reported=by.now)

    return change(store, instruction_id, "批示反馈已报", "", edit, by=by)


def close(store: Store, instruction_id: int, result: str, *, by: By) -> Step:
    """Close it (办结) with a word on what came of it; what is still owed is let go.

    Raises FieldError without a result.
    """
    words = " ".join(result.split())
    if not words:
        raise FieldError("result", "办结要写明结果，例如“已整改到位”“已阅存”。")

    def edit(former: Instruction) -> Instruction:
        must_be_running(former)
        return replace(former, closed=by.now, result=words)

    return change(store, instruction_id, "批示办结", words, edit, by=by)


def reopen(store: Store, instruction_id: int, *, by: By) -> Step:
    """Open it again."""

    def edit(former: Instruction) -> Instruction:
        if former.closed is None:
            raise NotAllowedError(f"{former.name}没有办结，不用重新打开。")
        return replace(former, closed=None)

    return change(store, instruction_id, "重新打开批示", "", edit, by=by)
