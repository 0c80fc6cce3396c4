"""Which numbers an issue counts in (期号, 总期号)."""

from datetime import date

from desk.issues import Series
from desk.publications import Numbering


def year_of(numbering: Numbering, day: date) -> int:
    """The year a number counts in; 0 where numbers never begin again."""
    return day.year if numbering.yearly else 0


def counted_in(numbering: Numbering, series: Series) -> Series:
    """The series whose numbers an issue takes: 特刊 are regular ones unless told apart."""
    if series is Series.SPECIAL and not numbering.specials_apart:
        return Series.REGULAR
    return series


def has_total(numbering: Numbering, series: Series) -> bool:
    """Whether it bears a 总期号: only issues in the regular row do."""
    return numbering.has_total and series is Series.REGULAR
