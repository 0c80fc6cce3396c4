"""Imports of old ledgers, and how their tables were read."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from desk.facts import Fact
from desk.importing.batches import Batch, KeptPlan


class Imports(Protocol):
    """Imports of old ledgers, and how their tables were read."""

    def add(self, batch: Batch) -> Batch:
        """Add a batch; returns it with its id and the source its facts name."""

    def save(self, batch: Batch) -> None:
        """Write what has become of a batch."""

    def get(self, batch_id: int) -> Batch:
        """One batch; raises NotFoundError."""

    def all(self) -> list[Batch]:
        """Every batch, the newest first."""

    def standing(self, digest: str) -> Batch | None:
        """The batch of a file that counts, if there is one."""

    def titled(self, titles: Iterable[str], first: date, last: date) -> list[Fact]:
        """Facts of those titles that count on those days, both included, by id."""

    def plan(self, fingerprint: str) -> KeptPlan | None:
        """How tables with these headers were read last time."""

    def keep_plan(self, plan: KeptPlan) -> None:
        """Remember how tables with these headers are read."""
