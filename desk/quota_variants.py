"""Quotas to try: raised or lowered, or those of another year; nothing is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.scoring.figures import CENT, rounded
from desk.units import Quota, QuotaChange, SubQuota


def changed_by(quotas: Sequence[Quota], percent: Decimal) -> tuple[Quota, ...]:
    """Quotas raised (or, below zero, lowered) by so many percent; items to whole ones."""
    factor = 1 + Fraction(percent) / 100
    return tuple(
        replace(
            one,
            points=_points(one.points, factor),
            items=_items(one.items, factor),
            subs=_subs(one.subs, factor),
            changes=tuple(_change(change, factor) for change in one.changes),
        )
        for one in quotas
    )


def asked_in(quotas: Sequence[Quota], year: int) -> tuple[Quota, ...]:
    """Quotas of whatever year as if they were asked for in another."""
    return tuple(
        replace(
            one,
            year=year,
            changes=tuple(
                replace(change, since=_same_day(change.since, year - one.year + change.since.year))
                for change in one.changes
            ),
        )
        for one in quotas
    )


def _same_day(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)


def _points(points: Decimal, factor: Fraction) -> Decimal:
    return rounded(Fraction(points) * factor, CENT)


def _items(items: int, factor: Fraction) -> int:
    return int(rounded(items * factor, Decimal(1)))


def _subs(subs: tuple[SubQuota, ...], factor: Fraction) -> tuple[SubQuota, ...]:
    return tuple(
        replace(one, points=_points(one.points, factor), items=_items(one.items, factor))
        for one in subs
    )


def _change(change: QuotaChange, factor: Fraction) -> QuotaChange:
    return replace(
        change,
        points=_points(change.points, factor),
        items=_items(change.items, factor),
        subs=_subs(change.subs, factor),
    )
