"""What a unit has over a period: base points, tasks, rates, counters, limits, zeroing."""

from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction

from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import (
    BasePoints,
    Counter,
    Limit,
    LimitWay,
    PassLine,
    RateLine,
    Turn,
    Zero,
)
from tests.reference.ruled import Ruled, matches
from tests.reference.tasks import misses, tasks_of
from tests.reference.times import scheme_of, year_of

ZEROED = {Zero.MONTH: Span.MONTH, Zero.QUARTER: Span.QUARTER, Zero.YEAR: Span.YEAR}


@dataclass
class Row:
    """One dated amount of a unit; ``about`` is the fact's id, 0 where there is none.

    ``home`` is the day in whose periods it counts: that of the fact it is about.
    """

    day: object
    stage: str
    component: str
    points: Fraction
    about: int = 0
    home: object = None


@dataclass
class UnitBook:
    """All that is known of a unit up to the last day."""

    rows: list
    tasks: list = field(default_factory=list)
    barred: bool = False
    failed: list = field(default_factory=list)


def book_of(unit, changes, office, purpose, window):
    """A unit's rows from the beginning to the last day; ``window`` is first, last and today."""
    first, last, today = window
    mine = [one for one in changes if one.unit_id == unit.id and one.day <= last]
    year = timedelta(400)
    begin = min([first, *(one.day for one in mine)]) - year
    ruled = Ruled(unit, office, purpose, begin, last)
    book = UnitBook(
        [
            Row(one.day, "逐条", one.component, one.points, one.about.fact.id, home(one, ruled))
            for one in mine
            if one.points
        ]
    )
    horizon = min(last, today)
    for row, period in ruled.of(BasePoints):
        if begin <= period.first <= horizon:
            book.rows.append(Row(period.first, "基础分", row.component, Fraction(row.points)))
    book.tasks = tasks_of(ruled, mine, horizon)
    for row, end in book.tasks:
        book.rows.append(Row(end.last, "任务", row.component, end.points))
    for row, period in ruled.of(RateLine):
        if period.last <= horizon and misses(row, period, mine, ruled.view):
            book.rows.append(Row(period.last, "录用率", row.component, -Fraction(row.points)))
    zeros, bars = count(ruled, mine, book.rows)
    bars += [
        (end.last, True, end.last) for row, end in book.tasks if row.disqualifies and not end.done
    ]
    stages = ["逐条", "基础分", "任务", "录用率", "累计触发"]
    book.rows.sort(key=lambda one: (one.day, stages.index(one.stage)))
    book.rows = limited(book.rows, ruled)
    book.rows += zeroed(book.rows, zeros)
    book.rows.sort(key=lambda one: one.day)
    book.barred = barred(bars, horizon, office, purpose)
    book.failed = [
        period
        for row, period in ruled.of(PassLine)
        if period.last <= horizon and between(book.rows, period) < row.points
    ]
    return book


def home(change, ruled):
    """The day of the fact a change is about, within the same year; else the change's own."""
    day, own = change.about.fact.day, change.day
    scheme = scheme_of(ruled.schemes, ruled.purpose, own)
    return day if scheme and year_of(day, scheme) == year_of(own, scheme) else own


def between(rows, period):
    """All points of a period."""
    return sum((one.points for one in rows if period.first <= one.day <= period.last), Fraction(0))


def count(ruled, mine, rows):
    """Add what counters give, and tell when they zero or bar: (day, on, what)."""
    zeros, bars = [], []
    for row, period in ruled.of(Counter):
        standing, points, zeroing, barring = [], Fraction(0), set(), set()
        scheme = scheme_of(ruled.schemes, ruled.purpose, period.last)
        for change in mine:
            is_later = year_of(change.day, scheme) > year_of(period.last, scheme)
            if is_later or not wanted(change, row, period, ruled.view):
                continue
            standing = toggled(standing, change)
            days = triggers(row, [one.about.fact for one in standing])
            now = Fraction(row.points) * len(days)
            if now != points:
                rows.append(Row(change.day, "累计触发", row.component, now - points))
            points = now
            zeroing = moved(zeros, change.day, zeroing, zero_periods(row, days, period, ruled))
            barring = moved(bars, change.day, barring, set(days) if row.disqualifies else set())
    return zeros, bars


def wanted(change, row, period, view):
    """Whether a fact comes or goes that a counter counts."""
    fact = change.about.fact
    return (
        bool(change.standing)
        and change.about.counts
        and fact.matter == row.matter
        and period.first <= fact.day <= period.last
        and matches(row, change, view)
    )


