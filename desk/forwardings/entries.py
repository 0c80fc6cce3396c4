"""What a forwarding books in the ledger, and what others have booked of it already."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from desk.adopting import credit_of
from desk.detailing import particulars_of
from desk.drafts import Channel, Draft
from desk.facts import Fact, FactKind
from desk.forwardings.forwarding import Forwarding, Result
from desk.hand.entry import Entry
from desk.issues import Role
from desk.office_clock import day_of
from desk.publications import Tier
from desk.store import Work

_YEAR = re.compile(r"^\d{4}年?")
_MARKS = re.compile(r"[第期号总\s〔〕\[\]（）()]+")
_SPAN = timedelta(400)


def sending_entry(work: Work, forwarding: Forwarding, draft: Draft, tier: Tier | None) -> Entry:
    """The sending, as it is booked."""
    entry = _entry(work, FactKind.FORWARDING, forwarding, draft, forwarding.sent_day)
    level = tier.value if tier else ""
    return replace(entry, particulars=replace(entry.particulars, level=level))


def adoption_entry(work: Work, forwarding: Forwarding, draft: Draft) -> Entry:
    """The adoption, as it is booked: publication, section, number, points published above."""
    entry = _entry(work, FactKind.ADOPTION, forwarding, draft, forwarding.result_day)
    return replace(
        entry,
        section_id=forwarding.section_id,
        issue_number=as_number(forwarding.issue_number),
        particulars=replace(entry.particulars, external=forwarding.external),
    )


def as_number(text: str) -> str:
    """An issue's number as releases and imports book it: a bare 3 is 第3期."""
    plain = text.strip()
    return f"第{int(plain)}期" if plain.isdecimal() else plain


def same_number(one: str, other: str) -> bool:
    """Whether two numbers name one issue; where one says nothing they may."""
    return not one or not other or _bare(one) == _bare(other)


def booked_elsewhere(
    work: Work,
    kind: FactKind,
    forwarding: Forwarding,
    day: date,
    own: Iterable[str],
    titled: Iterable[Fact],
) -> Fact | None:
    """The fact by which an import or a hand has booked the same item of the same issue.

    It is known by the item (or its title), the carrier and the number; ``own`` are the sources of
    other forwardings, ``titled`` what is booked under its title without naming an item.
    """
    first, last = day - _SPAN, day + _SPAN
    facts = work.ledger.of_items([forwarding.draft_id], first)
    facts += [one for one in titled if first <= one.counted <= last]
    back = {one.reverses for one in work.ledger.reversing(one.id for one in facts)}
    taken = set(own)
    number = forwarding.issue_number if kind is FactKind.ADOPTION else ""
    return next(
        (
            one
            for one in facts
            if one.kind is kind
            and one.publication_id == forwarding.publication_id
            and one.id not in back
            and one.source not in taken
            and same_number(one.issue_number, number)
        ),
        None,
    )


def _entry(
    work: Work, kind: FactKind, forwarding: Forwarding, draft: Draft, day: date | None
) -> Entry:
    return Entry(
        kind,
        day or day_of(draft.received),
        forwarding.units,
        forwarding.title,
        item_id=draft.item_id,
        publication_id=forwarding.publication_id,
        role=_role(forwarding, draft),
        note=f"{forwarding.NOUN}{forwarding.number}",
        particulars=particulars_of(draft, draft.body),
        credit=tuple((key, *held) for key, held in credit_of(work, draft).items()),
    )


def _role(forwarding: Forwarding, draft: Draft) -> Role:
    if forwarding.result is Result.COMPOSITE or draft.channel is Channel.COMPOSITE:
        return Role.COMPOSITE
    return Role.JOINT if len(forwarding.units) > 1 else Role.SINGLE


def _bare(number: str) -> str:
    bare = _MARKS.sub("", _YEAR.sub("", number.strip()))
    return bare.lstrip("0")
