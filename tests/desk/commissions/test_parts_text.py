"""Who gets which part of a request from above, as it is typed."""

import pytest

from desk.commissions.parts_text import parts_of
from desk.errors import FieldError
from desk.units import Unit, UnitGroup

UNITS = (
    Unit("云岭县教育局", "县教育局", 1, id=1),
    Unit("云岭县水利局", "县水利局", 1, id=2),
    Unit("青石镇人民政府", "青石镇", 2, id=3),
    Unit("旧站", "旧站", 2, active=False, id=4),
)
GROUPS = (UnitGroup("工作部门", id=1), UnitGroup("乡镇、街道", id=2))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县教育局：一、校园安全\n县水利局", ((1, "一、校园安全"), (2, ""))),
        ("县教育局、县水利局: 二、资金", ((1, "二、资金"), (2, "二、资金"))),
        ("乡镇、街道：三、村级情况", ((3, "三、村级情况"),)),
        ("xslj：闸门\n\n", ((2, "闸门"),)),
        ("", ()),
    ],
)
def test_units_groups_and_initials_get_their_parts(text, found):
    assert parts_of(text, UNITS, GROUPS) == found


def test_a_name_nobody_has_is_said():
    with pytest.raises(FieldError, match="“县外事办”认不出"):
        parts_of("县外事办：一", UNITS, GROUPS)


def test_a_name_that_may_be_several_is_not_guessed():
    with pytest.raises(FieldError, match="可以是县教育局、县水利局"):
        parts_of("县：一", UNITS, GROUPS)
