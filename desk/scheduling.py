"""When issues are due, and which were missed."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.auditing import By, note
from desk.calendar import Specials, add_working_days, by_day, is_working
from desk.compiling import publication_of
from desk.errors import FieldError
from desk.issues import Series
from desk.publications import Publication, Rhythm, Schedule
from desk.store import Store, Work
from desk.voids import SkippedDay

_DAY = timedelta(1)
LOOK_BACK = timedelta(60)  # what was missed earlier is no longer called after


def due_days(schedule: Schedule, first: date, last: date, specials: Specials) -> list[date]:
    """The days from ``first`` to ``last`` on which an issue is due, each a working day.

    What falls on a day of rest is due on the next working day; two that meet there are one.
    """
    first = max(first, schedule.since) if schedule.since else first
    begin = first
    while not is_working(begin - _DAY, specials):  # what fell there may be due from ``first`` on
        begin -= _DAY
    moved = {
        add_working_days(day, 0, specials)
        for day in _days(begin, last)
        if _is_named(schedule, day, specials)
    }
    return sorted(day for day in moved if first <= day <= last)


def next_due(schedule: Schedule, day: date, specials: Specials) -> date | None:
    """The first day from ``day`` on that an issue is due; None where none is within a year."""
    begin = max(day, schedule.since) if schedule.since else day
    for ahead in (7, 45, 366):
        found = due_days(schedule, begin, begin + timedelta(ahead), specials)
        if found:
            return found[0]
    return None


def uncovered(schedule: Schedule, due: Sequence[date], issued: Collection[date]) -> list[date]:
    """The due days that no issue stands for; one issue stands for one of them.

    A daily's is dated that very day. Others may be early within the week or month, or late until
    the next is due.
    """
    left, found = sorted(issued), []
    for place, day in enumerate(due):
        after = due[place - 1] + _DAY if place else date.min
        before = due[place + 1] if place + 1 < len(due) else date.max
        early = max(after, _period_start(schedule, day))
        late = day + _DAY if schedule.rhythm is Rhythm.WORKDAYS else before
        mine = next((one for one in left if early <= one < late), None)
        if mine is None:
            found.append(day)
        else:
            left.remove(mine)
    return found


@dataclass(frozen=True, slots=True)
class Missing:
    """A publication that owes an issue of a day."""

    publication: Publication
    day: date

    def told(self, today: date) -> str:
        """It in a sentence."""
        if self.day == today:
            return f"今天应出《{self.publication.name}》，还没有新建"
        year = "" if self.day.year == today.year else f"{self.day.year}年"
        return f"{year}{self.day.month}月{self.day.day}日的《{self.publication.name}》没有出刊"


def all_missing(work: Work, publications: Iterable[Publication], today: date) -> list[Missing]:
    """What the publications in use owe up to today, the newest first.

    On those days an issue was due, and none was begun nor skipped.
    """
    first = today - LOOK_BACK
    watched = [one for one in publications if _is_watched(one, today)]
    if not watched:
        return []
    specials = by_day(work.lists.special_days())
    begin = first - timedelta(31)  # an issue a little before the first day may stand for it
    issued = [
        (one.publication_id, one.day)
        for one in work.issues.numbered(since=begin)
        if one.series is not Series.SUPPLEMENT
    ]
    skipped = {(one.publication_id, one.day) for one in work.voids.skipped(since=first)}
    found = [
        Missing(publication, day)
        for publication in watched
        for day in uncovered(
            publication.schedule,
            due_days(publication.schedule, first, today, specials),
            [day for of, day in issued if of == publication.id],
        )
        if (publication.id, day) not in skipped
    ]
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.publication.id))


def _is_watched(publication: Publication, today: date) -> bool:
    schedule = publication.schedule
    is_due = schedule.rhythm is not Rhythm.NONE and publication.active and publication.template
    return bool(is_due) and schedule.since is not None and schedule.since <= today


def skip(store: Store, publication_id: int, day: date, reason: str, *, by: By) -> None:
    """Record that no issue comes out on a due day, and why."""
    if not reason.strip():
        raise FieldError("reason", "不出刊要写明理由，例如“放假停刊”。")
    with store.begin() as work:
        publication = publication_of(work, publication_id)
        work.voids.skip(SkippedDay(publication_id, day, reason.strip(), by.who, by.now))
        told = f"《{publication.name}》{day}：{reason.strip()}"
        note(work, by, "记为不出刊", f"publication:{publication_id}", told)


def unskip(store: Store, publication_id: int, day: date, *, by: By) -> None:
    """Let a skipped day be due again (undo)."""
    with store.begin() as work:
        work.voids.unskip(publication_id, day)
        note(work, by, "收回不出刊", f"publication:{publication_id}", f"{day}")


def _days(first: date, last: date) -> Iterator[date]:
    for ahead in range((last - first).days + 1):
        yield first + timedelta(ahead)


def _is_named(schedule: Schedule, day: date, specials: Specials) -> bool:
    """Whether the schedule names a day, before days of rest are seen to."""
    if schedule.rhythm is Rhythm.WORKDAYS:
        return is_working(day, specials)
    if schedule.rhythm is Rhythm.WEEKLY:
        return day.weekday() in schedule.days
    if schedule.rhythm is Rhythm.MONTHLY:
        length = monthrange(day.year, day.month)[1]
        return day.day in schedule.days or (
            day.day == length and max(schedule.days, default=0) > length
        )
    return False


def _period_start(schedule: Schedule, day: date) -> date:
    if schedule.rhythm is Rhythm.WEEKLY:
        return day - timedelta(day.weekday())
    return day.replace(day=1) if schedule.rhythm is Rhythm.MONTHLY else day
