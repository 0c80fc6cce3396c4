"""The columns of the archive's lists."""

from datetime import date

from desk.archive.printed import PrintedItem
from desk.archive.shelf import UNRECORDED, ShelfLine
from desk.archive.uses import Use
from ui import style
from ui.lists.column import Column

_MARKS = {"已印发": "■", "更正": "◆", "已更正": "◇", "已撤销": "✕"}
_COLOURS = {
    "更正": style.AMBER,
    "已更正": style.MUTED,
    "已撤销": style.RED,
    "缺号": style.AMBER,
    "空号": style.MUTED,
    "不出刊": style.MUTED,
}


def issue_columns(*, with_name: bool) -> tuple[Column[ShelfLine], ...]:
    """What is listed of issues; ``with_name`` where several publications stand together."""
    return (
        Column(
            "number", "期号", lambda row: _numbered(row, with_name=with_name), 124,
            sort=lambda row: row.place, colour=_colour, stretch=True,
        ),
        Column("total", "总期号", _total, 64, sort=_total_key, right=True, colour=_colour),
        Column("day", "日期", _day, 96, sort=lambda row: row.place, colour=_colour),
        Column("items", "条", lambda row: _number(row, "items"), 40, right=True, name="条数"),
        Column("pages", "页", lambda row: _number(row, "pages"), 40, right=True, name="页数"),
        Column("copies", "份", lambda row: _number(row, "copies"), 44, right=True, name="份数"),
        Column("state", "状态", _state, 108, colour=_state_colour, tip=_state_tip),
        Column("retention", "保管期限", _retention, 76, tip=_kept_until),
    )  # fmt: skip


def item_columns() -> tuple[Column[PrintedItem], ...]:
    """What is listed of an issue's items."""
    return (
        Column(
            "page", "页", lambda item: str(item.page or ""), 40,
            sort=lambda item: item.position, right=True, name="页码",
        ),
        Column("title", "标题", lambda item: item.title, 200, stretch=True),
        Column("units", "单位", lambda item: item.units, 112),
        Column("section", "栏目", lambda item: item.section, 64),
    )  # fmt: skip


def use_columns(names: dict[int, str]) -> tuple[Column[Use], ...]:
    """What is listed of uses; ``names`` are the issues', none where only one is meant."""
    issue: Column[Use] = Column(
        "issue", "刊期", lambda use: names.get(use.issue_id, ""), 190, stretch=True
    )
    return (
        Column("day", "日期", lambda use: use.day.isoformat(), 96),
        *((issue,) if names else ()),
        Column("who", "利用人", lambda use: use.who, 76),
        Column("unit", "单位", lambda use: use.unit, 110, hidden=True),
        Column("way", "方式", lambda use: use.way.value, 52),
        Column("purpose", "利用目的", _purpose, 140, stretch=not names, tip=_purpose),
        Column("approver", "批准人", lambda use: use.approver, 72, hidden=True),
        Column("returned", "归还", _returned, 96, colour=_out_colour),
    )


def _numbered(row: ShelfLine, *, with_name: bool) -> str:
    if row.gap:
        reason = "" if row.gap.reason == UNRECORDED else row.gap.reason
        return "　".join(filter(None, (row.gap.numbered, reason)))
    assert row.issue is not None  # noqa: S101 - a line is an issue or a gap
    text = row.issue.numbered
    return f"《{row.publication}》{row.issue.full_number}" if with_name else text


def _total(row: ShelfLine) -> str:
    return str(row.issue.total) if row.issue and row.issue.total else ""


def _total_key(row: ShelfLine) -> tuple[int, tuple[int, int, int]]:
    return (row.issue.total if row.issue else 0, row.place)


def _day(row: ShelfLine) -> str:
    day = row.gap.day if row.gap else row.issue.day if row.issue else None
    return day.isoformat() if isinstance(day, date) else ""


def _number(row: ShelfLine, field: str) -> str:
    found = getattr(row.issue, field) if row.issue else 0
    return str(found) if found else ""


def _state(row: ShelfLine) -> str:
    if row.gap:
        return row.gap.word
    if row.issue is None:
        return ""
    lent = f"　借出 {row.issue.out}" if row.issue.out else ""
    return f"{_MARKS[row.issue.state]} {row.issue.state}{lent}"


def _state_tip(row: ShelfLine) -> str:
    reason = row.issue.reason if row.issue else row.gap.reason if row.gap else ""
    return f"{_state(row)}：{reason}" if reason else _state(row)


def _state_colour(row: ShelfLine) -> str | None:
    return _COLOURS.get(row.issue.state if row.issue else _state(row))


def _colour(row: ShelfLine) -> str | None:
    return style.MUTED if row.gap else None


def _retention(row: ShelfLine) -> str:
    return row.issue.retention.value if row.issue else ""


def _kept_until(row: ShelfLine) -> str:
    end = row.issue.expires() if row.issue else None
    return f"到 {end.isoformat()} 期满" if end else _retention(row)


def _purpose(use: Use) -> str:
    return f"{use.purpose}（{use.remark}）" if use.remark else use.purpose


def _returned(use: Use) -> str:
    return "● 未还" if use.is_out else (use.returned.isoformat() if use.returned else "")


def _out_colour(use: Use) -> str | None:
    return style.AMBER if use.is_out else None
