"""P02: quotation marks, brackets or title marks that do not pair."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_KINDS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
}
_OPENER = {closer: opener for opener, closer in _KINDS.items()}
_INNER = {"“": "‘", "”": "’", "《": "〈", "》": "〉"}
_OUTER = {inner: outer for outer, inner in _INNER.items()}
_INNER_PAIRS = ({"‘", "’"}, {"〈", "〉"})
_WIDE = {"(": "（", ")": "）"}
_PAUSE = re.compile(r"[\n，。；：]")
_SIGN = re.compile(r"[“”‘’（）()《》〈〉【】〔〕「」『』〝〞]")
_ITEM = re.compile(r"(?:^|[\s，。；：、,;:！？“])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,3})$|:$")
_HALF_HEADING = re.compile(r"(?:^|\n)[ \u3000\t]*([一二三四五六七八九十]{1,3})$")
_CUT = re.compile(r"（[^（）()《》“”\n，。；]{1,20}([》”])")  # 《预案（2026年版》
_COUNTED = r"[^\d（）()，。；：\n]{1,10}\d[\d.]*[%％\u4e00-\u9fff]{1,4}"
_FIGURES = re.compile(rf"（{_COUNTED}(?:[，、]{_COUNTED})*。(?!）)")  # （成灾320亩，绝收60亩。
_LONG = 40
_SHORT = 20  # a quotation with two openers is surely one with a wrong closer up to this length


@dataclass(frozen=True, slots=True)
class _Sign:
    """One mark; ``kind`` is the opener of its pair."""

    place: int
    sign: str

    @property
    def kind(self) -> str:
        return _OPENER.get(self.sign, self.sign)

    @property
    def opens(self) -> bool:
        return self.sign in _KINDS


def check(text: Passage) -> Iterator[Hit]:
    """Find what is wrong with the marks; where two faults meet on one mark, the first is told."""
    taken: set[int] = set()
    for hit in _faults(text):
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield hit


def _faults(text: Passage) -> Iterator[Hit]:
    """Pair the marks of each paragraph, then those that a quotation over several ones leaves."""
    lone: list[_Sign] = []
    for start, end in text.paragraphs:
        for double in re.finditer("[〝〞]", text.text[start:end]):
            place = start + double.start()
            proper = "“" if double[0] == "〝" else "”"
            yield Hit(place, place + 1, f"“{double[0]}”不是规范的引号。", proper)
        left: list[_Sign] = []
        yield from _paired(text.text, list(_signs(text.printed, start, end)), left)
        lone += left
    yield from _unpaired(text.text, lone)


def _signs(text: str, start: int, end: int) -> Iterator[_Sign]:
    """Yield the marks of a paragraph, brackets of either width alike; apostrophes left out."""
    for match in _SIGN.finditer(text, start, end):
        place, sign = match.start(), _WIDE.get(match[0], match[0])
        before = text[max(start, place - 1) : place]
        if sign != "’" or not (before.isascii() and before.isalnum()):
            yield _Sign(place, {"〝": "“", "〞": "”"}.get(sign, sign))


def _paired(text: str, signs: list[_Sign], lone: list[_Sign]) -> Iterator[Hit]:
    """Yield crossed and wrongly nested pairs, and collect marks without a partner."""
    stack: list[_Sign] = []
    open_kinds: Counter[str] = Counter()
    inner: list[tuple[_Sign, _Sign, _Sign]] = []  # the opener around a pair, and the pair
    for sign in signs:
        if sign.opens:
            stack.append(sign)
            open_kinds[sign.kind] += 1
        elif not open_kinds[sign.kind]:
            lone += [] if _ends_item(text, sign) else [sign]
        elif stack[-1].kind != sign.kind and _closes_later(signs, stack[-1], sign):
            opener = _nearest(stack, sign)
            stack.remove(opener)
            open_kinds[sign.kind] -= 1
            yield _crossed(text, sign, opener)
        else:
            opener = _close(stack, sign, lone, open_kinds)
            if sign.sign in _INNER and open_kinds[sign.kind]:
                inner.append((_nearest(stack, sign), opener, sign))
    lone += stack
    yield from _nested(inner, lone)


def _close(stack: list[_Sign], closer: _Sign, lone: list[_Sign], open_kinds: Counter[str]) -> _Sign:
    """Take the opener of this closer off the stack; those above it never close."""
    while stack[-1].kind != closer.kind:
        lone.append(stack.pop())
        open_kinds[lone[-1].kind] -= 1
    open_kinds[closer.kind] -= 1
    return stack.pop()


def _ends_item(text: str, sign: _Sign) -> bool:
    """Whether a bracket closes a list number such as 1）."""
    before = text[max(0, sign.place - 5) : sign.place]
    return sign.sign == "）" and _ITEM.search(before) is not None


def _nearest(stack: list[_Sign], closer: _Sign) -> _Sign:
    return next(opener for opener in reversed(stack) if opener.kind == closer.kind)


def _closes_later(signs: list[_Sign], opener: _Sign, now: _Sign) -> bool:
    return any(sign.place > now.place and sign.sign == _KINDS[opener.sign] for sign in signs)


def _crossed(text: str, closer: _Sign, opener: _Sign) -> Hit:
    """A closer that comes before that of an inner pair; next to it the two change places."""
    following = text[closer.place + 1 : closer.place + 2]
    message = f"“{opener.sign}”与“{closer.sign}”跨过了里层的标点，里层要先闭合。"
    if following in _OPENER and following != closer.sign:
        return Hit(closer.place, closer.place + 2, message, following + closer.sign)
    return Hit(closer.place, closer.place + 1, message)


def _nested(inner: list[tuple[_Sign, _Sign, _Sign]], lone: list[_Sign]) -> Iterator[Hit]:
    """A pair within a closed pair of its own kind takes the inner form."""
    unclosed = set(lone)
    for around, opener, closer in inner:
        for sign in (opener, closer) if around not in unclosed else ():
            proper = _INNER[sign.sign]
            message = f"“{opener.sign}{closer.sign}”里面再用时，里层应为“{proper}”。"
            yield Hit(sign.place, sign.place + 1, message, proper)


def _unpaired(text: str, lone: list[_Sign]) -> Iterator[Hit]:
    yield from _half_inner(text, lone)
    for kind in _KINDS:
        signs = sorted((sign for sign in lone if sign.kind == kind), key=lambda sign: sign.place)
        yield from _of_kind(text, signs)


def _half_inner(text: str, lone: list[_Sign]) -> Iterator[Hit]:
    """Yield pairs of which one mark has the inner form, 《……〉; they are lone no more."""
    lone.sort(key=lambda sign: sign.place)
    for first, second in list(pairwise(lone)):
        family = {_INNER.get(first.sign, first.sign), _INNER.get(second.sign, second.sign)}
        between = text[first.place + 1 : second.place]
        if (
            family in _INNER_PAIRS
            and first.opens
            and not second.opens
            and first.kind != second.kind
            and len(between) <= _LONG
            and not re.search("[。\n]", between)
        ):
            lone.remove(first)
            lone.remove(second)
            wrong = first if first.sign in _OUTER else second
            proper = _OUTER[wrong.sign]
            message = f"“{wrong.sign}”应为“{proper}”，与另一半成对。"
            yield Hit(wrong.place, wrong.place + 1, message, proper)


def _of_kind(text: str, signs: list[_Sign]) -> Iterator[Hit]:
    """Judge the lone marks of one kind, two by two."""
    place = 0
    while place < len(signs):
        first = signs[place]
        second = signs[place + 1] if place + 1 < len(signs) else None
        if second and first.opens and not second.opens:
            place += 2  # a pair that runs over several paragraphs or wrapped lines
        elif second and _one_quotation(text, first, second):
            yield from _turned(first, second)
            place += 2
        else:
            if not _continues(text, first):
                yield _alone(text, first)
            place += 1


def _one_quotation(text: str, first: _Sign, second: _Sign) -> bool:
    between = text[first.place : second.place]
    if first.opens and second.opens and _continues(text, first):
        return False
    return len(between) <= _SHORT and not _PAUSE.search(between)


def _continues(text: str, opener: _Sign) -> bool:
    """Whether the next paragraph opens the same quotation again (GB/T 15834 4.8.3)."""
    following = text.find("\n", opener.place)
    if opener.sign != "“" or following < 0:
        return False
    return text[following : following + 9].lstrip().startswith("“")


def _turned(first: _Sign, second: _Sign) -> Iterator[Hit]:
    """Two marks around one quotation of which one or both look the wrong way."""
    if not first.opens:
        yield Hit(first.place, first.place + 1, f"“{first.sign}”方向反了。", first.kind)
    if second.opens:
        closer = _KINDS[second.sign]
        yield Hit(second.place, second.place + 1, f"“{second.sign}”方向反了。", closer)


def _alone(text: str, sign: _Sign) -> Hit:
    partner = _KINDS[sign.sign] if sign.opens else _OPENER[sign.sign]
    heading = _HALF_HEADING.search(text, max(0, sign.place - 9), sign.place)
    if heading and sign.sign == "）":
        message = f"序号“{heading[1]}）”缺“（”。"
        return Hit(heading.start(1), sign.place + 1, message, f"（{heading[1]}）")
    enclosed = _CUT.match(text, sign.place) if sign.sign == "（" else None
    if enclosed and text.rfind(_OPENER[enclosed[1]], 0, sign.place) > text.rfind(
        enclosed[1], 0, sign.place
    ):
        message = f"“{enclosed[1]}”前缺“）”。"
        return Hit(enclosed.start(1), enclosed.end(1), message, f"）{enclosed[1]}")
    figures = _FIGURES.match(text, sign.place) if sign.sign == "（" else None
    if figures:
        last = text[figures.end() - 2]
        return Hit(figures.end() - 2, figures.end(), "句号前缺“）”。", f"{last}）。")
    message = f"“{sign.sign}”没有配对的“{partner}”，请补上“{partner}”或删去“{sign.sign}”。"
    return Hit(sign.place, sign.place + 1, message)


RULE = Rule(
    code="P02",
    name="成对标点不成对",
    severity=Severity.ERROR,
    summary="引号、括号、书名号成对使用，方向、层次正确。",
    reason="缺一半时读者分不清引文和书名的起止；里层书名号用单书名号。",
    source="GB/T 15834—2011 4.8、4.9、4.15.3.5",
    bad="会议传达了《安全生产“十五五”规划精神。",
    good="会议传达了《安全生产“十五五”规划》精神。",
    check=check,
    by_paragraph=False,
    yields_to=frozenset({"N04"}),
)
