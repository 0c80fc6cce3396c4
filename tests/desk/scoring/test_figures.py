from decimal import Decimal
from fractions import Fraction

import pytest

from desk.scoring.clauses.results import Mode
from desk.scoring.figures import CENT, TENTH, exact, percent, printed, rounded, to_step, told


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("3.00", "3"),
        ("1.50", "1.5"),
        ("1E+2", "100"),
        ("-0.0", "0"),
        ("0.25", "0.25"),
        ("10", "10"),
    ],
)
def test_numbers_are_printed_without_exponent_and_idle_zeros(value, text):
    assert printed(Decimal(value)) == text


def test_a_half_is_rounded_away_from_zero():
    assert rounded(Fraction(25, 100), TENTH) == Decimal("0.3")
    assert rounded(Fraction(-1, 200), CENT) == Decimal("-0.01")


def test_a_percentage_of_nothing_is_zero():
    assert percent(3, 0) == 0


def test_percentages_have_one_decimal():
    assert percent(2, 3) == Decimal("66.7")
    assert percent(Decimal("7.5"), 12) == Decimal("62.5")


@pytest.mark.parametrize(
    ("mode", "rounded_"),
    [(Mode.HALF_UP, "0.3"), (Mode.HALF_EVEN, "0.2"), (Mode.DOWN, "0.2"), (Mode.UP, "0.3")],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_a_figure_is_rounded_the_same_on_both_sides_of_zero(mode, rounded_, sign):
    assert to_step(sign * Fraction("0.25"), Fraction(1, 10), mode) == sign * Fraction(rounded_)


def test_a_fraction_is_told_as_a_decimal_where_it_ends():
    assert told(Fraction(15, 2)) == "7.5"
    assert told(Fraction(1, 3)) == "1/3"
    assert exact(Fraction(-7, 8)) == Decimal("-0.875")
    assert exact(Fraction(2, 3)) == Decimal("0.666667")
