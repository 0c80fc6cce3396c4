"""The working-day calendar: the State Council's days, and the office's own exceptions."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day the office works or rests on, whatever the national calendar says."""

    day: date
    is_working: bool
    name: str = ""
