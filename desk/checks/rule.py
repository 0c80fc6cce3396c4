"""What a rule is and what it yields."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field, Passage
from desk.checks.whole import Whole


class Severity(StrEnum):
    """How much a finding weighs; the order is the order of the cards."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Need(StrEnum):
    """What a rule must see to be able to judge."""

    ANYWHERE = "anywhere"  # title, body, fragment, and the rows of tables (cells parted by tabs)
    TEXT = "text"  # title, body or fragment
    BODY = "body"  # running text: a body or a fragment of one
    TITLE = "title"  # a title
    TOGETHER = "together"  # all texts side by side; of a fragment there is only the body
    WHOLE = "whole"  # a whole draft, never a fragment


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one field, in code points; of a rule that checks a passage, the passage's."""

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: a place, in code points, never empty.

    ``field`` is named by rules that see all texts, else it is the passage's own. ``severity``
    stands instead of the rule's. ``choices`` are replacements among which a person chooses,
    ``operands`` the figures that ``sum`` is made of, ``question`` what the unit is to be asked.
    """

    start: int
    end: int
    message: str
    fix: str | None = None
    field: Field | None = None
    severity: Severity | None = None
    choices: tuple[str, ...] = ()
    operands: tuple[Place, ...] = ()
    sum: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit placed in its field; ``fix`` replaces exactly [start, end), None: a person decides."""

    rule: str
    field: str
    start: int
    end: int
    severity: Severity
    message: str
    fix: str | None = None
    choices: tuple[str, ...] = ()
    operands: tuple[Place, ...] = ()
    sum: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check with all that its card shows.

    A rule either checks one passage after the other or judges the texts of a draft together.
    ``bad`` and ``good`` hold the title in their first line where the rule needs a title.
    A rule ``by_paragraph`` is given one paragraph at a time, so its findings are remembered.
    Its findings are dropped where they overlap those of a rule in ``yields_to``.
    A draft can't be released while a rule that ``blocks`` has an open finding above a hint.
    ``sample`` holds what else is known of the examples: a kind, days, a record, earlier items.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    reason: str
    source: str
    bad: str
    good: str
    check: Callable[[Passage], Iterable[Hit]] | None = None
    judge: Callable[[Whole], Iterable[Hit]] | None = None
    needs: Need = Need.TEXT
    by_paragraph: bool = True
    yields_to: frozenset[str] = frozenset()
    blocks: bool = False
    sample: Manuscript | None = None
