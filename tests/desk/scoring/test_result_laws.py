"""Laws of the whole table by a scheme with clauses of all three layers."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts import Fact, FactKind, Particulars, taken_back
from desk.issues import Role
from desk.publications import Publication, Section, Tier
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.items import Attribution, Credit, Ground, Points, Policy, Repeat, Scope
from desk.scoring.clauses.periods import BasePoints, Counter, Limit, RateLine, Task, Zero
from desk.scoring.clauses.results import (
    Barred,
    Conversion,
    ConversionWay,
    Figure,
    Prize,
    Ranking,
    Rounded,
    Rounding,
)
from desk.scoring.clauses.share import EVEN
from desk.scoring.totals import score

laws = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


def asks(**wanted):
    return Condition(tuple(Ask(Trait[name], (value,)) for name, value in wanted.items()))


CLAUSES = (
    Points(matter=FactKind.SUBMISSION, points=(Decimal("0.5"),), replaced_by=(FactKind.ADOPTION,)),
    Points(points=(Decimal(10),), when=asks(TIER="省级"), joint=EVEN),
    Points(matter=FactKind.INSTRUCTION, points=(Decimal(5), Decimal(2))),
    Points(matter=FactKind.EMERGENCY, ground=Ground.ITEM, factor=Fraction(-1, 2)),
    Repeat(policy=Policy.HIGHEST, scope=Scope.TIER),
    Attribution(when=asks(UNIT="云岭县审计局"), target="云岭县财政局", credit=Credit.BOTH),
    BasePoints(points=Decimal(1)),
    Task(name="月报送", target=Decimal(2), each_short=Decimal(1), short_most=Decimal(3)),
    RateLine(span=Span.QUARTER, below=Decimal(30), points=Decimal(1)),
    Limit(components=("报送分",), span=Span.QUARTER, most=Decimal(2)),
    Limit(span=Span.YEAR, most=Decimal(20), least=Decimal(-4)),
    Counter(matter=FactKind.INCIDENT, times=2, zero=Zero.MONTH, disqualifies=True),
    Conversion(way=ConversionWay.BEST, full=Decimal(3), least=Decimal(0)),
    Ranking(figure=Figure.CONVERTED, ties=("省级", "采用条数"), barred=Barred.LAST, places=2),
    Prize(name="一等奖", when=asks(TIER="省级")),
    Rounding(figure=Rounded.CONVERTED, decimals=1),
)
BOOKED = st.lists(
    st.builds(
        Fact,
        kind=st.sampled_from([one for one in FactKind if one is not FactKind.REVERSAL]),
        day=st.dates(FIRST, LAST),
        unit_id=st.integers(1, 5),
        title=st.sampled_from(["春耕", "防汛", ""]),
        source=st.just("issue:1"),
        publication_id=st.sampled_from([None, 1, 2]),
        section_id=st.just(1),
        role=st.sampled_from(Role),
        shares=st.integers(1, 3),
        item_id=st.sampled_from([0, 7]),
        particulars=st.builds(
            Particulars,
            people=st.sampled_from([(), ("王",), ("王", "李")]),
            value=st.sampled_from([None, Decimal(2), Decimal("-1.5")]),
        ),
    ),
    max_size=25,
)


@pytest.fixture
def office(basis, scheme):
    upper = Publication("省刊", (Section("甲", 0, id=9),), tier=Tier.PROVINCE, id=2)
    return replace(
        basis,
        schemes=[replace(scheme, clauses=CLAUSES)],
        publications=[*basis.publications, upper],
    )


@st.composite
def ledgers(draw):
    """Facts with ids, some of them taken back on a later day."""
    facts = [replace(fact, id=place) for place, fact in enumerate(draw(BOOKED), start=1)]
    gone = draw(st.lists(st.sampled_from(facts), unique_by=id, max_size=4)) if facts else []
    back = [
        replace(
            taken_back(one, one.day + timedelta(draw(st.integers(0, 60))), "hand", "改错"), id=n
        )
        for n, one in enumerate(gone, start=100)
    ]
    return facts + back


def points_of(office, facts, first, last):
    return {one.unit.id: one.points for one in score(office, facts, first, last).units}


@laws
@given(facts=ledgers(), data=st.data())
def test_nothing_hangs_on_the_order_facts_and_units_are_given_in(office, facts, data):
    shuffled = data.draw(st.permutations(facts))
    turned = replace(office, units=data.draw(st.permutations(office.units)))
    assert score(office, facts, FIRST, LAST) == score(turned, shuffled, FIRST, LAST)


@laws
@given(facts=ledgers(), cut=st.dates(FIRST, LAST - timedelta(1)))
def test_the_parts_of_a_time_add_up_to_the_whole(office, facts, cut):
    whole = points_of(office, facts, FIRST, LAST)
    before = points_of(office, facts, FIRST, cut)
    after = points_of(office, facts, cut + timedelta(1), LAST)
    assert whole == {unit: before[unit] + after[unit] for unit in whole}


@laws
@given(facts=ledgers(), later=st.integers(0, 184))
def test_facts_after_the_last_day_change_nothing(office, facts, later):
    last = FIRST + timedelta(later)
    known = [fact for fact in facts if fact.day <= last]
    assert score(office, facts, FIRST, last) == score(office, known, FIRST, last)


@laws
@given(facts=ledgers())
def test_figures_agree_with_their_lines_and_ranks_with_the_figures(office, facts):
    table = score(office, facts, FIRST, LAST)
    for group in table.groups:
        for one in group.units:
            assert one.points == sum(line.points for line in one.lines)
            assert one.points == sum(points for _name, points in one.components)
            assert 0 <= one.converted <= 3
            assert one.placed == (one.rank <= 2 and not one.barred)
        free = [one for one in group.units if not one.barred]
        assert free == sorted(free, key=lambda one: -one.converted)


@laws
@given(facts=ledgers())
def test_authors_have_exactly_what_their_units_have_of_these_facts(office, facts):
    table = score(office, facts, FIRST, LAST)
    own = [
        line
        for one in table.units
        for line in one.lines
        if (fact := getattr(line, "fact", None))
        and line.earned_by.particulars.people
        and line.unit_id == fact.unit_id
    ]
    assert sum(one.points for one in table.people) == sum(line.points for line in own)
