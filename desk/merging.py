"""Use cases: make one composite draft of several (并入综合), part it, return a repeated one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from desk.assembling import blocks_of, without
from desk.auditing import By, note
from desk.body import Body
from desk.comparing import decide_pairs
from desk.composing import (
    WRITABLE,
    credited,
    must_be_joinable,
    must_have_no_version,
    revised,
)
from desk.dates import full_date
from desk.deciding import Former, decide, put_back
from desk.drafts import Channel, Draft, Original, Revision, Secrecy, Status, Urgency
from desk.duplicates.likeness import Verdict
from desk.errors import DeskError, NotAllowedError
from desk.office_clock import day_of
from desk.parts import Part, PartRole
from desk.reasons import REPEATED
from desk.store import Store, Work

LONGEST_TITLE = 300
_INTO = f"→{Status.MERGED}"
Taken = Mapping[int, Collection[int]]  # places of the blocks wanted of each draft, by id


def joinable(work: Work, draft_ids: Sequence[int]) -> list[Draft]:
    """The drafts that make one composite; for one that went into another, that one.

    Raises DeskError where they can't.
    """
    drafts = work.drafts.several(_standing(work, draft_ids))
    if len(drafts) < 2:  # noqa: PLR2004 - a composite has two parts at least
        raise DeskError("并入综合至少要有两篇稿件。请再选一篇。")
    for draft in drafts:
        must_be_joinable(work, draft)
    return drafts


def merge_into_composite(
    store: Store,
    draft_ids: Sequence[int],
    *,
    by: By,
    title: str = "",
    taken: Taken | None = None,
) -> Draft:
    """Make one composite draft of several, or add them to the composite among them.

    It holds their texts one after another, or those blocks of each that are ``taken``, and all
    their units in order; each unit keeps the submission it has, and is credited when the
    composite is printed. Raises NotAllowedError on a draft that is past editing.
    """
    with store.begin() as work:
        return merge_within(work, draft_ids, by=by, title=title, taken=taken)


def merge_within(
    work: Work,
    draft_ids: Sequence[int],
    *,
    by: By,
    title: str = "",
    taken: Taken | None = None,
) -> Draft:
    """Merge as ``merge_into_composite`` does, as a part of another use case."""
    drafts = joinable(work, draft_ids)
    composite = next((one for one in drafts if one.channel is Channel.COMPOSITE), None)
    parts = [one for one in drafts if one is not composite]
    if composite:
        made = _extended(work, composite, parts, taken, by)
    else:
        made = _made(work, parts, title, taken, by)
    _added(work, made, parts)
    for part in parts:
        work.drafts.save(replace(part, status=Status.MERGED, merged_into=made.id))
        note(work, by, f"{part.status}{_INTO}", f"draft:{part.id}", f"综合稿“{made.title}”")
    credited(work, made, ())
    decide_pairs(work, [part.draft_id for part in work.parts.of(made.id)], Verdict.MERGED)
    names = "、".join(f"“{part.title}”" for part in parts)
    note(work, by, "并入综合", f"draft:{made.id}", names)
    return work.drafts.get(made.id)


def unmerge(
    store: Store,
    composite_id: int,
    draft_ids: Sequence[int] = (),
    *,
    by: By,
    keep_edited: bool = True,
) -> list[Draft]:
    """Take drafts (all without ``draft_ids``) out of a composite; returns them as they stood.

    Their text leaves with them; what was edited of it stays as the composite's own unless it is
    not to be kept. An empty composite goes to 存查. Raises NotAllowedError once it is past editing.
    """
    with store.begin() as work:
        return unmerge_within(work, composite_id, draft_ids, by=by, keep_edited=keep_edited)


def unmerge_within(
    work: Work,
    composite_id: int,
    draft_ids: Sequence[int] = (),
    *,
    by: By,
    keep_edited: bool = True,
) -> list[Draft]:
    """Part as ``unmerge`` does, as a part of another use case."""
    composite = work.drafts.get(composite_id)
    if composite.status not in WRITABLE:
        raise NotAllowedError(
            f"综合稿“{composite.title}”现在是“{composite.status}”，不能解除合并。"
            "请先把它退回“在编”。"
        )
    must_have_no_version(work, composite, "解除合并")
    sources = [part.draft_id for part in work.parts.of(composite_id)]
    leaving = work.drafts.several([one for one in sources if one in (draft_ids or sources)])
    if not leaving:
        raise NotAllowedError(
            f"选中的来稿已经不在综合稿“{composite.title}”里了。请刷新后看它现在的来源。"
        )
    decide_pairs(work, sources, Verdict.OPEN)
    parted = [_put_back(work, draft, by) for draft in leaving]
    left = work.drafts.several([one for one in sources if one not in {d.id for d in leaving}])
    decide_pairs(work, [draft.id for draft in left], Verdict.MERGED)
    _shrink(work, composite, leaving, by, keep_edited=keep_edited)
    return parted


def return_as_duplicate(
    store: Store, draft_id: int, other_id: int, *, by: By
) -> tuple[Former, ...]:
    """Send a draft back because another has told the same; returns how it stood before."""
    with store.read() as work:
        codes = {reason.code for reason in work.lists.reasons()}
        other = work.drafts.get(other_id)
    reason = REPEATED if REPEATED in codes else ""
    said = f"与{_day(other)}收到的“{other.title}”重复"
    before = decide(store, [draft_id], Status.RETURNED, by=by, reason=reason, remark=said)
    with store.begin() as work:
        decide_pairs(work, [draft_id, other_id], Verdict.RETURNED)
        note(work, by, "判为重复", f"draft:{draft_id}", other.title)
    return before


def take_back_return(store: Store, before: Iterable[Former], other_id: int, *, by: By) -> None:
    """Undo ``return_as_duplicate``."""
    former = list(before)
    put_back(store, former, by=by)
    with store.begin() as work:
        decide_pairs(work, [*(one.id for one in former), other_id], Verdict.OPEN)
        for one in former:
            note(work, by, "撤销判为重复", f"draft:{one.id}")


def _standing(work: Work, draft_ids: Sequence[int]) -> list[int]:
    """The drafts asked for, each once; for one that went into a composite, the outermost."""
    return list(dict.fromkeys(_outermost(work, draft_id) for draft_id in draft_ids))


def _outermost(work: Work, draft_id: int) -> int:
    into = work.drafts.get(draft_id).merged_into
    return _outermost(work, into) if into else draft_id


def _made(work: Work, parts: Sequence[Draft], title: str, taken: Taken | None, by: By) -> Draft:
    """A new composite of some drafts, in their order."""
    first = parts[0]
    body = _assembled(parts, taken)
    named = title.strip() or f"{first.title}（综合）"
    days = [part.event_date for part in parts if part.event_date]
    dues = [part.due for part in parts if part.due]
    return work.drafts.add(
        Draft(
            title=named[:LONGEST_TITLE],
            body=body,
            original=Original("", "", body),
            received=min(part.received for part in parts),
            channel=Channel.COMPOSITE,
            unit_ids=_units(parts),
            event_date=max(days, default=None),
            kind=first.kind,
            urgency=max((part.urgency for part in parts), key=list(Urgency).index),
            secrecy=max((part.secrecy for part in parts), key=list(Secrecy).index),
            status=Status.EDITING,
            topics=tuple(dict.fromkeys(topic for part in parts for topic in part.topics)),
            is_read=True,
            holder=first.holder,
            due=min(dues, default=None),
        ),
        by.who,
    )


def _extended(
    work: Work, composite: Draft, parts: Sequence[Draft], taken: Taken | None, by: By
) -> Draft:
    """A composite with more drafts at its end."""
    longer = replace(
        composite,
        status=Status.EDITING,
        body=Body((*composite.body.blocks, *_assembled(parts, taken).blocks)),
        unit_ids=_units([composite, *parts]),
    )
    return work.drafts.revise(longer, _revision(longer, "并入来稿", by))


def _assembled(parts: Iterable[Draft], taken: Taken | None) -> Body:
    """The texts of drafts under their titles, or what is taken of them."""
    some = [blocks_of(part, None if taken is None else taken.get(part.id)) for part in parts]
    return Body(tuple(block for blocks in some for block in blocks))


def _added(work: Work, composite: Draft, parts: Iterable[Draft]) -> None:
    """Put drafts behind the parts there are; who shares in the credit has to be decided anew."""
    held = [replace(part, share=None) for part in work.parts.of(composite.id)]
    work.parts.put(composite.id, [*held, *(Part(draft.id) for draft in parts)])


def _shrink(
    work: Work, composite: Draft, leaving: Sequence[Draft], by: By, *, keep_edited: bool
) -> None:
    """Take out drafts that left: their parts, their units and their text."""
    before = work.parts.of(composite.id)
    gone = {draft.id for draft in leaving}
    left = [replace(part, share=None) for part in before if part.draft_id not in gone]
    if left and not any(part.is_credited for part in left):
        left = [replace(part, role=PartRole.SECOND) for part in left]
    work.parts.put(composite.id, left)
    if left:
        body = composite.body
        for draft in leaving:
            body = without(body, draft, keep_edited=keep_edited)
        smaller = revised(work, composite, body, "解除合并", by)
        credited(work, smaller, before)
    else:
        work.drafts.save(replace(composite, status=Status.FILED, unit_ids=()))
    names = "、".join(f"“{draft.title}”" for draft in leaving)
    note(work, by, "解除合并", f"draft:{composite.id}", names)


def _put_back(work: Work, draft: Draft, by: By) -> Draft:
    """A draft as it stood before it was merged, by its audit trail."""
    actions = (record.action for record in work.audit.records(f"draft:{draft.id}"))
    merged = next((action for action in actions if action.endswith(_INTO)), "")
    status = Status(merged.removesuffix(_INTO)) if merged else Status.EDITING
    parted = replace(draft, status=status, merged_into=None)
    work.drafts.save(parted)
    note(work, by, f"{draft.status}→{status}", f"draft:{draft.id}", "解除合并")
    return parted


def _units(drafts: Iterable[Draft]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(unit_id for draft in drafts for unit_id in draft.unit_ids))


def _revision(draft: Draft, why: str, by: By) -> Revision:
    return Revision(0, by.now, by.who, why, draft.title, draft.body)


def _day(draft: Draft) -> str:
    day = day_of(draft.received)
    return full_date(day)
