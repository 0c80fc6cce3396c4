"""W05: a word that sounds like the one that is meant, known by the words around it."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.swaps import narrowed, swaps_in

# Pairs about which usage itself is divided.
_HINTS = frozenset({"做出", "制订", "制定", "法制", "法治"})


_LOG_IN = re.compile(
    r"(?<!台风)(?<!热带风暴)(?<!正面)登陆(?![点后前时])(?=[^，。；、台\n]{0,12}"
    r"(?:网站|系统|官网|小程序|客户端|公众号|服务网|信息网|APP|账号|网页|邮箱))"
)
_NEED = re.compile(
    r"(?<![所活产常最为])必需(?=[\u4e00-\u9fff])(?![的品物]|支出|消费|开支|消耗|服务|用品|费用|投入)"
)
_REPORTED = re.compile(
    r"(?:群众|村民|居民|市民|企业|家长|业主|商户|农户|职工|代表|委员|网民|游客|老人|学生)"
    r"(?:普遍|集中|多次|纷纷|向[^，。]{2,8})?(?P<word>反应)(?=[\u4e00-\u9fff“])"
    r"(?!强烈|热烈|平淡|良好|冷淡|较|不|迅速|积极|很|能力|速度|机制|灵敏|正常|过|后|时|的|快|慢|大|平|非常|十分|比较|普遍|一般)"
)
_ACTING = ("v", "p", "d", "ad", "c")  # what 必须 stands before and 必需 doesn't


def check(text: Passage) -> Iterator[Hit]:
    """Find collocations of the list, and name the word in them that is to change."""
    seen: set[int] = set()
    for phrase in swaps_in(text, "W05"):
        swap = narrowed(phrase)
        shown = "”或“".join(phrase.rights)
        severity = Severity.INFO if swap.wrong in _HINTS else None
        seen.update(range(swap.start, swap.end))
        yield swap.hit(f"“{phrase.wrong}”应为“{shown}”，音近义异。", severity)
    for start, end, right in _in_turns(text):
        if start not in seen:
            yield Hit(start, end, f"“{text.text[start:end]}”应为“{right}”，音近义异。", right)


def _in_turns(text: Passage) -> Iterator[tuple[int, int, str]]:
    for match in _LOG_IN.finditer(text.own):
        yield *match.span(), "登录"
    for match in _REPORTED.finditer(text.own):
        yield *match.span("word"), "反映"
    for match in _NEED.finditer(text.own):
        following = next((tag for begin, _end, tag in text.tags if begin >= match.end()), "")
        if following in _ACTING:
            yield *match.span(), "必须"


RULE = Rule(
    code="W05",
    name="易混词",
    severity=Severity.WARNING,
    summary="音近的词按搭配选用。",
    reason="“反映情况”是报告，“应急反应”是回应；搭配不同，意思就变了。",
    source="《现代汉语词典》；公文常见错别字",
    bad="群众集中反应问题12个。",
    good="群众集中反映问题12个。",
    check=check,
    yields_to=frozenset({"W04", "W07"}),
)
