"""M06: process, causes or measures for a publication that takes results only."""

from collections.abc import Iterator

from desk.checks.manuscript import Manuscript
from desk.checks.office import Profile
from desk.checks.passage import Field, Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.spots import beginning
from desk.checks.whole import Whole

_STARTS = r"(?:(?<=[，。；：\n])|^)[ \u3000]*"
_AIM = r"为了?(?!期|人|首|主|止|例|何)(?=[^，。；]{2,40}，)|针对(?=[^，。；]{2,40}，)"
_BY = (
    r"通过(?=组织|开展|采取|实施|加强|建立|推行|加大|强化|召开|制定|举办|引进|优化|完善|"
    r"落实|统筹|整合|发放|培训)"
)
_WORDS = beginning(
    r" \u3000为针通原由因究采一二三首其召成",
    rf"{_STARTS}(?P<aim>{_AIM}|通过(?=[^，。；]{{3,40}}，))|(?P<way>{_BY})"
    r"|(?P<cause>原因(?!不明)|由于|因为|究其根源)"
    rf"|(?P<measure>采取(?=[^，。；]{{0,16}}(?:措施|办法|方式|手段|形式)))"
    rf"|{_STARTS}(?P<step>一是|二是|三是|首先|其次|一方面)"
    r"|(?P<process>召开(?=[^，。；]{0,16}会(?:，|议|部署|研究|安排))"
    r"|成立(?=[^，。；]{0,16}(?:领导小组|专班|工作组)))",
)
_CALLED = {
    "aim": "目的和办法",
    "way": "办法",
    "cause": "原因",
    "measure": "措施",
    "step": "措施",
    "process": "过程",
}


def judge(whole: Whole) -> Iterator[Hit]:
    """Find the words with which processes, causes and measures begin."""
    profile = whole.context.profile
    if profile is None or not profile.results_only:
        return
    yield from _found(whole.title, Field.TITLE, profile)
    yield from _found(whole.body, whole.running, profile)


def _found(text: Passage, field: Field, profile: Profile) -> Iterator[Hit]:
    for match in _WORDS.finditer(text.own):
        kind = match.lastgroup or ""
        message = f"“{profile.name}”只说结果，“{match[kind]}”引出的{_CALLED[kind]}请删去。"
        yield Hit(*match.span(kind), message, field=field)


RULE = Rule(
    code="M06",
    name="只说结果",
    severity=Severity.WARNING,
    summary="《每日要情》一类的刊物只写结果，不写过程、原因、措施。",
    reason="一条两三句话，领导只看结果；过程和措施另报。",
    source="种子规则：《每日要情》只说结果",
    bad="云岭县秋粮收割过半\n9月12日，云岭县通过组织跨区作业、开展技术指导，收割水稻8600亩，占应收面积的52%。",
    good="云岭县秋粮收割过半\n截至9月12日，云岭县收割水稻8600亩，占应收面积的52%。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(profile=Profile("每日要情", results_only=True)),
)