def toggled(standing, change):
    """The standing facts after one came or went."""
    if change.standing > 0:
        standing = [*standing, change]
    else:
        standing = [one for one in standing if one.about.fact.id != change.about.fact.id]
    return sorted(standing, key=lambda one: (one.about.fact.day, one.about.fact.id))


def triggers(row, facts):
    """The days on which a counter is full."""
    places = range(1, len(facts) + 1)
    if row.turn == Turn.ONCE:
        places = [one for one in places if one == row.times]
    elif row.turn == Turn.EACH_FROM:
        places = [one for one in places if one >= row.times]
    else:
        places = [one for one in places if one % row.times == 0]
    return [facts[one - 1].day for one in places]


def zero_periods(row, days, period, ruled):
    """The periods that count nothing."""
    if row.zero == Zero.NONE:
        return set()
    scheme = scheme_of(ruled.schemes, ruled.purpose, period.last)
    found = {ruled.holding(scheme, ZEROED[row.zero], day) for day in days}
    return {(row.zero, one) for one in found if one}


def moved(log, day, before, after):
    """Note what began and what ended."""
    log += [(day, True, one) for one in sorted(after - before, key=str)]
    log += [(day, False, one) for one in sorted(before - after, key=str)]
    return after


def limited(rows, ruled):
    """The rows with what ceilings and floors take or give."""
    limits = {}
    for row, period in ruled.of(Limit):
        limits.setdefault(id(row), (row, [], {}))[1].append(period)
    found = []
    for one in rows:
        found.append(one)
        left = one
        for row, spans, states in limits.values():
            own = one.home or one.day
            period = next((span for span in spans if span.first <= own <= span.last), None)
            if period is None or (row.components and one.component not in row.components):
                continue
            state = states.setdefault(period, {"sum": Fraction(0), "dropped": {}})
            after = passed(row, left, state)
            if after != left.points:
                cut = after - left.points
                found.append(Row(one.day, "封顶封底", one.component, cut, one.about, one.home))
            left = Row(one.day, one.stage, one.component, after, one.about, one.home)
    return found


def passed(row, one, state):
    """What a limit lets through of a row."""
    before = clamped(row, state["sum"])
    points = one.points
    if row.way == LimitWay.UNTIL and row.most is not None:
        key = (one.about, one.component)
        dropped = state["dropped"].get(key, Fraction(0)) if one.about else Fraction(0)
        if points > 0 and state["sum"] >= row.most:
            state["dropped"][key] = dropped + points
            points = Fraction(0)
        elif points < 0:
            absorbed = min(-points, dropped)
            state["dropped"][key] = dropped - absorbed
            points += absorbed
    state["sum"] += points
    return clamped(row, state["sum"]) - before


def clamped(row, total):
    """A sum between floor and ceiling."""
    if row.most is not None and row.way == LimitWay.CUT:
        total = min(total, Fraction(row.most))
    return total if row.least is None else max(total, Fraction(row.least))


def zeroed(rows, log):
    """Rows that take zeroed periods to nothing, the shorter periods first."""
    added = []
    for size in ZEROED:
        spans = sorted({one for _, _, one in log if one[0] == size}, key=str)
        fresh = []
        for key in spans:
            fresh += zero_rows(rows + added, key, log)
        added += fresh
    return added


def zero_rows(rows, key, log):
    """Rows of one zeroed period, in the components that they take to nothing."""
    period = key[1]
    inside = [one for one in rows if period.first <= (one.home or one.day) <= period.last]
    names = dict.fromkeys(one.component for one in inside)
    return [
        row
        for name in names
        for row in nothing([one for one in inside if one.component == name], name, key, log)
    ]


def nothing(inside, name, key, log):
    """On each day, whatever takes a component's sum to nothing while the zeroing holds."""
    days = sorted({one.day for one in inside} | {day for day, _, one in log if one == key})
    found, given = [], Fraction(0)
    for day in days:
        active = sum(1 if on else -1 for at, on, one in log if one == key and at <= day) > 0
        total = sum((one.points for one in inside if one.day <= day), Fraction(0))
        want = -total if active else Fraction(0)
        if want != given:
            found.append(Row(day, "清零", name, want - given, home=key[1].first))
        given = want
    return found


def barred(bars, last, office, purpose):
    """Whether a unit may not be honoured on the last day: barred earlier in its year."""
    year = year_of(last, scheme_of(office.schemes, purpose, last))
    active = {}
    for day, on, trigger in bars:
        if day <= last:
            active[trigger] = active.get(trigger, 0) + (1 if on else -1)
    return any(
        n > 0
        and trigger <= last
        and year_of(trigger, scheme_of(office.schemes, purpose, trigger)) == year
        for trigger, n in active.items()
    )
