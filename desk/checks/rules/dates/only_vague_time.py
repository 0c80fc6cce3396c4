"""D05: a draft whose only time is 近日, 日前 or 近期."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.spots import beginning
from desk.checks.whole import Whole
from desk.drafts import Kind

_VAGUE = beginning(
    "近日最前不这",
    r"近日(?![点均])|(?<![\d一二三四五六七八九十百几数两整当每节假作生即今往次翌末同某上下半多余])日前(?![后夕])|近期(?=，)"
    r"|(?:(?<=[。，；：\n局委办院县市镇乡村道区校司队所站馆部会行社])|(?<![\s\S]))"
    r"(?:近期(?!建设|[将内拟要工重目任规计安末])|最近(?![的处一几\d])|近来|前不久|不久前|前段时间|近段时间"
    r"|[前近这](?:些天|几[天日]|些日子|阵子|一段时间))",
)
_SURVEYS = frozenset({Kind.PROBLEM, Kind.PROPOSAL, Kind.FORECAST, Kind.EXPERIENCE})


def judge(whole: Whole) -> Iterator[Hit]:
    """Find the first vague time where no text of the draft names a day or a month."""
    match = _VAGUE.search(whole.body.own)
    if match is None or _names_time(whole.title) or _names_time(whole.body):
        return
    event = whole.context.event_date
    choices = (f"{event.month}月{event.day}日",) if event else ()
    extent = "这段文字" if whole.is_fragment else "全文"
    message = f"{extent}只有“{match[0]}”，没有具体时间，请写明日期。"
    is_open = whole.is_fragment or whole.context.kind in _SURVEYS  # dated elsewhere, or no event
    severity = Severity.INFO if is_open else None
    yield Hit(
        *match.span(),
        message,
        field=whole.running,
        severity=severity,
        choices=choices,
        question="请补充：事情发生的具体时间。",
    )


def _names_time(text: Passage) -> bool:
    return bool(text.dates) or any(
        any(sign in text.text[one.start : one.end] for sign in "月日季半旬") for one in text.periods
    )


RULE = Rule(
    code="D05",
    name="只有模糊时间",
    severity=Severity.WARNING,
    summary="用了“近日”“日前”“近期”，文中还要有具体日期。",
    reason="时间是信息的要素，“近日”过后无从查考。",
    source="种子规则：时间、地点、人物、经过、结果要素齐全",
    bad="云岭县培训村医68名\n近日，云岭县卫生健康局举办村医培训班，68名村医参加，结业考试合格率为98.5%。",
    good="云岭县培训村医68名\n9月8日，云岭县卫生健康局举办村医培训班，68名村医参加，结业考试合格率为98.5%。",
    judge=judge,
    needs=Need.TOGETHER,
)
