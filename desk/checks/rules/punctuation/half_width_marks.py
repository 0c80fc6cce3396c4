"""P01: half-width marks next to Chinese."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_FULL = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_C = f"{HAN}，。；：、！？“”‘’（）《》〈〉【】〔〕…—％"
_POINTS = beginning(
    ",;?!:.",
    rf"(?<=[{_C}])[,;?!] *|(?<=[{_C}]):(?![/\\]) *|[,;?!] *(?=[{_C}])|(?<=[)\]%\w]):(?=[{_C}])"
    rf"|(?<=[{_C}%])\.(?![\w.])|(?<=[{HAN}”）》%])\.(?=[{HAN}\d])|(?<=[{_C}]\d)\.$",
)
_BRACKETS = re.compile(r"[(（)）]")
_STRAIGHT = re.compile(rf'(?<!\d)"(?=[^"\n]*[{HAN}])[^"\n]{{1,200}}"(?!\d)')
_ENTITY = re.compile(r"&#?\w{1,8}$")
_FILE = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|txt|jpe?g|png|zip|rar|wps|et|ofd|csv)\b", re.IGNORECASE
)
_NUMBER_ALONE = re.compile(r"[\d\s.,:/+-]*")
_CHINESE = re.compile(f"[{HAN}]")
_HEADING = re.compile(r"^\s*[一二三四五六七八九十]{1,3}$")
_CHINESE_OR_MARK = re.compile(f"[{_C}]")


def check(text: Passage) -> Iterator[Hit]:
    """Find half-width points and brackets that touch Chinese, numbers and codes left alone."""
    for match in _POINTS.finditer(text.printed):
        if not _belongs_to_code(text.printed, match):
            blank = text.printed[match.end() : match.end() + 1]
            end = match.end() if _CHINESE_OR_MARK.match(blank) else match.start() + 1
            heading = match[0] == "." and _HEADING.match(text.printed[: match.start()])
            full = "、" if heading else _FULL[match[0][0]]
            yield _hit(match.start(), end, match[0][0], full)
    for quoted in _STRAIGHT.finditer(text.printed):
        yield _hit(quoted.start(), quoted.start() + 1, '"', "“")
        yield _hit(quoted.end() - 1, quoted.end(), '"', "”")
    for opened, closed in _pairs(text.printed):
        for place in (opened, closed):
            sign = text.printed[place]
            if sign in _FULL and _is_chinese(text.printed, opened, closed):
                yield _hit(place, place + 1, sign, _FULL[sign])


def _hit(start: int, end: int, half: str, full: str) -> Hit:
    return Hit(start, end, f"半角“{half}”应为全角“{full}”。", full)


def _belongs_to_code(text: str, match: re.Match[str]) -> bool:
    """Whether the mark is part of an entity, a file name, or a string of dots or commas."""
    place = match.start()
    before, after = text[max(0, place - 9) : place], text[place + 1 : place + 2]
    if match[0][0] == ";" and _ENTITY.search(before):
        return True
    if match[0][0] == "." and (before[-1:] == "." or after == "." or _FILE.match(text, place)):
        return True
    return match[0][0] in "!?" and before[-1:].isascii() and before[-1:].isalpha()


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of matching round brackets of either width."""
    opened: list[int] = []
    for match in _BRACKETS.finditer(text):
        if match[0] in "(（":
            opened.append(match.start())
        elif opened:
            yield opened.pop(), match.start()


def _is_chinese(text: str, opened: int, closed: int) -> bool:
    """Whether a pair belongs to Chinese: by what it holds, else by the character before it."""
    inside = text[opened + 1 : closed]
    if _CHINESE.search(inside) or text[opened] != "(" or text[closed] != ")":
        return True
    if _NUMBER_ALONE.fullmatch(inside):
        return False
    return bool(_CHINESE.match(text[opened - 1 : opened]))


RULE = Rule(
    code="P01",
    name="半角标点",
    severity=Severity.ERROR,
    summary="汉字旁边的标点用全角。",
    reason="中文标点占一个字位；数字、时刻、网址、外文里的半角标点不动。",
    source="GB/T 15834—2011 第4章、5.1",
    bad="全县共排查隐患35处,已整改32处.",
    good="全县共排查隐患35处，已整改32处。",
    check=check,
    yields_to=frozenset({"T01", "T02", "P02", "P03", "P06", "P08", "P11", "P20", "N02"}),
)
