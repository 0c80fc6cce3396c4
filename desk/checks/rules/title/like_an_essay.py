"""T10: a title in the manner of an essay or of an official letter."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.drafts import Kind

_LETTER = re.compile(
    r"^\s*(?:[\u4e00-\u9fff]{2,20})??关于.{2,60}(?:的|情况)?"
    r"(?P<what>通知|通告|公告|通报|请示|批复|函|决定|决议|命令|意见|报告|汇报|总结|方案|规划|建议|调查|思考)\s*$"
)
_RIGHT = {  # what a kind of information may be called
    Kind.PROPOSAL: frozenset({"建议", "意见", "思考"}),
    Kind.PROBLEM: frozenset({"报告", "调查", "建议"}),
}


def check(title: Passage) -> Iterator[Hit]:
    """Find the words of the list, and 关于……的通知 where the kind has no such title."""
    for listed in title.listed("T10"):
        message = f"“{listed.entry.word}”像论文标题，信息的标题要直接写事实。"
        yield Hit(listed.start, listed.end, message)
    letter = _LETTER.search(title.own)
    if letter and letter["what"] not in _allowed(title.context.kind):
        message = f"“关于……的{letter['what']}”是公文标题，信息的标题要直接写事实。"
        yield Hit(0, len(title.text), message)


def _allowed(kind: Kind | None) -> frozenset[str]:
    return frozenset({"建议"}) if kind is None else _RIGHT.get(kind, frozenset())


RULE = Rule(
    code="T10",
    name="论文式或文种式标题",
    severity=Severity.INFO,
    summary="标题不写成论文题目，也不写成“关于……的通知”。",
    reason="信息标题要说事实，不说题目。建议型可以用“关于……的建议”。",
    source="种子规则：标题要写事实",
    bad="浅谈基层网格化治理",
    good="龙泉镇网格员化解矛盾纠纷121件",
    check=check,
    needs=Need.TITLE,
)
