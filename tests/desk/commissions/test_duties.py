"""What is owed stands on 今日 from the day it is due, and not before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.agenda.duty import Ground
from desk.calendar import by_day
from desk.clocks import Pressure
from desk.commissions import extending, noting, results
from desk.commissions.commission import Call, Outcome, Upper
from desk.commissions.duties import duties
from desk.commissions.results import Verdict


@pytest.fixture
def shown(desk):
    """The duties on 今日 some time after the beginning."""

    def read(**span):
        moment = desk.later(**span).now
        units = {one.id: one for one in desk.units}
        with desk.store.read() as work:
            found = list(duties(Ground(work, moment, units, by_day(()))))
        return [one for one in found if one.is_shown(moment)], moment

    return read


def texts(found):
    return [one.text for one in found[0]]


def test_a_notice_not_sent_waits_from_its_day(desk, shown):
    noting.keep(desk.store, desk.notice(), by=desk.by)
    assert texts(shown()) == ["约稿通知“今冬明春农田水利建设”还没有发出"]


def test_an_answer_is_owed_on_its_day_and_late_after_its_hour(desk, shown):
    desk.sent()
    assert texts(shown(days=1)) == []
    (duty,), moment = shown(days=2, hours=-8)
    assert "2 家未报" in duty.text
    assert duty.who == "县教育局、县水利局"
    (late, *_confirm), after = shown(days=2, hours=1)
    assert (late.key, late.pressure(after)) == (duty.key, Pressure.OVER)
    assert "2 家逾期未报" in late.text
    assert duty.pressure(moment) is not Pressure.OVER


def test_a_unit_that_has_more_time_is_owed_on_its_own_day(desk, shown):
    sent = desk.sent()
    first, second = desk.units
    due = desk.later(days=4).now
    extending.extend(desk.store, sent.id, [first.id], due, "数据未定", by=desk.by)
    (late,), _moment = shown(days=3)
    assert late.unit_ids == (second.id,)
    both, _moment = shown(days=4)
    assert [one.unit_ids for one in both] == [(second.id,), (first.id,)]


def test_what_a_unit_promised_is_asked_for_on_that_day(desk, shown):
    sent = desk.sent()
    said = Call(desk.by.now, "王敏", promised=desk.by.today + timedelta(1))
    tasks = (replace(sent.tasks[0], calls=(said,)), *sent.tasks[1:])
    with desk.store.begin() as work:
        work.matters.save(replace(sent, tasks=tasks), desk.by)
    assert texts(shown()) == []
    assert "1 家答应7月16日报" in texts(shown(days=1))[0]


def test_results_are_asked_for_on_the_day_after_the_last_time(desk, shown):
    sent = desk.sent()
    for unit in desk.units:
        desk.answer(sent, unit, days=1)
    assert texts(shown(days=2)) == []
    assert texts(shown(days=3)) == [f"{sent.name}：2 家的结果待确认"]


def test_a_late_answer_after_the_result_is_told_at_once(desk, shown):
    sent = desk.sent()
    verdicts = [Verdict(one.id, Outcome.NONE) for one in desk.units]
    results.confirm(desk.store, sent.id, verdicts, books=False, by=desk.later(days=3))
    assert texts(shown(days=3)) == [f"{sent.name}：结果齐了，可以办结"]
    desk.answer(sent, desk.units[0], days=3)
    assert "结果要更正" in texts(shown(days=3))[0]


def test_nothing_is_owed_of_what_is_put_away(desk, shown):
    sent = desk.sent()
    verdicts = [Verdict(one.id, Outcome.NONE) for one in desk.units]
    results.confirm(desk.store, sent.id, verdicts, books=False, closes=True, by=desk.by)
    assert texts(shown(days=9)) == []


def test_the_upper_level_waits_for_our_reply(desk, shown):
    due = desk.later(days=5).now
    desk.sent(due=desk.later(days=9).now, upper=Upper("市委办", "市约〔2026〕8号", due))
    assert texts(shown(days=4)) == []
    assert "市委办约的稿" in texts(shown(days=5))[0]
