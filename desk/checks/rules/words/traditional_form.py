"""W11: traditional and variant forms of characters."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

if TYPE_CHECKING:
    from opencc import OpenCC

# Right in simplified writing too: in names, in 乾隆, 瞭望, 狼藉, 宫商角徵羽.
_BOTH = frozenset("乾著徵藉瞭甯堃喆昇祐祕麽夥剋彷甦椏鍾覆仿沈余于谷范姜征困了台干后里只朴郁坏薹")
_HAN = re.compile("[\u3400-\u9fff]")


def check(text: Passage) -> Iterator[Hit]:
    """Find characters that have a simplified form, neighbours together."""
    prose = text.own
    plain = _converter().convert(prose.encode("utf-8", "replace").decode("utf-8"))
    if plain == prose or len(plain) != len(prose):
        return
    start = None
    for place in range(len(prose) + 1):
        is_old = place < len(prose) and _is_old(prose[place], plain[place])
        if is_old and start is None:
            start = place
        elif not is_old and start is not None:
            old, new = prose[start:place], plain[start:place]
            yield Hit(start, place, f"“{old}”是繁体或异体字，应写“{new}”。", new)
            start = None


def _is_old(sign: str, plain: str) -> bool:
    return sign != plain and sign not in _BOTH and bool(_HAN.match(sign) and _HAN.match(plain))


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC  # noqa: PLC0415 - heavy, loaded on use

    return OpenCC("t2s")


RULE = Rule(
    code="W11",
    name="繁体字、异体字",
    severity=Severity.WARNING,
    summary="用规范的简体字。",
    reason="除古迹、书名和引文外，公文用规范汉字。",
    source="《通用规范汉字表》",
    bad="各村有序進行秋收。",
    good="各村有序进行秋收。",
    check=check,
)
