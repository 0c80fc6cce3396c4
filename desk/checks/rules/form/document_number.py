"""F03: the number of an official document in another form than 〔2020〕8号."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_GAP = r"[ \u3000]*"
_NUMBER = re.compile(
    rf"(?<=[{HAN}])(?P<blank>{_GAP})(?P<open>[\[［(（【﹝〔〈<])\s?(?P<year>(?:19|20)\d\d)\s?年?\s?"
    rf"(?P<close>[\]］)）】﹞〕〉>]){_GAP}(?P<ordinal>第?)(?P<zeros>0*)(?P<number>[1-9]\d{{0,4}}){_GAP}号(?![案判裁楼])"
)
_BRACKETED_NUMBER = re.compile(
    rf"(?<=[{HAN}])(?P<year>(?:19|20)\d\d)[\[［〔【﹝](?P<number>[1-9]\d{{0,4}})[\]］〕】﹞]号"
)
_SHORT_YEAR = re.compile(
    rf"(?<=[{HAN}])[\[［〔【﹝](?P<year>[12]\d)[\]］〕】﹞](?P<number>[1-9]\d{{0,4}})号"
)
_NO_CODE = re.compile(r"(?:[告令刊期报字证权许准械食妆备案院书条款项版稿]|国标|标准|地标)$")


def check(text: Passage) -> Iterator[Hit]:
    """Find wrong brackets, 第, filling zeros and blanks; certificates and court cases differ."""
    for match in _NUMBER.finditer(text.printed):
        start = match.end("blank")
        right = f"〔{match['year']}〕{match['number']}号"
        if match.string[start : match.end()] != right and not _has_no_code(match):
            yield _hit(match, start, right, _fault(match))
    for match in _BRACKETED_NUMBER.finditer(text.printed):
        if not _has_no_code(match):
            right = f"〔{match['year']}〕{match['number']}号"
            yield _hit(match, match.start(), right, "括起来的是年份")
    for match in _SHORT_YEAR.finditer(text.printed):
        if not _has_no_code(match):
            right = f"〔20{match['year']}〕{match['number']}号"
            yield _hit(match, match.start(), right, "年份写全四位")


def _has_no_code(match: re.Match[str]) -> bool:
    return bool(_NO_CODE.search(match.string[max(0, match.start() - 2) : match.start()]))


def _hit(match: re.Match[str], start: int, right: str, fault: str) -> Hit:
    return Hit(start, match.end(), f"发文字号写作“{right}”，{fault}。", right)


def _fault(match: re.Match[str]) -> str:
    if match["open"] + match["close"] != "〔〕":
        return "年份用六角括号〔〕"
    if match["ordinal"]:
        return "序号前不加“第”"
    return "序号不编虚位" if match["zeros"] else "中间不空格，年份后不加“年”"


RULE = Rule(
    code="F03",
    name="发文字号写法",
    severity=Severity.ERROR,
    summary="发文字号的年份用六角括号，序号不加“第”、不编虚位。",
    reason="发文字号由机关代字、年份、发文顺序号组成，写法是固定的。",
    source="GB/T 9704—2012 7.2.5",
    bad="县财政局印发云财发[2026]16号文件。",
    good="县财政局印发云财发〔2026〕16号文件。",
    check=check,
)
