"""The facts of some days as a list: with names, where they come from, and whether they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk.facts import Fact, FactKind
from desk.publications import Publication
from desk.store import Store
from desk.units import Unit

_ORIGINS = {"draft": "来稿登记", "issue": "印发", "import": "导入", "hand": "手工登记"}


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with the names of what it names; ``gone_by`` is the reversal that took it back."""

    fact: Fact
    unit: Unit | None
    publication: str
    section: str
    gone_by: Fact | None = None

    @property
    def unit_name(self) -> str:
        """The unit's short name."""
        return self.unit.short if self.unit else "（单位已不在名册）"

    @property
    def origin(self) -> str:
        """Where it comes from, in words."""
        return _ORIGINS.get(self.fact.source.partition(":")[0], self.fact.source)

    @property
    def state(self) -> str:
        """Whether it stands, in words."""
        if self.fact.kind is FactKind.REVERSAL:
            return f"冲销（{self.fact.matter}）"
        if self.gone_by:
            return f"已收回（{self.gone_by.day:%m-%d}）"
        if self.fact.of_day and self.fact.of_day != self.fact.day:
            return f"补记 {self.fact.of_day:%Y-%m-%d}"
        return "有效"

    @property
    def is_ours(self) -> bool:
        """Whether it may be taken back by hand."""
        kept = self.fact.source.startswith(("draft:", "issue:"))
        return not kept and self.gone_by is None and self.fact.kind is not FactKind.REVERSAL

    @property
    def told(self) -> str:
        """What else was said of it, in a few words."""
        return "　".join(_told(self.fact))


def fact_rows(store: Store, first: date, last: date) -> list[FactRow]:
    """The facts booked on these days, the newest first."""
    with store.read() as work:
        facts = work.ledger.between(first, last)
        gone = {one.reverses: one for one in work.ledger.reversing(one.id for one in facts)}
        units = {one.id: one for one in work.registry.units()}
        publications = {one.id: one for one in work.catalogue.publications()}
    rows = [_row(one, units, publications, gone) for one in facts]
    return rows[::-1]


def _row(
    fact: Fact,
    units: Mapping[int, Unit],
    publications: Mapping[int, Publication],
    gone: Mapping[int, Fact],
) -> FactRow:
    carrier = publications.get(fact.publication_id or 0)
    section = carrier.section(fact.section_id) if carrier else None
    return FactRow(
        fact,
        units.get(fact.unit_id),
        carrier.name if carrier else "",
        section.name if section else "",
        gone.get(fact.id),
    )


def _told(fact: Fact) -> list[str]:
    held = fact.particulars
    numbers = (
        ("超时", held.late, "小时"),
        ("核定", held.value, "分"),
        ("外部分", held.external, ""),
    )
    said = [held.level, held.rank, held.tone, held.outcome, held.grade, held.form, held.placement]
    said += [f"{word} {value:f}{unit}" for word, value, unit in numbers if value is not None]
    said += [f"审批：{held.approver}" if held.approver else "", fact.note]
    return [one for one in said if one]
