"""S08: absolute words without a source."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

# Who says so, or what was won: then the words are a fact.
_SOURCE = re.compile(
    r"据[^，。]{0,20}(?:统计|监测|测算|认定|评估|查新|排名|发布|通报|介绍)|经[^，。]{0,20}(?:认定|评定|评审|鉴定|查新|认证)"
    r"|被[^，。]{0,16}(?:评为|认定|列为|誉为|授予)|荣获|获得?评|获[^，。]{0,12}(?:称号|奖|认定)|授予|入选|排名|位列|位居|居全|列全"
)
_SENTENCE_START = re.compile(r"[。！？；\n]")
_PAUSE = re.compile(r"[，。！？；\n]")
_AIM = re.compile(
    r"(?:力争|争取|争创|努力|瞄准|对标|目标|打造|建设|创建|不得|禁止|严禁|不是|并非|没有|不存在)[^，。；]{0,16}$"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find absolute words where the sentence names no source, honour or mere aim."""
    for listed in text.listed("S08"):
        since, until = _bounds(text.text, listed.start, listed.end)
        if _SOURCE.search(text.text, since, until):
            continue
        if _AIM.search(text.text[since : listed.start]):
            continue
        words = text.text[listed.start : listed.end]
        message = f"“{words}”说得太满，请写明出处，或换成具体的数字、名次。"
        yield Hit(listed.start, listed.end, message)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of its sentence to the end of its clause."""
    since = max((one.end() for one in _SENTENCE_START.finditer(text, 0, start)), default=0)
    stop = _PAUSE.search(text, end)
    return since, stop.start() if stop else len(text)


RULE = Rule(
    code="S08",
    name="绝对化",
    severity=Severity.WARNING,
    summary="不写“空前”“独一无二”“首创”一类没有出处的话；荣誉名称和有统计依据的不算。",
    reason="说满了容易失实，印发后难以更正。",
    source="种子规则：不夸大；新华社慎用词",
    bad="云岭毛尖品质独一无二，年销售额1.3亿元。",
    good="云岭毛尖年销售额1.3亿元，居全市第2位。",
    check=check,
)
