"""What became of a rule's findings (statistics of accepted and waived)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """How often a rule's fix was taken, and how often its finding was kept."""

    accepted: int = 0
    waived: int = 0
