"""This PC: its clock, and the calendar it reckons working days by."""

from collections.abc import Iterator
from datetime import date, timedelta

from desk.agenda.duty import Duty, Field, Ground
from desk.calendar import known_until
from desk.office_clock import OFFICE_CLOCK, minute_words, moment_at

LEAP = timedelta(days=60)
_TOLERANCE = timedelta(minutes=10)  # a PC's clock is set right by some minutes now and then
_LOOKED_AT = 200  # changes: so many may be written before a wrong clock is believed
_OCTOBER, _DECEMBER = 10, 12


def clock(ground: Ground) -> Iterator[Duty]:
    """What is wrong with the PC's time; the limits are reckoned by it."""
    moments = [one.when for one in ground.work.audit.records(limit=_LOOKED_AT)]
    last = max(moments, default=ground.now)
    if ground.now < last - _TOLERANCE:
        yield _wrong(
            f"clock:back:{last:%Y%m%d%H%M}",
            f"电脑的时间（{minute_words(ground.now)}）比上一次改动（{minute_words(last)}）还早，请核对后改对",
            ground,
        )
    elif ground.now - last > LEAP:
        days = (ground.now - last).days
        yield _wrong(
            f"clock:leap:{last:%Y%m%d}",
            f"离上一次改动已有 {days} 天，电脑的日期（{ground.today}）要是不对，请先改对",
            ground,
        )
    offset = ground.machine.offset if ground.machine else OFFICE_CLOCK.utcoffset(None)
    if offset != OFFICE_CLOCK.utcoffset(None):
        text = f"电脑的时区是 {_zone(offset)}，不是北京时间；时限照北京时间算，请把时区改对"
        midnight = moment_at(ground.today)
        yield Duty(f"clock:zone:{offset}", Field.OFFICE, text, midnight, page="settings")


def calendar(ground: Ground) -> Iterator[Duty]:
    """A year whose holidays are not known: this one at once, the next one in October."""
    known = known_until().year
    years = {day.year for day in ground.specials}
    for year in (ground.today.year, ground.today.year + 1):
        if year <= known or year in years:
            continue
        yield Duty(
            key=f"office:calendar:{year}",
            field=Field.OFFICE,
            text=f"{year} 年放假和调休还没有录入，先按周一至周五算工作日",
            shown=moment_at(date(year - 1, _OCTOBER, 1)),
            due=moment_at(date(year - 1, _DECEMBER, 31)),
            page="registry",
            target="时限与日历",
        )


def _wrong(key: str, text: str, ground: Ground) -> Duty:
    return Duty(key, Field.OFFICE, text, moment_at(ground.today), page="settings", is_alarm=True)


def _zone(offset: timedelta) -> str:
    """A zone as UTC+9 or UTC-3:30."""
    minutes = round(offset / timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
