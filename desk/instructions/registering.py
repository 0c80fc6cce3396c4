"""Use cases: register an instruction, or that one is waited for; complete, correct, remove it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desk.auditing import By, note
from desk.drafts import Secrecy
from desk.errors import FieldError, NotAllowedError
from desk.instructions.changing import Step
from desk.instructions.instruction import Instruction, Scan
from desk.intake.recognition.marks import starred
from desk.office_clock import day_of
from desk.repositories.matters import MatterQuery
from desk.slip_scans import must_be_scan
from desk.store import Store, Work

LONGEST = {"title": 300, "leader": 40, "rank": 40, "level": 20, "text": 20_000, "remark": 500}
LABELS = {
    "title": "标题",
    "leader": "批示领导",
    "rank": "职务",
    "level": "级别",
    "text": "批示原文",
    "remark": "备注",
}
MOST_SCANS = 20
_NUMBER = re.compile(r"(\d+)号$")
Scans = Sequence[tuple[str, bytes]]


def register(
    store: Store,
    wanted: Instruction,
    scans: Scans = (),
    *,
    by: By,
    ceiling: Secrecy = Secrecy.INTERNAL,
) -> Step:
    """Register an instruction with the scans of its paper; without text it is waited for.

    Raises FieldError with the field that is wrong; what is marked above ``ceiling`` is refused.
    """
    with store.begin() as work:
        return register_within(work, wanted, scans, by=by, ceiling=ceiling)


def register_within(
    work: Work, wanted: Instruction, scans: Scans, *, by: By, ceiling: Secrecy
) -> Step:
    """Register as ``register`` does, as a part of another use case."""
    tidy = _checked(work, wanted, by, ceiling)
    kept = replace(tidy, scans=_kept(work, scans), number=_number(work, tidy, by))
    if not kept.is_awaited:
        kept = replace(kept, received=kept.received or by.now)
    saved = work.matters.save(kept, by)
    action = "报请批示" if saved.is_awaited else "登记批示"
    note(work, by, action, saved.subject, told(saved))
    return Step(None, saved)


def correct(
    store: Store,
    wanted: Instruction,
    scans: Scans = (),
    *,
    by: By,
    ceiling: Secrecy = Secrecy.INTERNAL,
) -> Step:
    """Change what is registered, or write down the words that were waited for; scans are added.

    Units, feedback, booking and closing stay as they are. Raises FieldError, NotAllowedError.
    """
    with store.begin() as work:
        former = work.matters.get(Instruction, wanted.id)
        if former.closed is not None:
            raise NotAllowedError(f"{former.name}已经办结。要改请先重新打开。")
        if former.text and not wanted.text.strip():
            raise FieldError("text", "批示原文不能删去。登错了的，请撤销登记后重新登记。")
        merged = _merged(former, wanted)
        tidy = _checked(work, merged, by, ceiling)
        kept = replace(
            tidy,
            scans=(*merged.scans, *_kept(work, scans)),
            number=former.number or _number(work, tidy, by),
        )
        comes = former.is_awaited and not kept.is_awaited
        if comes:
            kept = replace(kept, received=by.now)
        saved = work.matters.save(kept, by)
        note(work, by, "登记批示" if comes else "更正批示", saved.subject, told(saved))
        return Step(former, saved)


def remove(store: Store, instruction_id: int, reason: str, *, by: By) -> Instruction:
    """Strike an instruction that was registered by mistake; gives it back for ``put_back``."""
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", "删去要写明理由，例如“重复登记”。")
    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        if held.booked or any(one.booked for one in held.assignments):
            raise NotAllowedError(f"{held.name}已经记入得分台账，不能删去。请先撤销记分。")
        work.matters.remove(Instruction, instruction_id)
        note(work, by, "删去批示登记", held.subject, f"{told(held)}：{why}")
        return held


def put_back(store: Store, removed: Instruction, *, by: By) -> Instruction:
    """Undo ``remove``: the record stands again, with a new link."""
    with store.begin() as work:
        saved = work.matters.save(replace(removed, id=0), by)
        note(work, by, "恢复批示登记", saved.subject, told(saved))
        return saved


def told(one: Instruction) -> str:
    """An instruction in a line of the audit trail."""
    who = f"{one.leader}（{one.level}{one.rank}）" if one.rank or one.level else one.leader
    if one.is_awaited:
        return f"{who}　{one.title}"
    return f"{who}{one.day:%Y-%m-%d}批示：“{one.text}”　{one.number}　{one.title}"


def _checked(work: Work, wanted: Instruction, by: By, ceiling: Secrecy) -> Instruction:
    tidy = replace(
        wanted,
        text=wanted.text.strip(),
        title=" ".join(wanted.title.split()),
        leader=" ".join(wanted.leader.split()),
        rank=wanted.rank.strip(),
        level=wanted.level.strip(),
        remark=" ".join(wanted.remark.split()),
    )
    if tidy.item_id:
        draft = work.drafts.get(tidy.item_id)
        grades = list(Secrecy)
        tidy = replace(
            tidy,
            title=tidy.title or draft.title,
            topics=tidy.topics or draft.topics,
            sources=tidy.sources or draft.unit_ids,
            secrecy=max(tidy.secrecy, draft.secrecy, key=grades.index),
        )
    _must_be_whole(tidy)
    _must_be_timely(tidy, by.today)
    _must_be_allowed(tidy, ceiling)
    return tidy


def _must_be_whole(one: Instruction) -> None:
    if not one.title:
        raise FieldError("title", "没有写是哪一篇。请选一篇稿件，或者写上标题。")
    if not one.leader:
        raise FieldError("leader", "没有写批示的领导。请写姓名，例如“郑国平”。")
    if not one.text and one.submitted is None:
        raise FieldError("text", "没有写批示原文。还没有批的，请勾选“报请批示，还没有批”。")
    if one.text and not one.level:
        raise FieldError("level", "没有写级别。请选本级、市级、省级或者国家级，计分要用。")
    for name, most in LONGEST.items():
        length = len(getattr(one, name))
        if length > most:
            raise FieldError(name, f"{LABELS[name]}有 {length} 个字，最多 {most} 个字。请改短。")


def _must_be_timely(one: Instruction, today: date) -> None:
    if one.day > today:
        words = "报请" if one.is_awaited else "批示"
        raise FieldError("day", f"{words}日期 {one.day:%Y-%m-%d} 还没有到。请核对日期。")
    if one.received is not None and one.text and day_of(one.received) < one.day:
        raise FieldError(
            "received",
            f"收到日期 {day_of(one.received):%Y-%m-%d} 早于批示日期 {one.day:%Y-%m-%d}。请核对。",
        )


def _must_be_allowed(one: Instruction, ceiling: Secrecy) -> None:
    """Refuse what is marked above what this machine may hold."""
    grades = list(Secrecy)
    lines = (one.title, *one.text.splitlines())
    marks = [grade for line in lines if (grade := starred(line.strip())) is not None]
    highest = max((one.secrecy, *marks), key=grades.index)
    if grades.index(highest) > grades.index(ceiling):
        raise FieldError(
            "secrecy",
            f"这条批示标有“{highest}”，超过本机允许的“{ceiling}”，不能登记在这里。"
            "请用涉密专用计算机或者纸质登记簿登记。",
        )


def _merged(former: Instruction, wanted: Instruction) -> Instruction:
    """What the form asks from ``wanted``, what happened since from ``former``."""
    return replace(
        wanted,
        number=former.number,
        reminders=former.reminders,
        assignments=former.assignments,
        feedback_id=former.feedback_id,
        reported=former.reported,
        booked=former.booked,
        declined=former.declined,
        submitted=former.submitted or wanted.submitted,
        received=wanted.received or former.received,
    )


def _kept(work: Work, scans: Scans) -> tuple[Scan, ...]:
    if len(scans) > MOST_SCANS:
        raise FieldError("scans", f"扫描件有 {len(scans)} 个，最多 {MOST_SCANS} 个。请分次添加。")
    for name, data in scans:
        try:
            must_be_scan(name, data)
        except FieldError as error:
            sentence = str(error).replace("审签单", "批示件")
            raise FieldError("scans", sentence) from error
        work.ceiling.must_hold(name)
    return tuple(Scan(name, work.files.put(data, name)) for name, data in scans)


def _number(work: Work, one: Instruction, by: By) -> str:
    """The next number of the year; what is waited for has none."""
    if one.is_awaited:
        return ""
    year = by.today.year
    head = f"批办〔{year}〕"
    held = work.matters.all(Instruction, MatterQuery(first=date(year - 1, 1, 1)))
    found = (_NUMBER.search(each.number) for each in held if each.number.startswith(head))
    last = max((int(match[1]) for match in found if match), default=0)
    return f"{head}{last + 1}号"
