"""Closed days (结账): what happened on them is booked on an open one, and nothing is deleted.

Everything that books facts comes through here, so that frozen figures stay what they were.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from desk.auditing import By
from desk.closings.closing import Closing
from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind, taken_back
from desk.store import Work

_WHY = "结账后更正"


def closing_of(work: Work, day: date) -> Closing | None:
    """The closing that holds a day, the shortest one of several; None where the day is open."""
    found = [one for one in work.closings.holding() if one.covers(day)]
    return min(found, key=lambda one: one.last - one.first, default=None)


def open_day(work: Work, day: date, today: date) -> date:
    """The day on which something of ``day`` is booked: itself, or today where it is closed.

    Raises NotAllowedError where today is closed: then this PC's date is wrong.
    """
    if closing_of(work, day) is None:
        return day
    _must_be_open(work.closings.holding(), today)
    return today


def on_open_days(work: Work, facts: Iterable[Fact], today: date) -> list[Fact]:
    """Facts of closed days moved to today; they count by the scheme of their true day all the same.

    Facts of open days are as they were. Raises NotAllowedError where today is closed.
    """
    held = work.closings.holding()

    def moved(fact: Fact) -> Fact:
        if not any(one.covers(fact.day) for one in held):
            return fact
        _must_be_open(held, today)
        return replace(fact, day=today, of_day=fact.counted)

    return [moved(fact) for fact in facts]


def told_of(work: Work, days: Iterable[date], today: date) -> str:
    """What to tell the clerk of things of these days that are booked today; "" where none are."""
    closed = {one.name for day in days if (one := closing_of(work, day)) is not None}
    if not closed:
        return ""
    names = "、".join(sorted(closed))
    return f"{names}已经结账，相应的得分记在今天（{today:%Y-%m-%d}），按原来日期的办法计分。"


def keep_in_step(work: Work, source: str, wanted: Iterable[Fact], by: By) -> bool:
    """Make the standing facts of a source these; whether anything was booked on another day.

    What is booked already and still right stays as it is. What no longer is, is deleted on an open
    day, and on a closed one taken back today; another title alone is no reason to do that. What is
    missing is booked on an open day.
    """
    held = work.closings.holding()
    missing, stale = list(wanted), list[Fact]()
    for fact in standing(work.ledger.booked(source), source):
        frozen = any(one.covers(fact.day) for one in held)
        same = next((one for one in missing if _same(one, fact, titled=not frozen)), None)
        if same is None:
            stale.append(fact)
        else:
            missing.remove(same)
    back = retract(work, stale, by, _WHY)
    new = on_open_days(work, missing, _today(by))
    work.ledger.add(new)
    return bool(back) or new != missing


def standing(booked: Sequence[Fact], source: str) -> list[Fact]:
    """Those facts of a source that nothing has taken back; reversals are none."""
    gone = {fact.reverses for fact in booked if fact.reverses}
    return [
        fact
        for fact in booked
        if fact.source == source and fact.kind is not FactKind.REVERSAL and fact.id not in gone
    ]


def retract(work: Work, facts: Sequence[Fact], by: By, why: str) -> list[Fact]:
    """Take facts out of the books; returns the reversals that this needed.

    A fact of an open day is deleted; one of a closed day is taken back by a reversal of today,
    booked by the same source. Facts must not be taken back already.
    """
    held = work.closings.holding()
    closed = [fact for fact in facts if any(one.covers(fact.day) for one in held)]
    if closed:
        _must_be_open(held, _today(by))
    back = [taken_back(fact, _today(by), fact.source, why, by.who) for fact in closed]
    work.ledger.add(back)
    frozen = {fact.id for fact in closed}
    work.ledger.remove([fact.id for fact in facts if fact.id not in frozen])
    return back


def _must_be_open(held: Iterable[Closing], today: date) -> None:
    """Raise NotAllowedError where today is closed, as it is on a PC whose date went back."""
    for one in held:
        if one.covers(today):
            raise NotAllowedError(
                f"这台电脑的日期是 {today:%Y-%m-%d}，在已经结账的{one.name}里，没有记入。"
                "请把电脑的日期改对后再试。"
            )


def _same(one: Fact, other: Fact, *, titled: bool) -> bool:
    """Whether two facts say the same, whoever booked them on whichever day."""
    return _said(one) == _said(other) and (one.title == other.title or not titled)


def _said(fact: Fact) -> Fact:
    return replace(fact, day=fact.counted, of_day=None, id=0, by="", title="")


def _today(by: By) -> date:
    return by.today
