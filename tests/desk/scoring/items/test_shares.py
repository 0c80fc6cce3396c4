from decimal import Decimal
from fractions import Fraction

import pytest

from desk.issues import Role
from desk.parts import PartRole
from desk.scoring.clauses.items import Bonus, Points, Step
from desk.scoring.clauses.results import Mode, Rest, Rounded, Rounding
from desk.scoring.clauses.share import EVEN, FULL, PORTION, Share, Way


def several(adopted, number, role=Role.COMPOSITE, **rest):
    return [
        adopted(unit_id=unit, role=role, shares=number, **rest) for unit in range(1, number + 1)
    ]


def row(points, **shares):
    return Points(points=(Decimal(points),), **shares)


@pytest.mark.parametrize(
    ("share", "each"),
    [
        (FULL, "10"),
        (EVEN, "5"),
        (PORTION, "5"),
        (Share(Way.FIXED, Decimal(3)), "3"),
        (Share(Way.RATIO, Decimal(50)), "5"),
    ],
)
def test_each_unit_of_a_composite_gets_what_the_row_says(points, adopted, share, each):
    assert points([row(10, composite=share)], *several(adopted, 2)) == [Decimal(each)] * 2


def test_shares_of_the_work_are_multiplied(lines, adopted):
    lead = adopted(role=Role.COMPOSITE, shares=2, part=PartRole.MAIN, portion=Fraction(3, 5))
    other = adopted(
        unit_id=2, role=Role.COMPOSITE, shares=2, part=PartRole.SECOND, portion=Fraction(2, 5)
    )
    first, second = lines([row(10, composite=PORTION)], lead, other)
    assert (first.points, second.points) == (6, 4)
    assert first.text == "《每日要情》综合采用（主，占 60%），综合 2 家按份额：10×60%=6 分"


def test_no_share_at_all_is_nothing(points, adopted):
    none = adopted(role=Role.COMPOSITE, shares=2, portion=Fraction(0))
    assert points([row(10, composite=PORTION)], none) == [0]


def test_the_leading_unit_has_what_is_said_for_it(points, adopted):
    rows = [row(10, joint=Share(Way.FIXED, Decimal(2)), lead=Share(Way.RATIO, Decimal(70)))]
    facts = several(adopted, 2, Role.JOINT)
    lead = adopted(unit_id=3, role=Role.JOINT, shares=3, part=PartRole.MAIN)
    assert points(rows, *facts, lead) == [2, 2, 7]


def test_bonuses_come_before_the_parting(lines, adopted, asking):
    rows = [
        row(10, joint=EVEN, source="2026年办法第三条"),
        Bonus(step=Step.MULTIPLY, value=Fraction("1.5"), when=asking(版位="头版")),
    ]
    first, _ = lines(rows, *several(adopted, 2, Role.JOINT, placement="头版", issue_number="14"))
    assert first.points == Decimal("7.5")
    assert first.text == (
        "《每日要情》第14期采用，10 分，头版 ×1.5，联合 2 家平均分配：15÷2=7.5 分"
        "（依据：2026年办法第三条）"
    )


@pytest.mark.parametrize(
    ("rest", "parts"),
    [
        (Rest.FIRST, ["3.4", "3.3", "3.3"]),
        (Rest.LEAD, ["3.3", "3.4", "3.3"]),
        (Rest.NOBODY, ["3.3", "3.3", "3.3"]),
    ],
)
def test_what_is_left_over_goes_where_the_scheme_says(points, adopted, rest, parts):
    facts = [
        adopted(unit_id=unit, role=Role.JOINT, shares=3, part=part)
        for unit, part in ((1, None), (2, PartRole.MAIN), (3, None))
    ]
    rounding = Rounding(figure=Rounded.SHARE, decimals=1, rest=rest)
    assert points([row(10, joint=EVEN), rounding], *facts) == list(map(Decimal, parts))


@pytest.mark.parametrize("whole", ["10", "-10", "0.07", "7.5", "100"])
@pytest.mark.parametrize("number", [2, 3])
def test_even_parts_add_up_to_the_whole(points, adopted, whole, number):
    parts = points([row(whole, joint=EVEN)], *several(adopted, number, Role.JOINT))
    assert sum(parts) == Decimal(whole)


def test_a_whole_finer_than_a_share_is_rounded_first(points, adopted):
    rounding = Rounding(figure=Rounded.SHARE, decimals=0, mode=Mode.HALF_UP)
    assert points([row("7.5", joint=EVEN), rounding], *several(adopted, 2, Role.JOINT)) == [4, 4]


def test_taking_one_share_back_leaves_the_others_alone(lines, adopted, back):
    facts = several(adopted, 3, Role.JOINT)
    found = lines([row(10, joint=EVEN)], *facts, back(facts[0]))
    assert [line.points for line in found] == list(map(Decimal, ("3.34", "3.33", "3.33", "-3.34")))
