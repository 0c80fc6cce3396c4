"""W02: 其它 where official papers write 其他."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_OTHER = re.compile(r"(?<![尤极])其它")


def check(text: Passage) -> Iterator[Hit]:
    """Find 其它 outside works and quotations."""
    for match in _OTHER.finditer(text.own):
        yield Hit(match.start(), match.end(), "公文用“其他”，不用“其它”。", "其他")


RULE = Rule(
    code="W02",
    name="其它、其他",
    severity=Severity.WARNING,
    summary="统一写“其他”。",
    reason="法律法规和公文统一用“其他”，指人指物都可以。",
    source="公文用语惯例",
    bad="其它乡镇要对照整改。",
    good="其他乡镇要对照整改。",
    check=check,
    needs=Need.ANYWHERE,
)
