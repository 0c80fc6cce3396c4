"""Which periods can be closed, and how they are typed."""

from datetime import date

import pytest

from desk.closings.periods import closable, find
from desk.errors import DeskError
from desk.scoring.clauses.clause import Span
from desk.scoring.scheme import Scheme, Window


def test_a_year_has_its_months_quarters_halves_and_itself():
    found = closable([], 2026)
    assert len(found) == 12 + 4 + 2 + 1
    assert [one.key for one in found][:4] == ["2026-01", "2026-02", "2026-03", "2026Q1"]
    assert found[-1].name == "2026年"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026年第四季度", date(2026, 10, 1), date(2026, 12, 31)),
        (" 2026 ", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_is_found_by_key_or_name(text, first, last):
    found = find([], text)
    assert (found.first, found.last) == (first, last)


def test_windows_of_the_scheme_take_the_place_of_its_quarters():
    windows = (
        Window(Span.QUARTER, "三季度", (7, 1), (10, 9)),
        Window(Span.QUARTER, "四季度", (10, 10), (12, 31)),
    )
    scheme = Scheme("办法", date(2026, 1, 1), (), windows=windows)
    found = find([scheme], "2026Q3")
    assert (found.name, found.first, found.last) == (
        "2026年三季度",
        date(2026, 7, 1),
        date(2026, 10, 9),
    )


def test_a_year_may_begin_in_august():
    scheme = Scheme("办法", date(2025, 8, 1), (), start_month=8)
    assert find([scheme], "2025").last == date(2026, 7, 31)
    assert find([scheme], "2026-03").span is Span.MONTH


@pytest.mark.parametrize("text", ["", "上月", "2026Q5", "2026-13", "0001-01"])
def test_what_is_no_period_is_refused_with_examples(text):
    with pytest.raises(DeskError, match="请写成 2026-07（月）"):
        find([], text)
