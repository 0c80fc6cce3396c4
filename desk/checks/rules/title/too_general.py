"""T04: a title that names a field of work and nothing that was done."""

import re
from collections.abc import Iterator

from desk.checks.masks import BLANK
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_PERIOD = re.compile(
    r"(?:\d{4}年|[今去本]年|近期|当前|目前|上半年|下半年|全年|[前第]?[一二三四]季度|\d{1,2}月份?|以来|近年来|关于)"
)
_HOLLOW = re.compile(r"有关|相关|开展|做好|加强|推进|全面|扎实|认真|积极|深入|工作|的|及|和|与|、")
_PART = re.compile(
    r"[^\x00农城山牧渔乡](?:省|市(?!场)|县|区(?!域|块)|旗|自治州|乡(?!村)|镇|村|街道|局|委|办|院|校|公司|集团|中心|大队|支队|协会|银行)"
    r"|\d|[一二三四五六七八九十两][个项条大抓到招措]|[，：；！“”《》\x00]"
)
_DONE = re.compile(
    r"建成|完成|启动|落实|整改|修复|破解|推行|实行|建立|组建|投入|新增|查处|受理|办结|培训|检查|排查|发放|兑付|惠及|实现|突破|化解|助力|保障"
)
_LONGEST = 10  # characters that name a field; a longer head says more


def check(title: Passage) -> Iterator[Hit]:
    """Find titles that end in a word of the list with only a field of work before it."""
    words = title.text.rstrip()
    last = [one for one in title.listed("T04") if one.end == len(words)]
    if not last or BLANK in title.own:
        return
    named = _PERIOD.sub("", words[: last[0].start])
    head = _HOLLOW.sub("", named)
    if len(head) <= _LONGEST and not _PART.search(named) and not _DONE.search(head):
        message = f"标题只写了工作领域和“{last[0].entry.word}”，请写明谁、做了什么、结果怎样。"
        yield Hit(0, len(words), message)


RULE = Rule(
    code="T04",
    name="标题笼统",
    severity=Severity.INFO,
    summary="标题写明主体、地点、措施或数字，不只写某某工作情况。",
    reason="读者从标题就要知道发生了什么。",
    source="种子规则：标题准确简洁，不过大过空",
    bad="安全生产工作汇报",
    good="云岭县整改安全隐患421处",
    check=check,
    needs=Need.TITLE,
)
