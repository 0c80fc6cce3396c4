"""Zeroing (清零): lines that bring a period's points to nothing, and give them back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from desk.scoring.lines import Line, PeriodLine, Stage
from desk.scoring.periods.counters import ZeroChange
from desk.scoring.periods.history import Placed
from desk.scoring.periods.wording import figure
from desk.scoring.periods.writing import period_line
from desk.units import Unit

_ZERO = Decimal(0)


def zeroed(lines: Iterable[Placed], changes: Sequence[ZeroChange], unit: Unit) -> list[Line]:
    """The lines by day, with those that zero them at the end of their days.

    What is zeroed are the lines whose own day, beside them, lies in the period.
    """
    held = list(lines)
    if not changes:
        return [line for line, _ in held]
    by_day: defaultdict[date, list[Placed]] = defaultdict(list)
    for line, home in held:
        by_day[line.day].append((line, home))
    book = _Book(unit)
    found: list[Line] = []
    for day in sorted({*by_day, *(one.day for one in changes)}):
        found += (line for line, _ in by_day.get(day, []))
        found += book.closed(day, by_day.get(day, []), [one for one in changes if one.day == day])
    return found


class _Book:
    """What is taken to nothing so far, by component."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._lines: list[Placed] = []
        self._in_force: list[ZeroChange] = []
        self._taken: defaultdict[str, Decimal] = defaultdict(Decimal)

    def closed(
        self, day: date, lines: Sequence[Placed], changes: Sequence[ZeroChange]
    ) -> Iterator[PeriodLine]:
        """The lines that zero a day, after its own lines."""
        self._lines += lines
        for one in changes:
            self._take_up(one)
        wanted = defaultdict(Decimal) if changes else self._taken.copy()
        for line, home in self._lines if changes else lines:
            if any(zero.first <= home <= zero.last for zero in self._in_force):
                wanted[line.component] -= line.points
        about = next((one for one in changes), None) or next(iter(self._in_force), None)
        for component in dict.fromkeys([*self._taken, *wanted]):
            points = wanted.get(component, _ZERO) - self._taken[component]
            self._taken[component] += points
            if points and about is not None:
                yield self._line(day, component, points, about)

    def _take_up(self, change: ZeroChange) -> None:
        if change.begins:
            self._in_force.append(change)
            return
        key = (change.first, change.last, change.judged)
        gone = next(one for one in self._in_force if (one.first, one.last, one.judged) == key)
        self._in_force.remove(gone)

    def _line(self, day: date, component: str, points: Decimal, about: ZeroChange) -> PeriodLine:
        clause = about.judged.clause
        if about.begins:
            text = f"{clause.zero}：{about.why}，{component} {figure(-points)} 分按 0 分计"
        else:
            text = f"不再{clause.zero}：{about.why}已经冲销，恢复{component} {figure(points)} 分"
        said = clause.zero.value, text, component
        return period_line(about.judged, self._unit.id, day, Stage.ZERO, points, *said)
