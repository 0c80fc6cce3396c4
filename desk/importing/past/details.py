"""The particulars of a row (细目): what its optional columns say."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from desk.facts import NO_PARTICULARS, Particulars
from desk.importing import values
from desk.importing.past import cells
from desk.importing.tables import Record

T = TypeVar("T")
_TOLD = (
    "原件", "体裁", "版位", "字数", "附件", "标记", "渠道", "信息类型", "约稿", "级别", "职务",
    "性质", "情形", "等级", "超时", "核定分", "外部分", "作者", "审批人", "起", "止",
)  # fmt: skip


def particulars(record: Record, near: date | None, wrong: Callable[[str], None]) -> Particulars:
    """What a row says beside its place; ``wrong`` is told of cells that can't be understood.

    Level, rank, outcome and the like stay as the office writes them.
    """
    if not any(record[header] for header in _TOLD):
        return NO_PARTICULARS

    def read(header: str, meaning: Callable[[str], T | None], how: str) -> T | None:
        text = record[header]
        found = meaning(text) if text else None
        if text and found is None:
            wrong(f"{header}“{text}”认不出来，{how}")
        return found

    def points(header: str) -> Decimal | None:
        return read(header, cells.signed, "应写成数，例如 12.5 或 -5")

    moments = [
        read(header, lambda text: cells.moment(text, near), "应写成 2026-3-9 8:30 的样子")
        for header in ("起", "止")
    ]
    return Particulars(
        item=record["原件"],
        form=record["体裁"],
        placement=record["版位"],
        words=read("字数", cells.words, "应写成整数"),
        attachments=cells.attachments(record["附件"]),
        tags=values.names(record["标记"]),
        channel=record["渠道"],
        kind=cells.kind_of(record["信息类型"]),
        commissioned=bool(read("约稿", cells.is_yes, "可以写：是、否")),
        level=record["级别"],
        rank=record["职务"],
        tone=record["性质"],
        outcome=record["情形"],
        grade=record["等级"],
        late=read("超时", cells.hours, "应写成小时数，例如 2.5"),
        value=points("核定分"),
        external=points("外部分"),
        people=values.names(record["作者"]),
        approver=record["审批人"],
        started=moments[0],
        ended=moments[1],
    )
