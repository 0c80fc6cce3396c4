"""Backups write themselves when they are due, and what goes wrong is told where it is seen."""

from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel

from desk.auditing import note
from desk.backups.backup import Backup, Reason, Rehearsal, SecondMedium
from desk.backups.due import due, is_to_carry, is_to_rehearse
from desk.backups.order import newest_of
from desk.backups.words import difference, lost_since, size_words
from desk.errors import StoreError
from desk.jobs import Progress
from ui.backups import progress_row
from ui.backups.progress_row import ProgressRow
from ui.backups.trouble_note import TroubleNote

DAY = timedelta(days=1)


@pytest.fixture
def changed(store, office):
    """An office in which something was done, with its record."""
    with store.begin() as work:
        note(work, office.by, "登记单位", "unit:1")
    return store


@pytest.fixture
def at_rest(keeping, qtbot):
    return lambda: qtbot.waitUntil(lambda: not keeping.is_busy and not keeping.worker.busy)


def test_a_changed_office_is_backed_up_and_tried_out(keeping, changed, at_rest):
    keeping.look()
    at_rest()
    (made,) = changed.backups.kept()
    assert made.reason is Reason.DAILY
    keeping.look()
    at_rest()
    assert len(changed.backups.kept()) == 1
    assert changed.backups.rehearsals()[0].is_good


def test_what_is_written_by_itself_is_seen_while_it_lasts(
    keeping, session, window, at_rest, qtbot, monkeypatch
):
    monkeypatch.setattr(progress_row, "_PATIENCE_MS", 0)
    row, may_end = ProgressRow(session), Event()
    row.setParent(window)

    def write():
        yield Progress(1, 4, "正在写备份")
        may_end.wait(120)

    keeping.start(write(), done=lambda _none: None, by_itself=True)
    qtbot.waitUntil(row.isVisible)
    assert row.findChild(QLabel).text() == "正在写备份"
    may_end.set()
    at_rest()
    assert row.isHidden()


def test_what_cannot_be_written_is_told_in_the_status_bar_until_it_can(
    keeping, session, changed, at_rest, window, monkeypatch
):
    told = TroubleNote(session)
    told.setParent(window)

    def write(**_options):
        yield Progress(0, 1, "")
        raise StoreError("磁盘只剩 1 MB。请腾出空间后再试。")

    with monkeypatch.context() as failing:
        failing.setattr(changed.backups, "write", write)
        keeping.look()
        at_rest()
    assert "腾出空间" in told.toolTip()
    assert not told.isHidden()
    later = session.clock() + timedelta(minutes=11)
    session.clock = lambda: later
    keeping.look()
    at_rest()
    assert told.isHidden()


def test_a_backup_is_due_each_day_and_each_hour_with_changes(now, tmp_path):
    made = Backup(tmp_path, now, 1)
    changed = now + timedelta(minutes=1)
    assert due(None, None, now, hourly=True) is None
    assert due(None, changed, now, hourly=True) is Reason.DAILY
    assert due(made, now, now + DAY, hourly=True) is None
    assert due(made, changed, now + DAY, hourly=False) is Reason.DAILY
    assert due(made, changed, now + timedelta(hours=1), hourly=True) is Reason.HOURLY
    assert due(made, changed, now + timedelta(hours=1), hourly=False) is None
    assert due(made, changed, now + timedelta(minutes=59), hourly=True) is None


def test_a_clock_that_was_a_year_ahead_stops_nothing_once_it_is_right(now, tmp_path):
    ahead, before = Backup(tmp_path / "b", now + 365 * DAY, 1), Backup(tmp_path / "a", now - DAY, 1)
    assert newest_of([ahead, before], now) is before
    assert newest_of([ahead], now) is ahead
    assert due(ahead, now, now, hourly=True) is Reason.DAILY
    assert is_to_rehearse(Rehearsal(ahead.taken, "desk", 1.0), before, now)
    medium = SecondMedium("D:/", tmp_path, written=ahead.taken)
    assert is_to_carry(medium, before, now)
    assert not is_to_carry(replace(medium, written=now), before, now)


def test_a_trial_is_due_each_month_and_after_one_that_failed(now, tmp_path):
    made = Backup(tmp_path, now, 1)
    assert not is_to_rehearse(None, None, now)
    assert is_to_rehearse(None, made, now)
    failed = Rehearsal(now - DAY, "desk", 1.0, fault="坏了。")
    assert is_to_rehearse(failed, made, now)
    assert not is_to_rehearse(Rehearsal(now, "desk", 1.0, fault="坏了。"), made, now)


def test_what_going_back_costs_is_said_in_words(now, tmp_path):
    then, today = {"drafts": 5, "audit": 80, "units": 3}, {"drafts": 8, "audit": 92, "units": 2}
    assert difference(then, today) == "少 3 篇来稿、12 条操作记录；多 1 个单位"
    assert difference(then, then) == difference({}, today) == ""
    made = Backup(tmp_path, now, 1)
    assert "约 15 小时" in lost_since(made, now + timedelta(hours=15))
    assert "什么也不会少" in lost_since(made, now)
    assert size_words(13_400_000) == "13.4 MB"
