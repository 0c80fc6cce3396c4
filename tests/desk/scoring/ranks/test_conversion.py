from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.scoring.clauses.results import (
    Conversion,
    ConversionWay,
    Mode,
    Rounded,
    Rounding,
)
from desk.scoring.ranks.conversion import Compared, convert
from desk.scoring.results import UnitScore
from desk.scoring.rounding import roundings
from desk.units import Unit

ZERO = Decimal(0)


def of(*components, **rest):
    score = UnitScore(
        unit=Unit("云岭县财政局", "财政局", 1, id=1), rank=0, points=ZERO, submitted=0, adopted=0,
        rate=ZERO, quota=None, quota_items=0, completion=None, pace=ZERO, behind=ZERO, lines=(),
        components=tuple((name, Decimal(points)) for name, points in components),
    )  # fmt: skip
    return replace(score, **rest)


def converted(score, best=0, rank=1, how=(), **clause):
    given_by = Compared(Decimal(best), rank)
    return convert(score, Conversion(**clause), given_by, roundings(how))


HUNDRED_NINETY_ONE = of(("采用分", 181), ("批示分", 10), quota=Decimal(160))


def test_points_are_measured_by_the_target_and_stop_at_the_cap():
    assert converted(HUNDRED_NINETY_ONE, full=Decimal(3)) == (
        Decimal("3.58"),
        "191÷160×3≈3.58 分",
    )
    capped = converted(HUNDRED_NINETY_ONE, full=Decimal(3), most=Decimal(3))
    assert capped == (3, "191÷160×3≈3.58 分，封顶 3 分")


def test_a_floor_lifts_what_is_below_it():
    score = of(("差错分", -8), quota=Decimal(16))
    assert converted(score, least=ZERO) == (0, "-8÷16=-0.5 分，封底 0 分")


def test_without_a_target_nothing_is_converted():
    assert converted(of(("采用分", 5))) == (None, "没有目标分，不折算")


def test_points_are_measured_by_the_best_of_the_group():
    way = ConversionWay.BEST
    assert converted(of(("采用分", 60)), best=80, way=way, full=Decimal(5)) == (
        Decimal("3.75"),
        "60÷80（组内最高）×5=3.75 分",
    )
    assert converted(of(), best=0, way=way) == (0, "组内最高 0 分，不大于 0，0 分")


@pytest.mark.parametrize(("rank", "points"), [(1, 5), (2, 3), (3, 1), (9, 1), (0, 0)])
def test_a_rank_is_worth_what_the_list_says_and_the_last_goes_on(rank, points):
    ranks = (Decimal(5), Decimal(3), Decimal(1))
    found, _words = converted(of(), rank=rank, way=ConversionWay.RANK, ranks=ranks)
    assert found == points


def test_components_are_weighed_and_all_points_may_be_one_of_them():
    score = of(("采用分", 120), ("批示分", 15))
    weights = (("得分", Fraction(1, 10)), ("批示分", Fraction(1, 3)), ("约稿分", Fraction(1)))
    assert converted(score, way=ConversionWay.WEIGHTED, weights=weights) == (
        Decimal("18.5"),
        "得分 135×0.1＋批示分 15×1/3＋约稿分 0×1=18.5 分",
    )


def test_an_average_is_taken_of_what_counts():
    score = of(("采用分", 10), counted=Fraction(7, 3))
    found = converted(score, way=ConversionWay.AVERAGE, full=Decimal(2))
    assert found == (Decimal("8.57"), "10÷7/3 条×2≈8.57 分")
    assert converted(of(), way=ConversionWay.AVERAGE) == (0, "没有计分条数，0 分")
    taken_back = of(("采用分", -3), counted=Fraction(-1))
    assert converted(taken_back, way=ConversionWay.AVERAGE) == (0, "没有计分条数，0 分")


def test_it_is_rounded_as_the_scheme_says_after_the_cap():
    down = Rounding(figure=Rounded.CONVERTED, decimals=1, mode=Mode.DOWN)
    assert converted(HUNDRED_NINETY_ONE, how=[down], full=Decimal(3))[0] == Decimal("3.5")


@given(
    points=st.integers(-500, 500),
    quota=st.integers(0, 200),
    way=st.sampled_from([ConversionWay.TARGET, ConversionWay.BEST, ConversionWay.AVERAGE]),
    best=st.integers(-5, 500),
    bounds=st.tuples(st.integers(-3, 3), st.integers(3, 6)),
)
def test_what_is_converted_never_leaves_its_bounds(points, quota, way, best, bounds):
    score = of(("采用分", points), quota=Decimal(quota), counted=Fraction(3))
    least, most = map(Decimal, bounds)
    found, words = converted(score, best=best, way=way, full=Decimal(5), least=least, most=most)
    assert words
    assert found is None or least <= found <= most
