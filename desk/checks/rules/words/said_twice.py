"""W09: words that say the same thing twice."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.swaps import swaps_in


def check(text: Passage) -> Iterator[Hit]:
    """Find the listed redundancies; where one of two words may go, a person chooses."""
    for swap in swaps_in(text, "W09"):
        shown = "”或“".join(swap.rights)
        yield swap.hit(f"“{swap.wrong}”语义重复，宜改为“{shown}”。")


RULE = Rule(
    code="W09",
    name="语义重复",
    severity=Severity.WARNING,
    summary="一个意思不说两遍。",
    reason="前后两个词说的是同一件事，留一个就够。",
    source="公文用语惯例",
    bad="此次整治涉及到12个乡镇。",
    good="此次整治涉及12个乡镇。",
    check=check,
    yields_to=frozenset({"W04", "W08"}),
)
