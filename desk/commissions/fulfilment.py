"""How units fulfil commissions over a time (约稿完成情况): the table, and one unit's record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from desk.booking import facts_standing
from desk.commissions.commission import Commission, Outcome, Task
from desk.commissions.results import fact_day, proposed
from desk.office_clock import day_of
from desk.repositories.matters import EVERY, MatterQuery
from desk.stat_table import PERCENT, Head, StatTable, Value
from desk.store import Work
from desk.units import Unit

K = TypeVar("K")
_NOTE = "按应报日计。应报不含免报；按时率为按时篇数除以应报篇数，未到期、未定结果的不计入应报。"


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one commission at one unit; ``outcome`` None: still under way.

    It is the one confirmed, else the one by the clock.
    """

    commission: Commission
    task: Task
    day: date  # it counts on
    outcome: Outcome | None

    @property
    def is_extended(self) -> bool:
        """Whether the unit was given more time."""
        return self.task.due is not None


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """The figures of a unit, a commission, or all."""

    on_time: int = 0
    late: int = 0
    none: int = 0
    poor: int = 0
    running: int = 0
    exempt: int = 0
    extended: int = 0

    @property
    def asked(self) -> int:
        """How many had to be answered by now."""
        return self.on_time + self.late + self.none + self.poor

    @property
    def rate(self) -> Decimal | None:
        """The part that came on time, of 1; None where nothing was asked."""
        return Decimal(self.on_time) / self.asked if self.asked else None

    @property
    def words(self) -> str:
        """约稿 6 次，按时 4 次，逾期 1 次，未报 1 次."""
        parts = (
            ("按时", self.on_time),
            ("逾期", self.late),
            ("未报", self.none),
            ("质量不合格", self.poor),
            ("未到期", self.running),
            ("免报", self.exempt),
        )
        told = "".join(f"，{label} {count} 次" for label, count in parts if count)
        return f"约稿 {self.asked + self.running + self.exempt} 次{told}"


def record_of(work: Work, unit_id: int, now: datetime) -> str:
    """A unit's record of the year in one sentence; "" where it was asked nothing."""
    year = day_of(now).year
    query = MatterQuery(unit_id=unit_id)
    found = fulfilled(work, date(year, 1, 1), date(year, 12, 31), now, query=query)
    own = [one for one in found if one.task.unit_id == unit_id]
    return f"今年{counted(own).words}。" if own else ""


def fulfilled(
    work: Work, first: date, last: date, now: datetime, *, query: MatterQuery = EVERY
) -> list[Done]:
    """What became of everything that counts on some days, by commission.

    What is booked counts on the day of its fact, so that the ledger says the same.
    """
    found = []
    for one in reversed(work.matters.all(Commission, query)):
        if one.issued is None or one.withdrawn:
            continue
        for task in one.tasks:
            day = _day(work, one, task, now)
            if first <= day <= last:
                outcome = None if task.exempt else task.outcome or proposed(one, task, now)
                found.append(Done(one, task, day, outcome))
    return found


def counted(done: Iterable[Done]) -> Fulfilment:
    """The figures of what was done."""
    held = list(done)
    exempt = sum(bool(one.task.exempt) for one in held)

    def times(outcome: Outcome | None) -> int:
        return sum(one.outcome is outcome for one in held)

    return Fulfilment(
        times(Outcome.ON_TIME),
        times(Outcome.LATE),
        times(Outcome.NONE),
        times(Outcome.POOR),
        times(None) - exempt,
        exempt,
        sum(one.is_extended for one in held),
    )


def by_unit(done: Sequence[Done], units: Sequence[Unit], about: str) -> StatTable:
    """A line for each unit that was asked, in the order of the registry, and their sum."""
    held = _grouped(done, lambda one: one.task.unit_id)
    rows = [(one.name, held[one.id]) for one in units if one.id in held]
    return _stat(f"约稿完成情况（{about}）", "单位", rows, done)


def by_commission(done: Sequence[Done], about: str) -> StatTable:
    """A line for each commission, and their sum."""
    rows = list(_grouped(done, lambda one: one.commission.name).items())
    return _stat(f"各次约稿完成情况（{about}）", "约稿", rows, done)


def _day(work: Work, one: Commission, task: Task, now: datetime) -> date:
    facts = facts_standing(work, task.booked)
    if facts:
        return facts[0].day
    return fact_day(one, task, day_of(now)) if task.outcome else day_of(one.due_of(task))


def _grouped(done: Sequence[Done], key: Callable[[Done], K]) -> dict[K, list[Done]]:
    found: dict[K, list[Done]] = {}
    for one in done:
        found.setdefault(key(one), []).append(one)
    return found


def _stat(
    title: str, first: str, rows: Sequence[tuple[str, Sequence[Done]]], done: Sequence[Done]
) -> StatTable:
    heads = (
        Head("序号", width=6),
        Head(first, width=26, left=True),
        Head("应报", width=8),
        Head("完成情况", tuple(Head(one.value, width=10) for one in Outcome)),
        Head("按时率", width=10, shown=PERCENT),
        Head("未到期", width=8),
        Head("免报", width=8),
        Head("延期", width=8),
    )
    lines = [_line(at, name, counted(own)) for at, (name, own) in enumerate(rows, start=1)]
    if len(lines) > 1:
        lines.append(_line(None, "合计", counted(done)))
    strong = frozenset({len(lines) - 1}) if len(lines) > 1 else frozenset[int]()
    return StatTable(title, heads, tuple(lines), _NOTE, strong)


def _line(at: int | None, name: str, one: Fulfilment) -> tuple[Value, ...]:
    came = (one.on_time, one.late, one.none, one.poor)
    return (at, name, one.asked, *came, one.rate, one.running, one.exempt, one.extended)
