"""X03: the title is that of an earlier item, or nearly so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desk.checks.earlier import Earlier
from desk.checks.manuscript import Manuscript
from desk.checks.masks import HAN
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole
from desk.dates import full_date

_SAID = re.compile(rf"[{HAN}\dA-Za-z.%％]")
_FIGURE = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十两百千万亿半上下首春夏秋冬]")
_LEAST = 6  # characters
_ALIKE = 90


def judge(whole: Whole) -> Iterator[Hit]:
    """Compare the title with those of earlier items; a printed one weighs more."""
    key = _key(whole.title.text)
    used = [one for one in whole.earlier if _is_alike(key, _key(one.title))]
    if not used:
        return
    nearest = max(used, key=lambda one: (one.is_printed, _key(one.title) == key, one.day))
    level = Severity.WARNING if nearest.is_printed else Severity.INFO
    message = _message(nearest, is_same=_key(nearest.title) == key)
    yield Hit(0, len(whole.title.text), message, field=Field.TITLE, severity=level)


def _key(title: str) -> str:
    return "".join(_SAID.findall(title))


def _is_alike(key: str, other: str) -> bool:
    if len(key) < _LEAST or key == other:
        return key == other and bool(key)
    if _FIGURE.findall(key) != _FIGURE.findall(other):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - heavy, loaded on use

    return fuzz.ratio(key, other) >= _ALIKE


def _message(earlier: Earlier, *, is_same: bool) -> str:
    day = full_date(earlier.day)
    how = "相同" if is_same else f"几乎相同（“{earlier.title}”）"
    return f"标题与{earlier.where}（{day}）的{how}，请换一个标题，或确认不是重复报送。"


_EARLIER = Earlier(
    "云岭县开展秋季道路安全检查",
    "《政务信息》2025年第68期",
    date(2025, 9, 18),
    is_printed=True,
)

RULE = Rule(
    code="X03",
    name="标题已用过",
    severity=Severity.WARNING,
    summary="标题不与以前的信息相同或几乎相同。",
    reason="标题相同，读者和查档的人分不清两条信息，也可能是重复报送。",
    source="种子规则：避免多次录用",
    bad="云岭县开展秋季道路安全检查\n9月16日，云岭县检查客运企业12家。",
    good="云岭县整改客运企业隐患26处\n9月16日，云岭县检查客运企业12家，整改隐患26处。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(earlier=(_EARLIER, replace(_EARLIER, is_printed=False))),
)
