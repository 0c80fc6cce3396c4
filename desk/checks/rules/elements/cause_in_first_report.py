"""E14: a first report of an emergency that states its cause."""

import re
from collections.abc import Iterator

from desk.checks.manuscript import Manuscript
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.spots import beginning
from desk.checks.whole import Whole
from desk.drafts import Kind

_LATER = re.compile(r"[（(【]?(?:续报|终报)|第[二三四五六七八九十\d]+报|后续情况")
_FIRST = re.compile(r"首报|初报|第一报|首次报告")
_WILL = re.compile(r"(?:将|及时|随时|继续|进行|做好|再行|待)[^，。；]{0,8}$")
_CAUSE = beginning(
    "事起火爆坍中溺发坠泄肇初原系属因由",
    r"(?:事故|起火|火灾|爆炸|坍塌|中毒|溺水|事发|发病|坠落|泄漏|肇事|初步)?原因(?:初步)?(?:[系为是]|在于|判定为|认定为|判断为)|"
    r"[系属](?=[^，。；]{1,24}(?:引发|引起|所致|造成|导致))|"
    r"(?<![原起肇病])(?:因|由于)(?![此而]|抢救|救治|伤势|失血|公|病|工|通信)(?=[^，。；]{2,24}(?:引发|引起|所致|造成|导致|侧翻|失控|坠落|坍塌|起火|爆炸|落水|溺水|触电|中毒|相撞|追尾|泄漏))|"
    r"初步(?:判断|判定|分析|认定|查明)(?=[^，。；]{0,6}[系为因是])",
)
_OPEN = re.compile(r"正在|尚在|待(?:进一步)?(?:查|核|调)|尚未|不明|有待|未(?:能)?(?:查|确)|进一步")
_NONE = re.compile(r"未发生|没有|未因|不因|无$")
_CLAUSE_END = re.compile(r"[。；\n]|$")


def judge(whole: Whole) -> Iterator[Hit]:
    """Find stated causes in an emergency's first report; one under investigation is no cause."""
    if whole.context.kind is not Kind.INCIDENT or _is_later(whole):
        return
    texts = whole.title.text + whole.body.text
    severity = Severity.WARNING if _FIRST.search(texts) else None
    for match in _CAUSE.finditer(whole.body.own):
        stop = _CLAUSE_END.search(whole.body.own, match.end())
        rest = whole.body.own[match.start() : stop.start() if stop else None]
        if not _OPEN.search(rest.split("，")[0]) and not _NONE.search(
            whole.body.own[max(0, match.start() - 4) : match.start()]
        ):
            message = (
                f"首报快、慎报原因：“{match[0]}”后面的说法查实了吗？没有查实请写“原因正在调查”。"
            )
            yield Hit(match.start(), match.end(), message, severity=severity)


def _is_later(whole: Whole) -> bool:
    """Whether it goes on from an earlier report; a promise to report on is none."""
    if _LATER.search(whole.title.text):
        return True
    return any(
        not _WILL.search(_before(whole.body, match.start()))
        for match in _LATER.finditer(whole.body.text)
    )


def _before(body: Passage, start: int) -> str:
    return body.text[max(0, start - 12) : start]


RULE = Rule(
    code="E14",
    name="首报写原因",
    severity=Severity.INFO,
    summary="突发信息首报慎写原因，写“原因正在调查”；标明“首报”的给出警告。",
    reason="首报时原因多未查实，写错了会误导处置和舆论。",
    source="种子规则：首报快、慎报原因",
    bad="白河镇一砖厂发生火灾（首报）\n7月3日14时20分，白河镇大湾村兴旺砖厂发生火灾，起火原因为电线短路。",
    good="白河镇一砖厂发生火灾（首报）\n7月3日14时20分，白河镇大湾村兴旺砖厂发生火灾，起火原因正在调查。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.INCIDENT),
)
