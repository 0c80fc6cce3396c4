"""As published and as known today, side by side: which unit and which line differ."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.scoring.figures import printed
from desk.scoring.lines import Line
from desk.scoring.results import ScoreTable, UnitScore
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class LineDifference:
    """A line that stands on one side only; ``points`` is what it adds today to the published."""

    day: date
    title: str
    text: str
    points: Decimal
    is_new: bool  # only known today; else only published

    @property
    def told(self) -> str:
        """On which side it stands, in words."""
        return "结账后新增" if self.is_new else "结账时有，现在没有"


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """One unit on both sides; None where it stands on one only."""

    unit: Unit
    group: str
    published: UnitScore | None
    today: UnitScore | None
    lines: tuple[LineDifference, ...]

    @property
    def points(self) -> Decimal:
        """How many points today has more than was published."""
        zero = Decimal(0)
        now = self.today.points if self.today else zero
        return now - (self.published.points if self.published else zero)

    @property
    def only_moved(self) -> bool:
        """Whether nothing of its own differs: others have passed it, or fell behind it."""
        words = list(_changes(self.published, self.today))
        return not self.lines and all(one.startswith("名次") for one in words)

    @property
    def told(self) -> str:
        """What differs, in words."""
        return "；".join(_changes(self.published, self.today)) or f"明细有 {len(self.lines)} 处不同"


_FIGURES = (
    ("得分", "points"),
    ("原始分", "raw"),
    ("名次", "rank"),
    ("报送", "submitted"),
    ("采用", "adopted"),
    ("目标分", "quota"),
    ("完成率", "completion"),
    ("折算分", "converted"),
)


def differences(published: ScoreTable, today: ScoreTable) -> tuple[UnitDifference, ...]:
    """The units whose figures or lines differ, in the order of the published table.

    Those whose rank alone has changed come last.
    """
    then, now = _by_unit(published), _by_unit(today)
    found = []
    for unit_id in dict.fromkeys((*then, *now)):
        group, before = then.get(unit_id, ("", None))
        group_now, after = now.get(unit_id, ("", None))
        either = before or after
        if either is None:
            continue
        lines = tuple(_lines(before, after))
        if lines or any(_changes(before, after)):
            found.append(UnitDifference(either.unit, group or group_now, before, after, lines))
    return tuple(sorted(found, key=lambda one: one.only_moved))


def _by_unit(table: ScoreTable) -> dict[int, tuple[str, UnitScore | None]]:
    return {one.unit.id: (each.group.name, one) for each in table.groups for one in each.units}


def _changes(before: UnitScore | None, after: UnitScore | None) -> Iterator[str]:
    if before is None or after is None:
        yield "结账时没有这个单位" if before is None else "现在没有这个单位"
        return
    for word, name in _FIGURES:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield f"{word} {_shown(was)}→{_shown(now)}"


def _shown(value: Decimal | int | None) -> str:
    if value is None:
        return "无"
    return printed(value) if isinstance(value, Decimal) else str(value)


def _lines(before: UnitScore | None, after: UnitScore | None) -> Iterator[LineDifference]:
    """The lines of one side that have none alike on the other, by day."""
    then = _counted(before.lines if before else ())
    now = _counted(after.lines if after else ())
    gone, new = then - now, now - then
    found = [_difference(key, is_new=False) for key in gone.elements()]
    found += [_difference(key, is_new=True) for key in new.elements()]
    yield from sorted(found, key=lambda one: (one.day, one.title, one.is_new, one.text))


_Key = tuple[date, str, str, Decimal]


def _counted(lines: Iterable[Line]) -> Counter[_Key]:
    return Counter((one.day, one.title, one.text, one.points) for one in lines)


def _difference(key: _Key, *, is_new: bool) -> LineDifference:
    day, title, text, points = key
    return LineDifference(day, title, text, points if is_new else -points, is_new)
