"""Use case: every duty there is now, for 今日 and for the cards of units."""

from collections.abc import Iterable
from datetime import datetime

from desk.agenda.duty import Duty, Field, Finder, Ground, Machine
from desk.agenda.finders import FINDERS
from desk.store import Work
from desk.timing import calendar_of

_ORDER = {field: at for at, field in enumerate(Field)}


def ground_of(work: Work, now: datetime, machine: Machine | None = None) -> Ground:
    """What duties are found on."""
    units = {one.id: one for one in work.registry.units()}
    return Ground(work, now, units, calendar_of(work), machine)


def duties(ground: Ground, finders: Iterable[Finder] | None = None) -> list[Duty]:
    """All open duties, those to come too: fields in their order, the earliest limit first."""
    found = (duty for find in finders or FINDERS for duty in find(ground))
    return sorted(found, key=lambda one: (_ORDER[one.field], one.due or one.shown, one.key))
