"""What a table of scores says in one sentence."""

from desk.scoring.figures import printed
from desk.scoring.results import ScoreTable


def summary(table: ScoreTable) -> str:
    """Tell the days, the pace, and how many units are behind it or have no point."""
    units = list(table.units)
    behind = sum(item.behind > 0 for item in units)
    zero = sum(item.zero for item in units)
    first, last = table.first, table.last
    since = f"{first.year}年{first.month}月{first.day}日"
    until = f"{last.year}年{last.month}月{last.day}日"
    return (
        f"{since}至{until}，序时进度 {printed(table.pace)}%；"
        f"{len(units)} 个单位中，落后序时 {behind} 个，挂零 {zero} 个"
    )
