"""Which rows of the pool are shown."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.issue.pool import PoolRow


class Choice(StrEnum):
    """A way to narrow the pool."""

    ALL = "全部"
    FREE = "没用过的"
    LATE = "超时的"
    ALIKE = "和印发过的相似"

    def takes(self, row: "PoolRow") -> bool:
        """Whether a row is shown."""
        match self:
            case Choice.FREE:
                return not row.is_apart
            case Choice.LATE:
                return row.is_late
            case Choice.ALIKE:
                return bool(row.facts.twins)
            case _:
                return True
