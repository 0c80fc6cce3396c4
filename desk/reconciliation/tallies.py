"""Totals by publication, unit and month, counted while the books are compared."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from desk.reconciliation.difference import Total

_SIDES = ("entries", "adoptions", "drafts", "submissions")


@dataclass(frozen=True, slots=True)
class Tallies:
    """How many each side has, by publication, unit and month."""

    counts: Counter[tuple[str, str, int | str]] = field(default_factory=Counter)

    def add(self, side: str, day: date, unit_id: int, publication_id: int | None = None) -> None:
        """Count one item of one unit."""
        self.counts[side, "月份", f"{day:%Y-%m}"] += 1
        self.counts[side, "单位", unit_id] += 1
        if publication_id is not None:
            self.counts[side, "刊物", publication_id] += 1

    def totals(
        self, publication: Callable[[int], str], unit: Callable[[int], str]
    ) -> Iterator[Total]:
        """The totals: publications, then units, then months."""
        names: dict[str, Callable[[int], str]] = {"刊物": publication, "单位": unit}
        for by in ("刊物", "单位", "月份"):
            keys = {key for _side, held, key in self.counts if held == by}
            for key in sorted(keys, key=str if by == "月份" else _number):
                numbers = {side: self.counts[side, by, key] for side in _SIDES}
                name = names[by](key) if isinstance(key, int) else key
                yield Total(by, name, **numbers)


def _number(key: int | str) -> int:
    return int(key)
