"""The columns of the inbox; those whose keys are in ``desk.drafts.ORDERS`` can be sorted by."""

from collections.abc import Callable
from datetime import datetime

from desk.drafts import DraftRow, Urgency
from desk.office_clock import minute_words
from ui import style
from ui.inbox import marks
from ui.lists.column import Column

Columns = list[Column[DraftRow]]


def inbox_columns(clock: Callable[[], datetime]) -> Columns:
    """The columns, with waiting times as of the clock; the last ones show when they are chosen."""
    return [*_leading(clock), *_shown(clock), *_chosen(clock)]


def _leading(clock: Callable[[], datetime]) -> Columns:
    return [
        Column(
            "marks",
            "",
            marks.own_marks,
            width=46,
            colour=lambda row: style.AMBER if row.is_flagged else style.ACCENT,
            tip=marks.own_marks_words,
            name="未读和旗标",
        ),
        Column(
            "received",
            "收到时间",
            lambda row: marks.moment_text(row.received, clock()),
            width=96,
            tip=lambda row: minute_words(row.received),
        ),
        Column(
            "title",
            "标题",
            marks.title_text,
            320,
            colour=marks.title_colour,
            tip=lambda row: marks.doubt_tip(row, "title", row.title),
            bold=lambda row: not row.is_read,
            stretch=True,
        ),
    ]


def _shown(clock: Callable[[], datetime]) -> Columns:
    return [
        Column(
            "unit",
            "单位",
            marks.unit_text,
            width=104,
            colour=lambda row: marks.doubt_colour(row, "unit_ids") if row.units else style.AMBER,
            tip=lambda row: marks.doubt_tip(row, "unit_ids", row.units or "单位没有认出"),
        ),
        Column(
            "status",
            "状态",
            lambda row: marks.state_text(row, clock()),
            width=148,
            colour=lambda row: marks.state_colour(row, clock()),
            tip=lambda row: marks.state_tip(row, clock()),
        ),
        Column(
            "kind",
            "类型",
            lambda row: marks.doubtful(row, "kind", row.kind),
            width=80,
            colour=lambda row: marks.doubt_colour(row, "kind"),
        ),
        Column("holder", "谁在办", lambda row: row.holder, width=76),
        Column(
            "twins",
            "疑似",
            lambda row: f"≈{row.twins}" if row.twins else "",
            width=48,
            colour=lambda _row: style.AMBER,
            tip=marks.twins_tip,
            name="疑似重复",
        ),
    ]


def _chosen(clock: Callable[[], datetime]) -> Columns:
    return [
        Column(
            "event_date",
            "事发日期",
            lambda row: marks.doubtful(row, "event_date", marks.day_text(row.event_date, clock())),
            width=84,
            colour=lambda row: marks.doubt_colour(row, "event_date"),
            hidden=True,
        ),
        Column(
            "due",
            "时限",
            lambda row: marks.moment_text(row.due, clock()) if row.due else "",
            width=96,
            hidden=True,
        ),
        Column("topics", "选题", lambda row: "、".join(row.topics), width=120, hidden=True),
        Column(
            "urgency",
            "紧急程度",
            lambda row: "" if row.urgency is Urgency.NORMAL else str(row.urgency),
            width=76,
            colour=lambda _row: style.RED,
            hidden=True,
        ),
        Column("author", "作者", lambda row: row.author, width=76, hidden=True),
        Column("channel", "来稿方式", lambda row: row.channel, width=76, hidden=True),
        Column("characters", "字数", lambda row: f"{row.characters}", 56, right=True, hidden=True),
        Column("attachments", "附件", marks.attachments_text, width=56, hidden=True),
        Column(
            "doubts", "待核对", marks.doubts_text, 120, colour=lambda _row: style.AMBER, hidden=True
        ),
        Column("source", "来源文件", lambda row: row.source, width=200, hidden=True),
    ]
