"""What was given up of a publication: void numbers and skipped days, with their reasons."""

from datetime import datetime

from desk.dates import full_date
from desk.office_clock import office_time
from desk.voids import TOTAL, SkippedDay, VoidNumber
from ui.lists.column import Column

GivenUp = VoidNumber | SkippedDay


def name_of(one: GivenUp) -> str:
    """It in words: 2026年第8期, 2026年增刊第1期, 总第108期, 2026年11月18日."""
    if isinstance(one, SkippedDay):
        return full_date(one.day)
    if one.row.name == TOTAL:
        return f"总第{one.number}期"
    series = "" if one.row.name == "正刊" else one.row.name
    year = f"{one.row.year}年" if one.row.year else ""
    return f"{year}{series}第{one.number}期"


def _kind(one: GivenUp) -> str:
    return "不出刊" if isinstance(one, SkippedDay) else "空号"


def _when(moment: datetime) -> str:
    return f"{office_time(moment):%Y-%m-%d}"


COLUMNS: tuple[Column[GivenUp], ...] = (
    Column("kind", "类别", _kind, 72),
    Column("name", "期号或日期", name_of, 160),
    Column("reason", "理由", lambda one: one.reason, 180, tip=lambda one: one.reason, stretch=True),
    Column("who", "谁记的", lambda one: one.who, 72),
    Column("when", "时间", lambda one: _when(one.when), 96, sort=lambda one: one.when),
)
