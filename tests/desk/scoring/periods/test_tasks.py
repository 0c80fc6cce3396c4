"""Tasks."""

from datetime import date
from decimal import Decimal

import pytest

from desk.facts import FactKind
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import Measure, Task
from desk.scoring.scheme import Window
from desk.units import QuotaChange, SubQuota


def year_task(**rest):
    return Task(**({"name": "年报送任务", "span": Span.YEAR, "target": Decimal(15)} | rest))


def send(book, number, month=3):
    return [book.add("报送", (month, 1 + place)) for place in range(number)]


def test_all_or_nothing_waits_for_the_end_of_the_period(book, total):
    send(book, 15)
    clause = year_task(reached=Decimal(50))
    before = book.figures(clause, last=(12, 30))
    assert total(before) == 0
    assert before.expected == ("年报送任务：已有 15 条，已经完成；到 12 月 31 日得 50 分",)
    after = book.figures(clause)
    assert [(line.day, line.points) for line in after.lines[-1:]] == [
        (date(2026, 12, 31), Decimal(50))
    ]
    assert after.lines[-1].text == "年报送任务（2026年）：目标 15 条，实际 15 条，完成，得 50 分"
    assert after.expected == ()


def test_what_is_lacking_is_said_in_advance(book):
    send(book, 9)
    found = book.figures(year_task(reached=Decimal(50)), last=(6, 30))
    assert found.expected == ("年报送任务：已有 9 条，还差 6 条；到 12 月 31 日完成得 50 分",)
    assert [(one.reached, one.done, one.points) for one in found.tasks] == [(9, False, None)]
    assert tuple(one.text for one in found.tasks) == found.expected  # not yet “没有完成”


def test_less_than_all_may_be_nothing(book, total):
    send(book, 14)
    found = book.figures(year_task(reached=Decimal(50)))
    assert total(found) == 0
    assert [(one.done, one.points) for one in found.tasks] == [(False, Decimal(0))]


@pytest.mark.parametrize(("sent", "points"), [(0, "0"), (3, "12"), (5, "20"), (7, "28"), (8, "32")])
def test_what_is_done_may_count_pro_rata(book, total, sent, points):
    send(book, sent)
    clause = year_task(target=Decimal(8), reached=Decimal(32), pro_rata=True)
    assert total(book.figures(clause), "任务") == Decimal(points)


def test_an_endless_part_has_six_decimals(book, total):
    send(book, 2)
    clause = year_task(target=Decimal(3), reached=Decimal(10), pro_rata=True)
    assert total(book.figures(clause), "任务") == Decimal("6.666667")


@pytest.mark.parametrize(("sent", "points"), [(12, 0), (13, 1), (16, 4), (30, 5)])
def test_surplus_counts_from_the_top_of_a_range_up_to_a_ceiling(book, total, sent, points):
    send(book, sent)
    clause = year_task(
        target=Decimal(8), most=Decimal(12), each_over=Decimal(1), over_most=Decimal(5)
    )
    assert total(book.figures(clause), "任务") == points


@pytest.mark.parametrize(("sent", "points"), [(8, 0), (7, -31), (4, -34), (0, -36)])
def test_missing_costs_once_and_for_each_that_lacks(book, total, sent, points):
    send(book, sent)
    clause = year_task(
        target=Decimal(8), missed=Decimal(30), each_short=Decimal(1), short_most=Decimal(6)
    )
    assert total(book.figures(clause), "任务") == points


def test_each_month_is_a_task_of_its_own(book):
    send(book, 2, month=1)
    send(book, 1, month=2)
    clause = Task(name="月任务", target=Decimal(2), each_short=Decimal(3))
    found = book.figures(clause, last=(3, 15))
    assert [(one.period, one.done, one.points) for one in found.tasks] == [
        ("2026年1月", True, Decimal(0)),
        ("2026年2月", False, Decimal(-3)),
        ("2026年3月", False, None),
    ]
    assert (
        found.tasks[1].text
        == "月任务（2026年2月）：目标 2 条，实际 1 条，没有完成，少 1 条，扣 3 分"
    )


def test_items_count_with_their_weights(book):
    for day in (1, 2, 3):
        book.add("报送", (3, day), weight="1/3")
    found = book.figures(year_task(target=Decimal(1), reached=Decimal(5)))
    assert found.tasks[0].done


def test_a_reversal_counts_off_on_its_own_day(book):
    event = book.add("报送", (1, 10))
    book.add("报送", (2, 10))
    book.take_back(event, (2, 20))
    found = book.figures(Task(name="月任务", target=Decimal(1)), last=(3, 1))
    assert [one.reached for one in found.tasks] == [1, 0, 0]


def test_only_what_meets_the_condition_counts(book, asked):
    book.add("采用", (3, 1), 5, publication_id=1)
    event = book.add("采用", (3, 2), 5, publication_id=2)
    book.take_back(event, (3, 3))
    book.add("采用", (3, 4), 5, publication_id=2)
    clause = year_task(matter=FactKind.ADOPTION, when=asked(publication="参阅"))
    assert book.figures(clause).tasks[0].reached == 1


def test_points_of_some_components_can_be_the_measure(book):
    book.add("采用", (3, 1), 5)
    book.add("批示", (3, 1), 20)
    clause = year_task(measure=Measure.POINTS, components=("采用分",), target=Decimal(8))
    assert book.figures(clause).tasks[0].reached == 5
    assert book.figures(year_task(measure=Measure.POINTS)).tasks[0].reached == 25


