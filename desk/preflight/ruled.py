"""The concerns with what the office, or a publication, has made of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.checks.office import Level
from desk.preflight.run import concerns
from desk.preflight.subject import Concern

LEVELS = {
    Level.ERROR: "不能印发",
    Level.WARNING: "提醒",
    Level.INFO: "提示",
    Level.OFF: "不检查",
}


@dataclass(frozen=True, slots=True)
class RuledConcern:
    """A concern; ``level`` is None where nothing was set by whom ``publication_id`` names."""

    concern: Concern
    level: Level | None
    publication_id: int = 0

    @property
    def code(self) -> str:
        """What the level is kept under."""
        return self.concern.code

    @property
    def name(self) -> str:
        """What is looked at."""
        return self.concern.name

    @property
    def effective(self) -> Level:
        """The level it has."""
        own = self.concern.level
        return own if self.concern.is_fixed or self.level is None else self.level


def concerns_with(levels: Mapping[str, Level], publication_id: int = 0) -> list[RuledConcern]:
    """All concerns with the levels that were set."""
    return [RuledConcern(one, levels.get(one.code), publication_id) for one in concerns().values()]
