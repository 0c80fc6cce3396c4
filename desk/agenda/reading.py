"""Use case: every duty there is now, for 今日 and for the cards of units."""

from datetime import datetime

from desk.agenda.duty import Duty, Field, Ground
from desk.agenda.finders import FINDERS
from desk.calendar import by_day
from desk.store import Work


def ground_of(work: Work, now: datetime) -> Ground:
    """What duties are found on."""
    units = {one.id: one for one in work.registry.units()}
    return Ground(work, now, units, by_day(work.lists.special_days()))


def duties(ground: Ground) -> list[Duty]:
    """All open duties, those to come too: fields in their order, the earliest limit first."""
    order = {field: at for at, field in enumerate(Field)}
    found = (duty for find in FINDERS for duty in find(ground))
    return sorted(found, key=lambda one: (order[one.field], one.due or one.shown, one.key))
