"""The list of honours (表彰名单) and the text of certificates (证书), on paper and in Excel."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from desk.awards.award_list import AwardList
from desk.awards.deciding import Awarded
from desk.awards.plan import Whom
from desk.body import Table
from desk.dates import full_date
from desk.layout.forms import Form
from desk.reports.workbook import Column, Sheet, workbook_bytes

_COLUMNS = (
    Column("等次", 14),
    Column("评什么", 8, centred=True),
    Column("名称", 46),
    Column("单位", 36),
    Column("分组", 24),
    Column("情况", 40),
    Column("怎样评上", 40),
    Column("人工改定", 10, centred=True),
)


def honours_form(held: AwardList, rows: Sequence[Awarded], office: str, day: date) -> Form:
    """The list as it is sent out: honours one after another, a row for each of the honoured."""
    told: list[tuple[str, ...]] = [("序号", "名称", "单位", "情况")]
    for (grade, whom), some in groupby(rows, key=lambda one: (one.grade, one.whom)):
        mine = list(some)
        told.append(("", f"{grade}（{len(mine)}{_counted(whom)}）", "", ""))
        told += [
            (str(at), one.name, _units(one), one.figures) for at, one in enumerate(mine, start=1)
        ]
    return Form(
        f"{held.name}政务信息工作表彰名单",
        office,
        day,
        meta=("" if held.is_settled else "（建议名单，未定）", f"制表日期：{full_date(day)}"),
        table=Table(tuple(told)),
        columns=(7, 40, 25, 28),
        closing=("审核人：　　　　　　　　　　制表人：",),
    )


def honours_workbook(held: AwardList, rows: Iterable[Awarded]) -> bytes:
    """The list with how everyone came on it."""
    cells = [
        (
            one.grade, one.whom.value, one.name, "、".join(one.units), one.group, one.figures,
            one.why, "是" if one.decided else None,
        )
        for one in rows
    ]  # fmt: skip
    return workbook_bytes([Sheet("表彰名单", f"{held.name}政务信息工作表彰名单", _COLUMNS, cells)])


def certificate(one: Awarded, held: AwardList, office: str, day: date) -> Form:
    """The text of one certificate, on a page of its own."""
    return Form(
        "荣　誉　证　书",
        office,
        day,
        to=one.name if one.whom is not Whom.ITEM else "、".join(one.units),
        paragraphs=(_praise(one, held.name), "特发此证，以资鼓励。"),
        signed=(office, full_date(day)),
    )


def _praise(one: Awarded, period: str) -> str:
    if one.whom is Whom.ITEM:
        return f"你单位报送的信息《{one.name}》，被评为{period}政务信息工作“{one.grade}”。"
    if one.whom is Whom.PERSON:
        return f"你在{period}政务信息工作中成绩突出，被评为“{one.grade}”。"
    return f"你单位在{period}政务信息工作中成绩突出，被评为“{one.grade}”。"


def _units(one: Awarded) -> str:
    return "" if one.whom is Whom.UNIT else "、".join(one.units)


def _counted(whom: Whom) -> str:
    return {Whom.UNIT: "个单位", Whom.PERSON: "人", Whom.ITEM: "条"}[whom]
