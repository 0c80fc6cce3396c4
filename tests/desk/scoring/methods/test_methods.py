"""Real methods, written as files, give what was reckoned by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from db.store import SqlStore
from desk.assessing import assess, basis_of
from desk.scoring.scheme import Purpose
from tests.reference.results import table

NAMES = {
    "名次": "rank",
    "报送": "submitted",
    "采用": "adopted",
    "入选": "placed",
}
NUMBERS = {"得分": "points", "原始分": "raw", "折算分": "converted", "按条平均": "average"}


def test_every_clause_gives_what_was_reckoned_by_hand(figures, expected):
    for case in expected:
        if "得分" not in case:
            continue
        unit, whole = figures(case["从"], case["到"], case["单位"])
        where = f"{case['单位']} {case['从']}"
        for word, key in NUMBERS.items():
            if word in case:
                assert Decimal(unit[key]) == Decimal(case[word]), (where, word, unit[key])
        for word, key in NAMES.items():
            if word in case:
                assert unit[key] == case[word], (where, word, unit[key])
        assert told(unit, case, whole) == wanted(case), where


def told(unit, case, whole):
    """The other figures that the case speaks of."""
    tasks = {one["task"]: one for one in unit["tasks"] if one["points"] is not None}
    found = {
        "分项": {one: Decimal(unit["components"].get(one, 0)) for one in case.get("分项", ())},
        "任务": {one: Fraction(tasks[one]["reached"]) for one in case.get("任务", ())},
        "完成": sorted(name for name, one in tasks.items() if one["done"]),
        "取消评先": bool(unit["barred"]),
        "不达标": len(unit["failed"]),
        "计分条数": Fraction(unit["counted"]),
        "单篇奖": {
            one["item"]: one["prize"]
            for one in whole.get("prizes", ())
            if case["单位"] in one["units"]
        },
    }
    return {word: found[word] for word in found if word in case}


def wanted(case):
    """The same as the case has them."""
    read = {
        "分项": lambda one: {name: Decimal(value) for name, value in one.items()},
        "任务": lambda one: {name: Fraction(value) for name, value in one.items()},
        "完成": sorted,
        "计分条数": Fraction,
    }
    words = ("分项", "任务", "完成", "取消评先", "不达标", "计分条数", "单篇奖")
    return {word: read.get(word, lambda one: one)(case[word]) for word in words if word in case}


@pytest.mark.parametrize("method", ["xicheng", "zhongtie"])
def test_fees_are_reckoned_apart_from_points(imported, expected, paths, now):
    store = SqlStore.open(paths, clock=lambda: now)
    for case in [one for one in expected if "稿酬" in one]:
        found = assess(store, case["从"], case["到"], purpose=Purpose.FEES)
        fee = next(one.points for one in found.units if one.unit.name == case["单位"])
        assert fee == Decimal(case["稿酬"]), case["单位"]
    store.close()


def test_a_second_reading_of_the_manual_gives_the_same(imported, expected, paths, now):
    store = SqlStore.open(paths, clock=lambda: now)
    with store.read() as work:
        facts = list(work.ledger.between(date(1990, 1, 1), date(2100, 1, 1)))
        for case in [one for one in expected if "得分" in one]:
            basis = basis_of(work, case["到"].year, since=case["从"].year)
            found = table(basis, facts, case["从"], case["到"]).values()
            points = next(one.points for one in found if one.unit.name == case["单位"])
            assert points == Fraction(case["得分"]), case["单位"]
    store.close()
