"""A case by its number: an office with its schemes, facts, and the days asked for."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.reference.office import Office, facts, office
from tests.reference.schemes import schemes


class Draw:
    """Choices that a number decides."""

    def __init__(self, seed):
        self._random = Random(seed)  # noqa: S311 - the same choices for the same number

    def one(self, choices):
        """One of several."""
        return choices[self._random.randrange(len(choices))]

    def some(self, choices, count):
        """Several, each at most once, in any order."""
        return tuple(self._random.sample(list(choices), min(count, len(choices))))

    def number(self, least, most):
        """A whole number between two, both included."""
        return self._random.randint(least, most)

    def odds(self, chance):
        """Whether something happens."""
        return self._random.random() < chance


@dataclass
class Case:
    """What is asked of both."""

    office: Office
    facts: list
    first: date
    last: date
    today: date | None


WINDOWS = (
    (date(2026, 1, 1), date(2026, 12, 31)),
    (date(2026, 1, 1), date(2026, 6, 30)),
    (date(2026, 4, 1), date(2026, 6, 30)),
    (date(2026, 3, 11), date(2026, 9, 3)),
    (date(2026, 8, 1), date(2026, 10, 31)),
)


def case(seed):
    """The case of that number."""
    draw = Draw(seed)
    made = office(draw, schemes(draw))
    first, last = draw.one(WINDOWS)
    booked = facts(draw, draw.one((2, 4, 8, 16)))
    today = None
    if draw.odds(0.2):
        newest = max((one.day for one in booked if one.day <= last), default=first)
        today = max(first, newest) + timedelta(draw.number(0, 40))
    return Case(made, booked, first, last, today)
