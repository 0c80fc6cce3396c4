"""E09: fewer than two concrete measures."""

import re
from collections.abc import Iterator

from desk.checks.elements import asked
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot
from desk.checks.whole import Whole
from desk.drafts import Kind

_FEWEST = 2
_FIGURE = re.compile(r"\d+(?![\d月日年.、])")
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_CONCRETE = re.compile(
    r"组织[^，。；]{0,20}(?:检查|排查|培训|巡查|演练|义诊|抢修|名|人|支|队)|印发|制定|出台|投入|设立|设置|派出|出动|选派|抽调|发放|推行|实行|推广|安装|改造|"
    r"修建|新建|建成|配备|配送|走访|排查|清理|清运|签订|补助|补贴|奖励|开设|开通|公示|公开|回访|巡查|调运|储备|筹集|减免|取消|简化|压缩|"
    r"开放|延长|缩短|整合|建立[^，。；]{2,16}(?:制度|机制|台账|清单|档案|队伍|平台|专班|小组)|检查[^，。；]{0,16}\d|培训[^，。；]{0,16}\d|入户|上门|调解|查处|约谈|联合|招募|引进|划定|明确[^，。；]*\d"
)
_EMPTY = re.compile(r"要求|强调|指出|高度重视|统一思想|提高认识|提高政治站位|增强[^，。；]{0,8}感")


def judge(whole: Whole) -> Iterator[Hit]:
    """Count the clauses that tell something done."""
    if whole.context.kind is not Kind.MEASURE:
        return
    clauses = _CLAUSE.findall(whole.body.text)
    done = sum(bool(_CONCRETE.search(one)) and not _EMPTY.search(one) for one in clauses)
    if done + _numbered(whole) < _FEWEST:
        yield from asked(whole, ("两条以上的" + Slot.PRACTICE,), f"{Kind.MEASURE}信息")


def _numbered(whole: Whole) -> int:
    """How many numbered items tell a figure."""
    counts = [0]
    for sequence in whole.body.sequences:
        places = [mark.end for mark in sequence.marks]
        items = zip(places, [*places[1:], len(whole.body.text)], strict=True)
        counts.append(sum(bool(_FIGURE.search(whole.body.text, *item)) for item in items))
    return max(counts)


RULE = Rule(
    code="E09",
    name="措施型要素",
    severity=Severity.INFO,
    summary="措施型信息写出两条以上具体的措施。",
    reason="措施要能照着做；只有要求没有做法，不成措施。",
    source="种子规则：措施具体、有针对性",
    bad="云岭县民政局做好冬季救助\n11月8日，云岭县民政局召开会议，统一思想，强调抓出成效。",
    good="云岭县民政局做好冬季救助\n11月8日以来，云岭县民政局组织民政专干走访3200户，发放棉被1860床。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.MEASURE),
)
