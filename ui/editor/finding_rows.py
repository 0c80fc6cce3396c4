"""What the list of findings shows: groups by rule, their places, and what was kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desk.checks.catalogue import catalogue
from desk.checks.rule import Rule, Severity
from ui.editor.marks import Mark

_AROUND = 14  # characters on either side
_NEAR = 6  # of them before a place that tell it from another
_CELL = "\t"
_EDGES = f"\n{_CELL}"  # of a paragraph or row, and of a cell
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@dataclass(slots=True)
class Place:
    """One open finding with the words around it; its mark knows where it stands now."""

    mark: Mark
    before: str
    after: str

    @property
    def key(self) -> tuple[str, str, str, str, str | None]:
        """What it is known again by after a check."""
        finding = self.mark.finding
        return finding.rule, self.before[-_NEAR:], self.mark.excerpt, self.after, finding.fix

    @property
    def shown(self) -> tuple[object, ...]:
        """All that the clerk sees of it."""
        one = self.mark.finding
        return self.key, self.before, one.severity, one.message, one.choices, one.sum, one.question


@dataclass(slots=True)
class Card:
    """All open findings of one rule; it is as grave as the gravest of them."""

    rule: Rule
    places: list[Place] = field(default_factory=list)

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return min((place.mark.finding.severity for place in self.places), key=_WEIGHT.__getitem__)

    @property
    def blocks(self) -> bool:
        """Whether the draft can't be released while this is open."""
        return any(map(blocks, self.places))

    @property
    def fixable(self) -> list[Mark]:
        """The marks that offer a fix."""
        return [place.mark for place in self.places if place.mark.finding.fix is not None]


def places(marks: Iterable[Mark], texts: dict[str, str]) -> list[Place]:
    """Open findings with the words around them, up to the edges of the paragraph.

    Before words in a table stands what their row begins with.
    """
    return [_place(mark, texts[mark.finding.field]) for mark in marks]


def _place(mark: Mark, text: str) -> Place:
    start, end = mark.finding.start, mark.finding.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    for edge in _EDGES:
        before, after = before.rpartition(edge)[2], after.partition(edge)[0]
    row = text[:start].rpartition("\n")[2]
    head = f"{row.partition(_CELL)[0]}　" if mark.cells and _CELL in row else ""
    return Place(mark, head + before, after)


def cards(found: Sequence[Place]) -> list[Card]:
    """Open findings gathered by rule, the gravest first, then by the place of the first."""
    gathered: dict[str, Card] = {}
    for one in found:
        code = one.mark.finding.rule
        gathered.setdefault(code, Card(catalogue()[code])).places.append(one)
    return sorted(gathered.values(), key=lambda card: (not card.blocks, _WEIGHT[card.severity]))


def blocks(place: Place) -> bool:
    """Whether the draft can't be released while this is open."""
    finding = place.mark.finding
    return catalogue()[finding.rule].blocks and finding.severity is not Severity.INFO


def summary(found: Sequence[Place]) -> dict[Severity, int]:
    """How many findings of each severity are open."""
    counts = dict.fromkeys(Severity, 0)
    for one in found:
        counts[one.mark.finding.severity] += 1
    return counts
