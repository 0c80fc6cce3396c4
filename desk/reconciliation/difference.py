"""What reconciling finds: differences with both sides, and totals that tie out or don't."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sort(StrEnum):
    """What differs."""

    MISSING = "台账缺"
    EXTRA = "台账多"
    CHANGED = "不一致"
    NO_UNIT = "没有单位"
    NO_POINTS = "没有分值"
    DOUBLE = "重复"
    RETIRED = "已停用"


class Area(StrEnum):
    """Which two books are compared."""

    ISSUES = "印发与采用"
    DRAFTS = "来稿与报送"
    IMPORTS = "导入与台账"
    LEDGER = "台账自身"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; ``left`` is what the source says, ``right`` what the ledger says.

    ``link`` is where to go: "issue:3", "draft:12", "fact:7", "scheme:", "unit:5".
    """

    area: Area
    sort: Sort
    day: date
    title: str
    left: str
    right: str
    advice: str
    link: str = ""
    unit: str = ""
    publication: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """One line of the totals: how many the source has and how many the ledger has."""

    by: str  # 刊物, 单位, 月份
    name: str
    entries: int = 0  # of issues, counted for each unit
    adoptions: int = 0
    drafts: int = 0
    submissions: int = 0

    @property
    def ties(self) -> bool:
        """Whether both sides are equal."""
        return (self.entries, self.drafts) == (self.adoptions, self.submissions)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All that was found over some days, and how much was looked at."""

    first: date
    last: date
    differences: tuple[Difference, ...]
    totals: tuple[Total, ...]
    issues: int
    drafts: int
    imports: int
    facts: int

    @property
    def agrees(self) -> bool:
        """Whether everything ties out."""
        return not self.differences and all(one.ties for one in self.totals)

    @property
    def told(self) -> str:
        """The result in a sentence."""
        looked = (
            f"核对了 {self.issues} 期、{self.drafts} 篇来稿、{self.imports} 批导入、"
            f"{self.facts} 件得分事项"
        )
        if self.agrees:
            return f"全部一致。{looked}。"
        return f"有 {len(self.differences)} 处不一致。{looked}。"
