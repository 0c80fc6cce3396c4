"""What a closing has frozen, for files and for paper: 结账表, and 公布与现在的对照."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from desk.closings.closing import Closing
from desk.closings.comparing import UnitDifference
from desk.office_clock import minute_words, office_time
from desk.reports.register import Heading, Part, Register
from desk.reports.workbook import Column, Sheet, Value, workbook_bytes
from desk.scoring.figures import printed
from desk.scoring.results import ScoreTable, UnitScore

_FIGURES = (
    Column("分组", 24),
    Column("名次", 7, centred=True),
    Column("单位", 26),
    Column("得分", 10),
    Column("原始分", 10),
    Column("报送条数", 10),
    Column("采用条数", 10),
    Column("采用率", 10, "0.0%"),
    Column("目标分", 10),
    Column("完成率", 10, "0.0%"),
    Column("折算分", 10),
    Column("评先", 20),
)
_LINES = (
    Column("分组", 24),
    Column("单位", 26),
    Column("日期", 12),
    Column("标题", 46),
    Column("计分项", 24),
    Column("得分", 8),
    Column("计分说明", 60),
    Column("条款", 24),
)
_COMPARED = (
    Column("分组", 24),
    Column("单位", 26),
    Column("公布得分", 10),
    Column("现在得分", 10),
    Column("差", 8),
    Column("公布名次", 10, centred=True),
    Column("现在名次", 10, centred=True),
    Column("不同之处", 46),
)
_CHANGED_LINES = (
    Column("单位", 26),
    Column("日期", 12),
    Column("标题", 46),
    Column("哪一边有", 20),
    Column("分", 8),
    Column("说明", 60),
)
_RECORD = (Column("项目", 16), Column("内容", 70))
_PAPER = (
    Heading("名次", 12, centred=True),
    Heading("单位"),
    Heading("得分", 18, centred=True),
    Heading("报送", 14, centred=True),
    Heading("采用", 14, centred=True),
    Heading("目标分", 18, centred=True),
    Heading("完成率", 18, centred=True),
)
_CONVERTED = Heading("折算分", 18, centred=True)


def closing_workbook(
    closing: Closing, table: ScoreTable, units: Sequence[UnitDifference] | None = None
) -> bytes:
    """The frozen figures with their lines, the closing's record and, if given, what differs now."""
    sheets = [
        Sheet("得分", f"{closing.name}得分（结账数据）", _FIGURES, _figures(table)),
        Sheet("明细", f"{closing.name}得分明细（结账数据）", _LINES, _lines(table)),
    ]
    if units is not None:
        title = f"{closing.name}　公布时与现在"
        sheets.append(Sheet("公布与现在", title, _COMPARED, _compared(units)))
        sheets.append(Sheet("不同的明细", title, _CHANGED_LINES, _changed(units)))
    sheets.append(Sheet("结账记录", f"{closing.name}结账记录", _RECORD, _record(closing, table)))
    return workbook_bytes(sheets)


def closing_register(closing: Closing, table: ScoreTable, office: str, day: date) -> Register:
    """The frozen figures as they are printed, group by group; 折算分 where there are some."""
    converts = any(unit.converted is not None for unit in table.units)
    return Register(
        title=f"{office}{closing.name}信息得分表",
        about=f"按{'、'.join(table.schemes) or '当时没有办法'}　{_days(closing)}",
        made=f"{office_time(closing.when):%Y-%m-%d} {closing.who} 结账　{closing.digest[:8]}",
        day=day,
        headings=(*_PAPER, _CONVERTED) if converts else _PAPER,
        parts=[
            Part(one.group.name, [_paper_line(unit, converts=converts) for unit in one.units])
            for one in table.groups
        ],
    )


def _days(closing: Closing) -> str:
    return f"{closing.first:%Y-%m-%d} 至 {closing.last:%Y-%m-%d}"


def _paper_line(unit: UnitScore, *, converts: bool) -> list[str]:
    line = [
        str(unit.rank or "—"),
        unit.unit.name,
        printed(unit.points),
        str(unit.submitted),
        str(unit.adopted),
        _shown(unit.quota),
        _shown(unit.completion, "%"),
    ]
    return [*line, _shown(unit.converted)] if converts else line


def _shown(value: Decimal | None, unit: str = "") -> str:
    return "—" if value is None else f"{printed(value)}{unit}"


def _figures(table: ScoreTable) -> Iterator[tuple[Value, ...]]:
    for group in table.groups:
        for one in group.units:
            yield (
                group.group.name,
                one.rank or None,
                one.unit.name,
                one.points,
                one.raw,
                one.submitted,
                one.adopted,
                one.rate / 100,
                one.quota,
                None if one.completion is None else one.completion / 100,
                one.converted,
                "；".join(one.barred) or None,
            )


def _lines(table: ScoreTable) -> Iterator[tuple[Value, ...]]:
    for group in table.groups:
        for one in group.units:
            for line in one.lines:
                yield (
                    group.group.name,
                    one.unit.name,
                    line.day,
                    line.title,
                    line.rule,
                    line.points,
                    line.text,
                    line.clause,
                )


def _compared(units: Sequence[UnitDifference]) -> Iterator[tuple[Value, ...]]:
    for one in units:
        then, now = one.published, one.today
        yield (
            one.group,
            one.unit.name,
            then.points if then else None,
            now.points if now else None,
            one.points,
            then.rank if then else None,
            now.rank if now else None,
            one.told,
        )


def _changed(units: Sequence[UnitDifference]) -> Iterator[tuple[Value, ...]]:
    for one in units:
        for line in one.lines:
            yield (one.unit.name, line.day, line.title, line.told, line.points, line.text)


def _record(closing: Closing, table: ScoreTable) -> Iterator[tuple[Value, ...]]:
    yield "时段", f"{closing.name}（{_days(closing)}）"
    yield "计分办法", "、".join(table.schemes)
    yield "结账时间", minute_words(closing.when)
    yield "结账人", closing.who
    yield "第几次结账", closing.generation
    yield "数据摘要", f"SHA-256 {closing.digest}"
    if closing.reopened:
        yield "重新打开", f"{minute_words(closing.reopened)}　{closing.reopened_by}"
        yield "理由", closing.reason
