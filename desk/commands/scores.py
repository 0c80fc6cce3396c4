"""`scores` and `charts`: figures and pictures of a period."""

import re
from calendar import monthrange
from datetime import date
from pathlib import Path

from desk.assessing import assess, scores_json
from desk.commands.context import OK, Context, parse_day, say, say_json
from desk.errors import DeskError
from desk.reports.bullet_chart import bullet_chart
from desk.scoring.figures import printed

_PERIOD = re.compile(r"(\d{4})(?:Q([1-4])|-(\d{1,2}))?")
_WIDTH_MM = 297


def scores(context: Context) -> int:
    """Print every unit's figures, with their lines as JSON."""
    first, last = parse_day(context.options.first), parse_day(context.options.last)
    with context.store() as store:
        table = assess(store, first, last)
    if context.options.json:
        say_json(scores_json(table))
        return OK
    for group in table.groups:
        say(group.group.name)
        for score in group.units:
            figures = f"{score.rank}\t{score.unit.name}\t{printed(score.points)}"
            say(f"{figures}\t报送{score.submitted}\t采用{score.adopted}")
    return OK


def charts(context: Context) -> int:
    """Write the bullet chart of a period as PNG and PDF."""
    first, last = parse_period(context.options.period)
    folder = Path(context.options.out)
    folder.mkdir(parents=True, exist_ok=True)
    with context.store() as store:
        table = assess(store, first, last)
    title = f"{context.settings.office}信息工作目标完成情况（{context.options.period}）"
    for fmt in ("png", "pdf"):
        path = folder / f"完成情况图 {context.options.period}.{fmt}"
        path.write_bytes(bullet_chart(table, title, fmt=fmt, width_mm=_WIDTH_MM))
        say(str(path))
    return OK


def parse_period(text: str) -> tuple[date, date]:
    """First and last day of 2026, 2026Q3 or 2026-07. Raises DeskError."""
    match = _PERIOD.fullmatch(text)
    if not match:
        raise DeskError(f"“{text}”不是时段。请写成 2026、2026Q3 或 2026-07。")
    year, quarter, month = (int(part) if part else 0 for part in match.groups())
    first, last = (3 * quarter - 2, 3 * quarter) if quarter else (month or 1, month or 12)
    if first < 1 or last > 12:  # noqa: PLR2004 - months of a year
        raise DeskError(f"“{text}”里的月份不对。请写 01 到 12。")
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
