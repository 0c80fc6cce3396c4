"""Use cases on a composite there is: roles and shares of its parts, their order, what is taken."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desk import assembling
from desk.auditing import By, note
from desk.body import Body
from desk.drafts import Channel, Draft, Revision, Status
from desk.errors import DeskError, NotAllowedError
from desk.parts import Part, must_hold
from desk.store import Store, Work
from desk.versions import follow

WRITABLE = (Status.NEW, Status.EDITING)


@dataclass(frozen=True, slots=True)
class Composition:
    """A composite with its parts in order and the drafts they are."""

    composite: Draft
    parts: tuple[Part, ...]
    drafts: tuple[Draft, ...]

    @property
    def usages(self) -> Mapping[int, assembling.Usage]:
        """How much of each draft is left in the text, by id."""
        body = self.composite.body
        return {draft.id: assembling.usage(body, draft) for draft in self.drafts}

    @property
    def lengths(self) -> Mapping[int, int]:
        """How many characters of each draft are left in the text, by id."""
        return {draft_id: one.used for draft_id, one in self.usages.items()}


def composition(store: Store, composite_id: int) -> Composition:
    """A composite as it stands; raises NotFoundError."""
    with store.read() as work:
        return read(work, composite_id)


def read(work: Work, composite_id: int) -> Composition:
    """``composition`` as a part of somebody's unit of work."""
    parts = work.parts.of(composite_id)
    drafts = work.drafts.several([part.draft_id for part in parts])
    return Composition(work.drafts.get(composite_id), parts, tuple(drafts))


def set_parts(store: Store, composite_id: int, parts: Sequence[Part], *, by: By) -> Composition:
    """Set roles, shares and order of the parts there are; returns how it stood before.

    The units follow. In another order the text follows too, while it may be edited and each
    source stands in one piece. Raises DeskError where the shares don't add up.
    """
    must_hold(parts)
    with store.begin() as work:
        before = read(work, composite_id)
        must_be_open(work, before.composite)
        order = [part.draft_id for part in parts]
        if sorted(order) != sorted(part.draft_id for part in before.parts):
            raise DeskError("来源已经变了。请刷新后再设。")
        work.parts.put(composite_id, parts)
        composite = before.composite
        moved = order != [part.draft_id for part in before.parts]
        if moved and composite.status in WRITABLE:
            body = assembling.reordered(composite.body, order)
            composite = revised(work, composite, body, "调整来源次序", by)
        credited(work, composite, before.parts)
        note(work, by, "综合来源", f"draft:{composite_id}", _told(parts, before.drafts))
        return before


def take(
    store: Store, composite_id: int, wanted: Mapping[int, Collection[int]], *, by: By
) -> Composition:
    """Take just these blocks of some parts, by their places; returns how it stood before.

    What was edited since stays in the text.
    """
    with store.begin() as work:
        before = read(work, composite_id)
        must_be_writable(work, before.composite)
        body = before.composite.body
        for draft in before.drafts:
            if draft.id in wanted:
                body = assembling.retaken(body, draft, wanted[draft.id])
        revised(work, before.composite, body, "取舍段落", by)
        note(work, by, "取舍段落", f"draft:{composite_id}")
        return before


def take_back(store: Store, before: Composition, after: Draft, *, by: By) -> None:
    """Undo a change of a composite's parts or text; ``after`` is the composite it made.

    Raises NotAllowedError where the text was edited since, the composite is past editing, or a
    draft that left it has gone its own way.
    """
    with store.begin() as work:
        now = work.drafts.get(before.composite.id)
        must_be_open(work, now)
        held = {draft.id: draft for draft in before.drafts}
        is_text = after.body != before.composite.body
        if is_text and now.status is not Status.FILED:
            must_be_writable(work, now)
        if after.body not in (now.body, before.composite.body):
            raise NotAllowedError(
                f"综合稿“{now.title}”在这之后又改过文字，不能撤销。请在“来源”里重新加入或移出。"
            )
        for draft in work.drafts.several(list(held)):
            if draft.merged_into != now.id:
                must_be_joinable(work, draft)
                work.drafts.save(replace(draft, status=Status.MERGED, merged_into=now.id))
                note(work, by, f"{draft.status}→{Status.MERGED}", f"draft:{draft.id}", "撤销")
        work.parts.put(now.id, before.parts)
        status = before.composite.status if now.status is Status.FILED else now.status
        former = replace(now, status=status, unit_ids=before.composite.unit_ids)
        work.drafts.save(former)
        if is_text:
            revised(work, former, before.composite.body, "撤销", by)
        follow(work, work.drafts.get(now.id))
        note(work, by, "撤销", f"draft:{now.id}", _told(before.parts, before.drafts))


