"""E05: a paragraph that shares no key word with the title or with any other paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole
from desk.drafts import Kind

_SHORTEST = 60  # characters of a paragraph that can have a theme of its own
_COMMON_WORDS = (
    "工作情况问题措施单位部门群众干部人员村民乡镇进行开展组织完成加强要求有关相关同时目前截至今年去年同比增长下降"
    "提高达到其中活动会议服务管理建设发展建立实施推进落实负责机制制度资金企业项目政府县委领导党员责任重点方面方式"
    "通过采取解决提供有效积极全面该局全县全市全镇全乡每天每月时间"
)
_OF_ONE_EVENT = (Kind.DYNAMIC, Kind.FEEDBACK, Kind.FORECAST, None)  # others have many parts
_PLACE = re.compile(r"[\u4e00-\u9fff]{2}(?:省|市|州|县|区|镇|乡|街道|村)")
_HAN = re.compile("[\u4e00-\u9fff]+")


def judge(whole: Whole) -> Iterator[Hit]:
    """Compare the pairs of signs of each longer paragraph with all else that is said."""
    body = whole.body
    if whole.context.kind not in _OF_ONE_EVENT:
        return
    paragraphs = [span for span in body.paragraphs if span[1] - span[0] >= _SHORTEST]
    if len(paragraphs) < len("两段"):
        return
    common = _common(whole.context.units)
    themes = [_pairs(body.text[slice(*span)]) - common for span in paragraphs]
    told = Counter(chain(_pairs(whole.title.text), *themes))
    for theme, (start, end) in zip(themes, paragraphs, strict=True):
        if all(told[pair] == 1 for pair in theme):
            first = next(span for span in body.clauses if start <= span[0] < end)
            yield Hit(*first, "这一段与标题、其他各段没有共同的关键词，请核对是否一则一主题。")


@lru_cache(maxsize=16)
def _common(units: tuple[str, ...]) -> frozenset[str]:
    """The pairs that say nothing of a theme: the units' names and the words of all items."""
    return frozenset(_pairs("".join(units) + _COMMON_WORDS))


def _pairs(text: str) -> set[str]:
    """The pairs of signs of a text without its names of places."""
    runs = _HAN.findall(_PLACE.sub("，", text))
    return {one + two for run in runs for one, two in pairwise(run)}


RULE = Rule(
    code="E05",
    name="一文多主题",
    severity=Severity.INFO,
    summary="一则信息只有一个主题，各段说同一件事。",
    reason="两件事合在一起，刊物不好编，领导也不好批。",
    source="种子规则：一则信息只有一个主题",
    bad="云岭县抓好秋粮收割\n9月12日，云岭县出动收割机320台，收割水稻8600亩，秋粮收割进度过半，烘干设备全部开机，"
    "日烘干能力为1200吨，保证颗粒归仓。\n云岭县人民医院新设口腔门诊，招聘医师6名，购置牙椅12台，每天18时至21时接诊，"
    "开诊以来接诊患者1362人次，床位增加120张，药品配送到位。",
    good="云岭县抓好秋粮收割\n9月12日，云岭县出动收割机320台，收割水稻8600亩，秋粮收割进度过半，烘干设备全部开机，"
    "日烘干能力为1200吨，保证颗粒归仓。\n云岭县在12个粮站设收购点，按保护价收购水稻，做到随到随收、现款结算，"
    "日均收购秋粮620吨，售粮农户不用排队等候，收割当天就能卖粮。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.DYNAMIC),
)
