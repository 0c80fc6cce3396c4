"""The columns of the list of copies."""

from datetime import date

from desk.copies import Copy, CopyState, number_text
from ui import style
from ui.lists.column import Column

_SIGNS = {
    CopyState.KEPT: "○",
    CopyState.SENT: "▲",
    CopyState.SIGNED: "●",
    CopyState.RETURNED: "◐",
    CopyState.DESTROYED: "—",
    CopyState.LOST: "■",
}


def state_text(copy: Copy) -> str:
    """A state as it is shown: a sign and a word."""
    return f"{_SIGNS[copy.state]} {copy.state}"


def _colour(copy: Copy) -> str | None:
    if copy.state is CopyState.LOST:
        return style.RED
    return style.MUTED if copy.state is CopyState.DESTROYED else None


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""


COLUMNS: tuple[Column[Copy], ...] = (
    Column("number", "份号", lambda row: number_text(row.number), 72, sort=lambda row: row.number),
    Column("recipient", "发送单位", lambda row: row.recipient, 200, stretch=True),
    Column("state", "状态", state_text, 88, colour=_colour),
    Column("day", "日期", lambda row: _day(row.day), 96),
    Column("signed_by", "签收人", lambda row: row.signed_by, 88),
    Column("signed", "签收日期", lambda row: _day(row.signed), 96),
    Column("returned", "收回日期", lambda row: _day(row.returned), 96),
    Column("person", "经手、监销", lambda row: row.person, 112),
    Column("remark", "备注", lambda row: row.remark, 140, tip=lambda row: row.remark),
)
