"""E07: a proposal that does not raise, analyse and solve, or only calls for attention."""

import re
from collections.abc import Iterator

from desk.checks.elements import asked
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot, lacking
from desk.checks.whole import Whole
from desk.drafts import Kind

_CONCRETE = re.compile(
    r"设立|增设|修订|核定|配备|购买|补助|补贴|出台|纳入|列入|试点|改造|制定|新建|招录|招聘|签订|奖励|开通|布设|调整|"
    r"取消|允许|推行|实行|新增|扩建|延长|缩短|简化|下放|委托|轮岗|培训|编制|开设|引进|共享|公示|公开|整合|"
    r"由[^，。；]{2,15}(?:牵头|负责)|建立[^，。；]{2,12}(?:机制|制度|台账|平台|基金|清单|名录)|[\d一二三四五六七八九十]+(?:%|元|万|个|名|日前|月底|年内)|"
    r"(?:安排|统筹|设)[^，。；]{0,12}(?:资金|经费|专项|岗位)|明确[^，。；]{0,12}(?:标准|主体|责任|期限|范围)"
)
_OPENING = re.compile(
    r"(?:(?<=[。；：，\n、])|^)(?:[一二三四五六七八九十]、)?(?:为此|对此|因此|现|特)?[，]?(?:提出[^，。]{0,8})?(?:建议|对策)"
)


def judge(whole: Whole) -> Iterator[Hit]:
    """Look for the problem, its analysis and a suggestion that somebody can carry out."""
    if whole.context.kind is not Kind.PROPOSAL:
        return
    missing = list(lacking(whole, Slot.SITUATION, Slot.ANALYSIS, Slot.SUGGESTION))
    body = whole.body.text
    if Slot.SUGGESTION not in missing and not _CONCRETE.search(body, _advice(body)):
        missing.append(Slot.SUGGESTION)
    yield from asked(whole, missing, f"{Kind.PROPOSAL}信息")


def _advice(body: str) -> int:
    """Where the suggestions begin: at a word of advice that opens a clause."""
    opening = _OPENING.search(body)
    return opening.end() if opening else max(0, body.find("建议"))


RULE = Rule(
    code="E07",
    name="建议型要素",
    severity=Severity.INFO,
    summary="建议型信息提出、分析、解决问题三部分齐全，建议具体可行。",
    reason="只说“高度重视”“加强领导”，采纳了也无从落实。",
    source="种子规则：建议型信息的写法",
    bad="关于加强无障碍设施建设的建议\n盲道被占用问题较多，原因在于管护不到位。建议高度重视，加强领导，形成合力。",
    good="关于加强无障碍设施建设的建议\n盲道被占用问题较多，原因在于管护不到位。建议将盲道纳入城管网格，由县城市管理局负责每周巡查。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.PROPOSAL),
)
