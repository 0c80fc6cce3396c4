"""The yearly index of a publication (年度目录), and the archive's other lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.archive.printed import PrintedItem, Shelved
from desk.archive.uses import Use
from desk.dates import full_date
from desk.reports.register import Heading, Part, Register

_INDEX = (
    Heading("期号", 23, centred=True),
    Heading("日期", 17, centred=True),
    Heading("标题"),
    Heading("供稿单位", 30),
    Heading("栏目", 15, centred=True),
    Heading("页码", 13, centred=True),
)
_EXPIRED = (
    Heading("序号", 13, centred=True),
    Heading("刊物"),
    Heading("期号", 28, centred=True),
    Heading("印发日期", 26, centred=True),
    Heading("保管期限", 20, centred=True),
    Heading("期满日期", 26, centred=True),
    Heading("处理意见", 26),
)
_USES = (
    Heading("日期", 24, centred=True),
    Heading("刊期", 44),
    Heading("利用人", 22),
    Heading("单位", 34),
    Heading("方式", 14, centred=True),
    Heading("利用目的"),
    Heading("批准人", 20),
    Heading("归还", 24, centred=True),
    Heading("经办人", 20),
)


@dataclass(frozen=True, slots=True)
class Printing:
    """An issue with its items, as an index lists them."""

    issue: Shelved
    items: Sequence[PrintedItem]


def issue_index(publication: str, year: int, printings: Sequence[Printing], day: date) -> Register:
    """The items of a year's issues, the oldest first; withdrawn ones say so."""
    lines = [line for one in reversed(printings) for line in _lines(one)]
    withdrawn = sum(one.issue.state == "已撤销" for one in printings)
    also = f"，其中已撤销 {withdrawn} 期" if withdrawn else ""
    items = sum(item.draft_id is not None for one in printings for item in one.items)
    about = f"共 {len(printings)} 期{also}，{items} 条"
    title = f"《{publication}》{year}年度目录"
    return Register(title, about, _made(day), day, _INDEX, (Part("", lines),), groups=2)


def expired_list(rows: Sequence[tuple[str, Shelved]], day: date) -> Register:
    """The issues, with their publications' names, whose time is over; what to do is left open."""
    lines = [
        (
            number,
            f"《{name}》",
            f"{row.full_number}",
            row.day.isoformat(),
            row.retention.value,
            end.isoformat(),
            "",
        )
        for number, (name, row) in enumerate(rows, start=1)
        if (end := row.expires())
    ]
    about = f"保管期限从印发的下一年1月1日起算，到{full_date(day)}已满"
    return Register(
        "保管期满刊物清单", about, f"共 {len(lines)} 期", day, _EXPIRED, (Part("", lines),)
    )


def use_list(uses: Sequence[tuple[str, Use]], day: date) -> Register:
    """The use register, with the names of the issues."""
    lines = [
        (
            use.day.isoformat(),
            name,
            use.who,
            use.unit,
            use.way.value,
            f"{use.purpose}（{use.remark}）" if use.remark else use.purpose,
            use.approver,
            _returned(use),
            use.clerk,
        )
        for name, use in uses
    ]
    about = f"共 {len(lines)} 次，借出未还 {sum(use.is_out for _, use in uses)} 次"
    parts = (Part("", lines),)
    return Register("往期利用登记", about, _made(day), day, _USES, parts, landscape=True)


def _lines(printing: Printing) -> list[tuple[str | int, ...]]:
    issue = printing.issue
    state = f"（{issue.state}）" if issue.state in ("已撤销", "已更正") else ""
    numbered, day = f"{issue.numbered}{state}", f"{issue.day:%m-%d}"
    items = [item for item in printing.items if item.draft_id is not None]
    if not items:
        return [(numbered, day, "（没有条目）", "", "", "")]
    return [
        (numbered, day, item.title, item.units, item.section, item.page or "") for item in items
    ]


def _returned(use: Use) -> str:
    return "未还" if use.is_out else (use.returned.isoformat() if use.returned else "")


def _made(day: date) -> str:
    return f"{full_date(day)}编制"
