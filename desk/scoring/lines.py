"""The lines of the ledger (得分台账): every point with what it comes from, in words."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desk.facts import Fact, FactKind
from desk.scoring.matching import Seen

COMPONENTS = {
    FactKind.SUBMISSION: "报送分",
    FactKind.ADOPTION: "采用分",
    FactKind.FORWARDING: "上报分",
    FactKind.INSTRUCTION: "批示分",
    FactKind.COMMISSION: "约稿分",
    FactKind.EMERGENCY: "紧急分",
    FactKind.INCIDENT: "差错分",
    FactKind.ADJUSTMENT: "调整分",
}


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What one fact earns one unit in one component; ``rule`` names the clause, ``text`` the sum.

    A reversal (冲销) has the points of what it takes back, below zero. A line may be what
    changes at a fact for an earlier one (冲回, 恢复): then ``earlier`` is that one and
    ``fact`` the one that changed it; title, publication and section are the earlier's.
    """

    day: date
    unit_id: int
    title: str
    publication: str
    section: str
    rule: str
    points: Decimal
    text: str
    fact: Fact
    component: str = ""
    clause: str = ""  # 编号 and 依据 of the clause, as "第三条（一）　2026年办法第三条"
    earlier: Fact | None = None

    @property
    def earned_by(self) -> Fact:
        """The fact whose points these are: the earlier one, where it follows another."""
        return self.earlier or self.fact

    @property
    def adopted(self) -> int:
        """What it adds to the number of adoptions: 1, or -1 where it takes one back."""
        if self.earlier or self.fact.matter is not FactKind.ADOPTION:
            return 0
        return -1 if self.fact.kind is FactKind.REVERSAL else 1


class Stage(StrEnum):
    """Where in a period's sum a line stands."""

    BASE = "基础分"
    TASK = "任务"
    RATE = "录用率"
    COUNTER = "累计触发"
    LIMIT = "封顶封底"
    ZERO = "清零"


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """What a period's clause adds to a unit or takes off on a day; ``title`` names the clause."""

    day: date
    unit_id: int
    title: str
    stage: Stage
    rule: str
    points: Decimal
    text: str
    component: str
    clause: str = ""
    publication: str = ""
    section: str = ""


Line = LedgerLine | PeriodLine


@dataclass(frozen=True, slots=True)
class Event:
    """A fact as the scheme in force sees it for one unit, with the lines it made.

    ``weight`` is how many items it counts for (计条), below zero for a reversal, 0 where it does
    not count. ``recounts`` are earlier facts of the item that count no more (below zero) or again,
    from this day on, each with the change. ``averaged`` is what it changes of 计分条数, for
    earlier facts too.
    ``outcome`` and ``late`` are those told, or found by a deadline.
    ``unit_id`` is whom it counts for, which by 归属 may be another than the fact's. ``seen`` is how
    the scheme sees all facts that are alike in what it asks; they share one.
    """

    fact: Fact
    unit_id: int
    weight: Fraction
    lines: tuple[LedgerLine, ...]
    averaged: Fraction = Fraction(0)
    late: Decimal | None = None
    outcome: str = ""
    gate: str = ""  # why it does not count, where a clause says so
    recounts: tuple[tuple[Fact, Fraction], ...] = ()
    credited: bool = True  # False: the unit only has what earlier facts change by it
    seen: Seen | None = field(default=None, compare=False, repr=False)

    @property
    def counts(self) -> tuple[tuple[Fact, Fraction], ...]:
        """All it changes of how many items there are: its own weight, and those of earlier facts.

        What a condition asks of an item counted is asked of the fact named here.
        """
        return ((self.fact, self.weight), *self.recounts)
