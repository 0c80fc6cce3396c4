"""Closed lists of names beside their number: “青龙镇、白石乡2个乡镇”, “3个村（大坪村、石桥村）”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.masks import HAN, Span
from desk.checks.numerals import value_of
from desk.checks.spots import beginning

NUMBER = (
    r"(?<![第之数十百千万亿两一二三四五六七八九\d.,~～—/每近约前后头其逾超过])"
    r"(?P<n>十[一二三四五六七八九]?|[两二三四五六七八九]|1\d|[2-9])"
)
_ENDS = {  # what the names of each kind end in
    "村": "村 社区",
    "社区": "社区 村",
    "村民小组": "组",
    "乡镇": "镇 乡 街道",
    "镇": "镇",
    "乡": "乡",
    "街道": "街道",
    "镇街": "镇 乡 街道",
    "县": "县",
    "县区": "县 区 市",
    "县市区": "县 区 市",
    "省": "省",
    "水库": "水库",
    "企业": "公司 厂 集团 合作社",
    "公司": "公司",
    "合作社": "合作社",
    "学校": "学 校 园",
    "小学": "小学",
    "医院": "院",
    "景区": "景区 公园 古镇",
    "园区": "园 区",
}
_BARE = ("村", "行政村", "自然村", "社区", "乡镇", "镇", "乡")
_SUFFIXED = {kind: tuple(ends.split()) for kind, ends in _ENDS.items()}
_KINDS = (
    r"部门|单位|环节|方面|领域|行业|阶段|步骤|渠道|途径|类别|级别|平台|系统|要素|材料|证照|证件|病种|品种|作物|产业|"
    r"指标|工作组|小组|专班|专项|清单|台账|机制|制度|措施|举措|做法|重点|任务"
)
_COUNTED = re.compile(
    rf"{NUMBER}大?(?:(?P<of>[个家座所项条类种级步本张处大])[{HAN}]{{0,6}}?)?"
    rf"(?P<noun>行政村|自然村|{'|'.join(sorted(_SUFFIXED, key=len, reverse=True))}|{_KINDS}"
    r"|(?<=[类级种])(?![别的个])|(?<=[个家所座处])(?=（))"
)
_SLOGAN = re.compile(rf"“(?P<n>[两二三四五六七八九十])个?(?P<head>[{HAN}]{{1,2}})”")
_OWN_NAMES = re.compile(rf"{NUMBER}[个座所家条处项支](?P<noun>[{HAN}]{{1,6}})(?=[（：])")
_TOLD = re.compile(
    rf"{NUMBER}[个起件条点项类](?:[{HAN}]{{0,4}}?)(?:问题|困难|短板|案件|案例|原因|特点|建议|要求|意见|工作)(?=：)"
)
_AND = beginning(
    "以和及与",
    r"以及|(?<![共总温缓饱])和(?![谐平解睦])|(?<![涉普惠波触顾危提以])及(?![时格其])|(?<!参)与(?!会)",
)
_OPEN = re.compile(r"(?:等|等等|……|之类)$")
_LEAD_IN = re.compile(r"(?:分别(?:为|是)|也?就是|即|依次(?:为|是))[：，]?")
_PARTIAL = re.compile(r"其中|例如|比如|诸如|包括|包含|含|^如|主要|多为|[，；：]|\d")
_GENERIC = re.compile(
    r"(?:街道|社区|园区|部门|单位|农场|企业|开发区|乡镇|镇|乡|村|组|市直|县直|场|站|所|学校|机关)"
)
_KIND_OF = re.compile(
    r"(?:以[上下内外]|型|性|式|级)$|^(?:公办|民办|国有|民营|私营|城区|农村|乡镇|县级|市级|省级|大型|中型|小型|新建|改建|续建|中央|地方)"
)
_BODY = re.compile(r"[局委办院队会部]$")
_NUMERAL = re.compile(r"[第一二三四五六七八九十上中下]{1,4}|.*\d.*")
_COUNTED_ITEM = re.compile(r"[一二三四五六七八九十两][类级种项个条步大]$")
_START = re.compile(r"[，。；：！？\n（）()“”《》\s]")
_CLOSE = re.compile(r"[。；\n]|$")
_SORTS = ("类", "级", "种")
_REACH = 160  # characters a list may take
_NEAR = 2  # a list off by more is no list of what is counted
_SHORT, _LONG = 5, 14  # characters of an item
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A number at [start, end), what it counts, and the list that shows another number."""

    start: int
    end: int
    number: int
    shown: int
    listed: Span


