"""What differs between two schemes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.publications import Publication, Section
from desk.scoring.clauses.items import Points
from desk.scoring.clauses.periods import BasePoints
from desk.scoring.progress.pace import PaceWay
from desk.scoring.scheme import CarrierClass, PointRule, Scheme
from desk.scoring.schemes.condition_text import parse_condition
from desk.scoring.schemes.differences import Change, differences

PUBLICATIONS = (Publication("每日要情", (Section("简讯", 0, 7),), id=3),)


def _points(name, points):
    return Points(when=parse_condition(f"刊物：{name}"), points=(Decimal(points),))


@pytest.fixture
def scheme():
    return Scheme(
        "办法",
        date(2026, 1, 1),
        (PointRule(3, Decimal(3)),),
        clauses=(_points("甲", 1), _points("乙", 2), BasePoints(points=Decimal(10))),
    )


def _told(old, new):
    return [(one.table, one.change, one.before, one.after)
            for one in differences(old, new, PUBLICATIONS)]  # fmt: skip


def test_a_scheme_does_not_differ_from_itself(scheme):
    assert _told(scheme, scheme) == []


def test_a_changed_row_is_told_before_and_after(scheme):
    new = replace(scheme, clauses=(_points("甲", 1), _points("乙", 5), scheme.clauses[2]))
    assert _told(scheme, new) == [
        ("分值", Change.CHANGED, "采用，《乙》：2 分", "采用，《乙》：5 分")
    ]


def test_rows_that_changed_places_are_told_for_the_first_that_holds_counts(scheme):
    first, second, base = scheme.clauses
    [(table, change, before, after)] = _told(scheme, replace(scheme, clauses=(second, first, base)))
    assert (table, change, before) == ("分值", Change.MOVED, after)


def test_added_and_removed_rows_are_told(scheme):
    new = replace(scheme, clauses=(*scheme.clauses[:2], _points("丙", 4)))
    assert _told(scheme, new) == [
        ("分值", Change.ADDED, "", "采用，《丙》：4 分"),
        ("基础分", Change.GONE, "每月开头给 10 分，计入“基础分”", ""),
    ]


def test_everything_before_the_tables_is_told(scheme):
    progress = (Decimal(50),) * 12
    new = replace(scheme, source="云政办〔2026〕1号", pace=PaceWay.SET, progress=progress)
    assert _told(scheme, new) == [
        ("基本情况", Change.CHANGED, "依据：（空）", "依据：云政办〔2026〕1号"),
        ("基本情况", Change.CHANGED, "序时进度：按日历", "序时进度：按月定"),
        ("基本情况", Change.CHANGED, "各月进度：（空）", f"各月进度：50{'、50' * 11}"),
    ]  # fmt: skip


def test_head_grid_and_classes_are_told_by_name(scheme):
    new = replace(
        scheme,
        valid_from=date(2027, 1, 1),
        rules=(PointRule(3, Decimal(4)), PointRule(3, Decimal(1), 7, Decimal("0.5"))),
        carriers=(CarrierClass("每日要情", "要情类"),),
    )
    assert _told(scheme, new) == [
        ("基本情况", Change.CHANGED, "执行日期：2026-01-01", "执行日期：2027-01-01"),
        ("采用分值", Change.CHANGED, "《每日要情》3 分", "《每日要情》4 分"),
        ("采用分值", Change.ADDED, "", "《每日要情》“简讯”1 分，综合 0.5 分"),
        ("刊物类别", Change.ADDED, "", "《每日要情》属于“要情类”"),
    ]
