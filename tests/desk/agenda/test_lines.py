"""Duties become lines: many of a kind one, the urgent ones apart, the most pressing first."""

from datetime import datetime, timedelta

import pytest

from desk.agenda.duty import Duty, Field, Together
from desk.agenda.lines import CARDS, URGENT, agenda
from desk.agenda.snooze import Snooze
from desk.office_clock import OFFICE_CLOCK

NOW = datetime(2026, 7, 15, 9, 30, tzinfo=OFFICE_CLOCK)
MANY = Together("{} 篇时限已到", "inbox", "all")


def duty(key, field=Field.DRAFT, hours=-1, **more):
    end = NOW + timedelta(hours=hours)
    return Duty(key, field, more.pop("text", key), more.pop("shown", min(end, NOW)), end, **more)


def lines(*duties, put_off=()):
    return agenda(duties, {one.key: one for one in put_off}, NOW)


def test_what_is_not_due_is_not_told():
    tomorrow = duty("draft:1", hours=30, shown=NOW + timedelta(seconds=1))
    assert lines(tomorrow).lines == ()


@pytest.mark.parametrize(("count", "told"), [(3, 3), (4, 1), (50, 1)])
def test_many_of_a_kind_are_one_line(count, told):
    some = [duty(f"draft:{n}", together=MANY, who=f"单位{n % 2}　新到") for n in range(count)]
    seen = lines(*some)
    assert (len(seen.lines), seen.count) == (told, count)


def test_the_line_of_many_says_how_many_since_when_with_whom_and_leads_to_all():
    some = [duty(f"draft:{n}", together=MANY, who="甲　新到", hours=-n) for n in range(1, 5)]
    (line,) = lines(*some, duty("draft:9", together=MANY, who="乙")).of("来稿与审签")
    assert (line.text, line.who) == ("5 篇时限已到", "甲 4、乙")
    assert line.clock(NOW) == "▲ 最久超 4 小时"
    assert (line.page, line.target, len(line.duties)) == ("inbox", "all", 5)


def test_the_earliest_limit_comes_first_and_what_has_none_last():
    free = Duty("draft:0", Field.DRAFT, "free", NOW)
    seen = lines(free, duty("soon", hours=2), duty("late", hours=-30), duty("today", hours=60))
    assert [one.text for one in seen.lines] == ["late", "soon", "today", "free"]


def test_the_state_is_a_shape_and_words():
    seen = lines(duty("soon", hours=2), duty("late", hours=-30), duty("today", hours=60))
    assert [one.clock(NOW) for one in seen.lines] == ["▲ 超 1 天", "△ 余 2 小时", "余 2 天"]


@pytest.mark.parametrize("field", Field)
def test_every_field_has_its_place(field):
    (line,) = lines(duty("x:1", field)).lines
    assert line.card == (URGENT if field is Field.EMERGENCY else line.card)
    assert line.card in (URGENT, *CARDS)


def test_an_alarm_stands_above_whatever_it_is_about():
    wrong = Duty("clock:back", Field.OFFICE, "时间不对", NOW, is_alarm=True)
    (line,) = lines(wrong).of(URGENT)
    assert line.clock(NOW) == "▲ 注意"


def test_what_is_put_off_stands_apart_with_why():
    why = Snooze("a", "甲", NOW + timedelta(hours=1), "等回话", "王敏", NOW)
    seen = lines(duty("a"), duty("b"), put_off=[why])
    assert [one.text for one in seen.lines] == ["b"]
    assert [(one.key, how.reason) for one, how in seen.apart] == [("a", "等回话")]


def test_one_of_many_put_off_is_counted_apart():
    some = [duty(f"draft:{n}", together=MANY) for n in range(5)]
    why = Snooze("draft:2", "", NOW + timedelta(hours=1), "等回话", "王敏", NOW)
    seen = lines(*some, put_off=[why])
    assert (seen.lines[0].text, len(seen.apart)) == ("4 篇时限已到", 1)
