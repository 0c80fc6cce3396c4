"""Use cases: find drafts that look alike (查重), show why, and remember that they are not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desk.auditing import By, note
from desk.compiling import name_of, publication_of
from desk.drafts import Draft, DraftQuery
from desk.duplicates.evidence import Evidence, evidence
from desk.duplicates.likeness import Likeness, Verdict
from desk.jobs import Job
from desk.matching import compared, matcher
from desk.store import Store, Work
from desk.versions import texts


def compare(store: Store, draft_ids: Sequence[int]) -> Job[int]:
    """Find what earlier drafts these look like and keep it; returns how many likenesses.

    Drafts of the last days that were never compared are compared with them. Closing the job
    keeps what was found so far; what the clerk decided on a pair stays.
    """
    ready = yield from matcher(store)
    found = yield from compared(store, ready, sorted({*draft_ids, *ready.late}))
    return sum(found[draft_id] for draft_id in draft_ids)


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a draft was printed."""

    name: str  # 《政务信息》2025年第12期
    day: date


@dataclass(frozen=True, slots=True)
class Twin:
    """A draft beside one it looks like; ``other`` may be the earlier or the later one."""

    likeness: Likeness
    draft: Draft
    other: Draft
    own_units: str  # by short name, joined by 、
    units: str  # of the other
    printed: tuple[Printed, ...]
    evidence: Evidence


def twins(store: Store, draft_id: int) -> list[Twin]:
    """What a draft looks like, undecided pairs first, then the strongest."""
    with store.read() as work:
        draft = work.drafts.get(draft_id)
        alike = work.likenesses.of(draft_id)
        others = work.drafts.several(
            [one.other_id if one.draft_id == draft_id else one.draft_id for one in alike]
        )
        short = {unit.id: unit.short for unit in work.registry.units()}
        found = [
            Twin(
                likeness,
                draft,
                other,
                own_units=_named(draft, short),
                units=_named(other, short),
                printed=_printed(work, other),
                evidence=evidence(draft.body.text, other.body.text),
            )
            for likeness, other in zip(alike, others, strict=True)
        ]
    return sorted(found, key=lambda twin: bool(twin.likeness.verdict))


def waiting(store: Store) -> list[int]:
    """The later drafts of all undecided pairs, newest first."""
    with store.read() as work:
        ids = work.drafts.ids(DraftQuery(has_twins=True))
        alike = {draft_id: work.likenesses.of(draft_id) for draft_id in ids}
    return [
        draft_id
        for draft_id, found in alike.items()
        if any(one.draft_id == draft_id and not one.verdict for one in found)
    ]


def _named(draft: Draft, short: dict[int, str]) -> str:
    return "、".join(short[unit_id] for unit_id in draft.unit_ids)


def _printed(work: Work, draft: Draft) -> tuple[Printed, ...]:
    """The released issues a draft, a version of it, or the composite it went into, stands in."""
    carriers = [*texts(work, draft), *filter(None, (draft.merged_into,))]
    issues = [issue for one in carriers for issue in work.issues.holding(one)]
    return tuple(
        Printed(name_of(publication_of(work, issue.publication_id), issue), issue.day)
        for issue in issues
        if issue.stands
    )


def not_duplicate(store: Store, draft_id: int, other_id: int, *, by: By) -> None:
    """Remember that two drafts tell of different work; they are never shown as alike again."""
    with store.begin() as work:
        _decide(work, draft_id, other_id, Verdict.DISTINCT, by)


def reopen(store: Store, draft_id: int, other_id: int, *, by: By) -> None:
    """Forget what was decided on a pair."""
    with store.begin() as work:
        _decide(work, draft_id, other_id, Verdict.OPEN, by)


def decide_pairs(work: Work, draft_ids: Iterable[int], verdict: Verdict) -> None:
    """Decide every likeness among some drafts."""
    among = set(draft_ids)
    for draft_id in among:
        for one in work.likenesses.of(draft_id):
            if one.draft_id == draft_id and one.other_id in among:
                work.likenesses.decide(draft_id, one.other_id, verdict)


def _decide(work: Work, draft_id: int, other_id: int, verdict: Verdict, by: By) -> None:
    later, earlier = max(draft_id, other_id), min(draft_id, other_id)
    work.likenesses.decide(later, earlier, verdict)
    titles = {draft.id: draft.title for draft in work.drafts.several([later, earlier])}
    action = verdict.value or "撤销查重判定"
    note(work, by, action, f"draft:{later}", f"“{titles[earlier]}”")
    note(work, by, action, f"draft:{earlier}", f"“{titles[later]}”")
