"""T05: a title that says how much in vague words while the body has the figure."""

import re
from collections.abc import Iterator

from desk.checks.lexicon import Listed
from desk.checks.masks import HAN
from desk.checks.passage import Field, Passage
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole

_FIGURE = re.compile(r"\d[\d,.]*\s?(?:个百分点|[%％‰倍]|[万亿]?[元吨亩户人件家头条个])")
_CHANGE = re.compile(
    r"(?P<verb>上升|下降|增长|增加|减少|提高|提升|降低|缩短|压缩|上涨|下跌|回升|回落|攀升|扩大|缩小|下滑)"
    r"(?:了|到|至|为|近|约|超|逾)?\d[\d,.]*(?:个百分点|[%％‰倍]|[万亿]?[元吨亩户人件家头条个天])"
)
_OF_WORK = ("持续", "不断", "有效", "逐步", "进一步", "稳步", "快速", "迅速")
_MOST_CHOICES = 3
_NEXT = 4  # characters within which the title may give its figure


def judge(whole: Whole) -> Iterator[Hit]:
    """Find the words of the list where the title has no figure of its own beside them."""
    for listed in whole.title.listed("T05"):
        after = whole.title.text[listed.end : listed.end + _NEXT]
        if re.search(r"\d", after) or not _FIGURE.search(whole.body.text):
            continue
        if listed.entry.word.startswith(_OF_WORK) and re.match(f"[{HAN}]", after):
            continue  # 持续改善农村人居环境 tells what is done, not how much
        choices = _choices(whole.body, listed)
        advice = f"，如“{choices[0]}”" if choices else ""
        message = f"“{listed.entry.word}”说不清程度，正文有数字，标题可以直接写{advice}。"
        yield Hit(listed.start, listed.end, message, None, Field.TITLE, choices=choices)


def _choices(body: Passage, listed: Listed) -> tuple[str, ...]:
    """The changes the body tells, those with the title's own verb first."""
    found = list(dict.fromkeys(match[0] for match in _CHANGE.finditer(body.text)))
    found.sort(key=lambda change: change[:2] not in listed.entry.word)
    return tuple(found[:_MOST_CHOICES])


RULE = Rule(
    code="T05",
    name="标题用模糊程度词",
    severity=Severity.INFO,
    summary="正文有数字的，标题写数字，不写“明显好转”。",
    reason="数字比形容词准确，也更短。",
    source="种子规则：以“明显好转”为例说明标题要具体",
    bad="云岭县河道水质明显好转\n上半年，优良水质断面比例为83.3%，同比提高16.7个百分点。",
    good="云岭县河道优良水质比例提高16.7个百分点\n上半年，优良水质断面比例为83.3%，同比提高16.7个百分点。",
    judge=judge,
    needs=Need.WHOLE,
)
