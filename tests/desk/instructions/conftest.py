"""Instructions in a small office."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.auditing import By
from desk.instructions.changing import Step
from desk.instructions.handing import Handover, hand_over
from desk.instructions.instruction import Instruction, Tone
from desk.instructions.registering import register

TEXT = "情况属实。请教育局“一校一策”抓紧整改，并于下周报结果。"
DUE = datetime(2026, 7, 20, 10, 0, tzinfo=UTC)  # 18:00 at the office


@dataclass(frozen=True)
class Desk:
    """An office with an item, and what is done about it."""

    store: object
    office: object
    by: By

    def wanted(self, **fields: object) -> Instruction:
        """An instruction on a new draft, not registered yet."""
        item = self.office.draft()
        values = {
            "title": "",
            "day": date(2026, 7, 14),
            "item_id": item.id,
            "leader": "郑国平",
            "rank": "主要领导",
            "level": "本级",
            "tone": Tone.DEMAND,
            "text": TEXT,
            **fields,
        }
        return Instruction(**values)

    def registered(self, **fields: object) -> Instruction:
        """An instruction as it is registered."""
        return register(self.store, self.wanted(**fields), by=self.by).latter

    def handed(self, *unit_ids: int, **fields: object) -> Instruction:
        """An instruction that units have, with feedback due on Monday."""
        one = self.registered(**fields)
        wanted = Handover(unit_ids or (self.office.units[0].id,), due=DUE)
        return hand_over(self.store, one.id, wanted, by=self.by).latter

    def get(self, one: Instruction | Step) -> Instruction:
        """It as the store has it now."""
        held = one.latter if isinstance(one, Step) else one
        with self.store.read() as work:
            return work.matters.get(Instruction, held.id)

    def later(self, **span: float) -> By:
        """The clerk some time later."""
        return replace(self.by, now=self.by.now + timedelta(**span))


@pytest.fixture
def desk(store, office) -> Desk:
    """The desk on 2026-07-15 at 9:30."""
    return Desk(store, office, office.by)


@pytest.fixture
def due() -> datetime:
    """When feedback is due: Monday 2026-07-20 at 18:00."""
    return DUE


@pytest.fixture
def trail(store) -> Callable[[str], list[str]]:
    """The actions on a subject in order."""

    def read(subject: str) -> list[str]:
        with store.read() as work:
            return [one.action for one in reversed(work.audit.records(subject))]

    return read
