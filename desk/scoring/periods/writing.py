"""A period line with its grounds, in points or in yuan."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

from desk.scoring.clauses.clause import Clause
from desk.scoring.lines import PeriodLine, Stage
from desk.scoring.periods.plan import Judged

C = TypeVar("C", bound=Clause)


def period_line(
    judged: Judged[C], unit_id: int, day: date, stage: Stage, points: Decimal, *said: str
) -> PeriodLine:
    """What a clause adds to a unit on a day; ``said`` are title, text and component."""
    title, text, component = said
    return PeriodLine(
        day,
        unit_id,
        title,
        stage,
        judged.clause.table,
        points,
        judged.told(text) + judged.by,
        component,
        judged.cited,
    )