def is_spelt_out(own: str, start: int, number: int) -> bool:
    """Whether as many names stand right before a number: 制度、流程和服务三个方面."""
    items = own[_begin(own, start) : start].split("、")
    return len(items) >= _LEAST and number in _counts(items, ())


def miscounted(own: str, text: str) -> Iterator[Counted]:
    """Yield the numbers that their closed list contradicts; ``own`` is ``text`` with its masks."""
    for match in _COUNTED.finditer(own):
        number = value_of(match["n"]) or 0
        yield from _judged(match, number, _after(text, match) or _before(own, match))
    for match in _SLOGAN.finditer(text):
        yield from _judged(match, value_of(match["n"]) or 0, _spelt_out(text, match))
    for match in _OWN_NAMES.finditer(own):
        yield from _judged(match, value_of(match["n"]) or 0, _named_alike(text, match))
    for match in _TOLD.finditer(own):
        yield from _judged(match, value_of(match["n"]) or 0, _named(text, match))


def _judged(
    match: re.Match[str], number: int, listing: tuple[Span, frozenset[int]] | None
) -> Iterator[Counted]:
    if listing is None or number in listing[1]:
        return
    shown = max(listing[1])
    if abs(shown - number) <= _NEAR and min(listing[1]) >= _LEAST:
        yield Counted(match.start("n"), match.end("n"), number, shown, listing[0])


def _after(text: str, match: re.Match[str]) -> tuple[Span, frozenset[int]] | None:
    """The names in the brackets or behind the colon that follow the number."""
    span = _following(text, match.end())
    if span is None:
        return None
    items = _items(text, *span)
    ends = _SUFFIXED.get(match["noun"].removeprefix("行政").removeprefix("自然"), ())
    if len(items) < _LEAST or any(_is_no_name(item, ends) for item in items):
        return None
    if ends and not (all(item.endswith(ends) for item in items) or _are_bare(match, items)):
        return None
    if not match["noun"] and match["of"] not in _SORTS and len({one[-1] for one in items}) > 1:
        return None
    return span, _counts(items, ends)


def _named(text: str, match: re.Match[str]) -> tuple[Span, frozenset[int]] | None:
    """The short sentences behind a colon, each of them one problem or one case."""
    span = _following(text, match.end())
    items = _items(text, *span) if span else []
    if span is None or len(items) < _LEAST or any(_is_no_name(item, ()) for item in items):
        return None
    return span, _counts(items, ())


def _named_alike(text: str, match: re.Match[str]) -> tuple[Span, frozenset[int]] | None:
    """Names in brackets that all end like what is counted: 3座水厂（石桥水厂、白河水厂）."""
    found = _named(text, match)
    ends = match["noun"][-1]
    is_alike = found and all(item.endswith(ends) for item in _items(text, *found[0]))
    return found if is_alike else None


def _following(text: str, end: int) -> Span | None:
    sign = text[end : end + 1]
    if sign in ("（", "("):
        close = re.compile("[）)\n]").search(text, end + 1)
        if close is None:
            return None
        start, stop = end + 1, close.start()
    elif sign == "：":
        start, stop = end + 1, _closing(text, end)
    else:
        return None
    lead = _LEAD_IN.match(text, start, stop)
    start = lead.end() if lead else start
    piece = text[start:stop]
    return None if _PARTIAL.search(piece) or _OPEN.search(piece) else (start, stop)


def _closing(text: str, start: int) -> int:
    found = _CLOSE.search(text, start)
    return found.start() if found else len(text)


