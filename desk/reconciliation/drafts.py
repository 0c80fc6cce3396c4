"""Drafts of the inbox against the submissions of the ledger."""

from collections.abc import Iterator, Sequence
from datetime import date

from desk.candidates import Candidate
from desk.closing import standing
from desk.drafts import MADE_HERE, DraftQuery, Status
from desk.facts import Fact, FactKind
from desk.office_clock import day_of
from desk.reconciliation.difference import Area, Difference, Sort
from desk.reconciliation.ground import Ground
from desk.store import Work
from desk.submissions import is_unregistered, source_of

_OUT = (Status.RETURNED, Status.REJECTED, Status.FILED)
_SAVE = "请打开这篇来稿，把登记的单位核对一遍再保存，台账会跟着改。"


def ids_of(work: Work, ground: Ground) -> list[int]:
    """The drafts received on the days looked at, oldest first."""
    query = DraftQuery(received_from=ground.first, received_to=ground.last, descending=False)
    return work.drafts.ids(query)


def of_drafts(work: Work, ground: Ground, ids: Sequence[int]) -> Iterator[Difference]:
    """What differs between some drafts and what they have booked; both sides are counted."""
    booked: dict[str, list[Fact]] = {}
    for fact in work.ledger.of_items(ids, date.min):
        booked.setdefault(fact.source, []).append(fact)
    for one in work.drafts.candidates(ids):
        filed = one.status is Status.FILED
        if one.channel not in MADE_HERE and not (
            filed and is_unregistered(work.drafts.get(one.id))
        ):
            yield from _of_draft(ground, one, booked.get(source_of(one.id), []))


def _of_draft(ground: Ground, one: Candidate, booked: Sequence[Fact]) -> Iterator[Difference]:
    day = day_of(one.received)
    held = [
        fact for fact in standing(booked, source_of(one.id)) if fact.kind is FactKind.SUBMISSION
    ]
    for unit_id in one.unit_ids:
        ground.tallies.add("drafts", day, unit_id)
    for fact in held:
        ground.tallies.add("submissions", fact.counted, fact.unit_id)
    named, counted = set(one.unit_ids), {fact.unit_id for fact in held}
    if not named and one.status not in _OUT:
        yield _told(ground, one, Sort.NO_UNIT, "没有登记单位", "没有记入", 0)
    for unit_id in sorted(named - counted):
        yield _told(ground, one, Sort.MISSING, ground.unit(unit_id), "没有记入", unit_id)
    for unit_id in sorted(counted - named):
        right = f"{ground.unit(unit_id)}　计报送 1 篇"
        yield _told(ground, one, Sort.EXTRA, "来稿没有这个单位", right, unit_id)
    for fact in held:
        if fact.counted != day and fact.unit_id in named:
            left, right = f"收到 {day:%Y-%m-%d}", f"记在 {fact.counted:%Y-%m-%d}"
            yield _told(ground, one, Sort.CHANGED, left, right, fact.unit_id)


def _told(
    ground: Ground, one: Candidate, sort: Sort, left: str, right: str, unit_id: int
) -> Difference:
    return Difference(
        Area.DRAFTS,
        sort,
        day_of(one.received),
        one.title,
        left,
        right,
        _SAVE,
        f"draft:{one.id}",
        ground.unit(unit_id) if unit_id else "",
    )
