"""How far back events are asked for."""

from datetime import date
from decimal import Decimal

import pytest

from desk.scoring.basis import Basis
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import BasePoints, Limit, Task
from desk.scoring.periods.reach import begin_of
from desk.scoring.scheme import Scheme
from desk.scoring.terms import timetable


@pytest.fixture
def begin():
    def of(*clauses, first=date(2026, 1, 1), **more):
        scheme = Scheme("办法", date(2020, 1, 1), (), clauses=clauses, **more)
        basis = Basis([], [], [], [scheme], [])
        return begin_of(first, timetable(basis.schemes, basis))

    return of


def test_the_year_is_asked_for_from_its_begin(begin):
    monthly = Task(name="月任务", target=Decimal(1))
    assert begin(monthly, first=date(2026, 5, 9)) == date(2026, 1, 1)
    assert begin(first=date(2026, 5, 9), start_month=8) == date(2025, 8, 1)


def test_a_week_over_new_year_is_asked_for_from_its_monday(begin):
    weekly = Task(name="周任务", target=Decimal(1), span=Span.WEEK)
    assert begin(weekly) == date(2025, 12, 29)
    assert begin(weekly, first=date(2026, 1, 5)) == date(2026, 1, 1)


def test_a_limit_over_new_year_asks_for_the_whole_year_before(begin):
    weekly = Limit(most=Decimal(1), span=Span.WEEK)
    assert begin(weekly) == date(2025, 1, 1)


def test_without_a_scheme_it_is_the_calendar_year():
    basis = Basis([], [], [], [], [])
    assert begin_of(date(2026, 5, 9), timetable((), basis)) == date(2026, 1, 1)


def test_before_the_first_scheme_its_years_hold_already(begin):
    assert begin(BasePoints(points=Decimal(1)), first=date(2019, 9, 1), start_month=8) == date(
        2019, 8, 1
    )
