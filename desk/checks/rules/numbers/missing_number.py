"""N14: a unit without its number."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_END = r"(?=[，。；、）)]|$|同比|环比|占|比上年|较上年)"
_NUMBERLIKE = r"\d零〇一二两三四五六七八九十百千万亿半几数多余来上近逾超过破若每首整百单"
_PERCENT = re.compile(r"[%％](?<=[\u4e00-\u9fff，。；：].)(?<![几分百].)")
_POINTS = re.compile(rf"个百分点(?<![{_NUMBERLIKE}.\s%％‰]个百分点)")
_QUALITY = re.compile(r"以[%％]|[（(][%％][)）]|百分号|[%％][)）计表]|按[%％]")
_RATE = re.compile(r"[率重](?P<verb>达到|达|为)(?=[，。；])")
_MONEY = (
    r"完成|投资|收入|支出|资金|总额|产值|销售额|营业额|贷款|存款|余额|税收|补贴|补助|保费|低保金"
    r"|实现"
    r"|达到?|为|共计?|累计|合计|总计|约|发放|拨付|争取|落实|到位|增加|减少|增长|下降|节约|筹集|募集"
    r"|兑付|兑现|下达|缴纳|追回|挽回损失"
)
_SPREAD = (
    r"涉及|覆盖|新增|建成|新建|完成|排查|排查出|检查|整改|化解|走访|设立|打造|共|全县|改造|成立"
    r"|组建"
    r"|开展|建立|发现"
)
_SUM = "达|为|共|约|达到|共计|合计|总计|累计|共有"
_LARGE = r"[万亿](?:人次|亩|吨|公里|平方米|立方米|斤|公斤|千瓦时)"
_UNITS = (
    (rf"(?:元|美元|万亿元|[万亿]美?元){_END}", _MONEY),
    (rf"(?:{_LARGE}|平方米|立方米|人次|吨|亩){_END}", _SUM),
    (rf"(?:公里|公顷|公斤|千瓦时){_END}", _SUM),
    (
        "(?:[户名件起条台辆座处个米天]|家次|场次)(?=[，。；、）])",
        "共计|合计|总计|累计|达到|共有|约有",
    ),
    ("[人户](?=[，。；])", "新增就业|城镇就业|转移群众|转移就业|培训群众|惠及|覆盖"),
    (
        "个(?:乡镇|行政村|自然村|村民小组|村(?=[、，。])|部门|单位|隐患|问题|项目|小区|点位)",
        _SPREAD,
    ),
)
# the unit leads its pattern, so the search is quick; what stands before it is seen after
_BARE = tuple((re.compile(unit), re.compile(rf"(?:{words})$")) for unit, words in _UNITS)
_LONGEST = 4  # words in front


def check(text: Passage) -> Iterator[Hit]:
    """Find 占全县的% and 完成投资亿元; 亿元以上, 数千万元 and 万元GDP are right."""
    shown = text.printed
    for match in _PERCENT.finditer(shown):
        if not _QUALITY.search(shown[max(0, match.start() - 2) : match.end() + 1]):
            yield _hit(match)
    for match in _POINTS.finditer(shown):
        yield _hit(match)
    for unit, words in _BARE:
        for match in unit.finditer(shown):
            if words.search(shown[max(0, match.start() - _LONGEST) : match.start()]):
                yield _hit(match)
    for match in _RATE.finditer(shown):
        yield Hit(*match.span("verb"), f"“{match['verb']}”后面缺数字，请补上。")


def _hit(match: re.Match[str]) -> Hit:
    return Hit(match.start(), match.end(), f"“{match[0]}”前面缺数字，请补上。")


RULE = Rule(
    code="N14",
    name="数值缺失",
    severity=Severity.ERROR,
    summary="单位、百分号前面要有数字。",
    reason="多为待填的数字没有补上。",
    source="实际差错",
    bad="完成投资亿元，占年度计划的%。",
    good="完成投资3.2亿元，占年度计划的68%。",
    check=check,
    yields_to=frozenset({"E13"}),
)
