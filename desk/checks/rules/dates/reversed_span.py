"""D04: a span of time that ends before it begins."""

import re
from collections.abc import Iterator

from desk.checks.numerals import value_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import found_around

_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"(?P<to>[日号]?\s?(?:至|到|—{1,2}|－|–|-|~|～)\s?)"
_DAYS = re.compile(
    rf"(?<![\d.个第])(?:(?P<y1>\d{{4}})年)?(?P<m1>{_NUM})月(?P<d1>{_NUM}){_TO}"
    rf"(?:(?P<y2>\d{{4}})年)?(?:(?P<m2>{_NUM})月)?(?P<d2>{_NUM})[日号]"
)
_MONTHS = re.compile(
    rf"(?<![\d.个第])(?:(?P<y1>\d{{4}})年)?(?P<m1>{_NUM})(?:月份?)?(?:至|到|—{{1,2}}|－|–|-|~|～)"
    rf"(?P<m2>{_NUM})月(?!\d)"
)
_YEARS = re.compile(
    r"(?<!\d)(?P<y1>(?:19|20)\d\d)年?(?:至|到|—{1,2}|－|–|-|~|～)(?P<y2>(?:19|20)\d\d)年(?!\d{1,2}月)"
)
_HOURS = re.compile(
    r"(?<![\d:：.])(?P<h1>\d{1,2})(?:时(?:(?P<n1>\d{1,2})分)?|[:：](?P<c1>\d{2}))(?:至|到|—{1,2}|－|–|-|~|～)"
    r"(?P<h2>\d{1,2})(?:时(?:(?P<n2>\d{1,2})分)?|[:：](?P<c2>\d{2}))(?![\d:：])"
)
_TO_SIGN = re.compile(r"[至到—－–~～-]")
_LUNAR = re.compile(r"(?:农历|阴历|旧历)[^，。；\n]{0,8}$")
_NIGHT = 20 * 60  # minutes: what runs longer over midnight is rather a slip
_OVER_NEW_YEAR = 9  # months, likewise
_MONTHS_A_YEAR = 12
_LATE_IN_MONTH, _EARLY_IN_MONTH = 24, 7


def check(text: Passage) -> Iterator[Hit]:
    """Find reversed spans of days, months, years and hours; over New Year and night is right."""
    printed = text.printed
    for match in found_around(_DAYS, _TO_SIGN, printed, 14, 14):
        if not _LUNAR.search(printed[max(0, match.start() - 10) : match.start()]):
            yield from _reversed_days(match)
    for match in found_around(_MONTHS, _TO_SIGN, printed, 14, 6):
        yield from _reversed_months(match)
    for match in found_around(_YEARS, _TO_SIGN, printed, 6, 8):
        if match["y1"] > match["y2"]:
            yield _hit(match, _swapped(match, ("y1",), ("y2",)))
    for match in found_around(_HOURS, _TO_SIGN, printed, 8, 8):
        first, last = _minutes(match, "1"), _minutes(match, "2")
        if last < first and last + 24 * 60 - first > _NIGHT:
            yield _hit(match, None)


def _reversed_months(match: re.Match[str]) -> Iterator[Hit]:
    first, last = value_of(match["m1"]) or 0, value_of(match["m2"]) or 0
    if match["y1"] and last < first <= _MONTHS_A_YEAR and _wraps_too_far(first, last):
        yield _hit(match, _swapped(match, ("m1",), ("m2",)))


def _reversed_days(match: re.Match[str]) -> Iterator[Hit]:
    m1, d1, d2 = (value_of(match[name]) or 0 for name in ("m1", "d1", "d2"))
    m2 = (value_of(match["m2"]) or 0) if match["m2"] else m1
    if match["y2"]:
        if match["y1"] and (int(match["y1"]), m1, d1) > (int(match["y2"]), m2, d2):
            yield _hit(match, _swapped(match, ("y1", "m1", "d1"), ("y2", "m2", "d2")))
        return
    if (m1, d1) <= (m2, d2) or (m1 > m2 and not _wraps_too_far(m1, m2)):
        return
    if match["m2"]:
        yield _hit(match, _swapped(match, ("m1", "d1"), ("m2", "d2")))
    else:  # 9月28日至3日 rather lacks its second month
        lacks = d1 >= _LATE_IN_MONTH and d2 <= _EARLY_IN_MONTH
        yield _hit(match, None if lacks else _swapped(match, ("d1",), ("d2",)))


def _wraps_too_far(first: int, last: int) -> bool:
    return last + _MONTHS_A_YEAR - first > _OVER_NEW_YEAR


def _minutes(match: re.Match[str], side: str) -> int:
    return int(match[f"h{side}"]) * 60 + int(match[f"n{side}"] or match[f"c{side}"] or 0)


def _swapped(match: re.Match[str], left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """The match with the named parts of both sides exchanged."""
    pieces, done = [], match.start()
    for here, there in (*zip(left, right, strict=True), *zip(right, left, strict=True)):
        pieces += [match.string[done : match.start(here)], match[there]]
        done = match.end(here)
    return "".join([*pieces, match.string[done : match.end()]])


def _hit(match: re.Match[str], fix: str | None) -> Hit:
    advice = f"，应是“{fix}”" if fix else "，请核对"
    return Hit(match.start(), match.end(), f"“{match[0]}”起止颠倒{advice}。", fix)


RULE = Rule(
    code="D04",
    name="起止倒置",
    severity=Severity.ERROR,
    summary="起止时间先早后晚；跨年、跨夜写明“次年”“次日”。",
    reason="多为键入错误，先后颠倒就读不出期限。",
    source="事理",
    bad="专项治理从6月20日至6月3日进行。",
    good="专项治理从6月3日至6月20日进行。",
    check=check,
)
