from datetime import date
from fractions import Fraction

import pytest

from desk.scoring.pace import pace


@pytest.mark.parametrize(
    ("first", "last", "part"),
    [
        (date(2026, 1, 1), date(2026, 9, 30), Fraction(3, 4)),
        (date(2026, 1, 1), date(2026, 12, 31), Fraction(1)),
        (date(2026, 1, 1), date(2026, 2, 14), Fraction(3, 24)),
        (date(2026, 7, 1), date(2026, 9, 30), Fraction(1, 4)),
        (date(2026, 7, 1), date(2026, 6, 30), Fraction(0)),
    ],
)
def test_the_pace_is_the_part_of_the_year_that_went_by(first, last, part):
    assert pace(first, last) == part
