"""N14: a unit without its number."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_END = r"(?=[，。；、）)]|$|同比|环比|占|比上年|较上年)"
_NUMBERLIKE = r"\d零〇一二两三四五六七八九十百千万亿半几数多余来上近逾超过破若每首整百单"
_PERCENT = re.compile(r"[%％](?<=[\u4e00-\u9fff，。；：].)(?<![几分百].)")
_POINTS = re.compile(rf"个百分点(?<![{_NUMBERLIKE}.\s%％‰]个百分点)")
_QUALITY = re.compile(r"以[%％]|[（(][%％][)）]|百分号|[%％][)）计表]|按[%％]")
_RATE = re.compile(
    r"(?:[率重幅速额](?P<verb>达到|达|为|[降升增]至|[降升]到|(?:提高|提升|上升|下降|降低|回落)[到至])|增长(?P<of>了))(?=[，。；])(?<!不为)"
)
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
_FIRST = "元美万亿平立人吨亩公千户名件起条台辆座处个米天家场"
_BARE = tuple((beginning(_FIRST, unit), re.compile(rf"(?:{words})$")) for unit, words in _UNITS)
_LONGEST = 4  # words in front
_STOP = r"(?=[，。；]|$|同比|环比)"
_PART = (
    r"(?:人次|名|家|(?<=[\u4e00-\u9fff]余)户|份|件|条|亩|吨|公里|公斤|[万亿]?元|个|场次|场(?!地)|起|台|辆|株|套|处|次"
    r"|人(?=[，。；]))"
)
_BEYOND = beginning(  # 余 without what it goes beyond
    "余",
    rf"(?<![{_NUMBERLIKE}０-９X×其剩残盈业结富有空冗宽赢节课闲休暇])余{_PART}(?![村坝湾沟镇组畈河寨庄店社额单者])",
)
_LEVEL = beginning(  # measures that no word ends with
    "万亿公平立毫℃千吨亩",
    r"(?:[万亿]元|(?<=客)万人次|公里|平方米|立方米|公斤|毫米|℃|千瓦时|(?<=[量力])万吨|(?<=积)[万亿](?:亩|平方米)|吨|(?<!地)亩)(?=[，。；])",
)
_NO_LEVEL = re.compile(
    rf"(?:[{_NUMBERLIKE}０-９年月日每公按以论载重总准净毛位市英田长短方标各同吨人车/Xx×%％\s]|单位[为是：]?|最长|人次|^|[，。；：、（])$"
)
_SPANS = "工期|周期|期限|时限|时长|(?:建设|保修|质保|试用|服务|有效|合同|过渡|整改)期|聘期"
_COUNTED = {  # what is counted, then its measure at the end of a clause
    "处": "隐患|整改|违建|问题|点位|风险点|地质灾害点|标志牌|景点",
    "家": "商户|门店|药店|超市|餐馆|合作社|单位|网吧|农家乐|市场主体",
    "名": "[手员者众民生]|干部|群众|教师|医生|护士|代表|骨干|志愿者|公益岗|嫌疑人",
    "条": "意见|建议|线索|措施|经验|沟渠|道路|河流|线路|政策|信息",
    "株": "苗木|树木|果树|行道树|树苗|核桃|柑橘",
    "期": "培训班|讲座|简报",
    "项": "议题|问题|措施|任务|制度|政策|隐患|指标|议案|清单事项",
    "件": "案件|实事|提案|议案|纠纷|诉求|信访件|物品|物资|器材",
    "起": "案件|纠纷|事故|警情|火灾|火情|问题|矛盾",
    "份": "资料|传单|手册|明白纸|问卷|合同|倡议书|宣传单|礼包",
    "套": "设备|住房|公租房|器材|桌椅|安置房",
    "辆": "车辆|货车|客车|公交车|渣土车|轮椅",
    "场": "宣讲|招聘会|活动|讲座|培训",
    "次": "会议|演练|巡查|检查|宣讲|活动|调度会",
    "个": r"社区|岗位|项目|问题|点位|乡镇|合作社|基地|村|小组|床位|摊位|车位|监控|网格",
    "人次": "人员|干部|群众|咨询|职工|学生|师生|学员|警力|党员|培训|护林员|义诊",
    "批次": "样品|食品|蔬菜|药品|产品",
    "倍": "增加|增长|提高|扩大|上升|达",
    "位": "第|前移|上升|后移|提升|下降",
    "分钟": f"缩短|仅需|只需|用时|{_SPANS}",
    "个月": f"历时|为期|长达|满|{_SPANS}",
    "个工作日": f"历时|压缩|{_SPANS}",
    "小时": f"历时|为期|长达|用时|缩短|{_SPANS}",
    "天": f"历时|为期|长达|用时|缩短|{_SPANS}",
    "年": _SPANS,
    "米": "全长|总长|[长宽高深厚]度|水深|海拔|落差|水位",
    "岁": "年龄",
    "分": "得分|评分",
}
_COUNTS = tuple(
    (
        re.compile(unit + (r"(?=[，。；]|$)" if unit == "人次" else _STOP)),
        re.compile(f"(?:{nouns})$"),
    )
    for unit, nouns in _COUNTED.items()
)
_LONGEST_NOUN = 5
_NAMED = beginning(  # a measure between a verb and what is counted
    "名家户条起",
    r"(?:(?<=组织)|(?<=选派)|(?<=抽调)|(?<=安排)|(?<=出动)|(?<=派出)|(?<=培训)|(?<=招募)|(?<=慰问)|(?<=资助)|(?<=表彰)|(?<=近)|(?<=县的))"
    r"名(?=干部|党员|群众|教师|医生|学生|代表|志愿者|学员|职工|工作人员|村民|选手|医务|执法)"
    r"|(?:(?<=组织)|(?<=走访)|(?<=检查)|(?<=培育)|(?<=新增)|(?<=引进)|(?<=约谈))家(?=企业|商户|单位|门店|超市|药店|合作社)"
    r"|(?:(?<=走访)|(?<=帮扶)|(?<=慰问)|(?<=转移))户(?=农户|群众|困难|脱贫|居民)"
    r"|(?:(?<=征集)|(?<=收集)|(?<=提出)|(?<=采纳)|(?<=收到)|(?<=累计))条(?=意见|建议|线索|问题)|(?:(?<=[，。；议见]共)|(?<=采纳)|(?<=合计))条(?=[，。；]|意见|建议)"
    r"|(?:(?<=发生)|(?<=查处)|(?<=调解)|(?<=化解)|(?<=侦破))起(?=案件|事故|纠纷|矛盾)",
)
_APART = re.compile(r"[按以逐每各][^，。；]{0,6}$|单位|其中每")


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
            before = shown[max(0, match.start() - _LONGEST) : match.start()]
            if words.search(before) and not before.endswith("单位为"):
                yield _hit(match)
    for match in _RATE.finditer(shown):
        group = "verb" if match["verb"] else "of"
        yield Hit(*match.span(group), f"“{match[group]}”后面缺数字，请补上。")
    yield from _measures(shown)


def _measures(text: str) -> Iterator[Hit]:
    """Measures of what stands before them, with no number between."""
    for pattern in (_BEYOND, _NAMED):
        for match in pattern.finditer(text):
            yield _hit(match)
    for match in _LEVEL.finditer(text):
        if not _NO_LEVEL.search(text[max(0, match.start() - 4) : match.start()]):
            yield _hit(match)
    for unit, nouns in _COUNTS:
        for match in unit.finditer(text):
            before = text[max(0, match.start() - _LONGEST_NOUN) : match.start()]
            if nouns.search(before) and not _APART.search(before):
                yield _hit(match)


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
