"""D06: colloquial words for a time."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity


def check(text: Passage) -> Iterator[Hit]:
    """Find the words of the list outside works, quotations and reported speech."""
    for listed in text.listed("D06"):
        word, instead = listed.entry.word, listed.entry.instead
        fix = instead[0] if len(instead) == 1 else None
        choices = instead if fix is None else ()
        named = "或".join(f"“{one}”" for one in instead)
        advice = f"可改为{named}" if instead else "请写明日期或删去"
        message = f"“{word}”是口语时间词，{advice}。"
        yield Hit(listed.start, listed.end, message, fix, choices=choices)


RULE = Rule(
    code="D06",
    name="口语时间词",
    severity=Severity.WARNING,
    summary="不用“眼下”“刚刚”“这阵子”等口语时间词。",
    reason="口语时间词不庄重，也说不准时间。",
    source="种子规则：举例指出“眼下”“刚刚”不宜用",
    bad="眼下，云岭县晚稻进入灌浆期。",
    good="目前，云岭县晚稻进入灌浆期。",
    check=check,
    needs=Need.TEXT,
)
