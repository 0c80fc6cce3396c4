"""D04: a span of time that ends before it begins."""

import re
from collections.abc import Callable, Iterator

from desk.checks.numerals import value_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning, found_around

_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DASH = r"(?:起?至|到|—{1,2}|－|–|-|~|～)"
_CLOCK = r"(?:[上下]午|凌晨|晚上?|早上)?(?:\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分)?)|零时)"
_LASTS = r"(?:持续|延续|延长|延期|延后|延|推迟|推延|推后|顺延|展期|改期)[至到]"
_DAYS = beginning(
    r"\d一二三四五六七八九十",
    rf"(?<![\d.个第])(?:(?P<y1>\d{{4}})年)?(?P<m1>{_NUM})月(?P<d1>{_NUM})"
    rf"(?P<to>[日号]?(?P<c1>{_CLOCK})?\s?(?:{_DASH}|起?(?:，?一直)?(?P<verb>{_LASTS}))\s?)"
    rf"(?:(?P<y2>\d{{4}})年)?(?:(?P<m2>{_NUM})月)?(?P<d2>{_NUM})[日号](?P<c2>{_CLOCK})?",
)
_TOLD = re.compile(
    rf"(?<![\d.个第年])(?P<m1>{_NUM})月(?P<d1>{_NUM})[日号](?:正式)?(?:起|开始|启动|开工|开幕|开班|开展)，"
    rf"(?:(?:一直)?(?:持续|延续)?[至到]|计划|预计|将于|于)?(?P<m2>{_NUM})月(?P<d2>{_NUM})[日号]"
    r"(?:结束|完工|竣工|闭幕|完成|截止|结业|收官|止)"
)
_TENS = re.compile(
    rf"(?<![\d.个第])(?P<m1>{_NUM})月(?P<t1>初|上旬|中旬|下旬|底|末){_DASH}"
    rf"(?:(?P<m2>{_NUM})月)?(?P<t2>初|上旬|中旬|下旬|底|末)"
)
_ORDER = {"初": 0, "上旬": 0, "中旬": 1, "下旬": 2, "底": 3, "末": 3}
_BARE_DAYS = re.compile(
    r"(?<![\d.个第月、和及—-])(?P<d1>[12]?\d|3[01])日(?:至|到|—{1,2}|－|–|-|~|～)(?P<d2>[12]?\d|3[01])日"
)
_NEXT_MONTH = re.compile(r"[每上当次]个?月")
_MONTHS = beginning(
    r"\d一二三四五六七八九十",
    rf"(?<![\d.个第])(?:(?P<y1>\d{{4}})年)?(?P<m1>{_NUM})(?:月份?)?{_DASH}"
    rf"(?:(?P<y2>\d{{4}})年)?(?P<m2>{_NUM})月(?!\d)",
)
_YEARS = re.compile(
    rf"(?<!\d)(?P<y1>(?:19|20)\d\d)年?{_DASH}(?P<y2>(?:19|20)\d\d)年(?!\d{{1,2}}月)"
)
_HOURS = beginning(
    r"上早清中\d",
    rf"(?P<early>上午|早上?|清晨|中午)?(?<![\d:：.])(?P<h1>\d{{1,2}})(?:[时点](?:(?P<n1>\d{{1,2}})分)?|[:：](?P<t1>\d{{2}})){_DASH}"
    r"(?P<h2>\d{1,2})(?:[时点](?:(?P<n2>\d{1,2})分)?|[:：](?P<t2>\d{2}))(?![\d:：])",
)
_SIGN = re.compile(r"[至到—－–~～-]")
_STARTED = re.compile(r"[日号](?:正式)?[起开启]")
_LUNAR = re.compile(r"(?:农历|阴历|旧历)[^，。；\n]{0,8}$")
_EVENING, _HALF_DAY, _DAY = 17 * 60, 12 * 60, 24 * 60  # minutes
_SHIFT, _NIGHT = 16 * 60, 20 * 60  # what runs longer over midnight is rather a slip
_OVER_NEW_YEAR = 9  # months, likewise
_MONTHS_A_YEAR = 12
_LATE_IN_MONTH, _EARLY_IN_MONTH = 24, 7


def check(text: Passage) -> Iterator[Hit]:
    """Find reversed spans of days, months, years and hours; over New Year and night is right."""
    for pattern, sign, before, after, judge in _KINDS:
        for match in found_around(pattern, sign, text.printed, before, after):
            yield from judge(match)


