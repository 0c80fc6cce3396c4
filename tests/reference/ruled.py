"""The periods of a unit, and what is counted in them."""

from fractions import Fraction

from tests.reference.seeing import about_unit, holds, of_table, unit_view
from tests.reference.times import periods, scheme_of


class Ruled:
    """The periods of a unit, each with the scheme in force on its last day."""

    def __init__(self, unit, office, purpose, begin, last):
        self.unit, self.office, self.purpose = unit, office, purpose
        self.begin, self.last = begin, last
        self.view = unit_view(unit, office.groups)
        self.schemes = [one for one in office.schemes if one.purpose == purpose]
        self.schemes.sort(key=lambda one: (one.valid_from, one.id))

    def of(self, table):
        """Rows of a table that are about the unit, each with its periods."""
        for scheme in self.schemes:
            for row in of_table(table, scheme):
                if about_unit(row, self.unit, self.office.groups):
                    for period in self.periods(scheme, row.span):
                        yield row, period

    def periods(self, scheme, span):
        """A scheme's own periods."""
        for period in periods(scheme, span, self.begin, self.last):
            if scheme_of(self.schemes, self.purpose, period.last) is scheme:
                yield period

    def holding(self, scheme, span, day):
        """The period of the span with that day, by a scheme."""
        return next((one for one in periods(scheme, span, day, day)), None)


def matches(row, change, view):
    """Whether a change is of a fact the row asks for; of units, the credited one is asked."""
    return holds(row, change.about.view | view)


def counted(row, matter, period, mine, view):
    """Items of a kind in a period."""
    return sum(
        (
            one.weight
            for one in mine
            if period.first <= one.day <= period.last
            and one.about.fact.matter == matter
            and matches(row, one, view)
        ),
        Fraction(0),
    )
