"""What was imported when (导入批次), so that it can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Sort(StrEnum):
    """What kind of table it was."""

    LEDGER = "台账"
    UPPER = "上级采用通报"


@dataclass(frozen=True, slots=True)
class Batch:
    """One import; ``report`` is the digest of its row-by-row report, "" where none was kept.

    ``source`` is what its facts name. Taken back means ``undone`` is set.
    """

    name: str
    digest: str
    when: datetime
    who: str
    rows: int
    facts: int
    sort: Sort = Sort.LEDGER
    detail: str = ""
    report: str = ""
    source: str = ""
    undone: datetime | None = None
    undone_by: str = ""
    id: int = 0

    @property
    def is_standing(self) -> bool:
        """Whether it counts."""
        return self.undone is None

    @property
    def state(self) -> str:
        """What to show of it."""
        return "有效" if self.is_standing else "已撤销"


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """How tables with these headers were read last time; ``plan`` is its TOML."""

    fingerprint: str
    name: str
    plan: str
    when: datetime
    who: str
