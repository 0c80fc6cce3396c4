"""F03: the number of an official document in another form than 〔2020〕8号."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.numerals import value_of, year_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_GAP = r"[ \u3000]*"
_NUMBER = beginning(
    r" \u3000第\[［(（【﹝〔〈<{｛《",
    rf"(?:(?<=[{HAN}])|(?<=号、))(?P<blank>{_GAP}第?)(?P<open>[\[［(（【﹝〔〈<{{｛《])\s?(?P<year>(?:19|20)\d\d)\s?年?\s?"
    rf"(?P<close>[\]］)）】﹞〕〉>}}｝》]){_GAP}(?P<ordinal>第?)(?P<zeros>0*)(?P<number>[1-9]\d{{0,4}}){_GAP}号(?![案判裁楼])",
)
_FIRST = r"2\[［〔【（(﹝"
_UNUSUAL = (
    (
        beginning(
            _FIRST,
            rf"(?<=[{HAN}])(?P<year>(?:19|20)\d\d)[\[［〔【﹝](?P<number>[1-9]\d{{0,4}})[\]］〕】﹞]号",
        ),
        "括起来的是年份",
    ),
    (
        beginning(
            _FIRST,
            rf"(?<=[{HAN}])[\[［〔【﹝](?P<year>[12]\d)[\]］〕】﹞](?P<number>[1-9]\d{{0,4}})号",
        ),
        "年份写全四位",
    ),
    (
        beginning(_FIRST, r"(?<=[发办函字])(?P<year>20\d\d)[（(](?P<number>[1-9]\d{0,3})[）)]号"),
        "括起来的是年份",
    ),
    (
        beginning(_FIRST, r"(?<=[发办函字])(?P<year>20\d\d)[〕\]】](?P<number>[1-9]\d{0,3})号"),
        "年份用六角括号〔〕",
    ),
    (
        beginning(_FIRST, r"(?<=[发办函字])[〔\[【（](?P<year>20\d\d)(?P<number>[1-9]\d{0,3})号"),
        "年份用六角括号〔〕",
    ),
    (
        beginning(
            _FIRST,
            r"(?<=[政委财农教卫人水林建交民厅局]发|办发|办函|政函)(?P<year>20\d\d)年?(?:[-—第]|(?<=年))(?P<number>[1-9]\d{0,3})号",
        ),
        "年份用六角括号〔〕",
    ),
    (
        beginning(
            _FIRST,
            r"(?<=[发办函字])〔(?P<year>20\d\d)〕(?P<number>[1-9]\d{0,3})(?=[）)，。；]|文件)",
        ),
        "序号后有“号”",
    ),
)
_CHINESE_NUMBER = beginning(
    "〔",
    r"(?<=[发办函字])〔(?P<year>20\d\d|[二〇零一三四五六七八九]{4})〕(?P<number>[1-9]\d{0,3}|[一二三四五六七八九十]{1,3})号",
)
_NO_CODE = re.compile(r"(?:[告令刊期报字证权许准械食妆备案院书条款项版稿]|国标|标准|地标)$")


def check(text: Passage) -> Iterator[Hit]:
    """Find wrong brackets, 第, filling zeros and blanks; certificates and court cases differ."""
    for match in _NUMBER.finditer(text.printed):
        start = match.end("blank")
        start -= match["blank"].endswith("第")
        right = f"〔{match['year']}〕{match['number']}号"
        if match.string[start : match.end()] != right and not _has_no_code(match):
            yield _hit(match, start, right, _fault(match))
    yield from _unusual(text.printed)


def _unusual(text: str) -> Iterator[Hit]:
    """Years out of their brackets, numbers in them, Chinese numerals, a lost 号."""
    for pattern, fault in _UNUSUAL:
        for match in pattern.finditer(text):
            if not _has_no_code(match):
                yield _hit(match, match.start(), _right(match), fault)
    for match in _CHINESE_NUMBER.finditer(text):
        if _right(match) != match[0]:
            yield _hit(match, match.start(), _right(match), "年份和序号用阿拉伯数字")


def _right(match: re.Match[str]) -> str:
    year = match["year"] if len(match["year"]) > len("26") else f"20{match['year']}"
    return f"〔{year_of(year)}〕{value_of(match['number']) or match['number']}号"


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
