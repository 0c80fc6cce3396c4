"""Counters, zeroing, and who may not be honoured."""

from datetime import date
from decimal import Decimal

import pytest

from desk.facts import FactKind
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.items import Gate, Loss
from desk.scoring.clauses.periods import BasePoints, Counter, Turn, Zero


@pytest.fixture
def late(asked):
    def make(**rest):
        return Counter(when=asked(outcome="逾期"), source="2026年办法第九条", **rest)

    return make


def overdue(book, *days):
    return [book.add("约稿", day, outcome="逾期") for day in days]


@pytest.mark.parametrize(
    ("turn", "days"),
    [
        (Turn.ONCE, [2]),
        (Turn.EACH_FROM, [2, 3, 4, 5]),
        (Turn.EVERY, [2, 4]),
    ],
)
def test_points_come_at_the_turns_told(book, late, turn, days):
    overdue(book, *((5, day) for day in (1, 2, 3, 4, 5)))
    found = book.figures(late(times=2, turn=turn, points=Decimal(-10)))
    assert [line.day.day for line in found.lines] == days
    assert {line.points for line in found.lines} == {Decimal(-10)}
    assert found.lines[0].text == "2026年第 2 次约稿逾期，扣 10 分（依据：2026年办法第九条）"


def test_other_outcomes_are_not_counted(book, late, total):
    overdue(book, (5, 1))
    book.add("约稿", (5, 2), outcome="按时")
    assert total(book.figures(late(times=2, points=Decimal(-10)))) == 0


def test_each_period_counts_for_itself(book, late, total):
    overdue(book, (3, 31), (4, 1))
    assert total(book.figures(late(times=2, points=Decimal(-1), span=Span.QUARTER))) == 0
    assert total(book.figures(late(times=2, points=Decimal(-1)))) == -1


def test_three_times_late_bars_from_honours_to_the_end_of_the_year(book, late):
    overdue(book, (3, 1), (4, 1), (5, 6))
    clause = late(times=3, disqualifies=True)
    reason = "2026-05-06 第 3 次约稿逾期（依据：2026年办法第九条）"
    assert book.figures(clause, last=(5, 5)).barred == ()
    assert book.figures(clause, last=(5, 6)).barred == (reason,)
    assert book.figures(clause, first=(10, 1)).barred == (reason,)


def test_who_was_barred_last_year_may_be_honoured_in_this_one(book, late):
    overdue(book, (3, 1))
    clause = late(disqualifies=True)
    after = book.figures(clause, last=book.events[0].fact.day.replace(year=2027))
    assert after.barred == ()


def test_a_reversed_fact_counts_no_more(book, late):
    first, *_ = overdue(book, (3, 1), (4, 1), (5, 6))
    book.take_back(first, (6, 1))
    clause = late(times=3, disqualifies=True, points=Decimal(-10))
    found = book.figures(clause)
    assert [(line.day.month, line.points) for line in found.lines] == [(5, -10), (6, 10)]
    assert found.barred == ()
    assert (
        found.lines[1].text
        == "2026年冲销 1 次约稿逾期，余下 2 次，先前的分收回：加 10 分（依据：2026年办法第九条）"
    )


def test_what_still_has_its_ground_stays(book, late, total):
    first, *_ = overdue(book, (3, 1), (4, 1), (5, 6), (7, 9))
    book.take_back(first, (8, 1))
    clause = late(times=3, points=Decimal(-10), disqualifies=True)
    found = book.figures(clause)
    assert total(found) == -10
    assert found.barred == ("2026-07-09 第 3 次约稿逾期（依据：2026年办法第九条）",)


def test_a_year_that_is_over_stays_as_it_was_counted(book, late, total):
    (event,) = overdue(book, (3, 1))
    book.take_back(event, date(2027, 1, 5))
    found = book.figures(late(points=Decimal(-10)), last=date(2027, 2, 1))
    assert total(found) == -10


def test_what_does_not_count_by_a_gate_is_not_counted(book, late, total, asked):
    book.add("约稿", (3, 1), weight=0, outcome="逾期", tags=("免责",))
    gate = Gate(matter=FactKind.COMMISSION, when=asked(tag="免责"), loss=Loss.BOTH)
    points = late(points=Decimal(-5))
    assert total(book.figures(points, gate)) == 0
    assert total(book.figures(points)) == -5


def test_a_year_is_zeroed_with_the_raw_points_kept(book, late, total):
    book.add("采用", (2, 1), 35)
    overdue(book, (3, 1), (4, 1))
    book.add("采用", (6, 1), 5)
    found = book.figures(late(times=2, zero=Zero.YEAR))
    assert total(found) == 0
    assert found.raw == 40
    zeros = [line for line in found.lines if getattr(line, "stage", "") == "清零"]
    assert [(line.day.month, line.points) for line in zeros] == [(4, -35), (6, -5)]
    assert zeros[0].text == (
        "全年清零：2026-04-01 第 2 次约稿逾期，采用分 35 分按 0 分计（依据：2026年办法第九条）"
    )


def test_only_the_month_it_happened_in_is_zeroed(book, late, total):
    book.add("采用", (3, 1), 3)
    book.add("采用", (4, 1), 7)
    overdue(book, (4, 9))
    book.add("采用", (4, 20), 2)
    book.add("采用", (5, 1), 4)
    clause = late(zero=Zero.MONTH)
    assert total(book.figures(clause)) == 7
    assert total(book.figures(clause, first=(4, 1), last=(4, 30))) == 0


def test_points_below_zero_are_zeroed_too(book, late, total):
    book.add("差错", (4, 1), -7)
    overdue(book, (4, 9))
    found = book.figures(late(zero=Zero.MONTH, points=Decimal(-5)), BasePoints(points=Decimal(2)))
    assert total(found, "清零") == 10
    assert total(book.figures(late(zero=Zero.MONTH), first=(4, 1), last=(4, 30))) == 0


def test_a_zeroed_year_comes_back_with_the_reversal(book, late, total):
    book.add("采用", (2, 1), 35)
    (event,) = overdue(book, (3, 1))
    book.take_back(event, (9, 1))
    found = book.figures(late(zero=Zero.YEAR))
    assert total(found) == 35
    assert found.lines[-1].text == (
        "不再全年清零：2026-03-01 第 1 次约稿逾期已经冲销，恢复采用分 35 分"
        "（依据：2026年办法第九条）"
    )
    assert total(book.figures(late(zero=Zero.YEAR), last=(8, 31))) == 0
