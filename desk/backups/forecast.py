"""How long there is room for backups, by how they have grown."""

from collections.abc import Sequence
from datetime import timedelta

from desk.backups.backup import Backup, Forecast
from desk.backups.generations import Generations

_MONTH = timedelta(days=30)
_FURTHEST = 120  # months looked ahead
_SPARE = 8 << 20
_SHORTEST = timedelta(days=1)  # less history than that says nothing of growth


def forecast(backups: Sequence[Backup], keep: Generations, free: int) -> Forecast | None:
    """Reckon from the backups kept, newest first, and the free bytes; None without any.

    In a month the store grows as its backups did, and so does each new backup; how many are kept
    grows with the time there is to keep them of.
    """
    usable = [one for one in backups if not one.fault]
    if not usable:
        return None
    newest, oldest = usable[0], usable[-1]
    span = newest.taken - oldest.taken
    growth = (newest.size - oldest.size) / (span / _MONTH) if span >= _SHORTEST else 0.0
    per_month, held = max(round(growth), 0), sum(one.size for one in usable)
    ends = None
    for month in range(1, _FURTHEST + 1):
        sizes = _sizes(newest.size, per_month, month, keep, span)
        store = per_month * month
        copying = 2 * (newest.size + per_month * month)  # while the next one is written
        if sum(sizes) - held + store + copying + _SPARE > free:
            ends = month - 1
            break
    return Forecast(newest.size, held, free, per_month, ends)


def _sizes(
    newest: int, per_month: int, month: int, keep: Generations, span: timedelta
) -> list[float]:
    """The sizes of what is kept in so many months: each is as old as its class says."""
    history = span + month * _MONTH
    day = timedelta(days=1)
    ages = {timedelta(): None}
    for count, step in (
        (keep.hours, timedelta(hours=1)),
        (keep.days, day),
        (keep.weeks, 7 * day),
        (keep.months, _MONTH),
        (keep.years, 365 * day),
    ):
        ages |= {number * step: None for number in range(count)}
    now = newest + per_month * month
    return [max(now - per_month * (age / _MONTH), 0) for age in ages if age <= history]
