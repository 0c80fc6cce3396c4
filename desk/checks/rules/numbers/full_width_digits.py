"""N12: full-width digits."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_WIDE = "０１２３４５６７８９．"
_NARROW = str.maketrans(_WIDE + "％", "0123456789.%")
_NUMBER = re.compile(
    r"[0-9０-９]+(?:[.．][0-9０-９]+)*(?:(?<=[０-９])．(?=[^0-9０-９％\s]))?(?:(?<=[０-９])％)?"
)
_HAS_WIDE = re.compile(r"[０-９]|[0-9]．[0-9]")
_ITEM = re.compile(r"[ \u3000\t]*$")


def check(paragraph: Passage) -> Iterator[Hit]:
    """Find １５ and 7．6; the point after an item number goes along."""
    text = paragraph.printed
    if not _HAS_WIDE.search(text):
        return
    for match in _NUMBER.finditer(text):
        found = match[0]
        if found.endswith("．") and not _ITEM.match(text[: match.start()]):
            found = found[:-1]
        if _HAS_WIDE.search(found):
            narrow = found.translate(_NARROW)
            message = f"全角数字“{found}”应为半角“{narrow}”。"
            yield Hit(match.start(), match.start() + len(found), message, narrow)


RULE = Rule(
    code="N12",
    name="全角数字",
    severity=Severity.ERROR,
    summary="阿拉伯数字和小数点用半角。",
    reason="全角数字字距过大，也不能检索、计算。",
    source="GB/T 15835—2011",
    bad="新增床位１５张，入住率７６．４%。",
    good="新增床位15张，入住率76.4%。",
    check=check,
    needs=Need.ANYWHERE,
    yields_to=frozenset({"N10", "N11"}),
)
