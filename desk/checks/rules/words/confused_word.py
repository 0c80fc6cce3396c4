"""W05: a word that sounds like the one that is meant, known by the words around it."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.swaps import narrowed, swaps_in

# Pairs about which usage itself is divided.
_HINTS = frozenset({"做出", "制订", "制定", "法制", "法治"})


def check(text: Passage) -> Iterator[Hit]:
    """Find collocations of the list, and name the word in them that is to change."""
    for phrase in swaps_in(text, "W05"):
        swap = narrowed(phrase)
        shown = "”或“".join(phrase.rights)
        severity = Severity.INFO if swap.wrong in _HINTS else None
        yield swap.hit(f"“{phrase.wrong}”应为“{shown}”，音近义异。", severity)


RULE = Rule(
    code="W05",
    name="易混词",
    severity=Severity.WARNING,
    summary="音近的词按搭配选用。",
    reason="“反映情况”是报告，“应急反应”是回应；搭配不同，意思就变了。",
    source="《现代汉语词典》；公文常见错别字",
    bad="群众集中反应问题12个。",
    good="群众集中反映问题12个。",
    check=check,
    yields_to=frozenset({"W04"}),
)