def must_be_joinable(work: Work, draft: Draft) -> None:
    """Raise NotAllowedError unless a draft may go into a composite."""
    if draft.version_of:
        raise NotAllowedError(f"“{draft.title}”是刊物版，不能并入。请并入它的原稿件。")
    must_have_no_version(work, draft, "再并入")
    if draft.status is Status.RELEASED:
        raise NotAllowedError(
            f"“{draft.title}”已经印发，不能再并入。重复的来稿可以“退稿（重复）”，有新内容的另编一条。"
        )
    if draft.status not in WRITABLE:
        raise NotAllowedError(
            f"“{draft.title}”现在是“{draft.status}”，不能并入。请先把它改回“新到”或“在编”。"
        )


def must_have_no_version(work: Work, draft: Draft, what: str) -> None:
    """Raise NotAllowedError where ``what`` would leave a version in use that says otherwise."""
    if any(one.status is not Status.FILED for one in work.drafts.versions(draft.id)):
        raise NotAllowedError(f"“{draft.title}”有刊物版，不能{what}。请先删除它的刊物版。")


def must_be_open(work: Work, composite: Draft) -> None:
    """Raise NotAllowedError unless it is a composite that isn't printed, in any version."""
    if composite.channel is not Channel.COMPOSITE:
        raise NotAllowedError(f"“{composite.title}”不是综合稿，没有来源可设。")
    texts = (composite, *work.drafts.versions(composite.id))
    if any(one.status is Status.RELEASED for one in texts):
        raise NotAllowedError(f"综合稿“{composite.title}”已经印发，来源和份额不能再改。")


def must_be_writable(work: Work, composite: Draft) -> None:
    """Raise NotAllowedError unless it is a composite whose text may be edited."""
    must_be_open(work, composite)
    if composite.status not in WRITABLE:
        raise NotAllowedError(
            f"综合稿“{composite.title}”现在是“{composite.status}”，不能改动来源的文字。"
            "请先把它退回“在编”。"
        )


def revised(work: Work, composite: Draft, body: Body, why: str, by: By) -> Draft:
    """The composite with another text, kept as a revision; the same text writes nothing."""
    if body == composite.body:
        return composite
    changed = replace(composite, body=body, status=Status.EDITING)
    revision = Revision(0, by.now, by.who, why, changed.title, body)
    return work.drafts.revise(changed, revision)


def credited(work: Work, composite: Draft, before: Iterable[Part]) -> Draft:
    """Make the units of the credited parts the composite's; those named by hand stay behind them.

    ``before`` are its parts until now: only their units leave.
    """
    parts = work.parts.of(composite.id)
    ids = dict.fromkeys(part.draft_id for part in (*parts, *before))
    units = {draft.id: draft.unit_ids for draft in work.drafts.several(list(ids))}
    known = {unit_id for own in units.values() for unit_id in own}
    own = [unit_id for part in parts if part.is_credited for unit_id in units[part.draft_id]]
    extra = [unit_id for unit_id in composite.unit_ids if unit_id not in known]
    changed = replace(composite, unit_ids=tuple(dict.fromkeys([*own, *extra])))
    if changed.unit_ids != composite.unit_ids:
        work.drafts.save(changed)
        follow(work, changed)
    return changed


def _told(parts: Sequence[Part], drafts: Iterable[Draft]) -> str:
    """The parts in words, for the audit record."""
    titles = {draft.id: draft.title for draft in drafts}
    words = [
        f"“{titles.get(part.draft_id, '')}”{part.role}"
        + ("" if part.share is None else f" {part.share}%")
        for part in parts
    ]
    return "；".join(words) or "没有来源"
