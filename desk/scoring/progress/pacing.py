"""Which pace holds on a day: that of the scheme in force."""

from datetime import date

from desk.scoring.basis import Basis
from desk.scoring.progress.pace import BY_CALENDAR, Pacing
from desk.scoring.scheme import Purpose
from desk.scoring.years import on_day


def pacing_of(basis: Basis, day: date) -> Pacing:
    """How the scheme of points in force on a day reckons the pace; by calendar without one."""
    scheme = on_day(basis.schemes, day, Purpose.POINTS)
    if scheme is None:
        return BY_CALENDAR
    return Pacing(scheme.pace, scheme.progress, scheme.start_month, basis.specials)
