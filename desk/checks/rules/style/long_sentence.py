"""S04: a sentence is too long, or runs on without any mark."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

LONGEST_SENTENCE, LONGEST_RUN = 120, 50
_MANY = 4  # 、 in one clause: a list of names, not a thought
_CLAUSE = re.compile(r"[^，：,:—]+")
_RUN = re.compile(r"[^，。；：、！？,;:!?—…·“”‘’（）()《》〈〉【】〔〕\[\]\s\x00]+")


def check(text: Passage) -> Iterator[Hit]:
    """Measure sentences without their lists of names, and the runs between marks."""
    for start, end in text.sentences:
        if end - start <= LONGEST_SENTENCE:
            continue
        sentence = text.own[start:end]
        lists = (clause for clause in _CLAUSE.findall(sentence) if clause.count("、") >= _MANY)
        length = len(sentence) - sum(map(len, lists))
        if length > LONGEST_SENTENCE:
            message = f"这一句有{end - start}个字，请断成几句。"
            yield Hit(start, end, message)
    for run in _RUN.finditer(text.own):
        length = len(run[0])
        if length > LONGEST_RUN:
            length = sum("\u3400" <= sign <= "\u9fff" for sign in run[0])
        if length > LONGEST_RUN:
            message = f"连续{len(run[0])}个字没有标点，请断开或精简。"
            yield Hit(run.start(), run.end(), message)


RULE = Rule(
    code="S04",
    name="长句",
    severity=Severity.WARNING,
    summary=f"一句不超过{LONGEST_SENTENCE}个字，连续{LONGEST_RUN}个字之内要有标点。",
    reason="领导一眼看完一句；名单式的列举不算，分号隔开的各算一句。",
    source="种子规则：简洁明了",
    bad="县委县政府组织全县各乡镇各部门主要负责同志深入项目建设一线现场办公协调解决征地拆迁"
    "资金筹措要素保障等方面存在的突出困难和问题。",
    good="县委、县政府组织各乡镇、各部门主要负责同志到项目一线现场办公，协调解决征地拆迁、资金筹措等困难。",
    check=check,
    needs=Need.BODY,
)
