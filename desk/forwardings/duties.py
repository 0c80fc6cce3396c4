"""What is owed about reporting upwards: send today, ask for results, mind our own task."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from desk.agenda.duty import Duty, Field, Ground, Together
from desk.calendar import is_working
from desk.forwardings.board import behind_at
from desk.forwardings.forwarding import Forwarding
from desk.forwardings.register import Entry, entries
from desk.office_clock import day_of, moment_at
from desk.repositories.matters import OPEN
from desk.terms import CLOSING

_MONTHS, _LAST = 3, 12


def duties(ground: Ground) -> Iterator[Duty]:
    """What is marked to go up, on its day, and results that are long in coming, in one line."""
    held = ground.work.matters.all(Forwarding, OPEN)
    for one in entries(ground.work, held) if held else ():
        if one.forwarding.sent is None:
            yield _to_send(one)
        elif one.due is not None:
            yield _to_ask(one, one.due)


def own_task(ground: Ground) -> Iterator[Duty]:
    """Our own task at the upper level where it is behind, on a quarter's last working day."""
    day = _quarter_end(ground)
    if ground.today < day:  # counted on that day only: it takes the year's ledger
        return
    gaps = behind_at(ground.work, ground.today)
    if gaps:
        quarter = (day.month - 1) // _MONTHS + 1
        yield Duty(
            f"own-task:{day.year}:{quarter}",
            Field.FORWARDING,
            f"本办任务落后于第{'一二三四'[quarter - 1]}季度进度：{'；'.join(gaps)}",
            moment_at(day),
            moment_at(day, CLOSING),
            target="上报",
        )


def _to_send(one: Entry) -> Duty:
    held = one.forwarding
    state = "" if one.approval is None or one.approval.is_done else f"（{one.approval.text}）"
    return Duty(
        f"{held.subject}:send",
        Field.FORWARDING,
        f"报《{held.carrier}》：{held.title}{state}",
        moment_at(held.day),
        one.due,
        who=one.units,
        target=held.subject,
        unit_ids=held.units,
        together=Together("{} 篇待上报", "tasks", "上报"),
    )


def _to_ask(one: Entry, due: datetime) -> Duty:
    held = one.forwarding
    return Duty(
        f"{held.subject}:result:{due:%Y%m%d}",
        Field.FORWARDING,
        f"《{held.carrier}》没有回音，请催问或对账：{held.title}",
        moment_at(day_of(due)),
        due,
        target=held.subject,
        unit_ids=held.units,
        together=Together("{} 篇上报等结果超期，请催问或对账", "tasks", "上报", alone=1),
    )


def _quarter_end(ground: Ground) -> date:
    """The last working day of the quarter."""
    month = (ground.today.month - 1) // _MONTHS * _MONTHS + _MONTHS
    year = ground.today.year + (month == _LAST)
    last = date(year, month % _LAST + 1, 1) - timedelta(1)
    while not is_working(last, ground.specials):
        last -= timedelta(1)
    return last
