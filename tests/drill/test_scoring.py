"""Ten thousand random offices get the same figures from the engine and from the reference.

Run by hand: ``pytest tests/drill/test_scoring.py``; some ten minutes.
"""

import pytest

from tests.reference.cases import case
from tests.reference.comparing import differences

THOUSANDS = range(10)


@pytest.mark.parametrize("thousand", THOUSANDS)
def test_a_thousand_random_offices_agree(thousand):
    seeds = range(1000 + thousand * 1000, 2000 + thousand * 1000)
    assert {seed: found for seed in seeds if (found := differences(case(seed)))} == {}
