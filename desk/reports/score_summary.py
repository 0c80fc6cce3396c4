"""What a table of scores says in one sentence."""

from desk.dates import full_date
from desk.scoring.figures import printed
from desk.scoring.results import ScoreTable


def summary(table: ScoreTable) -> str:
    """Tell the days, the pace, and how many units are behind it or have no point."""
    units = list(table.units)
    behind = sum(item.behind > 0 for item in units)
    zero = sum(item.zero for item in units)
    first, last = table.first, table.last
    since = full_date(first)
    until = full_date(last)
    return (
        f"{since}至{until}，序时进度 {printed(table.pace)}%；"
        f"{len(units)} 个单位中，落后序时 {behind} 个，挂零 {zero} 个"
    )
