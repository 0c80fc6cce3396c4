"""Laws that hold for any facts."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.scoring.award import share
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
        assert item.adopted == len(item.lines)


@given(points=st.decimals(0, 1000, places=3).map(Decimal.normalize), shares=st.integers(1, 60))
def test_the_parts_of_a_split_add_up_and_differ_by_one_step(points, shares):
    parts = [share(points, shares, turn) for turn in range(shares)]
    assert sum(parts) == points
    assert parts[-1] >= 0
    assert parts[0] - parts[-1] <= Decimal("0.01")
    assert parts == sorted(parts, reverse=True)
