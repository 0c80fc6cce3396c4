"""E12: a forecast without its basis, period or size."""

from collections.abc import Iterator

from desk.checks.elements import lacking_of
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot
from desk.checks.whole import Whole
from desk.drafts import Kind

_SLOTS = (Slot.BASIS, Slot.PERIOD, Slot.SIZE)


def judge(whole: Whole) -> Iterator[Hit]:
    """Name the elements of this kind that the body lacks."""
    yield from lacking_of(whole, Kind.FORECAST, *_SLOTS)


RULE = Rule(
    code="E12",
    name="预测型要素",
    severity=Severity.INFO,
    summary="预测型信息写明依据、时段和幅度。",
    reason="没有依据和幅度，预测不能用来决策。",
    source="要素清单（本系统）",
    bad="猪肉价格走势预测\n县商务局认为，猪肉价格今后会继续上涨。",
    good="猪肉价格走势预测\n县商务局根据5个市场的监测认为，猪肉价格10月将上涨5%左右。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.FORECAST),
)
