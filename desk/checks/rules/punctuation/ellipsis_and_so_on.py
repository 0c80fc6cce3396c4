"""P07: an ellipsis beside 等."""

from collections.abc import Iterator

from desk.checks.and_so_on import CLOSING
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_DOTS = r"(?:…{1,8}|⋯{1,8}|\.{3,6}|。{3,6}|·{3,6})"
_ANY = beginning("…⋯.。·", _DOTS)
_BOTH = beginning(
    "、，…⋯.。·等",
    rf"[、，]?{_DOTS}(?P<after>等等|{CLOSING})|(?<=[^\s等])(?P<before>等等?){_DOTS}(?!.{{0,12}}”)",
)


def check(text: Passage) -> Iterator[Hit]:
    """Find ……等 and 等……; one of the two says that the list goes on."""
    if not _ANY.search(text.printed):
        return
    for match in _BOTH.finditer(text.printed):
        kept = match["after"] or match["before"]
        message = "省略号与“等”都表示列举未尽，留一个即可。"
        yield Hit(match.start(), match.end(), message, kept)


RULE = Rule(
    code="P07",
    name="省略号与“等”并用",
    severity=Severity.ERROR,
    summary="列举未尽用“等”或者用省略号，不同时用。",
    reason="两者意思重复。",
    source="GB/T 15834—2011 A.9.2",
    bad="展销蜂蜜、香菇、竹荪……等20种山货。",
    good="展销蜂蜜、香菇、竹荪等20种山货。",
    check=check,
)
