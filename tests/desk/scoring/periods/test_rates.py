"""Adoption rates and pass lines."""

from decimal import Decimal

from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import BasePoints, PassLine, RateLine

LINE = RateLine(below=Decimal(30), points=Decimal(1))


def send(book, sent, used, month=2):
    for day in range(sent):
        book.add("报送", (month, 1 + day))
    for day in range(used):
        book.add("采用", (month, 1 + day))


def test_a_low_rate_costs_points_at_the_end_of_the_quarter(book, total):
    send(book, 10, 2)
    found = book.figures(LINE, last=(3, 31))
    assert total(found) == -1
    assert found.lines[-1].text == (
        "2026年第一季度采用 2 条、报送 10 条，录用率 20%，低于 30%，扣 1 分"
    )


def test_a_rate_on_the_line_costs_nothing(book, total):
    send(book, 10, 3)
    assert total(book.figures(LINE, last=(3, 31))) == 0


def test_whether_nothing_sent_costs_is_for_the_scheme_to_say(book, total):
    assert total(book.figures(LINE, last=(3, 31))) == 0
    strict = RateLine(below=Decimal(30), points=Decimal(1), if_none=True)
    assert total(book.figures(strict, last=(3, 31))) == -1


def test_a_low_rate_is_foreseen(book):
    send(book, 4, 1)
    found = book.figures(LINE, last=(3, 1))
    assert found.expected == (
        "2026年第一季度录用率：现为 25%，低于 30%；到 3 月 31 日还低于线扣 1 分",
    )


def test_a_period_below_the_line_does_not_pass(book):
    base = BasePoints(points=Decimal(5), span=Span.QUARTER)
    found = book.figures(base, PassLine(points=Decimal(6)), last=(5, 1))
    assert found.failed == ("2026年第一季度得分 5 分，低于达标线 6 分",)
    assert found.expected == ("2026年第二季度达标线 6 分：已有 5 分，还差 1 分",)
    assert book.figures(base, PassLine(points=Decimal(5)), last=(5, 1)).failed == ()