def _reversed_told(match: re.Match[str]) -> Iterator[Hit]:
    m1, d1, m2, d2 = (value_of(match[name]) or 0 for name in ("m1", "d1", "m2", "d2"))
    if (m1, d1) > (m2, d2) and (m1 == m2 or _wraps_too_far(m1, m2)):
        yield _hit(match, None)


def _reversed_years(match: re.Match[str]) -> Iterator[Hit]:
    if match["y1"] > match["y2"]:
        yield _hit(match, _swapped(match, ("y1",), ("y2",)))


def _reversed_hours(match: re.Match[str]) -> Iterator[Hit]:
    first, last = _minutes(match, "1"), _minutes(match, "2")
    if match["early"] and last < first and last <= _HALF_DAY:
        last += _HALF_DAY  # 上午9时至5时
    length = last + _DAY - first
    if last < first <= _DAY and (length > _NIGHT or (length > _SHIFT and first < _EVENING)):
        yield _hit(match, None)


def _reversed_months(match: re.Match[str]) -> Iterator[Hit]:
    first, last = value_of(match["m1"]) or 0, value_of(match["m2"]) or 0
    if not match["y1"] or not 1 <= first <= _MONTHS_A_YEAR:
        return
    if match["y2"]:
        if (match["y1"], first) > (match["y2"], last):
            yield _hit(match, _swapped(match, ("y1", "m1"), ("y2", "m2")))
    elif last < first and _wraps_too_far(first, last):
        yield _hit(match, _swapped(match, ("m1",), ("m2",)))


def _reversed_tens(match: re.Match[str]) -> Iterator[Hit]:
    same = not match["m2"] or match["m1"] == match["m2"]
    if same and _ORDER[match["t1"]] > _ORDER[match["t2"]]:
        yield _hit(match, _swapped(match, ("t1",), ("t2",)))


def _reversed_bare(match: re.Match[str]) -> Iterator[Hit]:
    """Days without a month, unless they may run into the next one."""
    d1, d2 = int(match["d1"]), int(match["d2"])
    sentence = match.string[match.string.rfind("。", 0, match.start()) + 1 : match.start()]
    if d1 > d2 > _EARLY_IN_MONTH and not _NEXT_MONTH.search(sentence):
        yield _hit(match, _swapped(match, ("d1",), ("d2",)))


def _reversed_days(match: re.Match[str]) -> Iterator[Hit]:
    if _LUNAR.search(match.string[max(0, match.start() - 10) : match.start()]):
        return
    m1, d1, d2 = (value_of(match[name]) or 0 for name in ("m1", "d1", "d2"))
    m2 = (value_of(match["m2"]) or 0) if match["m2"] else m1
    may_swap = not (match["verb"] or match["c1"] or match["c2"])
    if match["y2"]:
        if match["y1"] and (int(match["y1"]), m1, d1) > (int(match["y2"]), m2, d2):
            sides = ("y1", "m1", "d1"), ("y2", "m2", "d2")
            yield _hit(match, _swapped(match, *sides) if may_swap and match["m2"] else None)
        return
    if (m1, d1) <= (m2, d2) or (m1 > m2 and not _wraps_too_far(m1, m2)):
        return
    if match["m2"]:
        yield _hit(match, _swapped(match, ("m1", "d1"), ("m2", "d2")) if may_swap else None)
    else:  # 9月28日至3日 rather lacks its second month
        lacks = d1 >= _LATE_IN_MONTH and d2 <= _EARLY_IN_MONTH
        yield _hit(match, _swapped(match, ("d1",), ("d2",)) if may_swap and not lacks else None)


def _wraps_too_far(first: int, last: int) -> bool:
    return last + _MONTHS_A_YEAR - first > _OVER_NEW_YEAR


def _minutes(match: re.Match[str], side: str) -> int:
    return int(match[f"h{side}"]) * 60 + int(match[f"n{side}"] or match[f"t{side}"] or 0)


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


# each with what all it finds holds, and how far around that to look
_KINDS: tuple[
    tuple[re.Pattern[str], re.Pattern[str], int, int, Callable[[re.Match[str]], Iterator[Hit]]], ...
] = (
    (_DAYS, _SIGN, 24, 18, _reversed_days),
    (_TOLD, _STARTED, 8, 24, _reversed_told),
    (_TENS, _SIGN, 10, 8, _reversed_tens),
    (_MONTHS, _SIGN, 14, 12, _reversed_months),
    (_BARE_DAYS, _SIGN, 4, 4, _reversed_bare),
    (_YEARS, _SIGN, 6, 8, _reversed_years),
    (_HOURS, _SIGN, 10, 8, _reversed_hours),
)

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
