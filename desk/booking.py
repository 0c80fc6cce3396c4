"""Use cases on facts booked by hand (登记得分事项): book, take back, correct, and undo each."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.auditing import By, note
from desk.closing import closing_of, on_open_days, open_day, standing, told_of
from desk.drafts import Draft
from desk.errors import FieldError, NotAllowedError, NotFoundError
from desk.facts import Fact, FactKind, taken_back
from desk.hand.demands import must_hold, tidied
from desk.hand.entry import Entry, facts_of, portions_kept
from desk.store import Store, Work

LONGEST_REASON = 200
_KEPT_BY = {
    "draft": "来稿登记时自动记入的，不能在这里收回。请打开那篇来稿，改它的登记。",
    "issue": "印发时自动记入的，不能在这里收回。请到“编刊”打开那一期，更正或撤销。",
}


@dataclass(frozen=True, slots=True)
class Booked:
    """What was booked, what it took back, and what the clerk is to be told of closed periods."""

    facts: tuple[Fact, ...]
    back: tuple[Fact, ...] = ()
    told: str = ""


def book(store: Store, entry: Entry, *, by: By) -> Booked:
    """Book one thing for its units. Raises FieldError with the field that is wrong.

    What lies in a closed period is booked today, and counts by the scheme of its own day.
    """
    with store.begin() as work:
        return book_within(work, entry, by=by)


def book_within(work: Work, entry: Entry, *, by: By) -> Booked:
    """Book as ``book`` does, as a part of another use case."""
    return _book(work, entry, by, [])


def unbook(store: Store, booked: Booked, *, by: By) -> None:
    """Undo ``book`` or ``correct``: what was booked goes, what was taken back stands again."""
    with store.begin() as work:
        unbook_within(work, booked, by=by)


def unbook_within(work: Work, booked: Booked, *, by: By) -> None:
    """Undo as ``unbook`` does, as a part of another use case."""
    held = work.ledger.get(one.id for one in (*booked.facts, *booked.back))
    if len(held) != len(booked.facts) + len(booked.back):
        raise NotAllowedError("这一件已经撤销过了。")
    _must_be_open(work, held)
    _must_stand(work, booked.facts)
    _must_be_imported(work, booked.back)
    work.ledger.remove([one.id for one in held])
    note(work, by, "撤销登记得分", _subject(held[0]), held[0].title)


def take_back(store: Store, fact_id: int, reason: str, *, by: By) -> Booked:
    """Take a fact back (收回), with those of the other units behind the same item.

    It is dated on the fact's own day where that is open, else today. Raises FieldError without a
    reason, NotAllowedError for what the desk keeps in step by itself, or is taken back already.
    """
    with store.begin() as work:
        return take_back_within(work, fact_id, reason, by=by)


def take_back_within(work: Work, fact_id: int, reason: str, *, by: By) -> Booked:
    """Take back as ``take_back`` does, as a part of another use case."""
    return Booked((), *_take_back(work, fact_id, reason, by))


def facts_standing(work: Work, source: str) -> list[Fact]:
    """What a source ("hand:12") has booked and nobody has taken back since."""
    return standing(work.ledger.booked(source), source) if source else []


def correct(store: Store, fact_id: int, entry: Entry, reason: str, *, by: By) -> Booked:
    """Take a fact back and book it anew, in one."""
    with store.begin() as work:
        back, _told = _take_back(work, fact_id, reason, by)
        former = work.ledger.get(one.reverses for one in back)
        return _book(work, entry, by, former, back)


def group_of(work: Work, fact_id: int) -> list[Fact]:
    """A fact with those of the other units behind the same item, by id."""
    found = work.ledger.get([fact_id])
    if not found:
        raise NotFoundError("没有找到这一件。它可能已经撤销，请刷新后再试。")
    fact = found[0]
    if fact.shares == 1:
        return found
    return [
        one
        for one in work.ledger.booked(fact.source)
        if one.source == fact.source and _item(one) == _item(fact)
    ]


def draft_of(store: Store, fact: Fact) -> Draft | None:
    """The draft behind a fact, where there is one."""
    if not fact.item_id:
        return None
    with store.read() as work:
        return work.drafts.get(fact.item_id)


def _book(
    work: Work, entry: Entry, by: By, former: Sequence[Fact], back: tuple[Fact, ...] = ()
) -> Booked:
    today = by.today
    tidy = tidied(work, entry)
    must_hold(work, tidy, today)
    _must_not_double(work, tidy)
    last = work.ledger.last_id()
    source = f"hand:{last + 1}"
    anew = portions_kept(former, list(facts_of(tidy, source, by.who)))
    work.ledger.add(on_open_days(work, anew, today))
    kept = tuple(standing(work.ledger.booked(source), source))
    detail = f"{tidy.kind}　{tidy.day:%Y-%m-%d}　{tidy.title}"
    note(work, by, "登记得分", source, f"{detail}　{tidy.note}".rstrip())
    if tidy.item_id:
        note(work, by, "登记得分", f"draft:{tidy.item_id}", detail)
    return Booked(kept, back, told_of(work, [tidy.day], today))


def _take_back(work: Work, fact_id: int, reason: str, by: By) -> tuple[tuple[Fact, ...], str]:
    why = _reason(reason)
    facts = group_of(work, fact_id)
    _must_be_ours(work, facts)
    today = by.today
    before = work.ledger.last_id()
    work.ledger.add(
        taken_back(one, open_day(work, one.day, today), one.source, why, by.who) for one in facts
    )
    back = tuple(one for one in work.ledger.reversing(one.id for one in facts) if one.id > before)
    subject, detail = _subject(facts[0]), f"{facts[0].kind}　{facts[0].title}：{why}"
    note(work, by, "收回得分", subject, detail)
    return back, told_of(work, [one.day for one in facts], today)


def _reason(text: str) -> str:
    why = " ".join(text.split())
    if not why:
        raise FieldError("reason", "收回、更正要写明理由，例如“单位登错”。")
    if len(why) > LONGEST_REASON:
        raise FieldError("reason", f"理由有 {len(why)} 个字，最多 {LONGEST_REASON} 个字。请改短。")
    return why


def _must_be_ours(work: Work, facts: Sequence[Fact]) -> None:
    first = facts[0]
    if first.kind is FactKind.REVERSAL:
        raise NotAllowedError("冲销不能再收回。要恢复原来那一件，请重新登记。")
    kept_by = _KEPT_BY.get(first.source.partition(":")[0])
    if kept_by:
        raise NotAllowedError(f"“{first.title}”是{kept_by}")
    _must_stand(work, facts)


def _must_stand(work: Work, facts: Sequence[Fact]) -> None:
    if work.ledger.reversing(one.id for one in facts):
        raise NotAllowedError(f"“{facts[0].title}”已经收回或更正过了。请刷新后再看。")


def _must_be_imported(work: Work, back: Sequence[Fact]) -> None:
    """Raise NotAllowedError where what would stand again came with an import since taken back."""
    gone = {one.source for one in work.imports.all() if not one.is_standing}
    for one in back:
        if one.source in gone:
            raise NotAllowedError(f"“{one.title}”那一批导入已经撤销，不能恢复。要记请重新登记。")


def _must_be_open(work: Work, facts: Sequence[Fact]) -> None:
    for one in facts:
        held = closing_of(work, one.day)
        if held:
            raise NotAllowedError(f"{held.name}已经结账，不能撤销。请改用“收回”，冲销记在今天。")


def _must_not_double(work: Work, entry: Entry) -> None:
    sent = entry.kind is FactKind.SUBMISSION and entry.item_id
    if sent and work.drafts.get(entry.item_id).was_sent:
        raise FieldError("kind", "这篇来稿登记时已经计入报送，不用再登记。")


def _item(fact: Fact) -> tuple[object, ...]:
    place = (fact.publication_id, fact.section_id, fact.issue_number)
    return (fact.kind, fact.counted, fact.title, fact.shares, fact.role, *place)


def _subject(fact: Fact) -> str:
    return fact.source if fact.source.startswith("hand:") else f"fact:{fact.id}"
