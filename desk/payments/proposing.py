"""Use case: the fees of the items printed in some days, kept ones and new proposals."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desk.body import Picture
from desk.drafts import Draft, Kind
from desk.facts import Fact, FactKind
from desk.fees import FeeClass, class_of, plain_yuan
from desk.payments.fee import NOTHING, Amounts, Fee, FeeState
from desk.payments.rules import Bound, FeeRules
from desk.publications import Publication, Tier
from desk.scoring.items.identity import bare
from desk.store import Work

_PICTURE = "图片"
Printed = Sequence[Fact]  # the adoptions of one item that stand, the earliest first


@dataclass(frozen=True, slots=True)
class _Known:
    """What proposals are made of."""

    rules: FeeRules
    classes: Sequence[FeeClass]
    publications: Mapping[int, Publication]
    drafts: Mapping[int, Draft]


def fees(work: Work, first: date, last: date) -> list[Fee]:
    """The fees of what was printed in these days, the earliest first; id 0 are proposals.

    An item has one fee, on the day of the first printing that counts. Where it was paid and a
    later printing is worth more, the difference is proposed (补差); where one is confirmed and
    not paid, ``doubt`` says what would be proposed now.
    """
    printed = _printed(work, first, last)
    ids = {fact.item_id for facts in printed.values() for fact in facts}
    known = _Known(
        work.matters.policy(FeeRules()),
        work.fees.classes(),
        {one.id: one for one in work.catalogue.publications()},
        {one.id: one for one in work.drafts.several([*(ids - {0})])},
    )
    kept: defaultdict[Hashable, list[Fee]] = defaultdict(list)
    for fee in work.matters.all(Fee):
        kept[_name(fee.item_id, fee.title)].append(fee)
    found = [
        fee for name, facts in printed.items() for fee in _of_item(facts, kept.pop(name, []), known)
    ]
    found += (fee for some in kept.values() for fee in some)  # what was taken back since stays
    shown = (fee for fee in found if first <= fee.day <= last)
    return sorted(shown, key=lambda fee: (fee.day, fee.title, fee.id))


def proposed_class(
    classes: Iterable[FeeClass], characters: int, kind: Kind | None, bound: Bound
) -> tuple[FeeClass | None, bool]:
    """The class by length and kind, and whether the length lies just at the limit of two."""
    some = tuple(classes)
    higher = class_of(some, characters, kind)
    lower = class_of(some, characters - 1, kind)
    at_limit = higher is not None and higher != lower and higher.shortest == characters
    return (lower if at_limit and bound is Bound.LOWER else higher), at_limit


def _printed(work: Work, first: date, last: date) -> dict[Hashable, list[Fact]]:
    """Every adoption up to the last day that stands, by item; from the year before on."""
    held: dict[int, Fact] = {}
    for fact in work.ledger.between(date(first.year - 1, 1, 1), last):
        if fact.kind is FactKind.ADOPTION:
            held[fact.id] = fact
        elif fact.kind is FactKind.REVERSAL:
            held.pop(fact.reverses, None)
    items: dict[Hashable, list[Fact]] = {}
    for fact in held.values():
        items.setdefault(_name(fact.item_id, fact.particulars.item or fact.title), []).append(fact)
    return items


def _name(item_id: int, title: str) -> Hashable:
    return item_id or bare(title)


def _of_item(facts: Printed, kept: Sequence[Fee], known: _Known) -> Iterator[Fee]:
    worth = _worth(facts, known)
    if not kept:
        yield worth
        return
    for fee in kept:
        changed = fee.state is FeeState.CONFIRMED and fee.amounts.base and _raised(worth, fee)
        yield replace(fee, doubt=changed) if changed else fee
    paid = sum((fee.total for fee in kept if fee.state is FeeState.PAID), NOTHING)
    is_settled = all(fee.state in (FeeState.PAID, FeeState.REFUSED) for fee in kept)
    more = replace(worth.amounts, earlier=paid, prize=NOTHING)
    if paid and is_settled and _factor_of(kept) < worth.amounts.times and more.total:
        yield replace(worth, day=facts[-1].day, amounts=more, doubt="后来又被上级刊物采用，补差")


def _raised(worth: Fee, fee: Fee) -> str:
    """What a confirmed fee does not know yet, "" where it knows all."""
    if worth.amounts.times <= fee.amounts.times:
        return ""
    return f"核定后又被采用：{worth.amounts.times_why}"


def _factor_of(kept: Sequence[Fee]) -> Decimal:
    return max(fee.amounts.times for fee in kept)


def _worth(facts: Printed, known: _Known) -> Fee:
    """What an item's fee would be by the rules, for all its printings until now."""
    rules, first = known.rules, facts[0]
    counting = [fact for fact in facts if fact.publication_id in rules.must_in]
    begin = counting[0] if counting else first
    draft = known.drafts.get(first.item_id)
    characters = next((fact.particulars.words for fact in facts if fact.particulars.words), None)
    kind = draft.kind if draft else None
    fee_class, at_limit = (
        proposed_class(known.classes, characters, kind, rules.bound)
        if characters
        else (None, False)
    )
    factor = rules.factor(frozenset(_tiers(facts, known)))
    pictures = _pictures(facts, draft)
    paid_for = min(pictures, rules.most_pictures) if rules.most_pictures else pictures
    amounts = Amounts(
        fee_class.amount if fee_class else NOTHING,
        factor.times,
        factor.name,
        rules.picture * paid_for,
    )
    return Fee(
        title=first.title,
        day=begin.day,
        item_id=first.item_id,
        units=tuple(dict.fromkeys(fact.unit_id for fact in facts)),
        people=tuple(dict.fromkeys(name for fact in facts for name in fact.particulars.people)),
        places=tuple(dict.fromkeys(_place(fact, known) for fact in facts)),
        characters=characters,
        kind=kind.value if kind else "",
        pictures=pictures,
        proposed=fee_class.name if fee_class else "",
        doubt="；".join(_doubts(fee_class, characters, rules, known, counting, at_limit=at_limit)),
        class_name=fee_class.name if fee_class else "",
        amounts=amounts,
    )


