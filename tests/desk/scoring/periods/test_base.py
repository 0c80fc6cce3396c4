"""Base points."""

from datetime import date
from decimal import Decimal

from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import BasePoints
from desk.scoring.scheme import Purpose, Scheme


def test_each_month_begins_with_its_base_points(book, total):
    found = book.figures(BasePoints(points=Decimal(10)), last=(3, 15))
    assert [(line.day, line.points) for line in found.lines] == [
        (date(2026, month, 1), Decimal(10)) for month in (1, 2, 3)
    ]
    assert found.lines[2].text == "2026年3月：每月基础分 10 分"
    assert total(found) == found.raw == Decimal(30)


def test_base_points_are_only_for_the_units_asked_for(book, asked, total):
    clause = BasePoints(points=Decimal(6), span=Span.QUARTER, when=asked(group="乡镇"))
    assert total(book.figures(clause)) == 0
    assert total(book.figures(clause, unit=3)) == Decimal(24)


def test_a_period_is_judged_by_the_scheme_in_force_on_its_last_day(book):
    old = Scheme("旧", date(2025, 1, 1), (), clauses=(BasePoints(points=Decimal(1)),))
    new = Scheme("新", date(2026, 3, 15), (), clauses=(BasePoints(points=Decimal(2)),))
    found = book.figures(schemes=(new, old), last=(4, 1))
    assert [(line.day.month, line.points) for line in found.lines] == [
        (1, 1),
        (2, 1),
        (3, 2),
        (4, 2),
    ]


def test_a_unit_that_is_no_more_has_nothing(book):
    assert book.figures(BasePoints(points=Decimal(10)), unit=4).lines == ()


def test_fees_are_in_yuan_and_name_the_grounds_of_the_scheme(book):
    clause = BasePoints(points=Decimal(100), component="稿酬", span=Span.YEAR)
    found = book.figures(clause, purpose=Purpose.FEES, source="云政办发〔2026〕1号")
    assert found.lines[0].text == "2026年：每年基础分 100 元（依据：云政办发〔2026〕1号）"
    assert found.lines[0].clause == "云政办发〔2026〕1号"
