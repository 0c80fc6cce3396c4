"""Ceilings and floors."""

from decimal import Decimal

from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import BasePoints, Counter, Limit, LimitWay

UP = Limit(components=("上报分",), most=Decimal(50))
UNTIL = Limit(components=("上报分",), most=Decimal(50), way=LimitWay.UNTIL)
OFF = Limit(least=Decimal(0))


def cuts(found):
    return [line.points for line in found.lines if getattr(line, "stage", "") == "封顶封底"]


def test_a_line_over_the_ceiling_counts_up_to_it(book, total):
    book.add("上报", (2, 1), 48)
    book.add("上报", (3, 1), 5)
    book.add("采用", (3, 2), 20)
    found = book.figures(UP)
    assert total(found) == 70
    assert found.lines[2].day.month == 3
    assert found.lines[2].component == "上报分"
    assert found.lines[2].text == "上报分全年封顶 50 分：已有 48 分，本条 5 分只计 2 分"


def test_what_comes_after_the_ceiling_counts_for_nothing(book, total):
    for month in (1, 2, 3):
        book.add("上报", (month, 1), 30)
    found = book.figures(UP)
    assert cuts(found) == [-10, -30]
    assert found.lines[-1].text == "上报分全年封顶 50 分：累计 60 分，计 50 分，本条 30 分不再计"


def test_a_reversal_first_takes_what_was_cut(book, total):
    event = book.add("上报", (1, 1), 48)
    book.add("上报", (2, 1), 5)
    book.add("上报", (3, 1), 4)
    book.take_back(event, (4, 1))
    assert total(book.figures(UP)) == 9
    assert total(book.figures(UP), "封顶封底") == 0


def test_until_the_line_a_whole_line_counts(book, total):
    book.add("上报", (1, 1), 48)
    book.add("上报", (2, 1), 5)
    event = book.add("上报", (3, 1), 7)
    found = book.figures(UNTIL)
    assert total(found) == 53
    assert found.lines[-1].text == ("上报分全年封顶 50 分，到线为止：已有 53 分，本条 7 分不再计")
    book.take_back(event, (4, 1))
    assert total(book.figures(UNTIL)) == 53


def test_until_the_line_what_counted_is_taken_back(book, total):
    event = book.add("上报", (1, 1), 48)
    book.add("上报", (2, 1), 5)
    book.take_back(event, (3, 1))
    book.add("上报", (4, 1), 7)
    assert total(book.figures(UNTIL)) == 12


def test_points_are_taken_off_down_to_the_floor(book, total):
    book.add("差错", (3, 2), -5)
    found = book.figures(BasePoints(points=Decimal(2), span=Span.YEAR), OFF)
    assert total(found) == 0
    assert found.lines[-1].text == "得分全年封底 0 分：已有 2 分，本条 -5 分只减 2 分"
    book.add("采用", (3, 3), 4)
    found = book.figures(BasePoints(points=Decimal(2), span=Span.YEAR), OFF)
    assert total(found) == 1
    assert found.lines[-1].text == ("得分全年封底 0 分：累计 -3 分，计 0 分，本条 4 分只计 1 分")


def test_each_period_has_its_own_ceiling(book, total):
    for day in ((3, 1), (3, 9), (4, 1)):
        book.add("采用", day, 8)
    clause = Limit(components=("采用分",), span=Span.QUARTER, most=Decimal(10))
    assert total(book.figures(clause)) == 18


def test_later_rows_see_what_earlier_ones_left(book, total):
    for month in (1, 2, 3):
        book.add("采用", (month, 1), 8)
    month = Limit(span=Span.MONTH, most=Decimal(5))
    year = Limit(span=Span.YEAR, most=Decimal(12))
    found = book.figures(month, year)
    assert cuts(found) == [-3, -3, -3, -3]
    assert total(found) == 12


def test_limits_reach_points_of_counters_and_base(book, total):
    book.add("约稿", (5, 1))
    counter = Counter(points=Decimal(-10), component="基础分")
    base = BasePoints(points=Decimal(6), span=Span.YEAR)
    floor = Limit(components=("基础分",), least=Decimal(0))
    assert total(book.figures(counter, base, floor)) == 0


def test_a_limit_is_only_for_the_units_asked_for(book, asked, total):
    book.add("上报", (1, 1), 80)
    town = Limit(most=Decimal(50), when=asked(group="乡镇"))
    assert total(book.figures(town)) == 80
