"""W15: names and figures in fixed political phrases."""

import re
from collections.abc import Iterator

from desk.checks.known_sets import may_hold_a_set, strange_members
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning
from desk.checks.swaps import swaps_in

# How many each phrase counts, and what stands beside it: one alone may be the office's own.
_COUNTS = {"确立": "两", "意识": "四", "自信": "四", "维护": "两"}
_COUNTED = re.compile(
    r"(?P<number>[一二三四五六七八九两])个(?P<what>确立|意识|自信|维护)(?=[”、，。和与\s])"
)
# Where no sister stands beside it, the verb tells that the phrase is meant.
_ALONE = re.compile(
    r"(?:坚定(?P<a>[一二三五六七八九两])个自信|做到(?P<b>[一三四五六七八九])个维护|领悟(?P<c>[一三四五六七八九])个确立"
    r"|(?:增强|树牢)(?P<d>[一二三五六七八九两])个意识)(?![：:—])"
)
_ALONE_RIGHT = {"a": "四", "b": "两", "c": "两", "d": "四"}
_STOP = re.compile(r"[。！？；\n]")
_LAYOUTS = beginning(
    "“一二三四五六七八九",
    r"(?P<one>“?(?P<n1>[一二三四五六七八九])位一体”?)(?P<l1>总体布局|战略布局)|"
    r"(?P<two>“?(?P<n2>[一二三五六七八九四])个全面”?)(?P<l2>总体布局|战略布局)",
)
# The last plenary session of each congress that has ended.
_SESSIONS = {
    "十六": 7,
    "十七": 7,
    "十八": 7,
    "十九": 7,
    "十五": 7,
    "十四": 7,
    "十三": 8,
    "十二": 7,
    "十一": 7,
}
_SESSION = re.compile(
    r"(?P<congress>二?十[一二三四五六七八九]?)届(?P<session>[一二三四五六七八九十])中全会"
)
_THOUGHT = "习近平新时代中国特色社会主义思想"
_THOUGHTS = re.compile(r"习近平(?P<what>[^，。；、：！？\s“”《》\x00]{4,16}?)思想")
_OTHER = re.compile("法治|经济|强军|外交|生态文明|文化|关于|总书记|同志|主席")
_NEAR = 70
_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九十", 1)}


def check(text: Passage) -> Iterator[Hit]:
    """Find listed wrong forms, wrong counts beside their sisters, and swapped layouts."""
    for swap in swaps_in(text, "W15", own=False):
        shown = "”或“".join(swap.rights)
        yield swap.hit(f"固定提法为“{shown}”。")
    yield from _counts(text)
    yield from _lone_counts(text)
    yield from _layouts(text)
    yield from _sessions(text)
    yield from _thought(text)
    yield from _members(text)


def _members(text: Passage) -> Iterator[Hit]:
    """Yield what stands among the members of a set without being one."""
    if not may_hold_a_set(text.printed):
        return
    for start, end in _sentences(text.printed):
        sentence = text.printed[start:end]
        for begin, stop, right, known in strange_members(sentence):
            message = f"“{known.name}”里没有“{sentence[begin:stop]}”，疑为“{right}”。"
            severity = None if known.name in sentence else Severity.WARNING
            yield Hit(start + begin, start + stop, message, right, severity=severity)


def _counts(text: Passage) -> Iterator[Hit]:
    for start, end in _sentences(text.printed):
        found = list(_COUNTED.finditer(text.printed, start, end))
        if len({match["what"] for match in found}) < len(_COUNTS) // 2:
            continue
        for match in found:
            right = _COUNTS[match["what"]]
            if match["number"] != right:
                shown = f"{right}个{match['what']}"
                yield Hit(*match.span("number"), f"固定提法为“{shown}”。", right)


def _lone_counts(text: Passage) -> Iterator[Hit]:
    """Yield wrong counts of a phrase in quotation marks with no sister beside it."""
    plain = re.sub("[“”]", "", text.printed)
    if len(plain) == len(text.printed):
        return
    places = [place for place, sign in enumerate(text.printed) if sign not in "“”"]
    for match in _ALONE.finditer(plain):
        group = match.lastgroup or "a"
        start = places[match.start(group)]
        clause = text.printed[max(0, start - 40) : start + 40]
        if text.printed[start - 1] == "“" and len(_COUNTED.findall(clause)) == 1:
            right = _ALONE_RIGHT[group]
            yield Hit(start, start + 1, f"固定提法为“{right}{match[0][-3:]}”。", right)


def _layouts(text: Passage) -> Iterator[Hit]:
    for match in _LAYOUTS.finditer(text.printed):
        number, layout = ("n1", "l1") if match["one"] else ("n2", "l2")
        right = ("五", "总体布局") if match["one"] else ("四", "战略布局")
        for group, good in zip((number, layout), right, strict=True):
            if match[group] != good:
                yield Hit(
                    *match.span(group), "固定提法为“五位一体”总体布局、“四个全面”战略布局。", good
                )


def _sessions(text: Passage) -> Iterator[Hit]:
    for match in _SESSION.finditer(text.printed):
        last = _SESSIONS.get(match["congress"], 7)
        if _DIGITS[match["session"]] > last:
            yield Hit(*match.span(), f"没有“{match[0]}”，请核对届次。")


def _thought(text: Passage) -> Iterator[Hit]:
    """Yield what comes near the name of the thought without being it."""
    for match in _THOUGHTS.finditer(text.printed):
        if match[0] == _THOUGHT or _OTHER.search(match["what"]):
            continue
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - heavy, loaded on use

        if ratio(match[0], _THOUGHT) >= _NEAR:
            yield Hit(*match.span(), f"固定提法为“{_THOUGHT}”。", _THOUGHT)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


RULE = Rule(
    code="W15",
    name="固定提法有误",
    severity=Severity.ERROR,
    summary="固定提法一字不差。",
    reason="届次、数目、用字都有定规，错一个字就是政治性差错。",
    source="党的文件规范表述；编辑部差错调查",
    bad="增强“四个意识”、坚定“两个自信”、做到“两个维护”。",
    good="增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
    check=check,
)
