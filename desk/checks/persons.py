"""Who is named with which post in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from desk.checks.masks import HAN
from desk.checks.passage import Passage

_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭"
    "郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常傅卞齐康伍余顾孟黄穆萧尹姚邵湛汪"
    "祁毛狄臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路娄江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯"
    "卢莫房缪丁邓郁单洪包左石崔吉龚程邢裴陆荣翁荀曲封储靳段焦巴谷车侯全班仰宁仇栾甘厉祖武符刘景"
    "詹束龙叶幸司韶黎蒲赖卓屠蒙池乔阴胥苍闻莘党翟谭劳姬申冉桑桂牛寿边燕尚温庄晏柴瞿阎慕连茹习艾"
    "容向古易慎戈廖庾终步耿满弘匡文寇广阙欧沃利蔚隆师巩聂晁勾敖冷辛简饶曾关肖岳帅佟涂仝付代闫覃"
)
_DOUBLE = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|百里|南宫"
SURNAME = rf"(?:{_DOUBLE}|[{_SINGLE}])"
POST = (
    r"(?:常务)?副?(?:书记|[省市县区州旗乡镇]长|局长|厅长|主任|主席|校长|院长|所长|站长|队长|大队长|支队长|"
    r"部长|会长|理事长|检察长|经理|董事长|科长|处长|组长|政委|站长|镇长|巡视员|秘书长|园长|社长)"
)
_CUE = re.compile(rf"[记长任席委理员](?P<name>{SURNAME}[{HAN}]{{1,2}}(?![{HAN}]{{0,2}}某))")
_POST_END = re.compile(rf"(?P<scope>[{HAN}]{{0,14}}?)(?P<post>{POST})$")
_LEADING = re.compile(r".*[由和与及对向在经请是为]")
_SPEAKS = (
    r"(?:要求|指出|强调|表示|主持|带队|一行|介绍|认为|提出|说|率|到|在|来|赴|对|实地|深入|先后|出席|参加|听取|走访|"
    r"察看|检查|调研|讲话|安排|部署|与|和|陪同|负责|通报|担任|主讲|签)"
)
_BARE = re.compile(
    rf"(?:(?<=[。；\n])|^)(?P<name>{SURNAME}[{HAN}]{{1,2}}?)(?={_SPEAKS})", re.MULTILINE
)
_GOES_ON = re.compile(
    rf"(?<=，)(?P<name>{SURNAME}[{HAN}]{{1,2}}?)"
    r"(?=(?:随后|还|再次|现场|最后|并|也|对此|一行)?(?:要求|指出|强调|表示|主持|带队|介绍|认为|提出|率|一行|逐一|实地|先后))"
)
_NO_NAMES = ("孙女", "孙子", "孙儿", "陈述", "张罗")  # which the tagger takes for names
_FORMER = re.compile(r"(?:原|原任|时任|前|前任|曾任|历任|拟任|新任|接任|老)[^，。；、]{0,8}$")
_AFTER = re.compile(
    rf"{_SPEAKS}|[^{HAN}]|$|等|[为还就作也当要率现于已向同任宣致代传开签分随赶带的是今从]"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name with the post before it and what the post belongs to; both empty of a bare name."""

    start: int
    end: int
    name: str
    post: str = ""
    scope: str = ""
    is_former: bool = False


def persons_in(passage: Passage) -> Iterator[Person]:
    """Yield the persons named behind a post, in order."""
    text = passage.own
    for match in _CUE.finditer(text):
        start = match.start("name")
        post = _POST_END.search(text, max(0, start - 20), start)
        if post is None or _is_word(passage, start):
            continue
        name = _name(match["name"], text, match.end())
        former = bool(_FORMER.search(text[max(0, post.start() - 4) : post.start("post")]))
        scope = _LEADING.sub("", post["scope"])
        yield Person(start, start + len(name), name, post["post"], scope, former)


def bare_names_in(passage: Passage) -> Iterator[Person]:
    """Yield names that begin a sentence or a clause and say or do something there."""
    for match in chain(_BARE.finditer(passage.own), _GOES_ON.finditer(passage.own)):
        if len(match["name"]) > len("张明") and not _is_word(passage, match.start()):
            yield Person(match.start("name"), match.end("name"), match["name"])


def may_be_name(name: str) -> bool:
    """Whether a string with a surname in front is no word of the language, such as 何时."""
    from desk.checks.words import tags_in  # noqa: PLC0415 - heavy, loaded on use

    _start, end, tag = next(tags_in(name))
    return name not in _NO_NAMES and (end == 1 or tag.startswith(("nr", "x")))


def _name(run: str, text: str, end: int) -> str:
    """A name of three characters, or of two where what follows can't be part of it."""
    if len(run) == len("张明") or _AFTER.match(text, end):
        is_verb = len(run) > len("张明") and re.match(_SPEAKS, run[2] + text[end : end + 1])
        return run[:2] if is_verb else run
    return run[:2] if _AFTER.match(text, end - 1) else run


def _is_word(passage: Passage, start: int) -> bool:
    """Whether a word of the language begins here: 安排 is no name."""
    return any(
        begin == start and end - begin > 1 and not tag.startswith(("nr", "x"))
        for begin, end, tag in passage.tags
    )
