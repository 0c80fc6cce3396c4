"""A02: the parts don't make the total, in the text or in a table."""

from collections.abc import Iterator

from desk.checks.breakdowns import Breakdown, broken_down
from desk.checks.grids import Mismatch, totals_in
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Place, Rule, Severity
from desk.checks.sums import reprinted, shown
from desk.checks.whole import Whole


def judge(whole: Whole) -> Iterator[Hit]:
    """Compare totals with what their parts make."""
    if whole.body.quantities:
        for one in broken_down(whole.body):
            yield _told(whole, one)
    for sheet in whole.sheets:
        for mismatch in totals_in(sheet):
            yield _in_table(mismatch)


def _told(whole: Whole, one: Breakdown) -> Hit:
    text, total = whole.body.text, one.total
    value = sum((part.value for part in one.parts), start=total.value - total.value)
    made = reprinted(text, total, value)
    scale = "".join(sign for sign in total.printed_unit if sign in "万亿")
    arithmetic = (
        f"{'+'.join(shown(text, part) for part in one.parts)}={made}{scale}≠{shown(text, total)}"
    )
    left, right = total.digits
    choice = text[total.start : left] + made + text[right : total.end]
    return Hit(
        total.start,
        total.end,
        f"分项之和与总数不符：{arithmetic}。",
        choices=(choice,),
        operands=tuple(Place(whole.running, part.start, part.end) for part in one.parts),
        sum=arithmetic,
    )


def _in_table(one: Mismatch) -> Hit:
    return Hit(
        one.cell.start,
        one.cell.end,
        f"表中{one.label}与各项之和不符：{one.arithmetic}。",
        field=Field.TABLE,
        choices=(one.made,),
        operands=tuple(Place(Field.TABLE, part.start, part.end) for part in one.parts),
        sum=one.arithmetic,
    )


RULE = Rule(
    code="A02",
    name="分项和≠总数",
    severity=Severity.ERROR,
    summary="分项相加等于总数，表中合计等于各行、各列之和。",
    reason="分项与总数对不上，必有一个数字是错的。",
    source="种子规则：事例、数字、单位必须准确无误",
    bad="全县受理投诉97件，其中供水类58件、供气类13件、物业类16件。",
    good="全县受理投诉87件，其中供水类58件、供气类13件、物业类16件。",
    judge=judge,
    needs=Need.TOGETHER,
)
