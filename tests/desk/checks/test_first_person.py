"""What is offered instead of a first person."""

import pytest

from desk.checks.engine import check
from desk.checks.manuscript import Manuscript


def offered(words, unit="云岭县水务局"):
    body = f"今年以来，{words}检修泵站36座。"
    found = check(Manuscript(body=body, units=(unit,), is_fragment=True))
    return next(one.choices for one in found if one.rule == "S01")


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("我局", ("云岭县水务局", "该局")),
        ("我县", ("云岭县", "全县")),
        ("我镇", ("全镇",)),
        ("我们", ()),
        ("笔者", ()),
    ],
)
def test_the_unit_its_place_or_a_third_person_is_offered(words, choices):
    assert offered(words) == choices
