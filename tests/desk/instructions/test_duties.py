"""Nothing due about instructions is missing from 今日, nothing not due is on it."""

from datetime import date, datetime, timedelta

from desk.agenda.reading import ground_of
from desk.commissions.commission import Call
from desk.instructions.answering import close, report, take_feedback
from desk.instructions.duties import duties
from desk.instructions.handing import Handover, hand_over, note_call
from desk.instructions.instruction import Feedback
from desk.office_clock import day_of


def found(desk, when: datetime | None = None):
    with desk.store.read() as work:
        return list(duties(ground_of(work, when or desk.by.now)))


def test_an_instruction_is_handed_over_on_the_day_it_comes(desk):
    desk.registered()
    duty = found(desk)[0]
    assert duty.is_shown(desk.by.now)
    assert duty.text == "郑国平批示还没有交办：“县教育局开展校园安全检查”"
    assert day_of(duty.due) == desk.by.today


def test_feedback_is_on_the_day_it_is_due_and_not_before(desk, due):
    desk.handed()
    duty = found(desk)[0]
    assert (duty.who, duty.unit_ids) == ("县教育局", (desk.office.units[0].id,))
    assert not duty.is_shown(desk.by.now)
    assert duty.is_shown(due - timedelta(hours=17))
    assert duty.clock(due + timedelta(days=2)) == "超 2 天"


def test_units_that_owe_by_the_same_time_stand_in_one_line(desk):
    first, second = (one.id for one in desk.office.units)
    desk.handed(first, second)
    assert [duty.who for duty in found(desk)] == ["县教育局、县水利局"]


def test_units_with_other_limits_stand_in_lines_of_their_own(desk, due):
    first, second = (one.id for one in desk.office.units)
    one = desk.handed(first)
    hand_over(desk.store, one.id, Handover((second,), due=due + timedelta(days=1)), by=desk.by)
    assert [duty.who for duty in found(desk)] == ["县教育局", "县水利局"]


def test_then_the_report_then_the_closing_then_nothing(desk):
    one = desk.handed()
    unit = desk.office.units[0].id
    take_feedback(desk.store, one.id, unit, Feedback(desk.by.now, "已整改"), by=desk.by)
    assert "反馈稿还没有起草" in found(desk)[0].text
    report(desk.store, one.id, by=desk.by)
    assert "可以办结" in found(desk)[0].text
    close(desk.store, one.id, "已整改", by=desk.by)
    assert found(desk) == []


def test_what_is_waited_for_is_chased_after_some_working_days(desk):
    desk.registered(text="", submitted=date(2026, 7, 14), day=date(2026, 7, 14))
    duty = found(desk)[0]
    assert "要催批" in duty.text
    assert day_of(duty.due) == date(2026, 7, 17)


def test_a_call_puts_the_next_chase_off(desk):
    one = desk.registered(text="", submitted=date(2026, 7, 10), day=date(2026, 7, 10))
    before = found(desk)[0]
    assert before.is_shown(desk.by.now)
    note_call(desk.store, one.id, 0, Call(desk.by.now, "王敏", "秘书", said="下周批"), by=desk.by)
    after = found(desk)[0]
    assert day_of(after.due) == date(2026, 7, 20)
    assert after.key != before.key


def test_only_the_units_to_know_leave_nothing_but_the_closing(desk):
    one = desk.registered()
    wanted = Handover((desk.office.units[0].id,))
    hand_over(desk.store, one.id, wanted, by=desk.by)
    assert ["可以办结" in duty.text for duty in found(desk)] == [True]
