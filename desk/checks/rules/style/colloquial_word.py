"""S03: colloquial words outside quotations."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.swaps import swaps_in

_SAYS = re.compile(r"(?:说|表示|称|告诉|感慨|坦言|反映)(?:道|记者|工作组)?，[^。！？\n]*$")
_REACH = 60  # characters a sentence of reported speech may run before the word


def check(text: Passage) -> Iterator[Hit]:
    """Find the words of the list; the written word depends on what is meant."""
    for swap in swaps_in(text, "S03"):
        if _SAYS.search(text.own[max(0, swap.start - _REACH) : swap.start]):
            continue
        shown = "”或“".join(swap.rights)
        advice = f"，可写成“{shown}”" if shown else "，请换成书面语"
        yield Hit(swap.start, swap.end, f"“{swap.wrong}”是口语{advice}。", choices=swap.rights)


RULE = Rule(
    code="S03",
    name="口语词",
    severity=Severity.WARNING,
    summary="叙述用书面语，口语只放在引号里的原话中。",
    reason="口语显得随意，也容易有歧义。",
    source="种子规则：用词规范，忌口语",
    bad="技术员用3天搞定设备调试。",
    good="技术员用3天完成设备调试。",
    check=check,
)
