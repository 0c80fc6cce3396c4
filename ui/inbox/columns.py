"""The columns of the inbox; keys that ``DraftQuery.order`` knows can be sorted by."""

from collections.abc import Callable
from datetime import datetime

from desk.drafts import DraftRow
from ui.inbox import marks
from ui.lists.column import Column

SORTABLE = frozenset({"received", "title", "unit", "status", "kind", "characters", "event_date"})


def inbox_columns(clock: Callable[[], datetime]) -> list[Column[DraftRow]]:
    """The columns, with waiting times as of the clock."""
    return [
        Column(
            "received",
            "收到时间",
            lambda row: marks.moment_text(row.received, clock()),
            width=100,
            tip=lambda row: f"{row.received.astimezone():%Y-%m-%d %H:%M}",
        ),
        Column("title", "标题", marks.title_text, 320, colour=marks.title_colour, stretch=True),
        Column("unit", "单位", lambda row: row.units or "未认出", width=108),
        Column(
            "status",
            "状态",
            lambda row: marks.state_text(row, clock()),
            width=132,
            colour=lambda row: marks.state_colour(row, clock()),
        ),
        Column("kind", "类型", lambda row: row.kind, width=64),
        Column(
            "event_date",
            "事发日期",
            lambda row: marks.day_text(row.event_date, clock()),
            width=76,
        ),
        Column("characters", "字数", lambda row: f"{row.characters}", width=56, right=True),
        Column("attachments", "附件", marks.attachments_text, width=56),
        Column("source", "来源文件", lambda row: row.source, width=200, hidden=True),
    ]
