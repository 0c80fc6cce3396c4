"""Use case: the feedback on an instruction (反馈稿), prepared as a draft of the kind 反馈型.

Its structure is that of seed 003: “应简要交代背景，原文抄录领导的批示、指示，简要报告工作现状，
再展开工作措施”.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desk.auditing import By, note
from desk.body import Body, Level, Paragraph, Run, level_of
from desk.dates import short_date
from desk.drafts import Channel, Draft, Kind, Original, Status
from desk.errors import NotAllowedError
from desk.instructions.changing import Step, change_within, undo_within
from desk.instructions.instruction import Assignment, Instruction
from desk.office_clock import day_of
from desk.store import Store, Work
from desk.submissions import UNREGISTERED, book_submission, unbook
from desk.timing import limits, timed

LONGEST_TITLE = 300
SLOT = "（请补充{}）"
_NUMERALS = "一二三四五六七八九十"
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]")
_GIST = 120  # characters of the item at most, whole sentences


def draft_feedback(store: Store, instruction_id: int, *, by: By) -> tuple[Step, Draft]:
    """Make the feedback draft of an instruction. Raises NotAllowedError where it has one."""
    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        _must_be_draftable(work, held)
        body = Body(tuple(feedback_blocks(work, held, by.today)))
        title = feedback_title(held)
        original = Original(
            f"批示反馈 {held.number}.txt", work.files.put(body.text.encode(), title), body
        )
        made = Draft(
            title=title,
            body=body,
            original=original,
            received=by.now,
            channel=Channel.DESK,
            unit_ids=tuple(one.unit_id for one in held.assignments),
            event_date=held.day,
            kind=Kind.FEEDBACK,
            secrecy=held.secrecy,
            status=Status.EDITING,
            topics=held.topics,
            is_read=True,
            holder=by.who,
        )
        draft = work.drafts.add(timed(made, limits(work)), by.who)
        book_submission(work, draft, by)
        note(work, by, "起草批示反馈", f"draft:{draft.id}", held.name)
        step = change_within(
            work,
            instruction_id,
            "起草反馈稿",
            title,
            lambda one: replace(one, feedback_id=draft.id),
            by=by,
        )
        return step, draft


def undo_draft(store: Store, step: Step, draft_id: int, *, by: By) -> None:
    """Undo ``draft_feedback``: the draft is laid aside as 撤销登记 and counts for nobody."""
    with store.begin() as work:
        draft = work.drafts.get(draft_id)
        if draft.status is not Status.EDITING:
            raise NotAllowedError(f"反馈稿“{draft.title}”现在是“{draft.status}”，不能撤销。")
        undo_within(work, step, by=by)
        work.drafts.save(replace(draft, status=Status.FILED, remark=UNREGISTERED))
        unbook(work, draft_id, by)
        note(work, by, UNREGISTERED, f"draft:{draft_id}", draft.title)


def feedback_title(held: Instruction) -> str:
    """关于“……”批示落实情况的反馈."""
    return f"关于{held.leader}对“{held.title}”批示落实情况的反馈"[:LONGEST_TITLE]


def feedback_blocks(work: Work, held: Instruction, today: date) -> Iterator[Paragraph]:
    """Background, the instruction to the letter, how things stand, and what each unit did."""
    yield _plain(_background(work, held))
    yield _plain(f"{_when(held.day, today)}，{held.signatory}批示：{quoted(held.text)}")
    yield _plain(_status(work, held))
    units = {one.id: one.name for one in work.registry.units()}
    for at, task in enumerate(held.assignments):
        number = _NUMERALS[at] if at < len(_NUMERALS) else str(at + 1)
        yield Paragraph((Run(f"{number}、{units.get(task.unit_id, '')}办理情况"),), Level.FIRST)
        yield from _measures(work, task)
    if not held.assignments:
        yield _plain(SLOT.format("工作措施"))


def quoted(text: str) -> str:
    """A text in quotation marks, to the letter: none of its own signs is changed."""
    lines = [line for line in text.splitlines() if line.strip()]
    return f"“{''.join(lines)}”"


def _background(work: Work, held: Instruction) -> str:
    carrier = f"{held.carrier}刊发" if held.carrier else "报送"
    gist = _gist(work, held)
    return f"{carrier}了“{held.title}”。{gist or SLOT.format('背景')}"


def _gist(work: Work, held: Instruction) -> str:
    """The item's first sentences, as many as fit."""
    if not held.item_id:
        return ""
    text, found = work.drafts.get(held.item_id).body.text, ""
    for match in _SENTENCE.finditer(text):
        if found and len(found) + len(match[0]) > _GIST:
            break
        found += match[0].strip()
    return found


def _status(work: Work, held: Instruction) -> str:
    if not held.assignments:
        return f"目前，{SLOT.format('工作现状')}"
    units = {one.id: one.name for one in work.registry.units()}
    names = "、".join(units.get(one.unit_id, "") for one in held.assignments)
    handed = min((one.handed for one in held.assignments if one.handed), default=None)
    when = short_date(day_of(handed)) if handed else "当日"
    done = sum(one.answered is not None for one in held.assignments)
    stand = "均已办理完毕" if done == len(held.assignments) else SLOT.format("工作现状")
    return f"{when}，批示交{names}办理。目前，{stand}。"


def _measures(work: Work, task: Assignment) -> Iterator[Paragraph]:
    """What a unit answered, without what was sent back."""
    held = [one for one in task.feedback if one.satisfied]
    final = [one for one in held if one.is_final] or held
    texts = [
        one.text or work.drafts.get(one.draft_id).body.text
        for one in final
        if one.text or one.draft_id
    ]
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    if not lines:
        yield _plain(SLOT.format("工作措施和成效"))
    for line in lines:
        level = level_of(line)
        yield Paragraph((Run(line),), Level.PLAIN if level is Level.FIRST else level)


def _must_be_draftable(work: Work, held: Instruction) -> None:
    if held.is_awaited:
        raise NotAllowedError(f"“{held.title}”还没有批示，不能起草反馈。请先登记批示原文。")
    if held.feedback_id:
        title = work.drafts.get(held.feedback_id).title
        raise NotAllowedError(f"{held.name}已经有反馈稿“{title}”。请直接打开它。")


def _when(day: date, today: date) -> str:
    return short_date(day) if day.year == today.year else f"{day.year}年{short_date(day)}"


def _plain(text: str) -> Paragraph:
    return Paragraph((Run(text),))
