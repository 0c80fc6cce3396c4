"""N05: an approximate number is marked as such twice."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_ABOUT = (
    r"大约|大概|约莫|约(?<![预节制合公条契签履违特邀简集解缔守毁爽立续婚应赴隐大]约)|"
    r"将近|接近|近(?<![附最靠邻亲就临毗相远将接新逼晚迫]近)(?<!(?<![补津])贴近)"
)
_OVER = r"超过|超出|多于|高于|大于|逾(?<!不逾)|超(?<![赶反高]超)"
_UNDER = r"不足|不到|低于|少于|小于|未满"
_LINK = r"(?:有了?|为|占了?|是|需要?|共计?|达到?|了|在|到|至|用了?)?"
# 约需资金300余万元: between 约 and its number, without another number in between.
_WIDE_LINK = (
    r"(?:(?:需要?|有|占|为|增收|增加|减少|增长|下降|上升|提高|降低|节省|节约|投资|投入|可|能|达"
    r"|共?计|合|用|花费|带动|惠及|覆盖)"
    r"[^\W\d_A-Za-z一二两三四五六七八九十百千]{0,5})?"
)
_HAN_DIGIT = "[一二两三四五六七八九十百千]"
_GAP = rf"(?:(?<=[约概]){_WIDE_LINK}|{_LINK})"
_DIGITS = rf"(?:(?<![\d.,])\d{{1,9}}(?:[.,]\d{{1,9}}){{0,3}}|(?<!{_HAN_DIGIT}){_HAN_DIGIT}{{1,8}})"
_NUMBER = (
    rf"(?P<number>(?:{_DIGITS}[至到—～~-])?{_DIGITS} ?[十百千]?[万亿]?|一半|半数|(?<=[逾超近约])万)"
)
_UNIT = (
    r"(?:(?:个?百分点|人次|平方公里|平方千米|平方米|立方米|千瓦时|公里|千米|公斤|千克|公顷|小时"
    r"|分钟|个小时|个月|"
    r"美元|元"
    r"|[%％‰℃人名位户家个点项件起次吨斤亩米天年月日周岁台辆套座栋处条只头株棵份册篇场期批村倍成度级间种类盒部艘架节课页字对组支])"
    r"|[万亿]?元)?"
)
_COUNTED = r"(?:[个户人名家件处条元亩吨次场台辆头只株棵份篇位门项起]|公里|公斤|平方米)"
_NUMBER_2 = _NUMBER.replace("?P<number>", "?P<amount>")
_MORE = (
    r"(?:来(?=[个户人名家])|余(?![额款粮热地下姚杭]|量(?!级))|多(?!元|样|式|功能|层次|媒|边|党|头))"
)
_SIDE = r"(?:左右(?!两?[侧岸手])|上下(?!游|班|级|车|楼|铺|联|水)|以上|以下|之多|开外)"
_NEAR = frozenset({"约", "大约", "大概", "约莫", "近", "将近", "接近"})
_BEYOND = frozenset({"余", "多"})  # 约300 and 300余 aren't the same: the author has to say
_YEAR = re.compile(r"(?:19|20)\d\d ?")
_TIME = re.compile(r"^(?:个)?(?:年|月|日|天|周|季度|期|小时|时)")

_PATTERNS = (
    # 约300余人, 超过300多人
    re.compile(
        rf"(?P<first>{_ABOUT}|{_OVER}|{_UNDER}){_GAP}\s*{_NUMBER}(?:个)?(?P<second>{_MORE})"
    ),
    # 大约50人左右, 近50人以上
    re.compile(rf"(?P<first>{_ABOUT}){_GAP}\s*{_NUMBER}{_UNIT}(?P<second>{_SIDE})"),
    # 超过50人以上, 不到50人以下
    re.compile(
        rf"(?P<first>{_OVER}){_LINK}\s*{_NUMBER}{_UNIT}(?P<second>以上|之多|开外|左右|上下)"
    ),
    re.compile(rf"(?P<first>{_UNDER}){_LINK}\s*{_NUMBER}{_UNIT}(?P<second>以下|左右|上下)"),
    # 300余人左右
    beginning(
        r"\d一二两三四五六七八九十百千",
        rf"{_NUMBER}(?P<first>余|多){_UNIT}(?P<second>左右(?!两?[侧岸手])|以上)",
    ),
    # 至少50人以上, 不超过5天以内
    beginning(
        "至最起不",
        rf"(?P<first>至少|最少|最低|起码|不低于|不少于|不下于|不下){_LINK}\s*{_NUMBER}{_UNIT}(?P<second>以上|之多|开外)"
        rf"|(?P<most>最多|至多|不超过|不多于|不高于){_LINK}\s*(?:{_NUMBER_2}){_UNIT}(?P<within>以内|之内|以下)",
    ),
    # 数十余家, 几百多户
    beginning(
        "几数好",
        r"(?P<first>(?<![总人户件个次多少半岁笔票指分倍参基])数|好?几)(?P<number>[十百千万亿]{1,2})"
        rf"(?P<second>[余多])(?=[万亿]?{_COUNTED})",
    ),
)
# 约七八百人: what follows is an approximate number by itself
_PAIR = beginning(
    "约大将近逾超",
    rf"(?P<first>{_ABOUT}|逾|超过)(?P<number>(?:一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)[十百千万]{{1,2}}[余多]?|[二三四五六七八九]?十(?:一二|两三|三四|四五|五六|六七|七八|八九))"
    rf"(?=[万亿]?{_COUNTED})",
)


def check(text: Passage) -> Iterator[Hit]:
    """Find two marks of approximation on one number; the second goes, or a person chooses."""
    for match in _PAIR.finditer(text.printed):
        message = f"“{match['number']}”已表示概数，前面不用“{match['first']}”。"
        yield Hit(match.start(), match.end(), message, match["number"])
    done = -1
    matches = (match for pattern in _PATTERNS for match in pattern.finditer(text.printed))
    for match in sorted(matches, key=lambda found: found.start()):
        if match.start() < done or _is_right(text.printed, match):
            continue
        done = match.end()
        first, second = _marks(match)
        message = f"“{match[first]}”与“{match[second]}”都表示概数，留一个即可。"
        kept = text.text[match.start() : match.start(second)]
        if match[second] == "上下" or (match[first] in _NEAR and match[second] in _BEYOND):
            choices = (kept, text.text[match.end(first) : match.end()])
            yield Hit(match.start(), match.end(), message, choices=choices)
        else:
            yield Hit(match.start(), match.end(), message, kept)


def _is_right(text: str, match: re.Match[str]) -> bool:
    """Whether 近 means “the last”, 超 is about a year, or 以上 names a class (60岁以上)."""
    first, second = _marks(match)
    if first == "most":
        return text[match.start(second) - 1] in "岁级"
    behind = text[match.end("number") :][:4]
    if match["first"] == "近":
        return bool(_TIME.match(behind) or _TIME.match(text[match.end() :][:3]))
    if _YEAR.fullmatch(match["number"]) and behind.startswith("年"):
        return True
    return match["second"] in ("以上", "以下") and text[match.start("second") - 1] in "岁级"


def _marks(match: re.Match[str]) -> tuple[str, str]:
    """The groups that hold the two marks."""
    return ("most", "within") if match.groupdict().get("most") else ("first", "second")


RULE = Rule(
    code="N05",
    name="概数叠用",
    severity=Severity.ERROR,
    summary="“约”“近”“超过”与“余”“多”“左右”“以上”不同用于一个数。",
    reason="两个概数词意思重复甚至矛盾。",
    source="GB/T 15835—2011 概数用法",
    bad="活动吸引约300余人参加。",
    good="活动吸引约300人参加。",
    check=check,
)
