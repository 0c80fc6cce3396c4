"""The columns of the register of what went up."""

from desk.forwardings.entries import as_number
from desk.forwardings.register import Entry
from desk.scoring.figures import printed
from ui import style
from ui.lists.column import Column


def _found(row: Entry) -> str:
    held = row.forwarding
    if not held.is_adopted or held.result_day is None:
        return ""
    return f"{held.result_day:%m-%d} {as_number(held.issue_number)}".rstrip()


def _points(row: Entry) -> str:
    points = row.forwarding.external
    return "" if points is None else printed(points)


def _booked(row: Entry) -> str:
    held = row.forwarding
    if not held.is_adopted:
        return ""
    if held.booked:
        return "已记"
    return "不记" if held.uncounted else str(held.count).replace("记分", "")


COLUMNS: tuple[Column[Entry], ...] = (
    Column("day", "日期", lambda row: f"{row.forwarding.day:%Y-%m-%d}", 92),
    Column("number", "编号", lambda row: row.forwarding.number, 144, hidden=True, on_paper=True),
    Column(
        "title", "标题", lambda row: row.forwarding.title, 260, stretch=True,
        tip=lambda row: row.forwarding.title,
    ),
    Column("units", "单位", lambda row: row.units, 96, hidden=True, on_paper=True,
           tip=lambda row: row.units),
    Column("carrier", "报给", lambda row: row.forwarding.carrier, 118,
           tip=lambda row: f"{row.tier} {row.line}"),
    Column(
        "state", "结果", lambda row: row.state, 88,
        colour=lambda row: style.RED if row.is_late else None,
    ),
    Column("found", "采用", _found, 104, tip=_found),
    Column("points", "上级计分", _points, 72, right=True,
           sort=lambda row: row.forwarding.external or 0),
    Column("booked", "记分", _booked, 64, tip=lambda row: row.forwarding.uncounted),
    Column("tier", "层级", lambda row: row.tier, 64, hidden=True),
    Column("line", "渠道", lambda row: row.line.value, 56, hidden=True),
    Column("route", "方式", lambda row: row.forwarding.route.value, 76, hidden=True),
    Column("sender", "报送人", lambda row: row.forwarding.sender, 72, hidden=True),
    Column("media", "媒体", lambda row: "、".join(one.medium for one in row.forwarding.media),
           110, hidden=True),
    Column("remark", "备注", lambda row: row.forwarding.remark, 140, hidden=True),
)  # fmt: skip
