"""How good what each unit sends is (来稿情况): adopted, turned away and why, late."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desk.drafts import Status
from desk.errors import NotAllowedError
from desk.reasons import Reason
from desk.store import Store
from desk.surveys.unit_quality import UnitQuality
from desk.tally import Tally
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class Quality:
    """All units in use, and others that sent something; the most received first."""

    first: date
    last: date
    units: tuple[UnitQuality, ...]
    reasons: Mapping[str, Reason]


def quality(store: Store, first: date, last: date) -> Quality:
    """Count what came from first to last; raises NotAllowedError when they are swapped."""
    if last < first:
        raise NotAllowedError(
            f"开始日期 {first:%Y-%m-%d} 晚于结束日期 {last:%Y-%m-%d}，请把两个日期对调后再试。"
        )
    with store.read() as work:
        tallies = work.drafts.tallies(first, last)
        units = work.registry.units()
        reasons = {reason.code: reason for reason in work.lists.reasons()}
    counted = _counted(tallies, units)
    listed = [one for one in counted if one.unit.active or one.received]
    listed.sort(key=lambda one: -one.received)
    return Quality(first, last, tuple(listed), reasons)


def _counted(tallies: Iterable[Tally], units: Iterable[Unit]) -> list[UnitQuality]:
    statuses: dict[int, Counter[Status]] = {}
    reasons: dict[int, Counter[str]] = {}
    late: Counter[int] = Counter()
    for tally in tallies:
        statuses.setdefault(tally.unit_id, Counter())[tally.status] += tally.drafts
        late[tally.unit_id] += tally.late
        if tally.reason:
            reasons.setdefault(tally.unit_id, Counter())[tally.reason] += tally.drafts
    return [
        UnitQuality(
            unit,
            statuses.get(unit.id, Counter()),
            dict(reasons.get(unit.id, Counter()).most_common()),
            late[unit.id],
        )
        for unit in units
    ]
