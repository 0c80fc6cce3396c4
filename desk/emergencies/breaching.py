"""How a unit has reported: proposed from times and limits, weighed, confirmed and booked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from desk.auditing import By
from desk.booking import book_within, facts_standing, take_back_within
from desk.emergencies.changing import Change, kept
from desk.emergencies.emergency import Breach, Emergency, Grade, Outcome
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.stopwatch import lateness
from desk.emergencies.times import span, told, written
from desk.errors import FieldError, NotAllowedError
from desk.facts import FactKind, Particulars
from desk.hand.entry import Entry
from desk.store import Store, Work
from desk.weighing import Weighed, weigh


@dataclass(frozen=True, slots=True)
class Proposal:
    """What times and limits say of how somebody has reported; ``unit_id`` 0 is this office."""

    unit_id: int
    outcome: Outcome
    minutes: int
    why: str


def proposals(one: Emergency, rules: EmergencyRules) -> tuple[Proposal, ...]:
    """What is still to be decided: the unit's report to us, and ours to the upper level."""
    decided = {each.unit_id for each in one.breaches}
    found = []
    if one.reporter_id and one.reporter_id not in decided and one.known:
        found.append(_of_unit(one, rules))
    own = _of_office(one, rules)
    if own and 0 not in decided:
        found.append(own)
    return tuple(found)


def disclosure(one: Emergency) -> str:
    """How the internet was faster (R162); "" where it was not."""
    if one.disclosed is None:
        return ""
    said = [
        f"早于{what}{span(moment - one.disclosed)}"
        for what, moment in (("接报", one.known), ("书面上报", one.written))
        if moment and one.disclosed < moment
    ]
    return f"网上{written(one.disclosed)}已经披露，{'、'.join(said)}" if said else ""


def entry_of(one: Emergency, said: Proposal) -> Entry:
    """What is booked for a unit's outcome."""
    hours = (Decimal(max(0, said.minutes)) / 60).quantize(Decimal("0.01"))
    started, ended = one.happened, one.known
    if started and ended and ended < started:
        started = None
    particulars = Particulars(
        outcome=said.outcome,
        grade="" if one.grade is Grade.OPEN else one.grade,
        late=hours if said.outcome is Outcome.LATE and hours else None,
        started=started,
        ended=ended if started else None,
    )
    return Entry(
        FactKind.EMERGENCY,
        one.day,
        (said.unit_id,),
        one.title,
        item_id=one.reports[0].draft_id if one.reports else 0,
        note=said.why,
        particulars=particulars,
    )


def weighed(work: Work, one: Emergency, said: Proposal) -> Weighed | None:
    """What the scheme in force would make of it; None for this office itself."""
    found = weigh(work, entry_of(one, said)) if said.unit_id else ()
    return found[0] if found else None


def decide(
    store: Store, emergency_id: int, said: Proposal, *, declined: bool = False, by: By
) -> Change:
    """Decide how a unit has reported, and book it; a proposal can be declined with a reason.

    Nothing is booked for this office itself (``unit_id`` 0). Raises FieldError.
    """
    reason = " ".join(said.why.split())
    if (declined or said.outcome not in (Outcome.ON_TIME, Outcome.LATE)) and not reason:
        raise FieldError("why", f"{'不计' if declined else said.outcome}要写明理由和依据。")
    with store.begin() as work:
        former = work.matters.get(Emergency, emergency_id)
        if any(each.unit_id == said.unit_id for each in former.breaches):
            raise NotAllowedError("这个单位的报送情况已经认定过了。要改请先撤销原来的认定。")
        told = replace(said, why=reason)
        booked = None
        if said.unit_id and not declined:
            booked = book_within(work, entry_of(former, told), by=by)
        source = booked.facts[0].source if booked else ""
        breach = Breach(
            told.outcome, told.unit_id, reason, told.minutes, by.who, by.now, source, declined
        )
        now = replace(former, breaches=(*former.breaches, breach))
        detail = f"{_named(work, told.unit_id)}：{breach_words(breach)}"
        return kept(work, Change("认定报送情况", former, now, booked=booked), detail, by)


def withdraw(store: Store, emergency_id: int, at: int, why: str, *, by: By) -> Change:
    """Take a decision back later; what was booked for it is taken back in the ledger."""
    reason = " ".join(why.split())
    if not reason:
        raise FieldError("why", "撤销认定要写明理由。")
    with store.begin() as work:
        former = work.matters.get(Emergency, emergency_id)
        breach = former.breaches[at]
        held = facts_standing(work, breach.source)
        booked = take_back_within(work, held[0].id, reason, by=by) if held else None
        rest = (*former.breaches[:at], *former.breaches[at + 1 :])
        detail = f"{_named(work, breach.unit_id)}：{breach_words(breach)}；{reason}"
        made = Change("撤销认定", former, replace(former, breaches=rest), booked=booked)
        return kept(work, made, detail, by)


def breach_words(one: Breach) -> str:
    """A decision in words: 迟报 35 分钟（不计：通信中断）."""
    late = one.outcome is Outcome.LATE and one.minutes
    length = f" {span(timedelta(minutes=one.minutes))}" if late else ""
    reason = f"（{'不计：' if one.is_declined else ''}{one.why}）" if one.why else ""
    return f"{one.outcome}{length}{reason}"


def standing(work: Work, breaches: Sequence[Breach]) -> dict[str, bool]:
    """Which of the booked decisions still stand in the ledger."""
    return {one.source: bool(facts_standing(work, one.source)) for one in breaches if one.source}


def _of_unit(one: Emergency, rules: EmergencyRules) -> Proposal:
    due = rules.unit_due(one)
    late = lateness(due, one.known)
    said = [disclosure(one)]
    if late and due and one.known:
        term = rules.limit(one.grade).unit
        said.insert(0, f"{term.words}应报，{told(one.known, one.known)}才报，超 {_minutes(late)}")
    why = "；".join(filter(None, said))
    return Proposal(one.reporter_id, Outcome.LATE if late else Outcome.ON_TIME, late, why)


def _of_office(one: Emergency, rules: EmergencyRules) -> Proposal | None:
    """Our own lateness; None where both reports were in time, or are still to come."""
    late = {
        "电话上报": lateness(rules.phone_due(one), one.phoned),
        "书面上报": lateness(rules.written_due(one), one.written),
    }
    said = [f"{what}超 {_minutes(much)}" for what, much in late.items() if much]
    if not said:
        return None
    return Proposal(0, Outcome.LATE, max(late.values()), "、".join(said))


def _minutes(count: int) -> str:
    return span(timedelta(minutes=count))


def _named(work: Work, unit_id: int) -> str:
    if not unit_id:
        return "本办公室"
    found = (one.short for one in work.registry.units() if one.id == unit_id)
    return next(found, "单位")
