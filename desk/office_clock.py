"""The office's clock: Beijing time, whatever zone this PC is set to."""

from datetime import date, datetime, time, timedelta, timezone

OFFICE_CLOCK = timezone(timedelta(hours=8))  # one for the whole country
_FIRST_YEAR, _LAST_YEAR = 1980, 9000
UNKNOWN = datetime.min.replace(tzinfo=OFFICE_CLOCK)  # where what was written is no moment any more


def office_time(moment: datetime) -> datetime:
    """An aware moment as the office's clock shows it; a naive one is what it shows."""
    return moment.astimezone(OFFICE_CLOCK) if moment.tzinfo else moment.replace(tzinfo=OFFICE_CLOCK)


def day_of(moment: datetime) -> date:
    """The office's day of a moment."""
    return office_time(moment).date()


def is_moment(found: datetime) -> bool:
    """Whether what a file tells can be held against other moments, and reckoned with."""
    return found.tzinfo is not None and _FIRST_YEAR <= found.year < _LAST_YEAR


def minute_words(moment: datetime) -> str:
    """A moment as lists and sheets show it: 2026-07-15 09:30."""
    return _words(moment, "%Y-%m-%d %H:%M")


def second_words(moment: datetime) -> str:
    """A moment to the second, for the trail: 2026-07-15 09:30:12."""
    return _words(moment, "%Y-%m-%d %H:%M:%S")


def _words(moment: datetime, form: str) -> str:
    return "时间不明" if moment == UNKNOWN else office_time(moment).strftime(form)


def moment_at(day: date, at: time = time.min) -> datetime:
    """The moment at which the office's clock shows a time of a day."""
    return datetime.combine(day, at, OFFICE_CLOCK)
