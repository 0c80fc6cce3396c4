"""S11: contemptuous, outdated or inexact names for people."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.swaps import swaps_in


def check(text: Passage) -> Iterator[Hit]:
    """Find the names of the list, those that are parts of other words left alone."""
    for swap in swaps_in(text, "S11"):
        shown = "”或“".join(swap.rights)
        advice = f"应写“{shown}”" if shown else "请改写"
        yield swap.hit(f"“{swap.wrong}”是不规范的称谓，{advice}。")


RULE = Rule(
    code="S11",
    name="不规范称谓",
    severity=Severity.ERROR,
    summary="不用“残废人”“瞎子”等蔑称，不把村主任称作“村长”。",
    reason="新华社列为禁用，印发即是差错。",
    source="新华社新闻报道中的禁用词和慎用词",
    bad="县残联组织残废人技能培训3期。",
    good="县残联组织残疾人技能培训3期。",
    check=check,
)