def _doubts(
    fee_class: FeeClass | None,
    characters: int | None,
    rules: FeeRules,
    known: _Known,
    counting: Printed,
    *,
    at_limit: bool,
) -> Iterator[str]:
    """Why a person must look before it is confirmed."""
    if rules.must_in and not counting:
        names = (known.publications.get(one) for one in rules.must_in)
        wanted = "、".join(f"《{one.name}》" for one in names if one)
        yield f"没有在{wanted}刊登，按规则不计"
    if characters is None:
        yield "台账里没有字数，请定类别"
    elif fee_class is None:
        yield "没有合适的类别"
    if at_limit and rules.bound is Bound.ASK:
        yield f"正好 {characters} 字，请定类别"
    if fee_class and fee_class.least is not None:
        yield f"{fee_class.yuan}，请定金额"
    if fee_class and fee_class.note and not fee_class.kinds:
        yield f"要看性质：{fee_class.note}"


def _tiers(facts: Printed, known: _Known) -> Iterator[Tier]:
    for fact in facts:
        publication = known.publications.get(fact.publication_id or 0)
        if publication:
            yield publication.tier


def _place(fact: Fact, known: _Known) -> str:
    publication = known.publications.get(fact.publication_id or 0)
    name = f"《{publication.name}》" if publication else "刊物没有登记"
    return f"{name}{fact.issue_number}" if fact.issue_number else f"{name}{fact.day:%m-%d}"


def _pictures(facts: Printed, draft: Draft | None) -> int:
    if draft:
        return sum(isinstance(block, Picture) for block in draft.body.blocks)
    return int(any(_PICTURE in fact.particulars.attachments for fact in facts))


def told(amounts: Amounts) -> str:
    """How an amount is made up, in words: 60 元 × 1.5（市级刊物）＋ 图片 10 元."""
    said = f"{plain_yuan(amounts.base)} 元"
    if amounts.times != 1:
        why = f"（{amounts.times_why}）" if amounts.times_why else ""
        said += f" × {amounts.times.normalize():f}{why}"
    parts = (("图片", amounts.pictures), ("奖", amounts.prize))
    said += "".join(f" ＋ {name} {plain_yuan(one)} 元" for name, one in parts if one)
    return said + (f" － 已发 {plain_yuan(amounts.earlier)} 元" if amounts.earlier else "")
