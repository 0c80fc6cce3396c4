"""C02: a matter on the office's list needs a review of its secrecy first."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity


def check(text: Passage) -> Iterator[Hit]:
    """Yield the words of the office's list wherever they are printed."""
    for one in text.listed("C02", own=False):
        note = f"：{one.entry.note}" if one.entry.note else ""
        message = f"“{one.entry.word}”在敏感事项表中{note}，请先作定密和敏感审查。"
        yield Hit(one.start, one.end, message)


RULE = Rule(
    code="C02",
    name="敏感事项",
    severity=Severity.INFO,
    summary="提到敏感事项表中的事，先作定密和敏感审查。",
    reason="是否涉密要由定密责任人判断，机器只能提醒。",
    source="种子规则：涉密与否",
    bad="演练中使用了涉密文件12份。",
    good="演练中使用了预案文本12份。",
    check=check,
    blocks=True,
)
