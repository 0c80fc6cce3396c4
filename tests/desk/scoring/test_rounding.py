from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.scoring.clauses.results import Mode, Rest, Rounded, Rounding
from desk.scoring.rounding import deal, roundings, settle


@pytest.mark.parametrize(
    ("value", "mode", "text"),
    [
        ("2.345", Mode.HALF_UP, "2.35"),
        ("-2.345", Mode.HALF_UP, "-2.35"),
        ("2.345", Mode.HALF_EVEN, "2.34"),
        ("2.355", Mode.HALF_EVEN, "2.36"),
        ("2.3451", Mode.HALF_EVEN, "2.35"),
        ("2.349", Mode.DOWN, "2.34"),
        ("-2.349", Mode.DOWN, "-2.34"),
        ("2.341", Mode.UP, "2.35"),
        ("-2.341", Mode.UP, "-2.35"),
        ("2.34", Mode.UP, "2.34"),
    ],
)
def test_a_figure_loses_its_decimals_as_the_scheme_says(value, mode, text):
    how = Rounding(figure=Rounded.TOTAL, decimals=2, mode=mode)
    assert str(settle(Fraction(value), how)) == text


def test_a_third_is_rounded_exactly():
    assert settle(Fraction(191, 160) * 3, roundings()[Rounded.CONVERTED]) == Decimal("3.58")


def test_points_stay_as_they_are_unless_the_scheme_rounds_them():
    assert Rounded.TOTAL not in roundings()
    how = Rounding(figure=Rounded.TOTAL, decimals=0)
    later = Rounding(figure=Rounded.TOTAL, decimals=1)
    assert roundings([how, later])[Rounded.TOTAL] is how


@pytest.mark.parametrize(
    ("rest", "parts"),
    [
        (Rest.FIRST, ["3.34", "3.33", "3.33"]),
        (Rest.LEAD, ["3.33", "3.34", "3.33"]),
        (Rest.NOBODY, ["3.33", "3.33", "3.33"]),
    ],
)
def test_what_is_left_over_goes_where_the_scheme_says(rest, parts):
    how = Rounding(figure=Rounded.SHARE, decimals=2, rest=rest)
    assert [str(part) for part in deal(Decimal(10), 3, how, lead=1)] == parts


@given(
    points=st.decimals(-1000, 1000, places=3),
    parts=st.integers(1, 40),
    decimals=st.integers(0, 3),
    rest=st.sampled_from([Rest.FIRST, Rest.LEAD]),
)
def test_shares_add_up_and_those_taken_back_mirror_them(points, parts, decimals, rest):
    how = Rounding(figure=Rounded.SHARE, decimals=decimals, rest=rest)
    given_out = deal(points, parts, how)
    assert sum(given_out) == settle(Fraction(points), how)
    assert [-one for one in deal(-points, parts, how)] == list(given_out)


@given(
    value=st.fractions(-1000, 1000, max_denominator=997),
    decimals=st.integers(0, 4),
    mode=st.sampled_from(Mode),
)
def test_a_rounded_figure_is_less_than_a_step_away_and_stays_when_rounded_again(
    value, decimals, mode
):
    how = Rounding(figure=Rounded.TOTAL, decimals=decimals, mode=mode)
    found = settle(value, how)
    assert abs(Fraction(found) - value) < Fraction(1, 10**decimals)
    assert settle(Fraction(found), how) == found
    assert settle(-value, how) == -found
