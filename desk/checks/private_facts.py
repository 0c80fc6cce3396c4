"""What a text tells of private persons that it should not: addresses, illnesses, victims."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.checks.masks import HAN
from desk.checks.persons import SURNAME, may_be_name

_ROOM = re.compile(
    r"\d{1,3}(?:幢|栋|号楼|座|#楼)(?:"
    r"(?P<unit>(?:东|西|中|\d{1,2}|[一二三四五六甲乙丙])单元)\d{0,2}[层楼]?\d{3,4}(?:室|房|号)?"
    r"|\d{0,2}[层楼]?\d{2,4}(?:室|房|号(?!楼)))"
    r"|(?<=[区园苑府庭湾寓])\d{1,3}[-－—]\d{1,2}[-－—]\d{3,4}(?:室|号)?(?!\d)"
    r"|(?<=[路街巷弄道同])\d{1,4}号(?:附\d{1,3}号|(?:院|大院)?\d{0,3}(?:号|室))?(?!线|楼)"
    r"|(?:村|社区)(?:第?[\d一二三四五六七八九十]{1,3}组)\d{1,4}号"
)
_NUMBERED = re.compile(r"[路街巷弄道同]\d|[幢栋楼座组\-－—][\d东西中一二三四五六甲乙丙单]")
_LEFT = re.compile(rf"[{HAN}\d]*$")
_HOME = re.compile(r"小区|家园|花园|公寓|[苑园庭府湾邸里居]\d{0,3}$|居民楼|安置")
_LIVES = re.compile(
    r"(?:家?住(?:在|址(?:为|是|：|在)?)?|租住(?:在|于)?|居住(?:在|于)?|家庭住址(?:为|：)?)"
)
_AT = re.compile(r"位于|[在于至往]|送到")
_PUBLIC = re.compile(r"中心|大厅|办公|机关|政府|[局馆站院校]|学校|教学|实训|会议|公司")
_ILLNESS = (
    r"艾滋病|HIV|肺结核|结核病?|乙肝|丙肝|梅毒|性病|精神病|精神分裂|精神障碍|抑郁症|狂犬病|"
    r"[胃肺肝肠乳腺宫颈食管脑]{1,2}癌|癌症|恶性肿瘤|肿瘤|白血病|尿毒症|新冠|传染病|流感|麻风病|艾滋|淋病|双相障碍|"
    r"自闭症|脑瘫|癫痫|血友病|糖尿病|高血压|脑梗死?|肾衰竭|肾病|心脏病|先心病|地中海贫血|尘肺病?|矽肺病?|肝硬化|肝炎"
)
_ROLE = (
    r"患者|病人|村民|居民|学生|老人|职工|群众|住户|低保户|脱贫户|贫困户|监测户|特困人员|五保户|户主|低保对象|"
    r"监测对象|女童|男童|儿童|工人|农民|孕妇|产妇"
)
_PATIENT = re.compile(
    rf"(?:{_ROLE})(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}}?)(?:（[^）]{{1,12}}）)?"
    rf"(?=(?:因|被|经|已|身|不幸)?(?:罹?患|感染|确诊|诊断|查出|检出|染)[^。；\n]{{0,12}}(?:{_ILLNESS}))"
)
_SICK = rf"[^，。；）\n]{{0,8}}(?:{_ILLNESS})[^，。；）\n]{{0,6}}"
_BRACKETED = re.compile(
    rf"(?:{_ROLE}|对象|人员|[，。；：、\n]|^)(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}})（{_SICK}）",
    re.MULTILINE,
)
_ENDED = r"(?=[，。；、（）(]|[\d在于因的与和等已从住到被经曾现有领获报期完]|$)"
_CASE = re.compile(
    rf"(?:(?:{_ILLNESS})(?:患者|感染者|病人|病例|携带者)|确诊病例|疑似病例|密接者)"
    rf"(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}}?){_ENDED}"
)
_DESCRIBED = re.compile(
    rf"(?:(?<=[，。；：、\n])|^)(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}})"
    rf"(?=[（，](?:男|女)[^。；\n]{{0,30}}(?:患|感染|确诊|诊断|检出)[^。；\n]{{0,12}}(?:{_ILLNESS}))"
)
_STATED = re.compile(
    rf"(?:(?<=[，。；：、\n])|^)(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}}?)"
    rf"(?=(?:因|于?\d{{4}}年|\d{{1,2}}月\d{{1,2}}日|经[^，。；\n]{{2,10}}|被|不幸|突然|长期|常年|身){{0,2}}"
    rf"(?:罹患|患有?|感染|确诊|诊断为|查出|检出)[^，。；\n]{{0,8}}(?:{_ILLNESS}))",
    re.MULTILINE,
)
_MARKED = re.compile(  # known by their name as in need, in care or with a past
    rf"(?:孤儿|困境儿童|留守儿童|事实无人抚养儿童|残疾儿童|流浪儿童|失足少年|(?:涉案|涉罪|罪错)未成年人|"
    rf"吸毒人员|戒毒人员|强戒人员|社区矫正对象|刑满释放人员|被拐妇女|被拐儿童)"
    rf"(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}}?){_ENDED}"
)
_KILLED = re.compile(
    rf"(?:{_ROLE}|驾驶员|司机|乘客|行人|务工人员|船员|矿工|游客)(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}}?)"
    rf"(?=(?:当场|不幸|意外|经抢救无效|溺水)*(?:死亡|身亡|遇难|遇害|溺亡|被害|被杀|失踪|失联))"
)
_VICTIM = re.compile(
    rf"(?:被害人|受害人|受害者|死者|遇难者|死亡人员|伤者|失踪者|失联人员|溺亡者"
    r"|(?:受害|被害|遇害|遇难|被拐|失踪|走失|失联|溺水|溺亡|落水|受伤|受侵害|被侵害|被困)"
    r"(?:[女男幼][童孩子生]|[女男]?(?:儿童|婴儿|学生|职工|工人|员工|村民)|老人|少年|少女|妇女|孩子|人员))"
    rf"(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}}?)"
    rf"(?=[，。；、（(]|[的等已被在与因系为于遗家经年至]|本人|生前|进行|得到|送|获)"
)
_CHILD = re.compile(
    rf"(?:学生|女童|男童|儿童|幼儿|婴儿|孩子|未成年人|少年|少女|女孩|男孩|小学生|初中生|中学生)"
    rf"(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}}?)(?=（|[在放上下于被因与和不遭溺落坠走失受、，])"
)
_AGED = re.compile(
    rf"(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}})(?=（(?:男|女)?[，、]?(?:[1-9]|1[0-7])岁）)"
)
_YOUNG = re.compile(
    rf"(?<!\d)(?:[1-9]|1[0-7])(?:周岁|岁)的?(?:男孩|女孩|女童|男童|学生|儿童|幼童|孩子)?"
    rf"(?P<name>{SURNAME}(?!某)[{HAN}]{{1,2}}?)(?=[，、（]|[在放上下于被因与和不遭溺落坠走失受])"
)
_HARM = re.compile(
    r"溺水|溺亡|落水|坠|受伤|身亡|死亡|遇难|遇害|被害|失踪|走失|失联|性侵|猥亵|强奸|欺凌|殴打|被打|烧伤|烫伤|车祸|事故|"
    r"自杀|轻生|中毒|拐卖|遗弃|虐待|违法|犯罪|盗窃"
)
_NEEDY = re.compile(r"孤儿|儿童|少年|未成年|毒人员|强戒|矫正对象|释放人员|被拐")
_ILL = re.compile(r"[病癌瘤核症疫肺疯痫瘫艾衰梗压贫]|HIV|乙肝|丙肝|梅毒|精神|抑郁|新冠|流感|密接者")
_HURT = re.compile(
    r"[溺落坠死亡害失伤打车杀生毒拐遗虐犯盗奸侵凌烧烫]"
)  # of _HARM and the victims' words
_SENTENCE_END = re.compile(r"[。；\n]")


@dataclass(frozen=True, slots=True)
class PrivateFact:
    """A stretch of text, why it is private, and what may stand instead."""

    start: int
    end: int
    why: str
    instead: str


def private_facts_in(text: str) -> Iterator[PrivateFact]:
    """Yield full addresses of homes, and names of patients, victims and children in harm."""
    yield from _homes(text)
    for one in _once(_names(text)):
        if may_be_name(text[one.start : one.end].partition("（")[0]):
            yield one


def _homes(text: str) -> Iterator[PrivateFact]:
    for match in _ROOM.finditer(text) if _NUMBERED.search(text) else ():
        left = _LEFT.search(text, max(0, match.start() - 24), match.start())
        before = left[0] if left else ""
        lives = list(_LIVES.finditer(before))
        led = lives or list(_AT.finditer(before))
        if led:
            before = before[led[-1].end() :]
        named = _HOME.search(before) or match["unit"]
        if (lives or named) and not (_PUBLIC.search(before) and not lives):
            start = match.start() - len(before)
            instead = before if before and not before[-1].isdigit() else ""
            yield PrivateFact(start, match.end(), "住址写到了门牌", instead)


def _names(text: str) -> Iterator[PrivateFact]:
    if _ILL.search(text):
        yield from _named(text, (_PATIENT, _CASE, _DESCRIBED, _STATED), "病人写了全名")
        for match in _BRACKETED.finditer(text):
            yield PrivateFact(
                match.start("name"), match.end(), "病人写了全名", f"{match['name'][0]}某"
            )
    if _NEEDY.search(text):
        yield from _named(text, (_MARKED,), "需要保护的人写了全名")
    if _HURT.search(text):
        yield from _named(text, (_VICTIM, _KILLED), "受害人写了全名")
        for one in _named(text, (_CHILD, _AGED, _YOUNG), "未成年人写了全名"):
            if _HARM.search(_sentence(text, one.start, one.end)):
                yield one


def _named(text: str, patterns: Iterable[re.Pattern[str]], why: str) -> Iterator[PrivateFact]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield PrivateFact(*match.span("name"), why, f"{match['name'][0]}某")


def _once(found: Iterator[PrivateFact]) -> Iterator[PrivateFact]:
    """Leave out a name that begins where another one does."""
    starts = set()
    for one in found:
        if one.start not in starts:
            starts.add(one.start)
            yield one


def _sentence(text: str, start: int, end: int) -> str:
    stops = [stop.end() for stop in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, end)
    return text[stops[-1] if stops else 0 : after.start() if after else len(text)]
