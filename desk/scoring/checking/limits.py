"""Ceilings, floors and base points that do not fit together."""

from collections.abc import Iterator

from desk.scoring.checking.complaint import CheckContext, Complaint, error, rows_of, warning
from desk.scoring.checking.covering import may_both_hold
from desk.scoring.clauses.items import Points
from desk.scoring.clauses.periods import BasePoints, Limit
from desk.scoring.figures import printed
from desk.scoring.scheme import Scheme


def find(scheme: Scheme, _context: CheckContext) -> Iterator[Complaint]:
    """Floors above ceilings, ceilings below base points, ranges upside down."""
    for number, row in rows_of(scheme, Limit):
        if row.most is None and row.least is None:
            yield error("封顶、封底都没有写，这一行不起作用。", row.table, number)
        if row.most is not None and row.least is not None and row.least > row.most:
            text = f"封底 {printed(row.least)} 高于封顶 {printed(row.most)}。请改正。"
            yield error(text, row.table, number)
        yield from _below_base(scheme, number, row)
    for number, points in rows_of(scheme, Points):
        if points.least is not None and points.most is not None and points.least > points.most:
            yield error("“最低”高于“最高”。请对调。", points.table, number)


def _below_base(scheme: Scheme, number: int, row: Limit) -> Iterator[Complaint]:
    for base_number, base in rows_of(scheme, BasePoints):
        counted = not row.components or base.component in row.components
        if row.most is None or not counted or base.span is not row.span:
            continue
        if base.points > row.most and may_both_hold(row, base):
            yield warning(
                f"封顶 {printed(row.most)} 低于每{base.span}的基础分 {printed(base.points)}"
                f"（[[基础分]] 第 {base_number} 行），什么也加不上。",
                row.table,
                number,
            )
