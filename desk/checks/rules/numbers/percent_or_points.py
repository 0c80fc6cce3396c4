"""N07: a change of a rate given in %, or an amount's growth in percentage points."""

import re
from collections.abc import Iterator
from decimal import Decimal

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,3})?)"
_RISE = r"提高|提升|上升|上涨|增加|增长|扩大|下降|降低|减少|回落|下滑|缩小|收窄|加快|放缓|走高|走低"
_CHANGE = re.compile(
    rf"(?P<verb>(?:{_RISE})(?:了|幅度为)?|[高低快慢](?:于[^，。；、\d%％（(]{{1,12}}"
    rf"|出(?:[^，。；、\d%％（(]{{1,10}})?)?)"
    rf"(?:近|约|超过|大约)?{_NUMBER}(?P<unit>[%％]|个百分点)"
)
_RATE = re.compile(
    r"(?:[\u4e00-\u9fff]率(?<![效功频速汇概心税产转患辨费案亡病育生故]率)(?<!(?:投诉|差错|故障|损耗"
    r"|流失"
    r"|超标|违法|违规|逾期|犯罪|信访|返修|缺勤)率)|(?<!劳动)税率|[出就毕再]业率|失业率"
    r"|比重|占比|比例|增速|增幅|涨幅|降幅|跌幅|市场份额|满意度|知晓度|(?:支出|完成|执行|入库|收缴)进度)"
)
_TOLD = re.compile(
    r"增速|增幅|[涨降跌]幅|[\u4e00-\u9fff]率(?<![效功频]率)|比重|占|比例|份额|满意度|知晓度"
)
_AMOUNT = beginning(
    "经市家次报接发收投产总余税销面人户件数用发售货客流出进贷存利生运物养种价工支浓增零营交成案警订吞补保",
    r"(?:收入|投资|产值|总额|余额|税收|产量|销量|销售额|面积|人次|人数|户数|件数|数量|总量"
    r"|[用发售]电量|货运量|客运量|流量|出口|进口|贷款|存款|利润"
    r"|(?:生产|用药|用工|人工|运输|物流|养殖|种植)成本|价格|工资|支出|浓度|增加值|生产总值|零售额"
    r"|营业额|交易额|成交额"
    r"|进出口|案件|警情"
    r"|(?:经营|市场)主体|[案件户人次家发]数|[报接]警数|投诉量|订单|吞吐量|出栏量?|存栏量?|补助|保费)$",
)
_KIND_OF_AMOUNT = re.compile(  # whatever ends as amounts do
    r"(?:(?<![质含力能比])(?<!含[\u4e00-\u9fff])量|(?<![份限差名])额|(?<![指系分基倍位参])数|[资电水运流药耗]费)$"
)
_FILL = r"(?:并|且|也|又|再|均|都|分别|年均|累计|实际|净|合计|总体|预计|共|则|已|平均)*"
_BASIS = re.compile(
    rf"{_FILL}(?:同比|环比|[比较与][^，。；、%％]{{0,12}}?(?:[年月期初末底前度水平省市县国均]"
    rf"|季度)(?:相比)?)?{_FILL}"
)
_LEVEL = re.compile(r"\d[%％](?:以上|左右)?$")
_FROM_TO = re.compile(
    r"[由从](?P<old>\d[\d.]*)[%％][^，。；\d]{0,6}[到至为](?P<new>\d[\d.]*)[%％]$"
)
_GREW = re.compile(rf"(?:{_RISE})(?:了|近|约)?\d[\d.]*[%％]$")
_SPEED = ("加快", "放缓", "收窄")
_COUNTED = re.compile(
    r"\d[\d.]*[余多]?(?:[万亿]*[元吨人户亩件家辆台斤次]|万人次|人次|万头|公斤|千瓦时|立方米"
    r"|平方米)$"
)
_PULLED = re.compile(
    r"拉动|带动|贡献|影响|推动|促进|拉低|推高|占|比重|率|增速|增幅|[涨降跌]幅|比例|水平|指数|份额"
    r"|满意度"
)
_ASIDE = re.compile(r"(?:约|仅|已|分别)*(?:占|完成)")  # a share told of the subject before it
_OF_AMOUNTS = ("增长", "增加", "减少", "下降")
_GROWTH = ("增长", "增加", "下降", "减少", "上升", "上涨", "下滑", "提高")


def check(paragraph: Passage) -> Iterator[Hit]:
    """Find 失业率下降0.2% and 投资增长8.6个百分点 by what is said to change."""
    text = paragraph.printed
    if "%" not in text and "％" not in text and "百分点" not in text:
        return
    for start, end in paragraph.sentences:
        for match in _CHANGE.finditer(text, start, end):
            clauses = re.split("[，：（(]", text[start : match.start()])
            clause = clauses[-1].strip()
            before = clauses[-2].strip() if len(clauses) > 1 else ""
            number = match["number"]
            if match["unit"] == "个百分点":
                if match["verb"].rstrip("了") in _GROWTH and _is_amount(clause, before):
                    message = "数量的增减用百分比，“百分点”只用于比率之差。"
                    yield Hit(match.start("number"), match.end(), message, f"{number}%")
            elif _is_rate(clause, before, match["verb"]) or _is_difference(before, number):
                message = "比率之差用“百分点”，用“%”会读成比率的百分之几。"
                yield Hit(match.start("number"), match.end(), message, f"{number}个百分点")


def _is_rate(clause: str, before: str, verb: str) -> bool:
    """Whether what changes is a rate, named in this clause or told in the one before."""
    named = list(_RATE.finditer(clause))
    if named:
        return _BASIS.fullmatch(clause[named[-1].end() :]) is not None
    if not _BASIS.fullmatch(clause):
        return False
    if _GREW.search(before):
        return verb.startswith((*_SPEED, "高于", "低于", "快于", "慢于"))
    if _ASIDE.match(before) and verb.startswith(_OF_AMOUNTS):
        return False  # 完成投资36.4亿元，占年度计划的78%，同比增长5.8%
    return _LEVEL.search(before) is not None and _TOLD.search(before) is not None


def _is_difference(before: str, number: str) -> bool:
    """Whether the clause before tells two per cents that lie so far apart."""
    told = _FROM_TO.search(before)
    return told is not None and abs(Decimal(told["new"]) - Decimal(told["old"])) == Decimal(number)


def _is_amount(clause: str, before: str) -> bool:
    """Whether what grows is an amount and no rate stands near."""
    if _PULLED.search(clause):
        return False
    cut = re.split(r"同比|环比|[比较](?=上|去|年|前|[\d一])", clause)[0]
    if cut.strip():
        return bool(_AMOUNT.search(cut.strip()) or _KIND_OF_AMOUNT.search(cut.strip()))
    return _COUNTED.search(before) is not None and not _PULLED.search(before)


RULE = Rule(
    code="N07",
    name="百分点与百分比",
    severity=Severity.ERROR,
    summary="比率的升降用“百分点”，数量的增减用“%”。",
    reason="失业率从3.3%降到3.1%是下降0.2个百分点，不是下降0.2%。",
    source="统计用语惯例",
    bad="城镇登记失业率为3.1%，同比下降0.2%。",
    good="城镇登记失业率为3.1%，同比下降0.2个百分点。",
    check=check,
)
