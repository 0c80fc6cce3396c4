"""W13: connectives that don't go together."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_GAP = r"[^。！？；\n]{1,40}?"
# A connective, the clause that follows it wrongly, and what may stand there.
_PAIRS = (
    (rf"只有(?!是|在于){_GAP}，(?P<wrong>就)(?=能|会|可以|可)", ("才",)),
    (rf"只要{_GAP}，(?P<wrong>才)(?=能|会|可以)", ("就",)),
    (rf"(?:不仅|不但){_GAP}，(?P<wrong>却|但是|但)(?!不限)", ("而且", "还")),
    (rf"(?:即使|即便|哪怕){_GAP}，(?P<wrong>但是|但|却|而且)", ("也",)),
    (rf"虽然{_GAP}，(?P<wrong>所以|因此|而且)", ("但",)),
    (rf"(?:因为){_GAP}，(?P<wrong>但是|而且)", ("所以",)),
    (
        rf"(?:无论|不管)(?!(?:[^。；\n]{{0,30}}(?:怎|什|谁|哪|还是|何|多|或|是否|与否|大小|强弱|域内|老少|男女|远近|早晚|好坏|有无|有没有|能不能|是不是|会不会))){_GAP}，(?P<wrong>都)",
        ("也",),
    ),
    (rf"尽管{_GAP}，(?P<wrong>都)(?=能|会|要)", ("但", "仍")),
    (rf"(?:与其){_GAP}，(?P<wrong>而是|也不)", ("不如",)),
    (rf"宁可{_GAP}，(?P<wrong>不如)", ("也不",)),
    (rf"既然{_GAP}，(?P<wrong>但是|才)", ("就",)),
)
_PATTERNS = tuple((re.compile(pattern), rights) for pattern, rights in _PAIRS)


def check(text: Passage) -> Iterator[Hit]:
    """Find 只有…就, 不仅…却 and their kind inside one sentence."""
    for pattern, rights in _PATTERNS:
        for match in pattern.finditer(text.own):
            first, shown = match[0][:2], "”或“".join(rights)
            kept = match[0][: -len(match["wrong"])]
            message = f"“{first}”与“{match['wrong']}”不搭配，宜改为“{shown}”。"
            choices = tuple(kept + right for right in rights)
            yield Hit(*match.span(), message, choices=choices)


RULE = Rule(
    code="W13",
    name="关联词不搭配",
    severity=Severity.INFO,
    summary="关联词成对使用，前后搭配。",
    reason="“只有”配“才”，“只要”配“就”，“不仅”配“而且”。",
    source="现代汉语语法通则",
    bad="只有堵住漏洞，就能防止问题反复。",
    good="只有堵住漏洞，才能防止问题反复。",
    check=check,
)
