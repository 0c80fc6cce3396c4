"""M05: more paragraphs than the publication takes."""

from collections.abc import Iterator

from desk.checks.manuscript import Manuscript
from desk.checks.office import Profile
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole


def judge(whole: Whole) -> Iterator[Hit]:
    """Point to the first paragraph beyond the limit."""
    profile, body = whole.context.profile, whole.body
    if profile is None or not profile.paragraphs:
        return
    filled = [span for span in body.paragraphs if body.text[slice(*span)].strip()]
    if len(filled) > profile.paragraphs:
        start, end = filled[profile.paragraphs]
        first = next(span for span in body.clauses if start <= span[0] < end)
        message = (
            f"正文有{len(filled)}段，“{profile.name}”不超过{profile.paragraphs}段，请合并或删减。"
        )
        yield Hit(*first, message)


RULE = Rule(
    code="M05",
    name="刊物段落数",
    severity=Severity.WARNING,
    summary="段落数不超过刊物、栏目的规定。",
    reason="短信息一段成篇，多一段就多占一行，排不下。",
    source="种子规则：政务信息一般不分段落，一段成篇",
    bad="云岭县图书馆新建分馆12个\n9月12日，云岭县图书馆建成分馆12个。\n配送图书3.6万册。",
    good="云岭县图书馆新建分馆12个\n9月12日，云岭县图书馆建成分馆12个，配送图书3.6万册。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(profile=Profile("每日要情", paragraphs=1)),
)
