"""Our own task at the upper levels (本办任务, R173): reached, to be booked, pace, gap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.forwardings.forwarding import Count, Forwarding
from desk.own_tasks import printed_above
from desk.publications import Tier
from desk.repositories.matters import MatterQuery
from desk.scoring.figures import percent, printed, rounded
from desk.store import Work
from desk.units import UpperTask

_NOTHING = Decimal(0)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Reach:
    """Points the upper level published, and items it used, each item once a level."""

    points: Decimal = _NOTHING
    items: int = 0


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A level's task: what is in the ledger, what waits to be booked (待记), the year's share."""

    task: UpperTask
    booked: Reach
    waiting: Reach
    gone: Fraction  # of the year

    @property
    def reached(self) -> Reach:
        """Both together."""
        return Reach(
            self.booked.points + self.waiting.points, self.booked.items + self.waiting.items
        )

    @property
    def pace(self) -> Decimal:
        """How much of the year is over, in percent."""
        return rounded(self.gone * 100, _TENTH)

    @property
    def done(self) -> Decimal:
        """How much of the task is reached, in percent: by points, else by items."""
        if self.task.points:
            return percent(self.reached.points, self.task.points)
        return percent(self.reached.items, self.task.items)

    @property
    def is_behind(self) -> bool:
        """Whether less is reached than the year's share."""
        return self.done < self.pace

    @property
    def forecast(self) -> str:
        """What the year gives at this rate."""
        if not self.gone:
            return ""
        if self.task.points:
            points = rounded(Fraction(self.reached.points) / self.gone, _TENTH)
            return f"{printed(points)} 分"
        return f"{int(Fraction(self.reached.items) / self.gone)} 条"

    @property
    def gap(self) -> str:
        """What is lacking in words; "" where nothing is."""
        points = self.task.points - self.reached.points
        items = self.task.items - self.reached.items
        parts = [f"{printed(points)} 分"] if points > 0 else []
        parts += [f"{items} 条"] if items > 0 else []
        return f"还差 {'、'.join(parts)}" if parts else ""

    @property
    def words(self) -> str:
        """The task in one line, for 今日."""
        reached, task = self.reached, self.task
        said = (
            f"{printed(reached.points)}/{printed(task.points)} 分"
            if task.points
            else f"{reached.items}/{task.items} 条"
        )
        return f"{task.tier} {said}，完成 {self.done}%，序时 {self.pace}%"


@dataclass(frozen=True, slots=True)
class Board:
    """The tasks of a year, and media by level."""

    year: int
    tasks: tuple[OwnTask, ...]
    others: tuple[tuple[str, Reach], ...]  # levels without a task
    media: tuple[tuple[str, int], ...]  # level and number of uses


def board(work: Work, today: date) -> Board:
    """Where we stand this year."""
    year, order = today.year, list(Tier)
    booked, items = _booked(work, year, today)
    first, last = date(year, 1, 1), date(year, 12, 31)
    query = MatterQuery(first=date(year - 1, 1, 1), last=today)
    held = [one for one in work.matters.all(Forwarding, query) if one.is_adopted]
    tiers = {one.id: one.tier for one in work.catalogue.publications()}
    waiting = _waiting(
        [one for one in held if one.result_day and first <= one.result_day <= last], tiers, items
    )
    gone = Fraction((today - first).days + 1, (last - first).days + 1)
    tasks = [
        OwnTask(
            one,
            booked.get(Tier(one.tier), Reach()),
            waiting.get(Tier(one.tier), Reach()),
            gone,
        )
        for one in work.registry.upper_tasks(year)
    ]
    tasks.sort(key=lambda one: order.index(Tier(one.task.tier)))
    asked = {one.task.tier for one in tasks}
    others = [
        (tier.value, _sum((booked.get(tier), waiting.get(tier))))
        for tier in order
        if tier.value not in asked and (tier in booked or tier in waiting) and tier is not Tier.OWN
    ]
    return Board(year, tuple(tasks), tuple(others), _media(work, first, last))


def behind_at(work: Work, today: date) -> list[str]:
    """The tasks that are behind the pace, in words."""
    return [one.words for one in board(work, today).tasks if one.is_behind]


def _booked(
    work: Work, year: int, today: date
) -> tuple[dict[Tier, Reach], dict[Tier, set[object]]]:
    """What the ledger holds, and of which items."""
    points: dict[Tier, Decimal] = {}
    items: dict[Tier, set[object]] = {}
    for tier, fact in printed_above(work, year, today):
        name = fact.item_id or fact.particulars.item or fact.title or fact.id
        points[tier] = points.get(tier, _NOTHING) + (fact.particulars.external or _NOTHING)
        items.setdefault(tier, set()).add(name)
    return {tier: Reach(points[tier], len(items[tier])) for tier in points}, items


def _waiting(
    held: Iterable[Forwarding], tiers: dict[int, Tier], booked: dict[Tier, set[object]]
) -> dict[Tier, Reach]:
    """What was used and waits to be booked; an item of both channels is there once."""
    found: dict[Tier, Reach] = {}
    seen = {tier: set(items) for tier, items in booked.items()}
    for one in sorted(held, key=lambda held: held.id):
        tier = tiers.get(one.publication_id)
        if tier is None or one.booked or one.count is Count.NO or one.uncounted:
            continue
        names = seen.setdefault(tier, set())
        reach = found.get(tier, Reach())
        is_new = one.draft_id not in names
        names.add(one.draft_id)
        points = one.external or _NOTHING
        found[tier] = Reach(reach.points + points, reach.items + is_new)
    return found


def _media(work: Work, first: date, last: date) -> tuple[tuple[str, int], ...]:
    """How often media took what went up, by their level."""
    counts: dict[str, int] = {}
    query = MatterQuery(first=date(first.year - 1, 1, 1), last=last)
    for one in work.matters.all(Forwarding, query):
        for use in one.media if not one.withdrawn else ():
            if first <= use.day <= last:
                counts[use.level] = counts.get(use.level, 0) + 1
    order = ["国家级", "省级", "市级"]
    levels = sorted(counts, key=lambda one: (order.index(one) if one in order else 9, one))
    return tuple((one, counts[one]) for one in levels)


def _sum(some: Iterable[Reach | None]) -> Reach:
    held = [one for one in some if one is not None]
    return Reach(sum((one.points for one in held), _NOTHING), sum(one.items for one in held))
