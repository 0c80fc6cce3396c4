"""Laws of items that hold for any facts and rows."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts import Fact, FactKind, Particulars, taken_back
from desk.issues import Role
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.items import Gate, Ground, Points, Policy, Repeat, Scope
from desk.scoring.items.booking import events
from desk.scoring.scheme import JointShare

KINDS = (FactKind.ADOPTION, FactKind.ADOPTION, FactKind.SUBMISSION, FactKind.INSTRUCTION)
FACTS = st.lists(
    st.builds(
        Fact,
        kind=st.sampled_from(KINDS),
        day=st.dates(date(2026, 1, 1), date(2026, 6, 30)),
        unit_id=st.integers(1, 2),
        title=st.sampled_from(["春耕", "防汛", ""]),
        source=st.just("hand:1"),
        publication_id=st.sampled_from([None, 1, 3, 4]),
        role=st.sampled_from(Role),
        shares=st.integers(1, 3),
        particulars=st.builds(
            Particulars,
            level=st.sampled_from(["", "省级", "市级"]),
            tags=st.sampled_from([(), ("转载",)]),
        ),
    ),
    max_size=12,
)
ROWS = (
    Points(points=(Decimal(5),), matter=FactKind.SUBMISSION, replaced_by=(FactKind.ADOPTION,)),
    Points(points=(Decimal(10), Decimal(5)), matter=FactKind.INSTRUCTION),
    Points(
        matter=FactKind.INSTRUCTION,
        ground=Ground.ADOPTIONS,
        factor=Fraction(1, 2),
        component="加倍分",
    ),
    Repeat(scope=Scope.TIER),
    Repeat(policy=Policy.FIRST, matter=FactKind.INSTRUCTION, scope=Scope.RANK),
    Gate(when=Condition((Ask(Trait.TAG, ("转载",)),)), matter=FactKind.ADOPTION),
)
laws = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def numbered(facts, start=1):
    return [replace(fact, id=at) for at, fact in enumerate(facts, start)]


def office_of(basis, scheme):
    return replace(basis, schemes=[replace(scheme, clauses=ROWS, joint=JointShare.SPLIT)])


def totals(found):
    """What all events come to: points and counts by unit and component."""
    sums = Counter()
    for event in found:
        sums[event.unit_id, "条"] += sum(weight for _, weight in event.counts)
        sums[event.unit_id, "计分条"] += event.averaged
        for line in event.lines:
            sums[line.unit_id, line.component] += Fraction(line.points)
    return {key: value for key, value in sums.items() if value}


@laws
@given(facts=FACTS, data=st.data())
def test_the_order_the_facts_are_given_in_does_not_matter(basis, scheme, facts, data):
    office = office_of(basis, scheme)
    assert events(facts, office) == events(data.draw(st.permutations(facts)), office)


@laws
@given(facts=FACTS, data=st.data())
def test_a_fact_taken_back_leaves_what_the_others_are_worth(basis, scheme, facts, data):
    office = office_of(basis, scheme)
    booked = numbered([replace(fact, shares=1) for fact in facts])
    gone = data.draw(st.sets(st.sampled_from(booked))) if booked else set()
    ordered = sorted(gone, key=lambda fact: fact.id)
    later = date(2026, 7, 1)
    back = numbered((taken_back(one, later, "hand:2", "") for one in ordered), 100)
    stay = [fact for fact in booked if fact not in gone]
    assert totals(events(booked + back, office)) == totals(events(stay, office))


@laws
@given(facts=FACTS, days=st.integers(0, 200))
def test_all_taken_back_comes_to_nothing(basis, scheme, facts, days):
    office = office_of(basis, scheme)
    booked = numbered(facts)
    back = (taken_back(fact, fact.day + timedelta(days), "hand:2", "更正") for fact in booked)
    assert totals(events(booked + numbered(back, 100), office)) == {}


@laws
@given(facts=FACTS)
def test_what_was_booked_before_a_day_is_told_the_same_without_what_came_later(
    basis, scheme, facts
):
    office, day = office_of(basis, scheme), date(2026, 3, 31)
    booked = numbered(sorted(facts, key=lambda fact: fact.day))
    before = [fact for fact in booked if fact.day <= day]
    told = [event for event in events(booked, office) if event.fact.day <= day]
    assert [(one.fact, totals([one])) for one in told] == [
        (one.fact, totals([one])) for one in events(before, office)
    ]
