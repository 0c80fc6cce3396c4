"""The periods of a year as the clerk sees them: closed, open, or not over yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.closings.closing import Closing
from desk.closings.periods import Closable, closable
from desk.store import Store


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period with its closings, the newest first; ``differing`` units once they are compared."""

    period: Closable
    closings: tuple[Closing, ...]
    is_over: bool
    differing: int | None = None

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
        return f"{self.differing} 家不同" if self.differing else "一致"


def period_rows(store: Store, year: int, today: date) -> list[PeriodRow]:
    """The periods that end in a year and have begun, the newest first."""
    with store.read() as work:
        periods = closable(work.catalogue.schemes(), year)
        closings = work.closings.all()
    begun = [one for one in periods if one.first <= today]
    return [_row(one, closings, today) for one in reversed(begun)]


def _row(period: Closable, closings: Sequence[Closing], today: date) -> PeriodRow:
    own = tuple(one for one in closings if one.key == period.key)
    return PeriodRow(period, own, period.last < today)
