"""W04: misspelt words: of the list, by look-alike characters, and near to frequent words."""

import re
from collections.abc import Iterator

from desk.checks.idioms import misspelt_idioms
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.spelling import misspelt_pairs
from desk.checks.spots import beginning
from desk.checks.swaps import straddles, swaps_in

# 己 is right in words of the self, in years of the old calendar and in names of chemicals.
_SELF = (
    r"(?<![立自知利异舍克律贴推罪修责安守约损济待诸毁屈忘爱奉正为于尽润])(?<!视[如若])己"
    r"(?![见任方欲悦私丑卯巳亥未酉烷酸醇酮腈胺醛糖所身的之，。；、：！？）”》\s]|二[酸胺醇腈]|内酰|$)"
)
_YEAR_END = r"(?<=[年月季期])未(?=[，、；。]|前)"
_WEEK_END = (
    r"(?<![本上每一二两三四五六七八九十几多整数\d])周未"
    r"(?=[，。、；]|期间|活动|假期|前|及|和|两天|休息|值班|加班)"
)
_NOT_YET = (
    r"(?<![年月季期周岁世旬度朝清明元唐宋汉隋粉泡本始文句卷段尾微毫芥碎药煤木锯细之纪场终学])末"
    r"(?=能|经|按|及时|完成|发现|发生|成年|婚|落实|知|必|取得|建立|达到|达标|到位|开展|办理|履行|执行|缴|签|设置|"
    r"出现|报|解决|整改|通过|列入|纳入|雨绸缪|来|依法|有效|得到|明确|造成|使用|佩戴|配备|采取)"
)
_ENTER = (
    r"(?<![引招先推促跟改演行])进人(?=汛期|冬季|夏季|春季|秋季|[一二三四]季度|高峰|新|阶段|施工|倒计时|审批|程序|"
    r"现场|司法|破产|实质|全面|关键|决战|攻坚|状态|轨道|时代|主汛|快车道)"
    r"|(?<![招])投人(?=使用|运行|运营|生产|资金|\d|战斗|抢险|救援|力量|人力)"
    r"|(?<![接吸缴采出容交收海])纳人(?=医保|社保|低保|保障|考核|规划|计划|预算|管理|范围|监管|台账|网格|重点|统一|日常)"
    r"|(?<![增参追添])加人(?=党|组织|合作社|协会|联盟|世贸|队伍)"
    r"|(?<=[净纯总政税均年配])收人(?=\d|同比|增长|增加|达|为|来源|分配|水平|差距|，|。)"
)
_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(_SELF), "己", "已"),
    (re.compile(r"(?<![来源出各独私亲擅])自已(?!经|有)"), "自已", "自己"),
    (re.compile(_YEAR_END), "未", "末"),
    (re.compile(_WEEK_END), "周未", "周末"),
    (re.compile(_NOT_YET), "末", "未"),
    (beginning("进投纳加收", _ENTER), "人", "入"),
    (
        re.compile(r"(?<![立随旋当在亦])即(?=要[^，。；！？\n]{1,24}[，、]?(?:又|也|更)要)"),
        "即",
        "既",
    ),
    (
        re.compile(
            r"既使(?=如此|再|这样|没有)"
            r"|既使(?=[^。；！？\n又还]{1,24}(?:也|仍|都|均|照样))(?![^。；！？\n]{1,40}(?:又|还|更|也)[使让令])"
        ),
        "既",
        "即",
    ),
    (
        re.compile(
            r"在次(?=强调|提出|召开|发生|出现|部署|检查|开展|组织|获|被|明确|要求|重申|来到|向|走|到|进行|印证|启动|"
            r"提醒|证明|签约|回访|督|排查)|(?<![之唯统第专合])一在(?=强调|要求|提醒|叮嘱|嘱咐|推迟|降低|拖延)"
        ),
        "在",
        "再",
    ),
    (
        re.compile(r"正再(?=建设|施工|进行|推进|开展|加紧|全力|抢修|办理|组织|逐步)"),
        "再",
        "在",
    ),
    (re.compile(r"(?:贫困|流动|常住|户籍)入(?=口)"), "入", "人"),
    (
        re.compile(
            r"(?<![收投进纳加介引融嵌输注录植流导涌渗])入均(?=可支配|纯收入|收入|增收|住房|GDP|生产总值)"
        ),
        "入",
        "人",
    ),
)


def check(text: Passage) -> Iterator[Hit]:
    """Find listed misspellings and characters that only look like the right one."""
    seen: set[int] = set()
    for swap in swaps_in(text, "W04"):
        shown = "”或“".join(swap.rights)
        seen.update(range(swap.start, swap.end))
        yield swap.hit(f"“{swap.wrong}”有错字，应为“{shown}”。")
    for start, end, wrong, right in _lookalikes(text):
        if seen.isdisjoint(range(start, end)):
            seen.update(range(start, end))
            yield Hit(start, end, f"“{wrong}”应为“{right}”，形近误写。", right)
    yield from _near_words(text, seen)


def _near_words(text: Passage, seen: set[int]) -> Iterator[Hit]:
    """Yield phrases and pairs that are near to frequent ones, where nothing else is found."""
    for listed in (*text.listed("W05"), *text.listed("W07")):
        seen.update(range(listed.start, listed.end))
    for start, end, right in misspelt_idioms(text, "W04"):
        if seen.isdisjoint(range(start, end)):
            seen.update(range(start, end))
            yield Hit(start, end, f"“{text.text[start:end]}”有错字，应为“{right}”。", right)
    for start, end, right in misspelt_pairs(text):
        if seen.isdisjoint(range(start, end)):
            message = f"“{text.text[start:end]}”不成词，疑为“{right}”之误。"
            yield Hit(start, end, message, right, severity=Severity.INFO)


def _lookalikes(text: Passage) -> Iterator[tuple[int, int, str, str]]:
    for pattern, wrong, right in _PATTERNS:
        if wrong not in text.own:
            continue
        for match in pattern.finditer(text.own):
            start = match.start() + match[0].index(wrong)
            if not straddles(text, *match.span()):
                yield start, start + len(wrong), wrong, right


RULE = Rule(
    code="W04",
    name="错别字",
    severity=Severity.ERROR,
    summary="没有错别字。",
    reason="音近、形近的字写错后不成词，或者成了别的意思。",
    source="《现代汉语词典》；公文常见错别字",
    bad="县委召开会议，对防汛工作作出布署。",
    good="县委召开会议，对防汛工作作出部署。",
    check=check,
    needs=Need.ANYWHERE,
)
