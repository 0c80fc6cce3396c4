"""A commission to the units of a small office, sent on 15 July 2026 at half past nine."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from desk.auditing import By
from desk.commissions import issuing
from desk.commissions.commission import Commission, Task
from desk.store import Store
from desk.units import Unit


@dataclass(frozen=True)
class Desk:
    """The desk with a commission's units at hand."""

    store: Store
    units: tuple[Unit, ...]
    by: By

    def later(self, **span) -> By:
        """The clerk some time after the beginning."""
        return By(self.by.who, self.by.now + timedelta(**span))

    def notice(self, title: str = "今冬明春农田水利建设", **fields) -> Commission:
        """A notice to all units, due in two days, not kept yet."""
        values = {
            "day": self.by.today,
            "due": self.by.now + timedelta(days=2),
            "contact": "周文清 0875-5122119",
            "tasks": tuple(Task(one.id) for one in self.units),
        } | fields
        return Commission(title=title, **values)

    def sent(self, title: str = "今冬明春农田水利建设", **fields) -> Commission:
        """A notice that is out."""
        return issuing.issue(self.store, self.notice(title, **fields), by=self.by)

    def now(self, commission: Commission) -> Commission:
        """The commission as it is kept."""
        with self.store.read() as work:
            return work.matters.get(Commission, commission.id)

    def answer(self, commission: Commission, unit: Unit, **span) -> Commission:
        """The unit's answer came some time after the beginning."""
        held = self.now(commission)
        tasks = tuple(
            replace(one, answered=self.later(**span).now) if one.unit_id == unit.id else one
            for one in held.tasks
        )
        with self.store.begin() as work:
            return work.matters.save(replace(held, tasks=tasks), self.by)


@pytest.fixture
def desk(office) -> Desk:
    """The small office's desk."""
    return Desk(office.store, office.units, office.by)
