"""P20: a day that names a festival or an event, without its middle dot or with one too many."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_DOT = r"[.．•・‧∙⋅]"
_KNOWN = (
    r"(?:全国|世界|国际|国家|中国|全民|全省|全市|全县)?(?:消防|禁毒|消费者?权益|消费者|宪法"
    r"|防灾减灾|减灾|国家安全|安全教育|环境|水日|交通安全|扶贫|读书"
    r"|植树|护士|艾滋|防治|结核病|爱眼|爱耳|税法|知识产权|博物馆|家庭|献血|土地|人口|气象|地球"
    r"|残疾人|志愿者|公祭|警察|烈士|法制宣传|法治宣传|老年|教师节|记者"
    r"|无烟|卫生|无车|粮食|航天|湿地|森林|防癌|糖尿病|高血压|睡眠|助残|学生营养|爱牙|质量|标准"
    r"|计量|统计|审计|纪念日|国庆节)"
)
_EVENT = (
    r"(?:[\u4e00-\u9fff]{0,8}?(?:事件|事故|事变|运动|惨案|专案|大案|案件|火灾|地震|滑坡|泥石流"
    r"|洪灾|洪水|洪涝|山洪|暴雨|强降雨|爆炸|坍塌|矿难|讲话|行动|晚会|案(?![例由卷头])))"
)
_NOT_DAYS = r"(?![\d.%％])(?!版|亿|万|元|倍|公里|米|吨|系统|平台)"
_QUOTED = re.compile(
    rf"“(?P<month>\d{{1,2}})(?P<dot>{_DOT}"
    rf"|[-/、])(?P<day>\d{{1,2}})”(?={_NOT_DAYS}.{{0,4}}?(?:{_KNOWN}"
    rf"|{_EVENT}))"
)
_BARE = re.compile(
    rf"(?<![A-Za-z\d.“\-/·第])(?P<month>\d{{1,2}})(?P<dot>{_DOT})(?P<day>\d{{1,2}})"
    rf"(?={_KNOWN}[\u4e00-\u9fff]{{0,6}}?(?:日|节|周|月)|(?![\u4e00-\u9fff]{{0,4}}地震){_EVENT}"
    rf"|(?<=3.15|6.26|5.12|12.4|11.9|9.18|12.9)(?:期间|前夕|晚会|前后))"
)
_UNITED = re.compile(
    rf"“(?P<digits>119(?!”消防宣传月)|315|626|512|1204|124|1202|312|605|625)”(?=(?:全国|世界|国际|中国)?{_KNOWN}[\u4e00-\u9fff]{{0,6}}?(?:日|节|周|月))"
)
_MONTHS, _DAYS = 12, 31
_DATED = {  # numbers that name a day by its month and day
    "119": "11·9",
    "1202": "12·2",
    "315": "3·15",
    "626": "6·26",
    "512": "5·12",
    "124": "12·4",
    "1204": "12·4",
    "312": "3·12",
    "605": "6·5",
    "625": "6·25",
}
_DOTTED = re.compile(
    r"(?<![一二三四五六七八九十])(?P<month>[二三四五六七八九]|十)[.．•・‧∙⋅·](?P<day>一八|一五"
    r"|一二|一三|二六|二八|[一四五七八])"
    r"(?=”|国际|劳动节|建党|建军|国庆|儿童节|妇女节|青年节|事变|运动|前夕|期间|假期|节|黄金周)"
)
_UNDOTTED = re.compile(
    r"(?<![一二三四五六七八九十\d])一二(?P<day>九|八|一)(?=”?(?:运动|事变|惨案|抗战))"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find 11.9消防日, “7.12”滑坡, 五·一 and 一二九运动; amounts and versions are left out."""
    for pattern in (_QUOTED, _BARE):
        for match in pattern.finditer(text.printed):
            if 1 <= int(match["month"]) <= _MONTHS and 1 <= int(match["day"]) <= _DAYS:
                fixed = f"“{match['month']}·{match['day']}”"
                yield _hit(match.start(), match.end(), text.printed, fixed)
    for match in _UNITED.finditer(text.printed):
        fixed = f"“{_DATED[match['digits']]}”"
        yield _hit(match.start(), match.end(), text.printed, fixed)
    for match in _DOTTED.finditer(text.printed):
        yield _hit(match.start(), match.end(), text.printed, match["month"] + match["day"])
    for match in _UNDOTTED.finditer(text.printed):
        yield _hit(match.start(), match.end(), text.printed, f"一二·{match['day']}")


def _hit(start: int, end: int, text: str, fixed: str) -> Hit:
    return Hit(
        start, end, f"作为节日、事件名称的“{text[start:end].strip('“”')}”应写{fixed}。", fixed
    )


RULE = Rule(
    code="P20",
    name="月日专名",
    severity=Severity.WARNING,
    summary="以月日命名的节日、事件，阿拉伯数字的月日之间用间隔号；汉字只在一、十一、十二月后用间隔号。",
    reason="写成小数点会读成数字；“五一”“九一八”没有歧义，不用间隔号。",
    source="GB/T 15834—2011 4.14.3.5；GB/T 15835—2011 5.1.6",
    bad="11.9消防日当天开展演练62场。",
    good="“11·9”消防日当天开展演练62场。",
    check=check,
)
