"""What is wrong with this PC is told, and only that."""

from datetime import date, datetime, timedelta

import pytest

from desk.agenda.duty import Machine
from desk.agenda.found import office as pc
from desk.auditing import By, note
from desk.calendar import SpecialDay, known_until
from desk.office_clock import OFFICE_CLOCK

BEIJING = timedelta(hours=8)
NOW = datetime(2026, 7, 15, 9, 30, tzinfo=OFFICE_CLOCK)


@pytest.fixture
def changed(store):
    """A change was made at a moment."""

    def change(when):
        with store.begin() as work:
            note(work, By("王敏", when), "编辑", "draft:1")

    return change


def test_a_pc_that_keeps_time_is_left_alone(store, changed, shown):
    changed(NOW - timedelta(hours=3))
    assert shown(NOW, pc.clock) == []


@pytest.mark.parametrize(("minutes", "is_told"), [(5, False), (11, True), (60 * 24 * 400, True)])
def test_a_clock_behind_the_last_change_is_told(changed, shown, minutes, is_told):
    changed(NOW + timedelta(minutes=minutes))
    assert bool(shown(NOW, pc.clock)) is is_told


def test_a_change_made_with_the_wrong_clock_does_not_hide_that_it_is_wrong(changed, shown):
    changed(NOW + timedelta(days=300))
    changed(NOW)
    assert "比上一次改动（2027-05-11 09:30）还早" in shown(NOW, pc.clock)[0]


@pytest.mark.parametrize(("days", "is_told"), [(60, False), (61, True)])
def test_a_leap_of_two_months_is_told_until_the_next_change(changed, shown, days, is_told):
    changed(NOW - timedelta(days=days))
    assert bool(shown(NOW, pc.clock)) is is_told
    changed(NOW)
    assert shown(NOW, pc.clock) == []


@pytest.mark.parametrize(
    ("minutes", "name"), [(540, "UTC+9"), (-210, "UTC-3:30"), (0, "UTC+0"), (345, "UTC+5:45")]
)
def test_another_zone_is_told_by_its_name(shown, minutes, name):
    (text,) = shown(NOW, pc.clock, machine=Machine(timedelta(minutes=minutes)))
    assert f"时区是 {name}，" in text


def test_next_years_holidays_are_asked_for_in_its_last_quarter(store, shown):
    year = known_until().year
    before = datetime(year, 9, 30, 23, 59, tzinfo=OFFICE_CLOCK)
    assert shown(before, pc.calendar) == []
    (text,) = shown(before + timedelta(minutes=1), pc.calendar)
    assert text.startswith(f"{year + 1} 年放假和调休")
    with store.begin() as work:
        work.lists.save_special_day(SpecialDay(date(year + 1, 1, 1), is_working=False))
    assert shown(before + timedelta(days=60), pc.calendar) == []


def test_this_years_holidays_are_asked_for_at_once(shown):
    later = datetime(known_until().year + 1, 3, 2, tzinfo=OFFICE_CLOCK)
    assert len(shown(later, pc.calendar)) == 1
