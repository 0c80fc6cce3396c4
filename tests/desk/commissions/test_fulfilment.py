"""The table of what units fulfilled says what the ledger says, and what is not booked yet."""

from datetime import date
from decimal import Decimal

import pytest

from desk.bulletins.options import BulletinOptions
from desk.bulletins.values import values_of
from desk.commissions import extending, issuing, results
from desk.commissions.commission import Outcome
from desk.commissions.fulfilment import by_commission, by_unit, counted, fulfilled, record_of
from desk.commissions.results import Verdict
from desk.surveys.surveying import survey

FIRST, LAST = date(2026, 7, 1), date(2026, 7, 31)


@pytest.fixture
def done(desk):
    """What counts in July, some time after the beginning."""

    def read(**span):
        with desk.store.read() as work:
            return fulfilled(work, FIRST, LAST, desk.later(**span).now)

    return read


def judge(desk, sent, *outcomes, **span):
    pairs = zip(desk.units, outcomes, strict=False)
    verdicts = [Verdict(unit.id, one) for unit, one in pairs]
    results.confirm(desk.store, sent.id, verdicts, books=True, by=desk.later(**span))


def test_what_is_not_due_is_under_way_and_asks_nothing_yet(desk, done):
    desk.sent()
    one = counted(done(days=1))
    assert (one.running, one.asked, one.rate) == (2, 0, None)


def test_without_a_result_the_clock_says_it(desk, done):
    sent = desk.sent()
    desk.answer(sent, desk.units[0], days=1)
    one = counted(done(days=3))
    assert (one.on_time, one.none, one.rate) == (1, 1, Decimal("0.5"))


def test_a_confirmed_result_goes_before_the_clock(desk, done):
    judge(desk, desk.sent(), Outcome.POOR, Outcome.LATE, days=3)
    one = counted(done(days=3))
    assert (one.poor, one.late, one.none) == (1, 1, 0)


def test_exempt_units_are_not_asked_and_extensions_are_told(desk, done):
    sent = desk.sent()
    extending.exempt(desk.store, sent.id, [desk.units[0].id], "没有这项业务", by=desk.by)
    later = desk.later(days=6).now
    extending.extend(desk.store, sent.id, [desk.units[1].id], later, "数据未定", by=desk.by)
    one = counted(done(days=9))
    assert (one.asked, one.exempt, one.extended, one.none) == (1, 1, 1, 1)


def test_what_was_called_off_is_not_counted(desk, done):
    issuing.withdraw(desk.store, desk.sent().id, "上级已取消", by=desk.by)
    assert done(days=9) == []


def test_what_counts_in_another_month_is_left_out(desk, done):
    desk.sent(due=desk.later(days=30).now)
    assert done(days=9) == []


def test_a_line_for_each_unit_and_their_sum(desk, done):
    judge(desk, desk.sent(), Outcome.ON_TIME, Outcome.NONE, days=3)
    judge(desk, desk.sent("抗旱保苗"), Outcome.ON_TIME, Outcome.ON_TIME, days=3)
    table = by_unit(done(days=3), desk.units, "7月")
    assert [one[1:8] for one in table.texts] == [
        ("云岭县教育局", "2", "2", "0", "0", "0", "100.0%"),
        ("云岭县水利局", "2", "1", "0", "1", "0", "50.0%"),
        ("合计", "4", "3", "0", "1", "0", "75.0%"),
    ]


def test_a_line_for_each_commission(desk, done):
    desk.sent()
    desk.sent("抗旱保苗")
    names = [one[1] for one in by_commission(done(days=3), "7月").texts]
    assert names == ["约稿〔2026〕1号“今冬明春农田水利建设”", "约稿〔2026〕2号“抗旱保苗”", "合计"]


def test_a_unit_has_its_record_in_one_sentence(desk):
    judge(desk, desk.sent(), Outcome.ON_TIME, Outcome.NONE, days=3)
    desk.sent("抗旱保苗", due=desk.later(days=9).now)
    with desk.store.read() as work:
        told = record_of(work, desk.units[1].id, desk.later(days=3).now)
    assert told == "今年约稿 2 次，未报 1 次，未到期 1 次。"


def test_a_unit_asked_for_nothing_has_no_record(desk):
    with desk.store.read() as work:
        assert record_of(work, desk.units[1].id, desk.by.now) == ""


def test_bulletins_and_the_table_say_the_same(desk, done):
    judge(desk, desk.sent(), Outcome.ON_TIME, Outcome.NONE, days=3)
    judge(desk, desk.sent("抗旱保苗"), Outcome.LATE, Outcome.ON_TIME, days=3)
    one = counted(done(days=3))
    held = survey(desk.store, FIRST, LAST, office="云岭县", today=LAST)
    values = values_of(held, BulletinOptions())
    told = {name: values[name].text for name in ("约稿篇数", "约稿按时篇数", "约稿逾期篇数")}
    assert told == {"约稿篇数": "4", "约稿按时篇数": "2", "约稿逾期篇数": "1"}
    assert (one.asked, one.on_time, one.late) == (4, 2, 1)
    assert values["约稿按时率"].text == "50.0%"