def _items(text: str, start: int, end: int) -> list[str]:
    """Part a stretch at the 、 outside quotations, works and brackets."""
    items, depth, since = [], 0, start
    for place in range(start, end):
        sign = text[place]
        if sign in "“《（(":
            depth += 1
        elif sign in "”》）)":
            depth = max(0, depth - 1)
        elif sign == "、" and not depth:
            items.append(text[since:place])
            since = place + 1
    return [*items, text[since:end]]


def _is_no_name(item: str, ends: tuple[str, ...]) -> bool:
    if not item or len(item) > _LONG or _OPEN.search(item) or _KIND_OF.search(item):
        return True
    return bool(_NUMERAL.fullmatch(item) or (ends and _GENERIC.fullmatch(item)))


def _are_bare(match: re.Match[str], items: list[str]) -> bool:
    """Whether items are names of places without their last word: 龙塘、石门、白果."""
    return match["noun"] in _BARE and all(len(item) == len("石门") for item in items[1:])


def _counts(items: list[str], ends: tuple[str, ...]) -> frozenset[int]:
    """How many they may be: a 和 may part two of them or stand within a name."""
    parted = 0
    for place, item in enumerate(items):
        for parting in _AND.finditer(item):
            left, right = item[: parting.start()], item[parting.end() :]
            if ends:
                parted += left.endswith(ends) and right.endswith(ends)
            else:
                parted += bool(left and right) and (place > 0 or len(item) <= _LONG // 2)
    return frozenset(range(len(items), len(items) + parted + 1))


def _before(own: str, match: re.Match[str]) -> tuple[Span, frozenset[int]] | None:
    """The names right before the number, as in 公安、交通、城管3个部门."""
    start = _begin(own, match.start())
    piece = own[start : match.start()].removesuffix("这")
    items = piece.split("、")
    if len(items) < _LEAST or "\x00" in piece or not _are_names(match, items):
        return None
    ends = _SUFFIXED.get(match["noun"].removeprefix("行政").removeprefix("自然"), ())
    if ends and not all(item.endswith(ends) for item in items):
        few = len(items) <= _LEAST or not _are_bare(match, items)
        if few or abs((value_of(match["n"]) or 0) - len(items)) > 1:
            return None
    if not ends and not _are_short(match, items):
        return None
    counts = set(_counts(items, ends))
    for place, item in enumerate(items[:-1]):
        if "的" in item[1:]:
            counts |= _counts(items[place:], ends)
    return (start, start + len(piece)), frozenset(counts)


def _begin(own: str, stop: int) -> int:
    """Where the run without a pause begins that ends at a place."""
    since = max(0, stop - _REACH)
    return max((one.end() for one in _START.finditer(own, since, stop)), default=since)


def _are_short(match: re.Match[str], items: list[str]) -> bool:
    """Whether items can't hold another list or a verb; the first may, where all are named."""
    longest = len("市县乡") if match["of"] == "级" else _SHORT
    fewer_told = (value_of(match["n"]) or 0) < len(items)
    return not any(
        (len(item) > longest and not _BODY.search(item)) or "的" in item
        for item in items[not fewer_told :]
    )


def _are_names(match: re.Match[str], items: list[str]) -> bool:
    """Whether items read as names; the first may follow a verb."""
    if _OPEN.search(items[-1]) or any(len(item) > _LONG for item in items[1:]):
        return False
    if _COUNTED_ITEM.search(items[-1]):
        return False
    return not any(
        not item
        or _NUMERAL.fullmatch(item)
        or (_GENERIC.fullmatch(item) and match["of"] not in _SORTS)
        for item in items
    )


def _spelt_out(text: str, match: re.Match[str]) -> tuple[Span, frozenset[int]] | None:
    """The items behind a slogan such as “四定” that all begin with its word."""
    span = _following(text, match.end())
    if span is None:
        return None
    items = [item.lstrip("“") for item in _items(text, *span)]
    heads = ("一", "1") if match["head"] == "一" else (match["head"],)
    are_alike = all(item.startswith(heads) for item in items) or all(
        item.endswith(heads) for item in items
    )
    if len(items) < _LEAST or not are_alike:
        return None
    return span, frozenset({len(items)})
