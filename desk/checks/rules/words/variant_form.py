"""W07: a form of a word that the norm of variant forms doesn't recommend."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.swaps import swaps_in


def check(text: Passage) -> Iterator[Hit]:
    """Find the forms that the table of variant forms gives up."""
    for swap in swaps_in(text, "W07"):
        shown = "”或“".join(swap.rights)
        yield swap.hit(f"推荐写“{shown}”，不写“{swap.wrong}”。")


RULE = Rule(
    code="W07",
    name="异形词",
    severity=Severity.WARNING,
    summary="同一个词有几种写法的，用推荐的一种。",
    reason="国家规范为每组异形词推荐了一种写法。",
    source="第一批异形词整理表（GF 1001—2001）",
    bad="引进各类人材36名。",
    good="引进各类人才36名。",
    check=check,
    yields_to=frozenset({"W04"}),
)
