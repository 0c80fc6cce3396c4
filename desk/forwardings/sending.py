"""Use cases: mark items to go up, send them, call an entry back (标记上报, 上报, 撤回)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desk.auditing import By
from desk.drafts import Draft
from desk.errors import FieldError, NotAllowedError
from desk.forwardings.approval import ApprovalState, approval_state
from desk.forwardings.changing import Change, Step
from desk.forwardings.forwarding import Forwarding, Route
from desk.forwardings.rules import rules_of
from desk.forwardings.settling import settle
from desk.office_clock import day_of
from desk.publications import Publication, Tier
from desk.repositories.matters import MatterQuery
from desk.store import Store, Work
from desk.versions import item_of

LONGEST_CARRIER = 40
_AHEAD = timedelta(minutes=5)  # clocks of two machines


@dataclass(frozen=True, slots=True)
class Target:
    """Where it goes: a publication above, or a medium by its name."""

    publication_id: int = 0
    medium: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """How it goes; ``unapproved`` is why it goes before its approval has ended."""

    when: datetime
    route: Route = Route.NETWORK
    sender: str = ""
    unapproved: str = ""
    upper_id: int = 0
    again: bool = False  # also where it was sent to that carrier before
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """What is known of an item and a carrier before it goes: its text, approval, doubles."""

    item: Draft
    text: Draft
    carrier: str
    approval: ApprovalState
    before: Forwarding | None = None  # it was sent there already
    waiting: Forwarding | None = None  # it is marked to go there

    @property
    def title(self) -> str:
        """The title it would go under."""
        return self.text.title


def carriers_above(work: Work) -> list[Publication]:
    """The publications of upper levels, the highest level last."""
    order = list(Tier)
    above = (one for one in work.catalogue.publications() if one.tier is not Tier.OWN)
    return sorted((one for one in above if one.active), key=lambda one: order.index(one.tier))


def offered(work: Work, draft_id: int, target: Target) -> Offered:
    """What is known of an item and a carrier. Raises NotFoundError."""
    item = item_of(work, draft_id)
    text = item.version_for(target.publication_id) if target.publication_id else None
    text = text or item.original
    name = _carrier(work, target)
    query = MatterQuery(draft_id=item.original.id)
    held = [
        one
        for one in work.matters.all(Forwarding, query)
        if (one.publication_id, one.carrier if not one.publication_id else "")
        == (target.publication_id, name if not target.publication_id else "")
        and one.draft_id == item.original.id
        and not one.withdrawn
    ]
    return Offered(
        item.original,
        text,
        name,
        approval_state(work, text, rules_of(work).lane),
        next((one for one in held if one.sent), None),
        next((one for one in held if one.sent is None), None),
    )


def mark(
    store: Store, draft_ids: Sequence[int], targets: Sequence[Target], day: date, *, by: By
) -> Change:
    """Mark items to go up by a day; what is marked or was sent already stays as it is."""
    with store.begin() as work:
        step = Step(work, by)
        for offer, target in _offers(work, draft_ids, targets):
            if offer.waiting is None and offer.before is None:
                one = step.add(replace(_fresh(offer, target), day=day))
                step.note("标记上报", one, f"{one.carrier}，{day:%Y-%m-%d} 前报出")
        return step.change()


def send(
    store: Store, draft_ids: Sequence[int], targets: Sequence[Target], how: Sending, *, by: By
) -> Change:
    """Register that items went to carriers, each item to each of them.

    Raises FieldError: nothing chosen ("targets"), already sent there ("again"), not approved and
    no reason given ("unapproved"), a moment to come ("when").
    """
    with store.begin() as work:
        _must_have_happened(how, by)
        offers = list(_offers(work, draft_ids, targets))
        _must_be_fit([one for one, _target in offers], how)
        step = Step(work, by)
        for offer, target in offers:
            _send(step, offer, target, how)
        step.expect(one.title for one, _target in offers)
        for item_id in dict.fromkeys(one.item.id for one, _target in offers):
            settle(step, item_id)
        return step.change()


def send_marked(store: Store, ids: Sequence[int], how: Sending, *, by: By) -> Change:
    """Send what was marked, each to its own carrier. Raises as ``send`` does."""
    with store.begin() as work:
        _must_have_happened(how, by)
        step = Step(work, by)
        held = [work.matters.get(Forwarding, one) for one in ids]
        waiting = [one for one in held if one.sent is None and not one.withdrawn]
        pairs = [(offered(work, one.draft_id, target_of(one)), target_of(one)) for one in waiting]
        _must_be_fit([one for one, _target in pairs], how)
        for offer, target in pairs:
            _send(step, offer, target, how)
        step.expect(one.title for one, _target in pairs)
        for item_id in dict.fromkeys(one.draft_id for one in waiting):
            settle(step, item_id)
        return step.change()


def withdraw(store: Store, ids: Sequence[int], reason: str, *, by: By) -> Change:
    """Call entries back that were made by mistake; what they booked is taken back."""
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", "撤回要写明理由，例如“登错了刊物”。")
    with store.begin() as work:
        step = Step(work, by)
        for one in [work.matters.get(Forwarding, key) for key in ids]:
            if not one.withdrawn:
                step.save(one, replace(one, withdrawn=why))
                step.note("撤回上报", one, f"{one.carrier}：{why}")
                settle(step, one.draft_id)
        return step.change()


def target_of(forwarding: Forwarding) -> Target:
    """Where a forwarding goes."""
    if forwarding.publication_id:
        return Target(forwarding.publication_id)
    return Target(medium=forwarding.carrier)


def _offers(
    work: Work, draft_ids: Sequence[int], targets: Sequence[Target]
) -> Iterator[tuple[Offered, Target]]:
    if not draft_ids:
        raise NotAllowedError("没有选稿件。请先选中要上报的稿件。")
    if not targets:
        raise FieldError("targets", "没有选报到哪里。请勾选上级刊物，或者写上媒体的名称。")
    for draft_id in draft_ids:
        for target in dict.fromkeys(targets):
            yield offered(work, draft_id, target), target


def _send(step: Step, offer: Offered, target: Target, how: Sending) -> None:
    day = day_of(how.when)
    former = offer.waiting
    base = former or _fresh(offer, target)
    sent = replace(
        base,
        title=offer.title,
        text_id=offer.text.id if offer.text.version_of else 0,
        units=offer.item.unit_ids,
        day=day,
        number=base.number or step.number(day.year),
        sent=how.when,
        sender=how.sender or step.by.who,
        route=how.route,
        approval=offer.approval.text,
        unapproved="" if offer.approval.is_done else how.unapproved,
        upper_id=how.upper_id,
        remark=how.remark or base.remark,
    )
    kept = step.save(former, sent) if former else step.add(sent)
    why = f"；{offer.approval.text}，{kept.unapproved}" if kept.unapproved else ""
    step.note("上报", kept, f"{kept.carrier}，{kept.route}，{kept.number}{why}")


def _fresh(offer: Offered, target: Target) -> Forwarding:
    return Forwarding(
        title=offer.title,
        day=day_of(offer.item.received),
        draft_id=offer.item.id,
        text_id=offer.text.id if offer.text.version_of else 0,
        publication_id=target.publication_id,
        carrier=offer.carrier,
        units=offer.item.unit_ids,
    )


def _must_have_happened(how: Sending, by: By) -> None:
    if how.when > by.now + _AHEAD:
        raise FieldError("when", "报出时间还没有到。请写已经报出的时间，或者先“标记待上报”。")


def _must_be_fit(offers: Sequence[Offered], how: Sending) -> None:
    """Raise FieldError for what was sent there before, or is not approved and nobody says why."""
    before = [one for one in offers if one.before]
    if before and not how.again and before[0].before:
        day = before[0].before.sent_day
        more = f"等 {len(before)} 处" if len(before) > 1 else ""
        raise FieldError(
            "again",
            f"“{before[0].title}”{day:%Y-%m-%d} 已经报过《{before[0].carrier}》{more}。"
            "确实要再报一次，请勾选“再报一次”。",
        )
    open_ones = [one for one in offers if not one.approval.is_done]
    if open_ones and not how.unapproved.strip():
        raise FieldError(
            "unapproved",
            f"“{open_ones[0].title}”{open_ones[0].approval.text}。"
            "没有审签完就上报，要写明理由，例如“主任电话同意，后补手续”。",
        )


def _carrier(work: Work, target: Target) -> str:
    if not target.publication_id:
        name = " ".join(target.medium.split())
        if not 0 < len(name) <= LONGEST_CARRIER:
            raise FieldError("targets", f"媒体的名称要写，最多 {LONGEST_CARRIER} 个字。")
        return name
    found = (one for one in work.catalogue.publications() if one.id == target.publication_id)
    carrier = next(found, None)
    if carrier is None or carrier.tier is Tier.OWN:
        raise FieldError("targets", "这个刊物不是上级的，不能上报。请到“资料—刊物”核对它的层级。")
    return carrier.name
