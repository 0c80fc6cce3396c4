"""Rounding (取舍): how many decimals each kind of figure has, and what becomes of the rest."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.results import Rest, Rounded, Rounding
from desk.scoring.figures import steps

_USUAL = {
    Rounded.SHARE: Rounding(figure=Rounded.SHARE, decimals=2),
    Rounded.CONVERTED: Rounding(figure=Rounded.CONVERTED, decimals=2),
    Rounded.AVERAGE: Rounding(figure=Rounded.AVERAGE, decimals=2),
    Rounded.RATE: Rounding(figure=Rounded.RATE, decimals=1),
}

Roundings = Mapping[Rounded, Rounding]


def roundings(clauses: Iterable[Clause] = ()) -> Roundings:
    """How each figure is rounded; one that is not there stays exact. The first row counts."""
    told: dict[Rounded, Rounding] = {}
    for clause in clauses:
        if isinstance(clause, Rounding):
            told.setdefault(clause.figure, clause)
    return _USUAL | told


def settle(value: Fraction, how: Rounding) -> Decimal:
    """Round a figure as a clause says; what goes up goes away from zero."""
    return _decimal(steps(value * 10**how.decimals, how.mode), how.decimals)


def deal(points: Decimal, parts: int, how: Rounding, lead: int = 0) -> tuple[Decimal, ...]:
    """Deal points evenly; the steps left over go where the clause says.

    Points finer than a step are rounded first. Negative points are dealt as positive ones, so
    that what is taken back mirrors what was given.
    """
    if how.rest is Rest.NOBODY:
        return (settle(Fraction(points) / parts, how),) * parts
    whole = steps(Fraction(points) * 10**how.decimals, how.mode)
    each, left = divmod(abs(whole), parts)
    more = _first(parts, left) if how.rest is Rest.FIRST else _at(parts, lead, left)
    sign = -1 if whole < 0 else 1
    return tuple(_decimal(sign * (each + extra), how.decimals) for extra in more)


def _first(parts: int, left: int) -> Sequence[int]:
    return [1] * left + [0] * (parts - left)


def _at(parts: int, lead: int, left: int) -> Sequence[int]:
    return [left if place == lead else 0 for place in range(parts)]


def _decimal(number: int, decimals: int) -> Decimal:
    digits = tuple(map(int, str(abs(number))))
    return Decimal((int(number < 0), digits, -decimals))
