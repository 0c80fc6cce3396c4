"""What a rule is and what it yields."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk.checks.passage import Passage


class Severity(StrEnum):
    """How much a finding weighs; the order is the order of the cards."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Need(StrEnum):
    """What a rule must see to be able to judge."""

    TEXT = "text"  # any text at all: title, body or fragment
    BODY = "body"  # running text: a body or a fragment of one
    TITLE = "title"  # a title
    WHOLE = "whole"  # a title together with its whole body; hits lie in the title


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: a place in the passage it was given, in code points, never empty."""

    start: int
    end: int
    message: str
    fix: str | None = None


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


@dataclass(frozen=True, slots=True)
class Rule:
    """One check with all that its card shows.

    ``bad`` and ``good`` hold the title in their first line where the rule needs a title.
    A rule ``by_paragraph`` is given one paragraph at a time, so its findings are remembered.
    Its findings are dropped where they overlap those of a rule in ``yields_to``.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    reason: str
    source: str
    bad: str
    good: str
    check: Callable[[Passage], Iterable[Hit]]
    needs: Need = Need.TEXT
    by_paragraph: bool = True
    yields_to: frozenset[str] = frozenset()
