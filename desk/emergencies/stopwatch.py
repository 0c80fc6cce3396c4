"""The stopwatch of an emergency: how long since, what is due, what was done in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.calendar import Specials
from desk.clocks import Pressure
from desk.emergencies.emergency import Emergency, ReportKind
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.times import span, told

_SINCE = ("事发至今", "接报至今")
_SOON = timedelta(minutes=10)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand of the stopwatch: what it is of, and how it stands in words."""

    label: str
    words: str
    pressure: Pressure = Pressure.CALM
    is_done: bool = False


def hands(
    one: Emergency, rules: EmergencyRules, now: datetime, specials: Specials
) -> tuple[Hand, ...]:
    """How all clocks of an emergency stand now."""
    since = [
        Hand(label, span(now - moment))
        for label, moment in (("事发至今", one.happened), ("接报至今", one.known))
        if moment and one.ended is None
    ]
    dues = [
        _hand("电话上报", one.phoned, rules.phone_due(one), now),
        _hand("书面上报", one.written, rules.written_due(one), now),
    ]
    last = one.last
    if last and last.next_due and not one.ended:
        dues.append(_hand("下次续报", None, last.next_due, now))
    if not one.ended:
        dues.append(_hand("终报", None, rules.final_due(one, specials), now))
    return (*since, *dues)


def lateness(due: datetime | None, done: datetime | None) -> int:
    """How many minutes after its limit something was done; 0 in time, or where either is open."""
    if due is None or done is None or done <= due:
        return 0
    return -((due - done) // timedelta(minutes=1))


def first_hand(hand: tuple[Hand, ...]) -> Hand | None:
    """The clock that presses most: what is over, then what runs out first."""
    open_hands = [one for one in hand if not one.is_done and one.label not in _SINCE]
    order = {Pressure.OVER: 0, Pressure.SOON: 1, Pressure.CALM: 2}
    return min(open_hands, key=lambda one: order[one.pressure], default=None)


def state_of(one: Emergency, now: datetime) -> str:
    """Where an emergency stands: 在办, 需续报, 已终报."""
    if one.ended:
        return "已终报" if _has_final(one) else "已办结"
    last = one.last
    return "需续报" if last and last.next_due and last.next_due - now < _DAY else "在办"


def _has_final(one: Emergency) -> bool:
    return any(each.kind is ReportKind.FINAL for each in one.reports)


def _hand(label: str, done: datetime | None, due: datetime | None, now: datetime) -> Hand:
    if done:
        late = lateness(due, done)
        word = f"超 {span(timedelta(minutes=late))}" if late else "按时"
        return Hand(
            label,
            f"{told(done, now)}　{word}",
            Pressure.OVER if late else Pressure.CALM,
            is_done=True,
        )
    if due is None:
        return Hand(label, "接报时间未填")
    left = due - now
    if left < timedelta(0):
        return Hand(label, f"超 {span(-left)}", Pressure.OVER)
    words = f"余 {span(left)}（{told(due, now)}前）"
    return Hand(label, words, Pressure.SOON if left <= _SOON else Pressure.CALM)
