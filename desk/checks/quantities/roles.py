"""What a figure says, read off the words in front of it."""

import re

from desk.checks.quantities.model import Hedge, Role, Trend
from desk.checks.quantities.units import DOUBLINGS, POINTS, RATES, TIMES

_RISE = (
    r"增长|增加|增[至到为]|增收|增支|多收|多征|多产|多销|多完成|增产|净增|新增|上升|上涨|上调|上浮|升[至到为]|涨[至到为]|提高|提升"
    r"|上扬|走高|扩大|扩展|扩充|加快|攀升|跃升|激增|猛增|回升|增幅|涨幅|升幅|升高|翻|延长|(?<=同比)多[^，。；、\d]{1,3}|多"
)
_FALL = (
    r"下降|减支|少收|少征|少产|少销|减少|降[至到为]|减[至到为]|降低|下滑|下跌|下调|下浮|回落|缩短|缩小|缩减|缩[至到为]|压缩|压减"
    r"|压降|削减|精简|收窄|降幅|跌幅|减幅|减产|减收|跌[至到为]|放缓|减缓|(?<=同比)少[^，。；、\d]{1,3}|少"
)
_UP, _DOWN = re.compile(_RISE), re.compile(_FALL)
_CHANGE = rf"(?:(?:{_RISE}|{_FALL})率?|增速|高|低|快|慢|涨|降|升|减|增)"
_SOFT = r"(?:\x00的?|了|近|约|超过?|逾|达|为|到|至|的?幅度|分别|各|大约|将近|接近|不足|不到)*"
_FROM = re.compile(r"(?:(?<![自理缘])由(?!于)|(?<!服)从(?!事|业))[^，。；、]{0,24}$")
_THAN = re.compile(
    r"(?:(?<![占同环对之正反])比(?![例重赛对价])|(?<!比)较(?![为大多好强高快]))[^，。；、]{1,24}$"
)
_BEFORE = re.compile(
    r"(?:去年|上年|前年|上一年|上月|上季度|上学[年期]|上年末|年初|基期|往年)(?!预算|计划|目标|确定|安排|下达|任务)(?:同期|同月|同季)?[^，。；、]{0,10}[为是达的]?$"
)
_TO = re.compile(
    r"(?:增|升|降|减|涨|跌|缩|上调|下调|上浮|下浮|下滑|下跌|缩减|压降|削减|跃升|激增|猛增|扩充|壮大|提高|增加|上升|下降|减少|扩大|增长|提升|降低|缩短|压缩|压减|精简|缩小|延长|整合|合并"
    rf"|归并|回落|下滑|上涨|攀升|回升|升高|提速|改善|收窄|发展|扩展|调整|变|转|优化)(?:至|到|为|成|达)"
    rf"(?:每[^，。；、\d]{{1,5}}|[今本目现当上下前一二三四][^，。；、\d]{{1,9}}的)?{_SOFT}$"
)
_BY = re.compile(rf"{_CHANGE}{_SOFT}$")
_MEAN = re.compile(
    r"(?:[人户亩件次笔日月年均场期组村]均|平均每?|均价|每[^，。；、\d]{1,6})[^，。；、\d]{0,12}$"
)
_BASIS = re.compile(
    r"同比|环比|[比较与](?:上一?年|[去前往常]年|上月|上季度?|年初|上年末|上半年|上学[年期]|节前|改革前|整治前|\x00+"
    r"|“十[二三四]五”)(?:度|[末底初]|同期|同月|同季|平均|水平)*"
)
_LEFT_HEDGES = (
    (
        Hedge.BELOW,
        re.compile(
            r"(?:(?<![附最邻临靠远亲])近|将近|接近|不足|不到|未到|不超过|不高于|不多于|至多|最多|低于)$"
        ),
    ),
    (Hedge.ABOVE, re.compile(r"(?:超|超过|逾|突破|不少于|不低于|至少|最少|高于|多于|高达|大于)$")),
    (Hedge.ABOUT, re.compile(r"(?:大?约|约为|约占|大概|估计|预计)(?:有|为|占)?$")),
)
_RIGHT_HEDGES = (
    (Hedge.ABOVE, re.compile(r"(?:以上|之多|有余|多(?=[，。；、）]|$))")),
    (Hedge.ABOUT, re.compile(r"(?:左右|上下|许(?=[，。；、]|$))")),
    (Hedge.BELOW, re.compile(r"(?:以下|以内|不到)")),
)


def hedge_of(before: str, more: bool, after: str) -> Hedge:  # noqa: FBT001 - 余 was seen or not
    """How a figure between two texts is softened; ``more`` says that 余 or 多 stands within."""
    if more:
        return Hedge.ABOVE
    for hedge, pattern in _LEFT_HEDGES:
        if pattern.search(before):
            return hedge
    for hedge, pattern in _RIGHT_HEDGES:
        if pattern.match(after):
            return hedge
    return Hedge.NONE


def role_of(before: str, unit: str) -> Role:
    """What a figure of this unit says behind these words."""
    before = before.rstrip("-−－负")  # a sign: 收窄至-2.1%
    is_rate = unit in RATES or unit in (TIMES, DOUBLINGS)
    if _TO.search(before):
        return Role.TO
    if _FROM.search(before):
        return Role.FROM
    if unit == DOUBLINGS or _BY.search(before):
        return Role.RATE if is_rate else Role.BY
    if _THAN.search(before) or _BEFORE.search(before):
        return Role.FROM
    return _level(before, unit)


def _level(before: str, unit: str) -> Role:
    if unit in RATES:
        return Role.SHARE
    if unit != POINTS and _MEAN.search(before):
        return Role.MEAN
    return Role.LEVEL


def trend_of(before: str) -> Trend:
    """Which way the last word of change points."""
    up = max((match.start() for match in _UP.finditer(before)), default=-1)
    down = max((match.start() for match in _DOWN.finditer(before)), default=-1)
    if up == down:
        return Trend.NONE
    return Trend.UP if up > down else Trend.DOWN


def basis_of(text: str) -> str:
    """The last words of comparison in a text."""
    found = ""
    for match in _BASIS.finditer(text):
        found = match[0]
    return found.strip("\x00")
