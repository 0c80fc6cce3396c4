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
    """A concern; ``level`` is None where nothing was set."""

    concern: Concern
    level: Level | None

    @property
    def effective(self) -> Level:
        """The level it has."""
        own = self.concern.level
        return own if self.concern.is_fixed or self.level is None else self.level


def concerns_with(levels: Mapping[str, Level]) -> list[RuledConcern]:
    """All concerns with the levels that were set."""
    return [RuledConcern(one, levels.get(one.code)) for one in concerns().values()]
