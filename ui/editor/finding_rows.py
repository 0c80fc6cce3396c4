"""What the list of findings shows: groups by rule, their places, and what was kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desk.checks.catalogue import catalogue
from desk.checks.rule import Rule, Severity
from ui.editor.marks import Mark

_BEFORE = 6
_AFTER = 14
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@dataclass(slots=True)
class Place:
    """One open finding with the words around it; its mark knows where it stands now."""

    mark: Mark
    before: str
    after: str

    @property
    def key(self) -> tuple[str, str, str, str, str | None]:
        """What the clerk sees of it."""
        finding = self.mark.finding
        return finding.rule, self.before, self.mark.excerpt, self.after, finding.fix


@dataclass(slots=True)
class Card:
    """All open findings of one rule."""

    rule: Rule
    severity: Severity
    places: list[Place] = field(default_factory=list)

    @property
    def fixable(self) -> list[Mark]:
        """The marks that offer a fix."""
        return [place.mark for place in self.places if place.mark.finding.fix is not None]


def places(marks: Iterable[Mark], texts: dict[str, str]) -> list[Place]:
    """Open findings with the words around them, line ends kept out."""
    return [_place(mark, texts[mark.finding.field]) for mark in marks]


def _place(mark: Mark, text: str) -> Place:
    start, end = mark.finding.start, mark.finding.end
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    after = text[end : end + _AFTER].partition("\n")[0]
    return Place(mark, before, after)


def cards(found: Sequence[Place]) -> list[Card]:
    """Open findings gathered by rule, the gravest first, then by the place of the first."""
    gathered: dict[str, Card] = {}
    for one in found:
        finding = one.mark.finding
        card = gathered.setdefault(finding.rule, Card(catalogue()[finding.rule], finding.severity))
        card.places.append(one)
    return sorted(gathered.values(), key=lambda card: _WEIGHT[card.severity])


def summary(found: Sequence[Place]) -> dict[Severity, int]:
    """How many findings of each severity are open."""
    counts = dict.fromkeys(Severity, 0)
    for one in found:
        counts[one.mark.finding.severity] += 1
    return counts
