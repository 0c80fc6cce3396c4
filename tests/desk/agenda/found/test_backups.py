"""What is wrong with the backups is told, and only that."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.agenda.duty import Machine
from desk.agenda.found import backups
from desk.auditing import By, note
from desk.backups.backup import Compared, Forecast, Rehearsal, SecondMedium
from desk.office_clock import OFFICE_CLOCK

BEIJING = timedelta(hours=8)
DAY = timedelta(days=1)
NOW = datetime(2026, 7, 15, 9, 30, tzinfo=OFFICE_CLOCK)
GOOD = (Compared("来稿", "3 条", "3 条"),)
BAD = (Compared("来稿", "3 条", "2 条"),)


@pytest.fixture
def changed(store):
    """A change was made at a moment."""

    def change(when, subject="draft:1"):
        with store.begin() as work:
            note(work, By("王敏", when), "编辑", subject)

    return change


@pytest.fixture
def told(shown):
    """What 今日 says of a PC with these backups."""

    def tell(**known):
        return shown(NOW, backups.duties, machine=Machine(BEIJING, **{"backed_up": NOW, **known}))

    return tell


def test_a_week_off_is_no_reason_for_a_backup(changed, told):
    changed(NOW - 7 * DAY - timedelta(minutes=1))
    assert told(backed_up=NOW - 7 * DAY) == []


@pytest.mark.parametrize(("hours", "is_told"), [(23, False), (24, True), (200, True)])
def test_changes_not_backed_up_for_a_day_are_told(changed, told, hours, is_told):
    changed(NOW)
    assert bool(told(backed_up=NOW - timedelta(hours=hours))) is is_told


def test_what_a_rehearsal_writes_down_is_no_change_to_back_up(changed, told):
    changed(NOW, subject="backup")
    assert told(backed_up=NOW - 2 * DAY) == []


def test_no_backup_at_all_is_told_once_there_is_something_to_lose(office, told):
    assert told(backed_up=None) == []
    office.draft()
    assert told(backed_up=None) == ["还没有备份，请在“设置”里立即备份"]


@pytest.mark.parametrize(("days", "is_told"), [(6, False), (7, True)])
def test_a_second_medium_that_stays_away_is_told(told, days, is_told):
    second = SecondMedium("卷标：备份盘", None, NOW - days * DAY)
    texts = told(second=second)
    assert texts == ([f"写第二份备份的“卷标：备份盘”已有 {days} 天没有接上，请接上"] * is_told)


def test_a_second_medium_never_seen_or_on_the_same_disk_is_told(told):
    assert "还没有接上过" in told(second=SecondMedium("/media/a/b"))[0]
    same = SecondMedium("/data/b", Path("/data/b"), NOW, is_same_disk=True)
    assert "同一块磁盘" in told(second=same)[0]


def test_a_second_medium_that_is_there_needs_no_word(told):
    assert told(second=SecondMedium("/media/a/b", Path("/media/a/b"), NOW)) == []


@pytest.mark.parametrize(("days", "is_told"), [(34, False), (35, True)])
def test_a_rehearsal_long_ago_is_told(told, days, is_told):
    last = Rehearsal(NOW - days * DAY, "desk-1.infodesk", 3, GOOD)
    assert bool(told(rehearsal=last)) is is_told


def test_a_rehearsal_that_found_a_difference_is_an_alarm(found):
    last = Rehearsal(NOW, "desk-1.infodesk", 3, BAD)
    (duty,) = found(NOW, backups.duties, machine=Machine(BEIJING, NOW, rehearsal=last))
    assert duty.is_alarm
    assert "恢复后来稿对不上" in duty.text


@pytest.mark.parametrize(("months", "is_told"), [(None, False), (2, False), (1, True), (0, True)])
def test_a_disk_that_is_nearly_full_is_told(told, months, is_told):
    assert bool(told(forecast=Forecast(1, 1, 1, 1, months))) is is_told
