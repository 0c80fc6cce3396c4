"""Laws of period figures, for any events and clauses."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts import FactKind
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import (
    BasePoints,
    Counter,
    Limit,
    LimitWay,
    Measure,
    PassLine,
    RateLine,
    Task,
    Turn,
    Zero,
)
from desk.scoring.periods.spans import period_of
from desk.scoring.scheme import Scheme, Window
from desk.units import Quota, Unit

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
WINDOWS = (
    Window(Span.QUARTER, "三季度", (7, 1), (10, 9)),
    Window(Span.QUARTER, "四季度", (10, 10), (1, 5)),
)
DAYS = st.dates(date(2025, 10, 1), LAST)
GIVEN = st.tuples(
    st.sampled_from(["报送", "采用", "上报", "约稿"]),
    DAYS,
    st.integers(1, 9),
    st.none() | st.integers(0, 90),
)
FACTS = st.lists(GIVEN, max_size=14)
SPANS = st.sampled_from(Span)
NUMBERS = st.integers(0, 12).map(Decimal)
LIMITS = st.builds(
    Limit,
    components=st.sampled_from([(), ("采用分",), ("采用分", "上报分"), ("任务分",)]),
    span=SPANS,
    most=st.none() | NUMBERS,
    least=st.none() | st.just(Decimal(0)),
    way=st.sampled_from(LimitWay),
)
TASKS = st.builds(
    Task,
    name=st.sampled_from(["甲", "乙"]),
    span=SPANS,
    measure=st.sampled_from(Measure),
    matter=st.sampled_from([FactKind.SUBMISSION, FactKind.ADOPTION, FactKind.COMMISSION]),
    target=NUMBERS,
    reached=NUMBERS,
    pro_rata=st.booleans(),
    each_short=NUMBERS,
    each_over=NUMBERS,
    needs=st.sampled_from([(), ("甲",)]),
)
COUNTERS = st.builds(
    Counter,
    span=SPANS,
    times=st.integers(1, 3),
    turn=st.sampled_from(Turn),
    points=NUMBERS.map(lambda points: -points),
    zero=st.sampled_from(Zero),
    disqualifies=st.booleans(),
)
OTHERS = st.one_of(
    st.builds(BasePoints, span=SPANS, points=NUMBERS),
    st.builds(RateLine, span=SPANS, below=st.just(Decimal(30)), points=NUMBERS),
    st.builds(PassLine, span=SPANS, points=NUMBERS),
)
CLAUSES = st.lists(st.one_of(LIMITS, TASKS, COUNTERS, OTHERS), max_size=7)
laws = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def filled(book, facts):
    made = book.emptied()
    for kind, day, points, until in facts:
        event = made.add(kind, day, points)
        if until is not None:
            made.take_back(event, min(day + timedelta(until), LAST))
    return made


def points_of(found):
    return sum((line.points for line in found.lines), Decimal(0))


@laws
@given(facts=FACTS, clauses=CLAUSES, cuts=st.lists(DAYS, max_size=3), own=st.booleans())
def test_any_split_of_a_window_has_the_same_lines(book, facts, clauses, cuts, own):
    made, windows = filled(book, facts), WINDOWS if own else ()
    whole = made.figures(*clauses, first=FIRST, last=LAST, windows=windows)
    inner = sorted({one for one in cuts if one > FIRST})
    parts = [
        made.figures(*clauses, first=first, last=end - timedelta(1), windows=windows)
        for first, end in zip([FIRST, *inner], [*inner, LAST + timedelta(1)], strict=True)
    ]
    assert [line for part in parts for line in part.lines] == list(whole.lines)
    assert sum(part.raw for part in parts) == whole.raw


@laws
@given(facts=FACTS, clauses=CLAUSES, data=st.data())
def test_the_order_of_events_does_not_matter(book, facts, clauses, data):
    made = filled(book, facts)
    found = made.figures(*clauses)
    made.events = data.draw(st.permutations(made.events))
    assert made.figures(*clauses) == found


@laws
@given(facts=FACTS, clauses=CLAUSES)
def test_figures_do_not_depend_on_other_units(book, facts, clauses):
    made = filled(book, facts)
    found = made.figures(*clauses)
    made.basis = replace(made.basis, units=[*made.basis.units, Unit("县气象局", "气象局", 1, id=9)])
    assert made.figures(*clauses, quotas=[Quota(2026, 9, Decimal(50), 5)]) == found


@laws
@given(facts=FACTS, limit=LIMITS, more=NUMBERS)
def test_a_higher_ceiling_never_lowers_points(book, facts, limit, more):
    made = filled(book, [(kind, day, points, None) for kind, day, points, _ in facts])
    higher = replace(limit, most=None if limit.most is None else limit.most + more)
    assert points_of(made.figures(limit)) <= points_of(made.figures(higher))


@laws
@given(facts=FACTS, most=NUMBERS, span=SPANS)
def test_no_period_is_over_its_ceiling_on_any_day(book, facts, most, span):
    clause = Limit(components=("采用分",), span=span, most=most)
    found = filled(book, [one for one in facts if one[1] >= FIRST]).figures(clause)
    scheme = Scheme("办法", FIRST, ())
    ends = {line.day: number for number, line in enumerate(found.lines, start=1)}
    for day, number in ends.items():
        period = period_of(day, span, scheme)
        held = [one for one in found.lines[:number] if one.day >= period.first]
        assert sum(one.points for one in held if one.component == "采用分") <= most


@laws
@given(facts=FACTS, clauses=CLAUSES)
def test_a_whole_zeroed_year_is_nothing(book, facts, clauses):
    made = filled(book, facts)
    made.add("差错", (6, 1), -1)
    zero = Counter(matter=FactKind.INCIDENT, zero=Zero.YEAR)
    found = made.figures(*clauses, zero, first=FIRST, last=LAST)
    assert points_of(found) == 0


def without_trace(book, facts, limits, counters):
    """Compare what stands after reversals with what would be there without the reversed facts."""
    cut = [replace(one, way=LimitWay.CUT) for one in limits]
    count = [replace(one, span=Span.YEAR, points=Decimal(0)) for one in counters]
    inside = [one for one in facts if one[1] >= FIRST]
    whole = filled(book, inside).figures(*cut, *count)
    kept = filled(book, [one for one in inside if one[3] is None]).figures(*cut, *count)
    assert points_of(whole) == points_of(kept)
    assert bool(whole.barred) == bool(kept.barred)


@laws
@given(facts=FACTS, limits=st.lists(LIMITS, max_size=3), counters=st.lists(COUNTERS, max_size=2))
def test_what_is_reversed_leaves_no_trace_in_the_year(book, facts, limits, counters):
    yearly = [replace(one, span=Span.YEAR) for one in limits]
    without_trace(book, facts, yearly, counters)


@laws
@given(facts=FACTS, limit=LIMITS, counters=st.lists(COUNTERS, max_size=1))
def test_what_is_reversed_in_another_period_takes_no_more_than_had_counted(
    book, facts, limit, counters
):
    without_trace(book, facts, [limit], counters)
