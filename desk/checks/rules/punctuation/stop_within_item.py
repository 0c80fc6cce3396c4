"""P16: a full stop within one of several items parted by semicolons."""

import re
from collections.abc import Iterator
from itertools import pairwise

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_MARK = re.compile(
    r"[一二三四五六七八九十]{1,2}[是要](?!否)|第[一二三四五六七八九]，|[①-⑩]"
    r"|[（(][一二三四五六七八九十\d]{1,2}[）)]"
)


def check(paragraph: Passage) -> Iterator[Hit]:
    """Find 一是……。……；二是……: the smaller pause would stand above the greater one."""
    text = paragraph.own
    if "；" not in text or "。" not in text:
        return
    for one, following in pairwise(_MARK.finditer(text)):
        item = text[one.end() : following.start()].rstrip(" \u3000")
        stop = item.find("。")
        if stop >= 0 and item.endswith("；"):
            place = one.end() + stop
            message = "各项之间用分号，项内却有句号；请把项内句号改为逗号，或各项之间改用句号。"
            yield Hit(place, place + 1, message, choices=("，",))


RULE = Rule(
    code="P16",
    name="分号层级",
    severity=Severity.INFO,
    summary="用分号隔开的各项里不再用句号。",
    reason="句号的停顿大于分号，层次会颠倒。",
    source="GB/T 15834—2011 4.6",
    bad="一是排查隐患。共排查32处；二是限期整改。",
    good="一是排查隐患，共排查32处；二是限期整改。",
    check=check,
)
