"""W12: a negation too many, which says the contrary of what is meant."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_BAD = (
    "发生|出现|产生|造成|酿成|引发|引起|导致|受到|遭受|遭到|遗漏|漏报|漏登|流失|脱落|反弹|返贫|死灰复燃|受损|受影响|"
    "扩散|蔓延|传播|伤亡|损失|重复|拖延|延误|泄漏|泄露|滋生|误入|受骗|上当|中毒|浪费"
)
_PATTERNS = (
    # 防止…不发生: what is prevented must be bad itself.
    re.compile(
        rf"(?:防止|避免|以免|杜绝|严防|切忌|谨防|预防)(?P<gap>[^，。；：、！？\n不没未无]{{0,14}}?)"
        rf"(?P<not>不(?=再)|不会|没有|不要|不)(?=再?(?:{_BAD}))"
    ),
    re.compile(
        r"(?:防止|避免|以免|严防|谨防)(?P<gap>[^，。；：、！？\n不没未无]{0,14}?)(?P<not>不)"
        r"(?=受[^，。；]{0,6}(?:影响|损失|损害|侵害|伤害|危害|灾害|内涝))"
    ),
    re.compile(r"(?:切忌|禁止|严禁|忌)(?P<gap>)(?P<not>不要|不得|不准|不能|勿)(?=[\u4e00-\u9fff])"),
    re.compile(
        r"(?:否认|拒不否认)(?P<gap>[^，。；：！？\n不没未无]{0,8}?)(?P<not>没有|未)(?=[\u4e00-\u9fff])"
    ),
    re.compile(r"(?:不无|并非不无)(?P<gap>)(?P<not>没有)"),
    re.compile(r"(?P<gap>)(?P<not>不)(?=免不了|可不避免)"),
    re.compile(
        r"(?:阻止|制止|劝阻|阻拦)(?P<gap>[^，。；：、！？\n不没未无]{0,10}?)(?P<not>不(?=再)|不要|不得)(?=[\u4e00-\u9fff])"
    ),
)
_WITHOUT = re.compile(r"(?:无时无刻)(?![^，。；！？\n]{0,4}不)(?=都|在|地)")


def check(text: Passage) -> Iterator[Hit]:
    """Find 防止不发生 and its kind, and 无时无刻 without the 不 that it wants."""
    seen: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text.own):
            start, end = match.span("not")
            if seen.isdisjoint(range(start, end)):
                seen.update(range(start, end))
                yield Hit(
                    start, end, f"“{match[0]}”多了一重否定，意思相反，宜删去“{match['not']}”。", ""
                )
    for match in _WITHOUT.finditer(text.own):
        message = "“无时无刻”后面要有“不”，或者改为“时时刻刻”。"
        yield Hit(match.start(), match.end(), message, choices=("时时刻刻", "无时无刻不"))


RULE = Rule(
    code="W12",
    name="否定失当",
    severity=Severity.ERROR,
    summary="否定词不多用、不漏用。",
    reason="“防止”“避免”“杜绝”本身是否定，再加“不”就说反了。",
    source="现代汉语语法通则",
    bad="加强巡查，防止类似事故不再发生。",
    good="加强巡查，防止类似事故发生。",
    check=check,
)
