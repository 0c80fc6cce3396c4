"""E10: an experience without its background, practice or effect."""

from collections.abc import Iterator

from desk.checks.elements import lacking_of
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot
from desk.checks.whole import Whole
from desk.drafts import Kind

_SLOTS = (Slot.BACKGROUND, Slot.PRACTICE, Slot.EFFECT)


def judge(whole: Whole) -> Iterator[Hit]:
    """Name the elements of this kind that the body lacks."""
    yield from lacking_of(whole, Kind.EXPERIENCE, *_SLOTS)


RULE = Rule(
    code="E10",
    name="经验型要素",
    severity=Severity.INFO,
    summary="经验型信息写明背景、做法和成效。",
    reason="没有成效，别人不知道值不值得学；没有背景，不知道能不能学。",
    source="种子规则：经验型信息的要素",
    bad="青坪镇推行板凳议事会\n每月5日，青坪镇组织议事员在院坝里议事，双方签字后公示。",
    good="青坪镇推行板凳议事会\n针对邻里纠纷多的问题，青坪镇组织议事员在院坝里议事。2026年1—9月，纠纷同比下降35%。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.EXPERIENCE),
)
