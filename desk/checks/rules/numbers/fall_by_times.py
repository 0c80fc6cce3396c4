"""N06: a fall counted in times."""

from collections.abc import Iterator

from desk.checks.numerals import chinese, value_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_NUMBER = r"(?P<number>\d{1,4}(?:\.\d{1,3})?|[一二两三四五六七八九十百几数]{1,4}|一)"
_FALL = (
    r"(?P<fall>下降|减少|降低|缩短|缩小|缩减|削减|压缩|压减|回落|下跌|下滑|减轻|节约|节省"
    r"|萎缩|缩水|下浮|下调|收缩|锐减|骤降|骤减|[降减跌]幅|便宜|跌(?=[了近\d一二两三])"
    r"|(?:下降|减少|降低|缩小)幅度|[减降缩]至(?:原来|原先|上年|去年|过去)的|(?<![至不多缺])少|(?<![最高不至降])低)"
)
_BY = beginning(
    "下减降缩削压回节跌便少低萎收锐骤",
    rf"{_FALL}(?:了|达到?|为|超过|将)?(?:近|约|超|大约|将近|整整|逾"
    rf"|接近)?{_NUMBER}[多余]?倍(?![数率频杠镜体])",
)
_SMALL = 10


def check(text: Passage) -> Iterator[Hit]:
    """Find 下降1.5倍: nothing can fall by more than all of it."""
    for match in _BY.finditer(text.printed):
        times = value_of(match["number"])
        share = f"原来的{chinese(times)}分之一" if times and 1 < times <= _SMALL else ""
        message = "减少、下降不能用倍数，请改写为百分比、几分之几或具体数值。"
        choices = (f"{match['fall']}到{share}",) if share and match["fall"] in _TO else ()
        yield Hit(match.start(), match.end(), message, choices=choices)


_TO = frozenset(
    ["下降", "减少", "降低", "缩短", "缩小", "缩减", "削减", "压缩", "压减", "回落", "下跌", "下滑"]
)

RULE = Rule(
    code="N06",
    name="减少用倍",
    severity=Severity.ERROR,
    summary="下降、减少不用倍数表示。",
    reason="减少一倍就是减到零，“减少2倍”说不通。",
    source="杜永道《语文信箱》2017-05-08",
    bad="盗窃案件同比下降1.5倍。",
    good="盗窃案件同比下降60%。",
    check=check,
)
