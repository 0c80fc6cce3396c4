"""What is kept obeys its laws, whatever backups there are."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desk.backups.backup import Backup
from desk.backups.generations import Generations, judge
from desk.office_clock import OFFICE_CLOCK, office_time

START = datetime(2020, 1, 1, tzinfo=OFFICE_CLOCK)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
counts = st.integers(1, 20)
keeps = st.builds(Generations, counts, counts, counts, counts, counts)


def backup(hours, fault=""):
    return Backup(Path(f"desk-{hours}.infodesk"), START + hours * HOUR, 1, fault=fault)


shelves = st.lists(
    st.builds(backup, st.integers(0, 60_000), st.sampled_from(["", "", "坏了。"])),
    max_size=60,
    unique_by=lambda one: one.path,
)


@given(shelves, keeps)
def test_the_newest_usable_one_and_every_unusable_one_stay(shelf, keep):
    judged = judge(shelf, keep)
    usable = [one for one in judged if not one.backup.fault]
    assert all(one.is_kept for one in judged if one.backup.fault)
    assert not usable or usable[0].is_kept
    assert [one.backup.taken for one in judged] == sorted(
        (one.taken for one in shelf), reverse=True
    )


@given(shelves, keeps)
def test_no_class_keeps_more_than_it_may_and_none_less_than_there_is(shelf, keep):
    judged = judge(shelf, keep)
    for name, most, period in (
        ("每日", keep.days, "%Y%m%d"),
        ("每月", keep.months, "%Y%m"),
        ("每年", keep.years, "%Y"),
    ):
        stamps = {
            office_time(one.backup.taken).strftime(period) for one in judged if not one.backup.fault
        }
        of_class = [one for one in judged if name in one.classes]
        assert len(of_class) == min(most, len(stamps))


@given(shelves, keeps)
def test_thinning_twice_deletes_nothing_more(shelf, keep):
    kept = [one.backup for one in judge(shelf, keep) if one.is_kept]
    assert all(one.is_kept for one in judge(kept, keep))


def test_ten_years_of_backups_thin_out_to_a_few_dozen():
    keep, kept = Generations(), []
    for hours in range(0, 10 * 365 * 24, 61):
        kept = [one.backup for one in judge([*kept, backup(hours)], keep) if one.is_kept]
        if len(kept) > 60:
            break
    assert len(kept) <= 12 + 14 + 8 + 12 + 10
    ages = [kept[0].taken - one.taken for one in kept]
    assert all(later - one <= (366 + 3) * DAY for one, later in pairwise(ages))
    assert max(ages) > 9 * 365 * DAY


def test_one_that_is_damaged_takes_nobodys_place():
    good, bad = backup(10), replace(backup(11), fault="坏了。")
    (first, second) = judge([good, bad], Generations(1, 1, 1, 1, 1))
    assert first.backup == bad
    assert second.classes == ("最新", "每小时", "每日", "每周", "每月", "每年")
