"""Use cases of closing (结账): freeze a period's figures, open it again, read what was frozen."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from desk.assessing import assess, basis_of, check_days, facts_of
from desk.auditing import By, note
from desk.canonical import canonical, value_from
from desk.closings.closing import Closing
from desk.closings.comparing import UnitDifference, differences
from desk.closings.periods import Closable
from desk.errors import FieldError, NotAllowedError, StoreError
from desk.facts import Fact
from desk.office_clock import minute_words
from desk.scoring.results import ScoreTable
from desk.scoring.scheme import Purpose, Scheme
from desk.scoring.totals import score
from desk.scoring.years import in_force
from desk.store import Store, Work

LONGEST_REASON = 200
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """A closed period as published and as known today."""

    closing: Closing
    published: ScoreTable
    today: ScoreTable
    units: tuple[UnitDifference, ...]


def close(store: Store, period: Closable, *, by: By, remark: str = "") -> Closing:
    """Freeze the figures of a period as they are now, with the schemes they were made by.

    The same facts and schemes give the same document; ``remark`` goes into the trail.
    Raises NotAllowedError where the period is not over, or closed already.
    """
    today = by.today
    if period.last >= today:
        raise NotAllowedError(
            f"{period.name}到 {period.last:%Y-%m-%d} 才结束，还不能结账。请在 "
            f"{period.last:%Y-%m-%d} 以后再结账。"
        )
    with store.begin() as work:
        former = [one for one in work.closings.all() if one.key == period.key]
        held = next((one for one in former if one.holds), None)
        if held:
            raise NotAllowedError(
                f"{held.name}已经由{held.who}在 {minute_words(held.when)} 结账"
                f"（{held.digest[:8]}），没有再结。要改数请先“重新打开”。"
            )
        data = _document(work, period)
        kept = work.closings.add(
            Closing(
                span=period.span,
                key=period.key,
                name=period.name,
                first=period.first,
                last=period.last,
                digest=work.files.put(data, f"结账 {period.name}.json"),
                when=by.now,
                who=by.who,
                generation=len(former) + 1,
            )
        )
        told = f"{kept.name}（第 {kept.generation} 次）　数据 {kept.digest}"
        note(work, by, "结账", f"closing:{kept.key}", f"{told}　{remark}".rstrip())
        return kept


def reopen(store: Store, closing_id: int, reason: str, *, by: By) -> Closing:
    """Open a closed period again for a reason; its frozen figures are kept.

    Raises FieldError without a reason, NotAllowedError where it is open or inside another.
    """
    why = " ".join(reason.split())
    if not why:
        raise FieldError("reason", "重新打开要写明理由，例如“6 月漏登两条采用”。")
    if len(why) > LONGEST_REASON:
        raise FieldError("reason", f"理由有 {len(why)} 个字，最多 {LONGEST_REASON} 个字。请改短。")
    with store.begin() as work:
        closing = work.closings.get(closing_id)
        if not closing.holds:
            raise NotAllowedError(f"{closing.name}现在没有结账，不用重新打开。")
        for one in work.closings.holding():
            if one.id != closing.id and one.first <= closing.first and closing.last <= one.last:
                raise NotAllowedError(
                    f"{one.name}也已结账，包含{closing.name}。请先重新打开{one.name}。"
                )
        opened = work.closings.reopen(closing_id, by.now, by.who, why)
        note(work, by, "重新打开", f"closing:{closing.key}", f"{closing.name}：{why}")
        return opened


def published(store: Store, closing_id: int) -> ScoreTable:
    """The figures as they were frozen; raises StoreError where they were tampered with."""
    with store.read() as work:
        return _published(work, work.closings.get(closing_id))


def published_in(work: Work, first: date, last: date) -> tuple[Closing, ScoreTable] | None:
    """The frozen figures of exactly these days, where they are closed."""
    same = (one for one in work.closings.holding() if (one.first, one.last) == (first, last))
    held = next(same, None)
    return (held, _published(work, held)) if held else None


def shown(
    store: Store, first: date, last: date, *, today: date | None = None
) -> tuple[ScoreTable, Closing | None]:
    """The figures of some days as they are to be shown: as published where these are closed."""
    check_days(first, last)
    with store.read() as work:
        held = published_in(work, first, last)
    return (held[1], held[0]) if held else (assess(store, first, last, today=today), None)


def compare(store: Store, closing_id: int) -> Compared:
    """A closing's figures beside those that its days would have by all that is known today.

    What was booked later for a day of the period counts on that day, by today's schemes, quotas
    and units.
    """
    with store.read() as work:
        closing = work.closings.get(closing_id)
        then = _published(work, closing)
        late = _late(work, closing.first, closing.last)
        now = _table(work, closing.first, closing.last, late)
    return Compared(closing, then, now, differences(then, now))


def _document(work: Work, period: Closable) -> bytes:
    table = _table(work, period.first, period.last)
    return canonical(
        {
            "version": _VERSION,
            "period": {"key": period.key, "first": period.first, "last": period.last},
            "schemes": _in_force(work.catalogue.schemes(), period.first, period.last),
            "quotas": sorted(work.registry.quotas(period.last.year), key=lambda one: one.unit_id),
            "table": table,
        }
    )


def _table(work: Work, first: date, last: date, late: Sequence[Fact] = ()) -> ScoreTable:
    basis = basis_of(work, last.year, since=first.year)
    return score(basis, [*facts_of(work, basis, first, last), *late], first, last)


def _late(work: Work, first: date, last: date) -> list[Fact]:
    """What was booked after a period for one of its days, moved there."""
    return [
        replace(fact, day=fact.counted)
        for fact in work.ledger.between(last, date.max)
        if fact.day > last and first <= fact.counted <= last
    ]


def _in_force(schemes: Sequence[Scheme], first: date, last: date) -> list[Scheme]:
    """The schemes that count on some of the days, of both purposes."""
    by_purpose = ([one for one in schemes if one.purpose is purpose] for purpose in Purpose)
    return [one for some in by_purpose for one in in_force(some, first, last)]


def _published(work: Work, closing: Closing) -> ScoreTable:
    table: ScoreTable = value_from(_read(work, closing)["table"], ScoreTable)
    return table


def _read(work: Work, closing: Closing) -> dict[str, Any]:
    data = work.files.get(closing.digest)
    if sha256(data).hexdigest() != closing.digest:
        raise StoreError(f"{closing.name}结账时的数据和它的摘要对不上。请从备份中恢复。")
    held: dict[str, Any] = json.loads(data)
    return held
