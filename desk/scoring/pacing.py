"""Which pace holds on a day: that of the scheme in force."""

from datetime import date

from desk.scoring.basis import Basis
from desk.scoring.pace import BY_CALENDAR, Pacing
from desk.scoring.scheme import Purpose


def pacing_of(basis: Basis, day: date) -> Pacing:
    """How the scheme of points in force on a day reckons the pace; by calendar without one."""
    held = [one for one in basis.schemes if one.valid_from <= day and one.purpose is Purpose.POINTS]
    if not held:
        return BY_CALENDAR
    scheme = max(held, key=lambda one: (one.valid_from, one.id))
    return Pacing(scheme.pace, scheme.progress, scheme.start_month, basis.specials)
