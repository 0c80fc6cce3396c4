from decimal import Decimal
from fractions import Fraction

import pytest

from desk.scoring.figures import CENT, TENTH, percent, printed, rounded


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
