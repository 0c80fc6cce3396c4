"""The periods of a year as the clerk sees them: closed, open, or not over yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.closings.closing import Closing
from desk.closings.periods import Closable, closable
from desk.store import Store


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period with its closings, the newest first; ``differing`` units once they are compared.

    ``within`` is a longer closed period that holds its days, though it is open itself.
    """

    period: Closable
    closings: tuple[Closing, ...]
    is_over: bool
    differing: int | None = None
    moved: int = 0  # units of which the rank alone differs
    within: Closing | None = None

    @property
    def held(self) -> Closing | None:
        """The closing that holds now."""
        return next((one for one in self.closings if one.holds), None)

    @property
    def shown(self) -> Closing | None:
        """The closing whose figures are looked at: the one that holds, else the last one."""
        return self.held or next(iter(self.closings), None)

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        if self.held:
            return "已结账"
        if self.within:
            return f"在已结账的{self.within.name}里"
        if self.closings:
            return "已重新打开"
        return "未结账" if self.is_over else "未到期"

    @property
    def compared(self) -> str:
        """How the published figures and today's compare, in words."""
        if self.shown is None:
            return ""
        if self.differing is None:
            return "正在比较……"
        parts = [f"{self.differing} 家不同"] if self.differing else []
        parts += [f"{self.moved} 家只是名次变"] if self.moved else []
        return "，".join(parts) or "一致"


def period_rows(store: Store, year: int, today: date) -> list[PeriodRow]:
    """The periods that end in a year and have begun, the newest first."""
    with store.read() as work:
        periods = closable(work.catalogue.schemes(), year)
        closings = work.closings.all()
    begun = [one for one in periods if one.first <= today]
    return [_row(one, closings, today) for one in reversed(begun)]


def _row(period: Closable, closings: Sequence[Closing], today: date) -> PeriodRow:
    own = tuple(one for one in closings if one.key == period.key)
    around = (
        one
        for one in closings
        if one.holds
        and one.key != period.key
        and one.first <= period.first
        and period.last <= one.last
    )
    return PeriodRow(period, own, period.last < today, within=next(around, None))
