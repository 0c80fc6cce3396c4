"""The newest backup is the newest also where the PC's clock was set back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desk.backups.backup import Backup
from desk.backups.generations import Generations, judge
from desk.backups.order import newest_first, newest_of, next_number

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)
YEAR = timedelta(days=365)


def backup(taken, number=0, **fields):
    name = f"desk-{taken:%Y%m%d-%H%M%S}-{number}.infodesk"
    return Backup(Path(name), taken, 1000, number=number, **fields)


def test_a_clock_set_back_makes_no_older_backup_the_newest():
    before, after = backup(NOW, 7), backup(NOW - YEAR, 8)
    assert newest_first([before, after]) == [after, before]
    assert newest_of([before, after], NOW - YEAR) is after


def test_one_that_tells_no_number_stands_where_its_moment_puts_it():
    told = [backup(NOW, 7), backup(NOW - YEAR, 8), backup(NOW - YEAR + timedelta(hours=2), 9)]
    former = backup(NOW - 2 * YEAR)
    sealed = backup(NOW - YEAR + timedelta(hours=1), is_sealed=True)
    assert newest_first([sealed, *told, former]) == [told[2], sealed, told[1], told[0], former]


def test_what_is_written_under_a_clock_set_back_is_kept_like_any_other():
    before = [backup(NOW - timedelta(hours=hours), 50 - hours) for hours in range(30)]
    after = [backup(NOW - YEAR + timedelta(hours=hours), 51 + hours) for hours in range(3)]
    kept = [one.backup for one in judge([*before, *after], Generations(3, 1, 1, 1, 1))]
    assert kept[:3] == after[::-1]
    judged = judge([*before, *after], Generations(3, 1, 1, 1, 1))
    assert all(one.is_kept for one in judged[:3])


def test_the_count_goes_on_after_going_back_and_on_a_new_pc():
    assert next_number([backup(NOW, 41), backup(NOW, 40)], 12) == 42
    assert next_number([], 1200) == 1200
