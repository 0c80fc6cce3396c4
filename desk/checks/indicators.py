"""Figures by what they are about, so that they can be compared within and across items."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from desk.checks.earlier import Figure
from desk.checks.masks import HAN, Span
from desk.checks.passage import Field, Passage
from desk.checks.periods import UNKNOWN_YEAR, Period
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import DOUBLINGS, PERCENT, POINTS, TIMES
from desk.checks.sums import result
from desk.checks.whole import Whole

VERB = re.compile(
    r"完成|实现|达到|发放|兑付|拨付|下达|投入|组织|派出|出动|抽调|选派|调集|调运|安排|转移|安置(?!点|房|区)|接待(?!站|室|中心)|检查(?!站|组|点)|排查|发现|整改|办结|办理|"
    r"受理|收到|培训(?!班|中心|基地)|新建|改造|建成|建设|建立|清理|清运|清淤|争取|签约|销售|收购(?!站|点|企业)|收获|收割|种植(?!业|户|大户|基地)|调解(?!室|员|委|中心)|立案|侦破|抓获|追回|惠及|"
    r"涉及|覆盖|带动|支持|服务(?!站|中心|点|队|网|平台|圈|窗口|大厅|业|商|区|员)|走访|慰问|开展|举办|召开|推送|印发|张贴|抽检|抽查|送检|封存|处理|查处|取缔|关停|维修|疏通|"
    r"抢修|抢通|恢复|引进|招收|招聘|吸纳|聘用|配备|增设|设立|设置|储备|募集|捐赠|减免|节省|节约|盘活|追缴|挽回|造成|倒塌|损毁|"
    r"共有|现有|拥有|设有|辖|共计|合计"
)
_IDLE = re.compile(r"共有|现有|拥有|设有|辖|共计|合计|达到|实现|完成")
TOWN = "(?<![城乡集小古村])镇|(?<![城返下家老还])乡(?![村镇])"
_LEADING = re.compile(
    rf"^(?:[全该本][县市镇乡村区省街][道]?|[{HAN}]{{2,3}}?(?:县|市|{TOWN}|街道)(?!级|域|里|城(?![镇乡]))|共|已|累计|现|目前|还|又|分别|仅"
    r"|约|近|逾|超|其中|[上下]半年|前?[一二三四]季度|今年|以来|全年|年底|年末|月末|月底|底|末|而|经核查|此次|本次"
    r"|有|为|是|该?项目(?=总投资)|[，、：；\x00])+"
)
_QUALIFIER = re.compile(
    r"计划|目标|任务|预计|力争|规划|设计|累计|[日月户人亩年]均|平均|每|当日|当天|单日|当月|本月|首批|首日|第[一二三四五六七八九十\d]+"
    r"|[一二三四五]期|最[大高低多少]|年初|同比|环比|另[有外]|其余|剩余|其他|再次|分别|[一二三四]组|[男女][性生]|净|原有|此前"
)
_PLACE = re.compile(
    rf"[{HAN}]{{2}}(?:{TOWN}|街道|(?<![农乡驻到入各全政然每])村(?![级干民])|社区|园区|景区|水库)|古镇|片区"
)
_UNIT = re.compile(
    rf"[{HAN}]{{2}}(?:局|委|办|队|院|中心|公司|学校|中学|小学|合作社|银行|标段|项目)"
)
_OWN_PLACE = re.compile(
    rf"[全该本][县市镇乡村区]|[{HAN}]{{2,3}}?[县市](?!级|域|里|城(?![镇乡]))|村级|全部"
)
_SPOKEN_FOR = re.compile(
    rf"(?:[{HAN}]{{2}}[县市])?(?P<name>(?!.?[全该本各])[{HAN}]{{2}}(?:县|市(?!场)|{TOWN}|街道))"
)
_NEXT = re.compile(r"[^，。；：\s][、和及]$")
_CLOCK = re.compile(r"\d{1,2}[时点](?:\d{1,2}分)?")
_NOISE = re.compile(r"[^\w%]|的|了|\x00")
_NO_TOTAL = frozenset(
    {
        POINTS,
        TIMES,
        DOUBLINGS,
        "",
        "年",
        "岁",
        "小时",
        "个小时",
        "分钟",
        "秒",
        "天",
        "周",
        "个月",
        "级",
    }
    | {"工作日", "个工作日", "层", "分", "学时", "课时", "℃", "字"}
)
_TOLD = frozenset({Role.LEVEL, Role.TO, Role.SHARE})
_LIMIT = re.compile(r"及?以[上下内]|的(?:年度|全年)?(?:目标|任务|计划|要求|标准)")
_LEAST, _MOST = 3, 16  # characters of a name that says enough, and no whole clause


@dataclass(frozen=True)
class Told:
    """A figure as a text tells it; what sets it apart from others is read on first use."""

    passage: Passage
    field: Field
    quantity: Quantity
    verb: str
    noun: str

    @cached_property
    def name(self) -> str:
        """The verb and noun it goes with, without actor, place and adverbs: 发放消费券."""
        return self.verb + self.noun

    @property
    def span(self) -> Span:
        """Its place in its field."""
        return self.quantity.start, self.quantity.end

    @property
    def text(self) -> str:
        """The figure as it is printed."""
        return self.passage.text[self.quantity.start : self.quantity.end]

    @cached_property
    def leads(self) -> bool:
        """Whether its clause begins with it or with its noun."""
        return not self.verb and not VERB.search(self.quantity.before)

    @cached_property
    def scope(self) -> frozenset[str]:
        """The qualifiers in its clause, such as 累计, 第二批, 计划."""
        clause = max(self._before.rfind(sign) for sign in "，：、") + 1
        return frozenset(_QUALIFIER.findall(self._before[clause:]))

    @cached_property
    def place(self) -> str:
        """The last town, village or park before it in its sentence."""
        return self._last(_PLACE)

    @cached_property
    def unit(self) -> str:
        """The last unit before it in its sentence."""
        return self._last(_UNIT)

    @cached_property
    def hour(self) -> str:
        """The last time of day before it in its sentence."""
        return self._last(_CLOCK)

    @cached_property
    def period(self) -> Period | None:
        """The last period named before it in its paragraph, None without one."""
        text, stop = self.passage.text, self.quantity.start
        since = text.rfind("\n", 0, stop) + 1
        periods = self.passage.periods
        for one in reversed(periods[: bisect_right(periods, stop, key=attrgetter("end"))]):
            if one.start < since:
                break
            if text[max(0, one.start - 1) : one.start] not in ("比", "较", "与"):
                return one
        return None

    @cached_property
    def _before(self) -> str:
        """Its sentence up to it, the names of the own county and 全县 blanked out."""
        text, stop = self.passage.text, self.quantity.start
        since = max(text.rfind(sign, 0, stop) for sign in "。！？；\n") + 1
        return _OWN_PLACE.sub("，", text[since:stop])

    def _last(self, pattern: re.Pattern[str]) -> str:
        found: list[str] = pattern.findall(self._before)
        return found[-1] if found else ""


def told_in(passage: Passage, field: Field) -> Iterator[Told]:
    """Yield the figures of a passage that have a name of their own."""
    for one in passage.quantities:
        if one.role not in _TOLD or one.unit in _NO_TOTAL or one.is_range or one.is_part:
            continue
        if (one.role is Role.SHARE) != (one.unit == PERCENT) or _LIMIT.match(one.after):
            continue
        verb, noun = _named(one)
        if noun and _LEAST <= len(verb + noun) <= _MOST:
            yield Told(passage, field, one, verb, noun)


def figures_in(whole: Whole) -> tuple[Figure, ...]:
    """The figures of a draft that name their indicator and period, for comparison with others."""
    place = _place_of(whole)
    found: dict[tuple[str, str], Figure] = {}
    for passage, field in ((whole.title, Field.TITLE), (whole.body, whole.running)):
        for one in told_in(passage, field):
            period = period_of(one.period)
            if period and not (one.scope or one.place or one.hour):
                figure = _figure(one, f"{one.name}|{place}|{one.quantity.unit}", period)
                found.setdefault((figure.key, period), figure)
    return tuple(found.values())


def period_of(period: Period | None) -> str:
    """A period as figures are stored under it, "" where its year is unknown.

    2026-09, 2026-01/2026-09, 2026, days in full; /2026-09 is the state at the end of a month.
    """
    if period is None or period.last.year == UNKNOWN_YEAR:
        return ""
    first, last = period.first, period.last
    ends_month = last.day == monthrange(last.year, last.month)[1]
    if first is None:
        return f"/{last:%Y-%m}" if ends_month else f"/{last}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}/{last.year}"
    if first.day == 1 and ends_month:
        begin, end = f"{first:%Y-%m}", f"{last:%Y-%m}"
        return begin if begin == end else f"{begin}/{end}"
    return f"{first}" if first == last else f"{first}/{last}"


def _figure(one: Told, key: str, period: str) -> Figure:
    meant = result(one.quantity)
    value = (meant.low + meant.high) / 2
    return Figure(key, period, value, meant.high - value, one.text, one.field.value, *one.span)


def _place_of(whole: Whole) -> str:
    """The county or town a draft speaks for."""
    for text in (whole.title.text, *whole.context.units, whole.body.text):
        match = _SPOKEN_FOR.search(text)
        if match:
            return match["name"]
    return ""


def _named(one: Quantity) -> tuple[str, str]:
    """The verb and the noun a figure goes with: from the words behind it, else in front."""
    is_next = bool(_NEXT.search(one.before))  # the noun in front is that of the figure before
    subject = "" if is_next else _NOISE.sub("", _LEADING.sub("", one.subject))
    verbs = list(VERB.finditer(subject))
    verb = verbs[-1] if verbs else None
    noun = subject[verb.end() :] if verb else subject
    is_idle = verb is None or bool(_IDLE.fullmatch(verb[0]))
    if not noun or (not subject and one.object):
        noun = _NOISE.sub("", one.object)
    return ("" if is_idle or verb is None else verb[0]), _LEADING.sub("", noun)