def test_what_follows_an_earlier_fact_is_asked_of_that_one(book, asked):
    low = book.add("采用", (3, 1), 5, publication_id=1)
    book.changed(book.add("采用", (4, 1), 10, publication_id=2), low, -5)
    clause = year_task(measure=Measure.POINTS, when=asked(publication="每日要情"))
    assert book.figures(clause).tasks[0].reached == 0


def test_a_quota_is_the_target_and_its_part_that_of_a_month(book, quota):
    clause = Task(name="月任务", measure=Measure.POINTS)
    found = book.figures(clause, last=(1, 31), quotas=[quota(120, 24)])
    assert found.tasks[0].target == 10
    found = book.figures(year_task(target=None), quotas=[quota(120, 24)])
    assert found.tasks[0].target == 24


def test_without_a_quota_nothing_is_asked(book, quota):
    clause = year_task(target=None, missed=Decimal(30))
    assert book.figures(clause, quotas=[quota(120, unit=2)]).tasks == ()
    assert book.figures(clause, quotas=[quota(120, items=0)]).tasks == ()


def test_who_is_exempt_has_no_task_of_any_kind(book, quota):
    exempt = quota(120, 24, exempt="新设单位")
    assert book.figures(year_task(), year_task(target=None), quotas=[exempt]).tasks == ()


def test_a_part_of_the_quota_may_be_the_target(book, quota):
    parts = (SubQuota("参阅类", Decimal(20), 4),)
    clause = year_task(sub_quota="参阅类")
    assert book.figures(clause, quotas=[quota(120, 24, subs=parts)]).tasks[0].target == 4
    assert book.figures(clause, quotas=[quota(120, 24)]).tasks == ()


def test_a_target_per_head_is_times_the_staff(book, quota):
    clause = year_task(target=Decimal(2), per_head=True)
    assert book.figures(clause, quotas=[quota(0, staff=7)]).tasks[0].target == 14
    assert book.figures(clause).tasks == ()


def test_a_quota_changed_in_the_year_holds_from_its_day(book, quota):
    changed = quota(0, 24, changes=(QuotaChange(date(2026, 2, 15), Decimal(0), 12),))
    found = book.figures(Task(name="月任务"), quotas=[changed], last=(2, 28))
    assert [one.target for one in found.tasks] == [2, 1]


def test_a_missed_task_may_bar_from_honours_until_the_year_is_over(book):
    clause = year_task(span=Span.QUARTER, target=Decimal(1), disqualifies=True, source="第九条")
    assert book.figures(clause, last=(3, 30)).barred == ()
    assert book.figures(clause, first=(4, 1), last=(4, 2)).barred == (
        "2026-03-31 2026年第一季度“年报送任务”没有完成（依据：第九条）",
    )
    send(book, 1, month=3)
    send(book, 1, month=6)
    assert book.figures(clause, last=(6, 30)).barred == ()


def test_what_is_foreseen_says_what_the_figures_of_today_come_to(book):
    send(book, 2)
    clause = year_task(target=Decimal(4), reached=Decimal(10), pro_rata=True)
    assert book.figures(clause, last=(6, 30)).expected == (
        "年报送任务：已有 2 条，还差 2 条；到 12 月 31 日完成得 10 分，照现在的数得 5 分",
    )
    plain = year_task(target=Decimal(4))
    assert book.figures(plain, last=(6, 30)).expected == (
        "年报送任务：已有 2 条，还差 2 条；到 12 月 31 日判定",
    )


def test_a_task_is_only_for_the_units_asked_for(book, asked):
    clause = year_task(when=asked(group="乡镇"), missed=Decimal(30))
    assert book.figures(clause).tasks == ()
    assert book.figures(clause, unit=3).tasks[0].points == -30


def test_a_task_may_need_others(book, asked, total):
    send(book, 10)
    whole = year_task(
        target=Decimal(10), reached=Decimal(20), needs=("参阅类",), each_short=Decimal(1)
    )
    part = year_task(
        name="参阅类", target=Decimal(2), when=asked(publication="参阅"), matter=FactKind.ADOPTION
    )
    found = book.figures(whole, part)
    assert not found.tasks[0].done
    assert total(found) == 0
    assert found.tasks[0].text == (
        "年报送任务（2026年）：目标 10 条，实际 10 条，“参阅类”没有完成，没有完成"
    )
    for day in (1, 2):
        book.add("采用", (5, day), publication_id=2)
    assert total(book.figures(whole, part)) == 20


def test_tasks_that_need_each_other_come_to_an_end(book):
    first = year_task(name="甲", target=Decimal(0), needs=("乙",))
    second = year_task(name="乙", target=Decimal(0), needs=("甲",))
    assert all(one.done for one in book.figures(first, second).tasks)


def test_a_window_over_new_year_is_judged_on_its_last_day(book):
    book.add("报送", (12, 20))
    book.add("报送", date(2027, 1, 3))
    windows = (Window(Span.QUARTER, "四季度", (10, 10), (1, 5)),)
    clause = Task(name="季任务", span=Span.QUARTER, target=Decimal(2), reached=Decimal(4))
    found = book.figures(clause, first=date(2027, 1, 1), last=date(2027, 1, 31), windows=windows)
    assert [(one.period, one.points) for one in found.tasks] == [("2026年四季度", Decimal(4))]
    assert [line.day for line in found.lines if line.points] == [date(2027, 1, 5)]
