"""Laws that hold for any facts."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts import Fact, FactKind, reversals
from desk.issues import Role
from desk.scoring.clauses.share import EVEN
from desk.scoring.items.sharing import CENTS, Deal, share_of
from desk.scoring.totals import score

FACTS = st.lists(
    st.builds(
        Fact,
        kind=st.sampled_from(FactKind),
        day=st.dates(date(2025, 12, 1), date(2026, 12, 31)),
        unit_id=st.integers(1, 5),
        title=st.sampled_from(["春耕", "防汛", ""]),
        source=st.sampled_from(["issue:1", "issue:2"]),
        publication_id=st.sampled_from([None, 1, 2]),
        section_id=st.sampled_from([None, 1, 2]),
        role=st.sampled_from(Role),
        shares=st.integers(1, 4),
    ),
    max_size=30,
)
laws = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@laws
@given(facts=FACTS, data=st.data())
def test_the_order_of_the_facts_does_not_matter(basis, facts, data):
    shuffled = data.draw(st.permutations(facts))
    window = date(2026, 1, 1), date(2026, 9, 30)
    assert score(basis, facts, *window) == score(basis, shuffled, *window)


@laws
@given(facts=FACTS)
def test_the_points_of_a_unit_are_the_sum_of_its_lines(basis, facts):
    for item in score(basis, facts, date(2026, 1, 1), date(2026, 12, 31)).units:
        assert item.points == sum(line.points for line in item.lines)
        assert item.adopted == sum(line.adopted for line in item.lines)


@laws
@given(points=st.decimals(0, 1000, places=2), shares=st.integers(1, 60))
def test_the_parts_of_a_split_add_up_and_differ_by_one_step(adopted, points, shares):
    fact = adopted(shares=shares)
    whole = Fraction(points)
    parts = [share_of(whole, EVEN, fact, Deal(turn), CENTS) for turn in range(shares)]
    assert sum(parts) == points
    assert parts[-1] >= 0
    assert parts[0] - parts[-1] <= Fraction(1, 100)
    assert parts == sorted(parts, reverse=True)


BOOKED = st.lists(
    st.builds(
        Fact,
        kind=st.just(FactKind.ADOPTION),
        day=st.just(date(2026, 3, 9)),
        unit_id=st.integers(1, 5),
        title=st.sampled_from(["春耕", "防汛"]),
        source=st.just("issue:1"),
        publication_id=st.sampled_from([None, 1, 2]),
        section_id=st.sampled_from([None, 1, 2]),
        role=st.sampled_from(Role),
        shares=st.integers(1, 7),
    ),
    max_size=30,
)


def numbered(facts, start=1):
    return [replace(fact, id=place) for place, fact in enumerate(facts, start)]


def points_of(table):
    return {item.unit.id: (item.points, item.adopted) for item in table.units}


@laws
@given(facts=BOOKED, later=st.integers(0, 400))
def test_what_is_taken_back_leaves_exactly_nothing_over_the_whole_time(basis, facts, later):
    changed = replace(
        basis.schemes[0],
        valid_from=date(2026, 4, 1),
        rules=tuple(replace(one, points=one.points * 7) for one in basis.schemes[0].rules),
        id=2,
    )
    office = replace(basis, schemes=[*basis.schemes, changed])
    booked = numbered(facts)
    day = date(2026, 3, 9) + timedelta(later)
    back = numbered(reversals(booked, day, "issue:2", "更正第1期"), 100)
    whole = score(office, booked + back, date(2026, 1, 1), date(2027, 12, 31))
    assert set(points_of(whole).values()) <= {(Decimal(0), 0)}


@laws
@given(facts=BOOKED, later=st.integers(1, 290))
def test_what_is_taken_back_is_the_same_sum_in_a_window_of_its_own(basis, facts, later):
    booked = numbered(facts)
    day = date(2026, 3, 9) + timedelta(later)
    back = numbered(reversals(booked, day, "issue:2", "撤销第1期"), 100)
    before = score(basis, booked + back, date(2026, 1, 1), date(2026, 3, 9))
    after = score(basis, back, day, day)
    assert points_of(after) == {
        unit: (-points, -adopted) for unit, (points, adopted) in points_of(before).items()
    }


@laws
@given(facts=BOOKED)
def test_what_is_taken_back_changes_no_deal_of_what_stays(basis, facts):
    booked = numbered(facts)
    back = numbered(reversals(booked, date(2026, 3, 9), "issue:2", "更正第1期"), 100)
    alone = score(basis, booked, date(2026, 1, 1), date(2026, 12, 31))
    both = score(basis, booked + back, date(2026, 1, 1), date(2026, 12, 31))
    kept = {item.unit.id: [line for line in item.lines if line.adopted > 0] for item in both.units}
    assert kept == {item.unit.id: list(item.lines) for item in alone.units}
