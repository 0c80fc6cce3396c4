"""Fee classes by length and nature, as seed 001 has them."""

from decimal import Decimal

import pytest

from desk.drafts import Kind
from desk.fees import FeeClass, class_of

CLASSES = (
    FeeClass("一类", 2000, 0, Decimal(200), kinds=frozenset({Kind.EXPERIENCE})),
    FeeClass("三类", 500, 0, Decimal(60)),
    FeeClass("四类", 250, 0, Decimal(10), Decimal(5)),
    FeeClass("五类", 1, 249, Decimal(5)),
)


@pytest.mark.parametrize(
    ("characters", "kind", "name"),
    [
        (2400, Kind.EXPERIENCE, "一类"),
        (2400, Kind.DYNAMIC, "三类"),
        (500, None, "三类"),
        (499, None, "四类"),
        (249, Kind.DYNAMIC, "五类"),
    ],
)
def test_length_and_kind_decide_the_class(characters, kind, name):
    assert class_of(CLASSES, characters, kind).name == name


def test_what_fits_nowhere_has_no_class():
    assert class_of(CLASSES, 0, None) is None


def test_an_amount_is_written_without_idle_noughts():
    assert CLASSES[1].yuan == "60 元"
    assert CLASSES[2].yuan == "5–10 元"
    assert FeeClass("半", 0, 0, Decimal("7.5")).yuan == "7.50 元"
