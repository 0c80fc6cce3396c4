"""A few keys name a unit: initials, characters or its code."""

import pytest

from desk.initials import place_of
from desk.naming import suggest
from desk.units import Unit

UNITS = [
    Unit("云岭县教育局", "县教育局", 1, ("县教体局",), code="01", id=1),
    Unit("云岭县交通运输局", "县交通局", 1, code="02", id=2),
    Unit("云岭县长河镇人民政府", "长河镇", 2, code="21", id=3),
    Unit("云岭县银行业协会", "银行业协会", 3, id=4),
    Unit("云岭县旧局", "县旧局", 1, active=False, id=5),
]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("xjyj", [1]),
        ("jyj", [1]),
        ("JY", [1]),
        ("jtj", [1, 2]),  # 教体局 and 交通局
        ("chz", [3]),
        ("zhz", [3]),  # 长 has two readings
        ("yhyxh", [4]),
        ("21", [3]),
        ("0", [1, 2]),
        ("交通", [2]),
        ("旧局", []),
        ("qqq", []),
        ("", []),
    ],
)
def test_a_unit_is_found(typed, expected):
    assert sorted(unit.id for unit in suggest(UNITS, typed)) == expected


def test_a_whole_code_comes_first():
    units = [Unit("云岭县甲局", "县甲局", 1, code="020", id=9), *UNITS]
    assert suggest(units, "02")[0].id == 2


def test_the_beginning_of_a_short_name_comes_before_its_middle():
    units = [Unit("云岭县大水镇", "大水镇", 1, id=8), Unit("云岭县水利局", "水利局", 1, id=9)]
    assert [unit.id for unit in suggest(units, "s")] == [9, 8]


def test_letters_are_found_anywhere_in_a_name_and_stand_for_themselves():
    assert place_of("yh", "县银行") == 1
    assert place_of("a2", "第A2站") == 1
    assert place_of("hy", "县银行") == -1
