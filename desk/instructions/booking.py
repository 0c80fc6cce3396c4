"""What an instruction earns and what late feedback costs: proposed by the scheme, then booked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.auditing import By
from desk.booking import Booked, book_within, facts_standing, unbook_within
from desk.compiling import label_of
from desk.errors import FieldError, NotAllowedError
from desk.facts import Fact, FactKind, Particulars
from desk.hand.demands import must_hold, tidied
from desk.hand.entry import Entry
from desk.instructions.changing import Step, change_within, named, with_task
from desk.instructions.instruction import Instruction
from desk.office_clock import day_of
from desk.repositories.matters import MatterQuery
from desk.scoring.figures import printed
from desk.store import Store, Work
from desk.weighing import Weighed, weigh

TAG = "批示反馈"  # 标记 of what late feedback costs, for schemes that tell it from 约稿


@dataclass(frozen=True, slots=True)
class Offer:
    """What the scheme in force gives; ``held`` are facts the ledger has on it already."""

    entry: Entry
    weighed: tuple[Weighed, ...]
    held: tuple[Fact, ...] = ()
    others: tuple[Instruction, ...] = ()  # other instructions on the same item

    @property
    def is_booked(self) -> bool:
        """Whether the ledger has it, by an import or by hand."""
        return bool(self.held)

    @property
    def gives(self) -> bool:
        """Whether the scheme asks anything for it."""
        return any(one.points for one in self.weighed)


def offer(work: Work, one: Instruction) -> Offer | None:
    """What an instruction earns; None while there is nothing to weigh (no words, no unit)."""
    if one.is_awaited or not one.sources:
        return None
    entry = _entry(work, one)
    try:
        must_hold(work, tidied(work, entry), one.day)
    except FieldError:
        return None
    others = tuple(
        each
        for each in (work.matters.all(Instruction, _same_item(one)) if one.item_id else ())
        if each.id != one.id and each.item_id == one.item_id and not each.is_awaited
    )
    own = {each.booked for each in (*others, one) if each.booked}
    return Offer(entry, weigh(work, entry), _held(work, one, own), others)


def words_of(offered: Offer, names: dict[int, str]) -> str:
    """What it gives in a sentence: 县水利局 4 分（第四条第（四）项：……）."""
    parts = [
        f"{names.get(one.unit_id, '')} {printed(one.points)} 分（{one.text}）"
        for one in offered.weighed
        if one.points
    ]
    return "；".join(parts) or "现行计分办法对这条批示不加分"


def book(store: Store, instruction_id: int, *, by: By, anyway: bool = False) -> Step:
    """Book what an instruction earns.

    Raises NotAllowedError where it is booked, where there is nothing to book, or (unless
    ``anyway``) where the ledger has one on this item by this leader that came another way.
    """
    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        if facts_standing(work, held.booked):
            raise NotAllowedError(f"{held.name}已经记入得分台账，不用再记。")
        found = offer(work, held)
        if found is None:
            raise NotAllowedError(f"“{held.title}”没有供稿单位，不能记分。请先写上供稿单位。")
        if found.held and not anyway:
            raise NotAllowedError(already(found.held))
        booked = book_within(work, found.entry, by=by)
        source = booked.facts[0].source
        step = change_within(
            work,
            instruction_id,
            "批示记分",
            words_of(found, {one.id: one.short for one in work.registry.units()}),
            lambda one: replace(one, booked=source, declined=""),
            by=by,
        )
        return replace(step, booked=(booked,))


def decline(store: Store, instruction_id: int, why: str, *, by: By) -> Step:
    """Note that nothing is booked for it, and why. Raises FieldError without a reason."""
    reason = " ".join(why.split())
    if not reason:
        raise FieldError("reason", "不记分要写明理由，例如“台账里已经导入”。")
    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        if facts_standing(work, held.booked):
            raise NotAllowedError(f"{held.name}已经记入得分台账。请先撤销记分。")
        return change_within(
            work,
            instruction_id,
            "批示不记分",
            reason,
            lambda one: replace(one, declined=reason, booked=""),
            by=by,
        )


def unbook(store: Store, instruction_id: int, *, by: By) -> Step:
    """Take what was booked out of the ledger again. Raises NotAllowedError in a closed period."""
    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        facts = facts_standing(work, held.booked)
        if facts:
            unbook_within(work, Booked(tuple(facts)), by=by)
        detail = f"{len(facts)} 条"
        return change_within(
            work, instruction_id, "撤销批示记分", detail, lambda one: replace(one, booked=""), by=by
        )


def already(held: Sequence[Fact]) -> str:
    """What the ledger has, in a sentence."""
    first = held[0]
    who = f"{first.particulars.level}{first.particulars.rank}"
    return (
        f"台账里已经有一条{who}批示（{first.day:%Y-%m-%d}，{_origin(first)}），没有再记。"
        "确实是另一条批示的，请按“仍然记入”。"
    )


def _origin(fact: Fact) -> str:
    kind = fact.source.partition(":")[0]
    return {"import": "导入的", "hand": "手工登记的"}.get(kind, "已登记的")


def _held(work: Work, one: Instruction, own: set[str]) -> tuple[Fact, ...]:
    """Facts of the same item and leader that none of our instructions has booked."""
    if not one.item_id:
        return ()
    found = work.ledger.of_items([one.item_id], date.min)
    gone = {fact.reverses for fact in found if fact.reverses}
    return tuple(
        fact
        for fact in found
        if fact.kind is FactKind.INSTRUCTION
        and fact.id not in gone
        and fact.source not in own
        and _is_by(fact, one)
    )


def _is_by(fact: Fact, one: Instruction) -> bool:
    """Whether a fact is about the same leader, as far as it says who."""
    held = fact.particulars
    if one.leader in fact.note:
        return True
    alike = held.level in ("", one.level) and held.rank in ("", one.rank)
    return alike and abs((fact.counted - one.day).days) <= 31  # noqa: PLR2004 - a month


def _entry(work: Work, one: Instruction) -> Entry:
    known = {each.id for each in work.catalogue.publications()}
    return Entry(
        kind=FactKind.INSTRUCTION,
        day=one.day,
        unit_ids=one.sources,
        title=one.title,
        item_id=one.item_id,
        publication_id=one.publication_id if one.publication_id in known else None,
        issue_number=label_of(work.issues.get(one.issue_id)) if one.issue_id else "",
        note=f"{one.leader}批示 {one.number}".strip(),
        particulars=Particulars(level=one.level, rank=one.rank, tone=one.tone),
    )


def _same_item(one: Instruction) -> MatterQuery:
    return MatterQuery(draft_id=one.item_id)


def penalty(work: Work, one: Instruction, unit_id: int, now: datetime) -> Offer | None:
    """What late or lacking feedback costs a unit; None where it is not late.

    Schemes rule it as a commission (“约稿或批示反馈不报、迟报每次倒扣10”, 广元 2008) or as an
    incident; the first that asks something counts.
    """
    task = one.task_of(unit_id)
    if task is None or not task.is_late(now):
        return None
    found = [
        Offer(entry, weigh(work, entry))
        for kind in (FactKind.COMMISSION, FactKind.INCIDENT)
        for entry in (_penalty_entry(one, unit_id, kind, now),)
    ]
    return next((each for each in found if each.gives), found[0])


def book_penalty(store: Store, instruction_id: int, unit_id: int, *, by: By) -> Step:
    """Book what late or lacking feedback costs a unit.

    Raises NotAllowedError where it is booked, or the scheme has no rule for it.
    """
    with store.begin() as work:
        held = work.matters.get(Instruction, instruction_id)
        task = held.task_of(unit_id)
        if task is not None and facts_standing(work, task.booked):
            raise NotAllowedError(f"{named(work, unit_id)}的批示反馈逾期已经记过了。")
        found = penalty(work, held, unit_id, by.now)
        if found is None or not found.gives:
            raise NotAllowedError("现行计分办法没有批示反馈逾期的条款，只登记，不扣分。")
        booked = book_within(work, found.entry, by=by)
        source = booked.facts[0].source
        step = change_within(
            work,
            instruction_id,
            "批示反馈逾期扣分",
            f"{named(work, unit_id)}{printed(found.weighed[0].points)} 分",
            lambda one: with_task(one, unit_id, lambda task: replace(task, booked=source)),
            by=by,
        )
        return replace(step, booked=(booked,))


def _penalty_entry(one: Instruction, unit_id: int, kind: FactKind, now: datetime) -> Entry:
    task = one.task_of(unit_id)
    answered = task.answered if task else None
    return Entry(
        kind=kind,
        day=day_of(answered or now),
        unit_ids=(unit_id,),
        title=f"批示反馈：{one.title}"[:300],
        note=f"{one.number} {one.leader}批示",
        particulars=Particulars(outcome="未报" if answered is None else "逾期", tags=(TAG,)),
    )
