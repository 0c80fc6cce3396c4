"""What the office knows and decides: its units, its lists, the level of each rule, its carriers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from desk.calendar import Specials
from desk.checks.lexicon import Lexicon, default_lexicon


class Level(StrEnum):
    """What the office makes of a rule; without one the catalogue decides."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class UnitName:
    """The names of one unit."""

    full: str
    short: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What a publication, or one of its sections, asks of an item; 0: no limit.

    Lengths count characters with their marks.
    """

    name: str
    shortest: int = 0
    longest: int = 0
    paragraphs: int = 0
    results_only: bool = False  # 只说结果，不说过程、原因和措施 (seed 003 on 《每日要情》)


@dataclass(frozen=True, eq=False)
class Office:
    """The office's data as rules read it; one object is one state of it."""

    lexicon: Lexicon = field(default_factory=default_lexicon)
    units: tuple[UnitName, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    specials: Specials = field(default_factory=dict)  # its own working and resting days


@cache
def any_office() -> Office:
    """An office that has changed nothing."""
    return Office()
