"""N03: a range whose first number lacks the magnitude or the percent sign."""

import re
from collections.abc import Iterator
from decimal import Decimal

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_RANGE = re.compile(
    r"(?<![A-Za-z\d.,\-/—–～~第])(?P<first>\d{1,4}(?:\.\d{1,3})?)(?P<link>[～~\-—–－−至到]|——|--)"
    r"(?P<second>\d{1,4}(?:\.\d{1,3})?)"
    r"(?P<scale>万亿|[十百千]万|[万亿%％‰]|成(?![立员人为果本功都长年就熟交绩套因])|[百千](?=[余多]?[人户亩元名家吨个公头]))"
)
_WRONG_LINKS = ("-", "–", "−", "--", "——")  # P15 would not let them stand
_PLACES = {"十": 10, "百": 100, "千": 1000}


def check(text: Passage) -> Iterator[Hit]:
    """Find 3～5万人 and 60～70%; 5000～1万 says what it means."""
    for match in _RANGE.finditer(text.printed):
        if Decimal(match["first"]) < Decimal(match["second"]):
            link = "—" if match["link"] in _WRONG_LINKS else match["link"]
            first, second = (_full(match[one], match["scale"]) for one in ("first", "second"))
            fixed = f"{first}{link}{second}"
            message = f"“{match[0]}”前一个数缺“{match['scale']}”，写“{fixed}”。"
            yield Hit(match.start(), match.end(), message, fixed)


def _full(number: str, scale: str) -> str:
    """The number with its magnitude; 十, 百 and 千 don't go with digits and are multiplied out."""
    place = _PLACES.get(scale[0])
    return f"{(Decimal(number) * place).normalize():f}{scale[1:]}" if place else number + scale


RULE = Rule(
    code="N03",
    name="范围省略量级",
    severity=Severity.WARNING,
    summary="数值范围前后两个数都写“万”“亿”“%”。",
    reason="“3～5万”可以读成三到五万，也可以读成3到50000。",
    source="GB/T 15835—2011 5.1.3",
    bad="预计接待游客3～5万人。",
    good="预计接待游客3万～5万人。",
    check=check,
)
