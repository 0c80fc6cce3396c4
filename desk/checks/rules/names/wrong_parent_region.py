"""O06: a place is put under a province or city it does not belong to."""

import re
from collections.abc import Iterator

from desk.checks.divisions import Misplaced, divisions
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_ANCHOR = re.compile(r"[\u4e00-\u9fff]{2}[省市县区州盟旗]")
_PAST = re.compile(r"划[归入出]|原属|曾属|析置|改隶|19[0-8]\d年|199[0-7]年")


def check(text: Passage) -> Iterator[Hit]:
    """Yield a province or city together with the place behind it that belongs elsewhere."""
    if not _ANCHOR.search(text.own) or _PAST.search(text.own):
        return
    for one in divisions().misplaced(text.own.encode("utf-8", "replace").decode("utf-8")):
        fix = _right(one)
        message = f"“{one.below}”不属于“{one.above}”，应为“{fix}”。"
        yield Hit(one.start, one.end, message, fix)


def _right(one: Misplaced) -> str:
    """The names as they belong together, the province short where it was short."""
    place, known = one.rightly, divisions()
    if one.above not in known.provinces:
        return f"{place.prefecture}{one.below}"
    if one.above != known.provinces[one.above]:
        short = (name for name, long in known.provinces.items() if long == place.province)
        return f"{min(short, key=len)}{one.below}"
    return f"{place.province}{one.below}"


RULE = Rule(
    code="O06",
    name="区划隶属",
    severity=Severity.ERROR,
    summary="市、县要写在所属的省、市之下。",
    reason="区划写错是硬伤，2021年曾有两份公文因此上了新闻。",
    source="中华人民共和国行政区划",
    bad="江苏省宁波市的客商到县里考察。",
    good="浙江省宁波市的客商到县里考察。",
    check=check,
)
