"""X02: the office already has an item that says the same."""

from collections.abc import Iterator
from datetime import date

from desk.checks.earlier import Earlier
from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole
from desk.dates import full_date

_ALIKE = 60  # percent of the text
_DECLARED = ("续报", "终报", "更正", "补报")


def judge(whole: Whole) -> Iterator[Hit]:
    """Name the item most alike among those the office has, unless a sequel is declared."""
    if any(word in whole.title.text for word in _DECLARED):
        return
    alike = [one for one in whole.earlier if one.likeness >= _ALIKE]
    if alike:
        nearest = max(alike, key=lambda one: (one.likeness, one.is_printed, one.day))
        yield Hit(0, len(whole.title.text), _message(nearest, len(alike)), field=Field.TITLE)


def _message(nearest: Earlier, count: int) -> str:
    day = full_date(nearest.day)
    more = f"；另有{count - 1}条也相似" if count > 1 else ""
    return (
        f"与{nearest.where}（{day}）《{nearest.title}》相似{nearest.likeness}%{more}，"
        "请确认是续报、更正还是重复报送。"
    )


RULE = Rule(
    code="X02",
    name="与已报信息重复",
    severity=Severity.INFO,
    summary="报过的信息不重复报送。",
    reason="同一信息多次录用会重复计分，也占用版面。",
    source="种子规则：避免多次录用",
    bad="云岭县秋粮收获过半\n截至9月20日，云岭县收获秋粮32万亩。",
    good="云岭县秋粮收获过半（更正）\n截至9月20日，云岭县收获秋粮32.6万亩。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(
        earlier=(
            Earlier("云岭县秋粮收获过半", "云岭县农业农村局来稿", date(2026, 9, 21), likeness=92),
        )
    ),
)
