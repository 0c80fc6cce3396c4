"""P12: an enumeration comma within an approximate number."""

import re
from collections.abc import Iterator

from desk.checks.numerals import DIGITS
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_CLASS = (
    r"个(?![体别])|[人名位](?!民|称|单|列|居|于|置|字|义|次|额|大|才|口|事|被告|原告|嫌疑)"
    r"|户(?!籍|外|主|型|口)"
    r"|家(?!庭|长|乡)"
    r"|天(?!然|气|津)|件|起(?!步|点)|场(?!馆|地|所|镇)|条(?!例|款|线|规定)|只|头|台(?!账|风)"
    r"|辆|间(?!隔)|张"
    r"|岁|周岁|倍|成(?!立|为|果|本|员)|里(?!程)|公里|千米|米(?!线)|公分|厘米|毫米|斤|公斤|千克|吨"
    r"|亩|公顷|元|块(?!状)|升"
    r"|小时|分钟|秒|点钟|年(?!级|制|度|代|[一二三四五六七八九十\d])|周(?!边|[一二三四五六日末])|遍"
    r"|趟|株|棵|封|份|顿|夜|支(?=队|[宣服小施]..?队)|箱|袋|筐|桌"
    r"|层(?=高)|[级](?=[大阵强]?风)|步(?!骤)|次(?!污染|供水|管网|网|设备|系统|能源|侧|分配|元|要"
    r"|生|序|性|日|年|回路|变)"
)
_CHINESE = beginning(
    "二三四五六七八九十一两",
    r"(?<![第周一二三四五六七八九十百千万\d、—-])(?P<tens>[二三四五六七八九]?十)?"
    r"(?P<low>[一二两三四五六七八])、(?P<high>[二两三四五六七八九])"
    rf"(?=[十百千万亿](?!佳|强|合|货|姓|里挑|方百计|家万户)|{_CLASS})",
)
_ARABIC = re.compile(
    r"(?<![A-Za-z第\d、.（(—-])(?P<low>[1-8])、(?P<high>[2-9])(?=[十百千](?!米|克|瓦|伏)"
    rf"|(?:{_CLASS}))"
)
_HEAD = re.compile(r"[ \u3000\t]*$")
_RESPECTIVELY = re.compile(r"分别|依次|[第附图表][^，。；]{0,3}$|(?:[列居获排]|排名|名次为?)第?$")
_PAIR = {"三五"}  # 三五天 is the one approximate number that leaps
_CLAUSE = 24


def check(paragraph: Passage) -> Iterator[Hit]:
    """Find 五、六百人; short ordinals such as 一、二号楼 and heading numbers are right."""
    text = paragraph.printed
    for pattern in (_CHINESE, _ARABIC):
        for match in pattern.finditer(text):
            pair = _written(match["low"]) + _written(match["high"])
            before = text[max(0, match.start() - _CLAUSE) : match.start()]
            if _is_approximate(pair) and not _is_heading(match, text):
                clause = re.split("[，。；：！？]", before)[-1]
                if not _RESPECTIVELY.search(clause):
                    said = match[0][: match.start("low") - match.start()] + pair
                    message = f"“{match[0]}”是概数，中间不用顿号，写“{said}”。"
                    yield Hit(match.start(), match.end(), message, said)


def _is_heading(match: re.Match[str], text: str) -> bool:
    """Whether the first digit numbers a heading: 二、三项措施."""
    tens = match.groupdict().get("tens")
    return not tens and _HEAD.match(text[: match.start()]) is not None


def _written(digit: str) -> str:
    return DIGITS[int(digit)] if digit.isdecimal() else digit


def _is_approximate(pair: str) -> bool:
    """Whether two digits follow each other, as in 七八."""
    low, high = ("二" if sign == "两" else sign for sign in pair)
    return DIGITS.index(high) - DIGITS.index(low) == 1 or pair in _PAIR


RULE = Rule(
    code="P12",
    name="概数间顿号",
    severity=Severity.ERROR,
    summary="相邻两个数字连用表示概数，中间不用顿号。",
    reason="“五、六百人”会读成五人和六百人；“一、二号楼”这类简称要用顿号。",
    source="GB/T 15834—2011 4.5.3.4；GB/T 15835—2011 5.2.1",
    bad="每天有五、六百人进场务工。",
    good="每天有五六百人进场务工。",
    check=check,
)
