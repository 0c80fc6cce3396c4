"""The forecast follows the growth there has been."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.backups.backup import Backup
from desk.backups.forecast import forecast
from desk.backups.generations import Generations
from desk.office_clock import OFFICE_CLOCK

NOW = datetime(2026, 7, 15, tzinfo=OFFICE_CLOCK)
GB, MONTH = 1 << 30, timedelta(days=30)
ONE_OF_EACH = Generations(1, 1, 1, 1, 1)


def shelf(*sizes):
    """Backups a month apart, the newest first."""
    return [Backup(Path(f"{n}"), NOW - n * MONTH, size) for n, size in enumerate(sizes)]


def test_without_backups_nothing_is_foretold():
    assert forecast([], ONE_OF_EACH, GB) is None


def test_a_store_that_does_not_grow_fits_for_ever():
    ahead = forecast(shelf(GB, GB, GB), ONE_OF_EACH, 4 * GB)
    assert (ahead.months, ahead.words) == (None, "照现在的增长，十年内放得下")


def test_growth_fills_the_disk_in_time_and_sooner_with_less_room():
    growing = shelf(4 * GB, 3 * GB, 2 * GB)
    months = [forecast(growing, ONE_OF_EACH, room * GB).months for room in (0, 20, 40, 80)]
    assert months == sorted(months)
    assert months[0] == 0
    assert 5 < months[2] < 40
    assert forecast(growing, ONE_OF_EACH, 40 * GB).per_month == pytest.approx(GB)


def test_keeping_more_fills_it_sooner():
    growing = shelf(4 * GB, 3 * GB, 2 * GB)
    few, many = (forecast(growing, keep, 90 * GB) for keep in (ONE_OF_EACH, Generations()))
    assert many.months < few.months


def test_a_single_day_says_nothing_of_growth():
    backups = [Backup(Path("b"), NOW, 2 * GB), Backup(Path("a"), NOW - timedelta(hours=2), GB)]
    assert forecast(backups, ONE_OF_EACH, 90 * GB).per_month == 0
