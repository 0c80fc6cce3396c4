"""N14: a unit without its number."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_END = r"(?=[，。；、）)]|$|，?同比|，?环比|，?占|，?比上年|，?较上年)"
_NUMBERLIKE = r"\d零〇一二两三四五六七八九十百千万亿半几数多余来上近逾超过破若每首整百单"
_PERCENT = re.compile(r"(?:^|(?<=[\u4e00-\u9fff，。；：、]))(?<![几分百])(?P<unit>[%％])")
_POINTS = re.compile(rf"(?<![{_NUMBERLIKE}.\s%％‰])(?P<unit>个百分点)")
_MONEY = re.compile(
    r"(?:完成|投资|收入|支出|资金|总额|产值|销售额|营业额|贷款|存款|余额|税收|补贴|补助|保费"
    r"|低保金|实现"
    r"|达到?|为|共计?|累计|合计|总计|约|发放|拨付|争取|落实|到位|增加|减少|增长|下降|节约|筹集"
    r"|募集|兑付"
    rf"|兑现|下达|缴纳|追回|挽回损失)(?P<unit>(?:万亿|[百千]?万|亿)?美?元){_END}"
)
_MEASURED = re.compile(
    r"(?:达|为|共|约|达到|共计|合计|总计)"
    r"(?P<unit>[万亿](?:人次|亩|吨|公里|平方米|立方米|斤|公斤|千瓦时)|平方米|立方米|公里|公顷"
    r"|公斤|千瓦时)"
    rf"{_END}"
)
_COUNT = re.compile(
    r"(?:(?:共计|合计|总计|累计|达到|共有(?!人)|约有(?!人)|近有)(?P<unit>户|名|件|起|条|台|辆|座"
    r"|亩|吨|人次|家次|处|个|场次|米|公里|天)"
    r"|(?:达|约|共)(?P<unit2>人次|户|件|起|座|吨|亩|米|公里))(?=[，。；、）])"
)
_MEASURE = re.compile(
    r"(?:涉及|覆盖|新增|建成|新建|完成|排查|排查出|检查|整改|化解|走访|设立|打造|共|全县|改造"
    r"|成立|组建|开展|建立|发现)"
    r"(?P<unit>个(?:乡镇|行政村|自然村|村民小组|部门|单位|隐患|问题|项目|小区|点位))"
)
_RATE = re.compile(r"[率重](?P<unit>达到|达|为)(?=[，。；])")
_QUALITY = re.compile(r"以[%％]|[（(][%％][)）]|百分号|[%％][)）计表]|按[%％]")


def check(text: Passage) -> Iterator[Hit]:
    """Find 占全县的% and 完成投资亿元; 亿元以上, 数千万元 and 万元GDP are right."""
    shown = text.printed
    for pattern in (_PERCENT, _POINTS, _MONEY, _MEASURED, _COUNT, _MEASURE, _RATE):
        for match in pattern.finditer(shown):
            named = "unit" if match["unit"] else "unit2"
            start, end = match.span(named)
            if not _QUALITY.search(shown[max(0, start - 2) : end + 1]):
                missing = f"“{match[named]}”{'后' if pattern is _RATE else '前'}面缺数字，请补上。"
                yield Hit(start, end, missing)


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
