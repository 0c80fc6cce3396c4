"""P06: an ellipsis that is not six dots in the middle of the line."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_C = f"{HAN}，。；：、！？“”‘’（）《》"
_DOTS = beginning(
    ".．。·⋯…",
    rf"(?<=[{_C}])\.{{3,6}}(?!\.)|(?<![.\w])\.{{3,6}}(?=[{_C}])|(?<![.．])．{{3,6}}(?!．)"
    rf"|。{{3,}}|·{{3,6}}|⋯+"
    r"|(?<!…)(?:…|…{3})(?!…)",
)
_ANY = re.compile(r"[…⋯]|\.\.|。。|··|．．")
_FORMULA = re.compile(r"[\dA-Za-z]\s*[,，、+]?\s*$")
_LEADER = re.compile(r"\s*\d+\s*(?:$|\n)")


def check(text: Passage) -> Iterator[Hit]:
    """Find dots, full stops and lone … used as an ellipsis; formulas and page leaders left out."""
    if not _ANY.search(text.printed):
        return
    for match in _DOTS.finditer(text.printed):
        after = text.printed[match.end() : match.end() + 4]
        in_formula = _FORMULA.search(text.printed[: match.start()]) and re.match(
            r"\s*[,，、+]?\s*[\dA-Za-z]", after
        )
        if not in_formula and not (match[0][0] in ".．·" and _LEADER.match(after)):
            yield Hit(match.start(), match.end(), f"省略号“{match[0]}”应为“……”。", "……")


RULE = Rule(
    code="P06",
    name="省略号形式",
    severity=Severity.ERROR,
    summary="省略号用六个居中的点“……”。",
    reason="句点、句号和半个省略号都不是省略号。",
    source="GB/T 15834—2011 4.11",
    bad="村民谈种植、谈养殖、谈销路。。。热情很高。",
    good="村民谈种植、谈养殖、谈销路……热情很高。",
    check=check,
    yields_to=frozenset({"P07"}),
)
