"""Use case: look at 今日 as it is at a moment."""

from collections.abc import Iterable
from datetime import datetime

from desk.agenda.duty import Duty, Finder, Machine
from desk.agenda.finders import FINDERS, LATER
from desk.agenda.lines import Agenda, agenda
from desk.agenda.reading import duties, ground_of
from desk.agenda.sheet import day_sheet
from desk.agenda.snooze import snoozes
from desk.reports.register import Register
from desk.store import Store
from desk.timing import calendar_of


def found(
    store: Store, now: datetime, machine: Machine | None, finders: Iterable[Finder] = FINDERS
) -> list[Duty]:
    """What these finders find, what is to come too."""
    with store.read() as work:
        return duties(ground_of(work, now, machine), tuple(finders))


def look(store: Store, now: datetime, machine: Machine | None) -> Agenda:
    """All of 今日, as it is printed and told without a window."""
    some = found(store, now, machine, (*FINDERS, *LATER))
    with store.read() as work:
        return agenda(some, snoozes(work).on(now), now)


def sheet(store: Store, now: datetime, machine: Machine | None, who: str) -> Register:
    """The day's sheet."""
    seen = look(store, now, machine)
    with store.read() as work:
        return day_sheet(seen, now, calendar_of(work), who)
