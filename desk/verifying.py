"""Use cases on the verification log (核实记录): ask a unit, write down what it said, take back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desk.auditing import By, note
from desk.drafts import Draft
from desk.errors import DeskError, FieldError
from desk.inquiries import Answer, Inquiry
from desk.store import Store, Work
from desk.to_verify import Point

_LONGEST = 300  # characters of a question
_ACTIONS = {
    Answer.OPEN: "请单位核实",
    Answer.RIGHT: "单位核实：属实",
    Answer.CORRECTED: "单位核实：更正",
}


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is asked."""

    unit: str = ""
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a unit said to a question; ``instead`` is the right value where it corrected one."""

    answer: Answer = Answer.OPEN
    reply: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """What a step wrote, and what stood there before, for its undo."""

    now: tuple[Inquiry, ...]
    before: tuple[Inquiry, ...] = ()


def contact_of(work: Work, draft: Draft) -> Contact:
    """Whom to ask about a draft: its author, else who was asked last in its first unit."""
    units = {unit.id: unit.short for unit in work.registry.units()}
    unit = next((units[one] for one in draft.unit_ids if one in units), "")
    name, phone = work.inquiries.contact(unit) if unit else ("", "")
    if draft.author and draft.author != name:
        return Contact(unit, draft.author, draft.phone)
    return Contact(unit, name or draft.author, draft.phone or phone)


def ask(
    store: Store,
    draft_id: int,
    points: Sequence[Point],
    contact: Contact,
    said: Said = Said(),
    *,
    by: By,
) -> Logged:
    """Put questions about facts of the text, answered at once where the unit is on the line."""
    asked = [
        _inquiry(draft_id, contact, by, one.question, (one.excerpt, one.before, one.after))
        for one in points
    ]
    return _keep(store, [_answered(one, said, by) for one in asked], (), by)


def ask_freely(
    store: Store, draft_id: int, question: str, contact: Contact, said: Said, *, by: By
) -> Logged:
    """Put a question of the clerk's own; raises FieldError for an empty or endless one."""
    words = " ".join(question.split())
    if not words:
        raise FieldError("question", "没有写问题。请写上要向单位核实的事。")
    if len(words) > _LONGEST:
        raise FieldError("question", f"问题有 {len(words)} 个字，最多 {_LONGEST} 个。请写短一些。")
    asked = _inquiry(draft_id, contact, by, words, ("", "", ""))
    return _keep(store, [_answered(asked, said, by)], (), by)


def answer(store: Store, inquiry_ids: Iterable[int], said: Said, *, by: By) -> Logged:
    """Write down what a unit said to questions put before; all get the same answer."""
    with store.read() as work:
        before = tuple(work.inquiries.get(one) for one in inquiry_ids)
    return _keep(store, [_answered(one, said, by) for one in before], before, by)


def ask_again(store: Store, inquiry_id: int, point: Point | None, said: Said, *, by: By) -> Logged:
    """Put a question anew whose words the text has changed; without a point it is about none."""
    with store.read() as work:
        before = work.inquiries.get(inquiry_id)
    fresh = replace(before, excerpt="", before="", after="", asked=by.now, who=by.who)
    if point is not None:
        fresh = replace(
            fresh,
            question=point.question,
            excerpt=point.excerpt,
            before=point.before,
            after=point.after,
        )
    return _keep(store, [_answered(fresh, said, by)], (before,), by)


def withdraw(store: Store, inquiry_ids: Iterable[int], *, by: By) -> Logged:
    """Strike questions out that need no answer."""
    with store.begin() as work:
        before = tuple(work.inquiries.get(one) for one in inquiry_ids)
        work.inquiries.delete(one.id for one in before)
        for one in before:
            note(work, by, "删去核实记录", f"draft:{one.draft_id}", one.question)
    return Logged((), before)


def take_back(store: Store, logged: Logged, *, by: By) -> None:
    """Undo a step: what it added goes, what stood before stands again."""
    with store.begin() as work:
        held = {one.id for one in logged.before}
        work.inquiries.delete(one.id for one in logged.now if one.id not in held)
        for one in logged.before:
            work.inquiries.save(one)
        for draft_id in {one.draft_id for one in (*logged.now, *logged.before)}:
            note(work, by, "撤销核实记录", f"draft:{draft_id}")


def message(inquiries: Iterable[Inquiry], points: Iterable[Point], title: str) -> str:
    """All questions still open as a text to send to the unit, "" where there are none."""
    waiting = [one.question for one in inquiries if one.answer is Answer.OPEN]
    questions = list(dict.fromkeys([*waiting, *(one.question for one in points)]))
    if not questions:
        return ""
    lines = [f"{number}．{one}" for number, one in enumerate(questions, 1)]
    head = f"你单位报送的“{title}”拟采用，请核实以下内容，属实请回“属实”，有误请写明正确的："
    return "\n".join([head, *lines])


def _inquiry(
    draft_id: int, contact: Contact, by: By, question: str, place: tuple[str, str, str]
) -> Inquiry:
    if not contact.name.strip() and not contact.unit.strip():
        raise FieldError("name", "没有写问的是谁。请写上对方的姓名或单位。")
    excerpt, before, after = place
    return Inquiry(
        draft_id, question[:_LONGEST], by.now, by.who, excerpt, before, after,
        contact.name.strip(), contact.unit.strip(), contact.phone.strip(),
    )  # fmt: skip


def _answered(inquiry: Inquiry, said: Said, by: By) -> Inquiry:
    reply, instead = said.reply.strip(), said.instead.strip()
    if said.answer is Answer.CORRECTED and not (reply or instead):
        raise FieldError("instead", "没有写更正成什么。请写上正确的内容，或者写一句说明。")
    if said.answer is Answer.CORRECTED and instead == inquiry.excerpt:
        raise FieldError("instead", f"更正的内容和原文“{instead}”一样。属实请按 1。")
    is_open = said.answer is Answer.OPEN
    return replace(
        inquiry,
        answer=said.answer,
        answered=None if is_open else by.now,
        reply=reply,
        instead=instead if said.answer is Answer.CORRECTED else "",
    )


def _keep(store: Store, now: Iterable[Inquiry], before: tuple[Inquiry, ...], by: By) -> Logged:
    with store.begin() as work:
        kept = tuple(work.inquiries.save(one) for one in now)
        if not kept:
            raise DeskError("没有要核实的内容。请先选一条。")
        for one in kept:
            note(work, by, _ACTIONS[one.answer], f"draft:{one.draft_id}", _detail(one))
    return Logged(kept, before)


def _detail(one: Inquiry) -> str:
    asked = "".join(filter(None, (one.unit, one.name, one.phone and f"（{one.phone}）")))
    said = "，".join(filter(None, (one.instead and f"应为{one.instead}", one.reply)))
    return "　".join(filter(None, (one.question, asked, said)))
