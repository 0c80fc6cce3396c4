"""What was frozen goes into a workbook and on paper as it was."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from desk.closings.closing import Closing
from desk.closings.comparing import differences
from desk.reports.closing_sheet import closing_register, closing_workbook
from desk.reports.register import register_pdf
from desk.scoring.clauses.clause import Span
from desk.scoring.results import GroupScores, ScoreTable, UnitScore
from desk.units import Unit, UnitGroup

JUNE = date(2026, 6, 1), date(2026, 6, 30)


@pytest.fixture
def closing(now) -> Closing:
    return Closing(Span.MONTH, "2026-06", "2026年6月", *JUNE, "ab" * 32, now, "王敏")


@pytest.fixture
def table():
    def of(points: str) -> ScoreTable:
        unit = Unit("云岭县教育局", "县教育局", 1, id=1)
        score = UnitScore(
            unit=unit,
            rank=1,
            points=Decimal(points),
            submitted=3,
            adopted=2,
            rate=Decimal("66.7"),
            quota=Decimal(40),
            quota_items=0,
            completion=Decimal("12.5"),
            pace=Decimal(50),
            behind=Decimal(0),
            lines=(),
            raw=Decimal(points),
        )
        return ScoreTable(
            *JUNE, ("计分办法",), Decimal(50), (GroupScores(UnitGroup("部门", id=1), (score,)),)
        )

    return of


def test_the_workbook_has_figures_record_and_what_differs_now(closing, table):
    then, now = table("5"), table("7.5")
    book = openpyxl.load_workbook(BytesIO(closing_workbook(closing, then, differences(then, now))))
    assert book.sheetnames == ["得分", "明细", "公布与现在", "不同的明细", "结账记录"]
    (row,) = book["得分"].iter_rows(min_row=3, values_only=True)
    assert row[:5] == ("部门", 1, "云岭县教育局", 5, 5)
    (row,) = book["公布与现在"].iter_rows(min_row=3, values_only=True)
    assert row[2:5] == (5, 7.5, 2.5)
    record = dict(book["结账记录"].iter_rows(min_row=3, values_only=True))
    assert record["数据摘要"] == f"SHA-256 {'ab' * 32}"


def test_it_is_printed_group_by_group(closing, table, now):
    register = closing_register(closing, table("5"), "云岭县人民政府办公室", now.date())
    assert register.parts[0].lines == [["1", "云岭县教育局", "5", "3", "2", "40", "12.5%"]]
    assert register.about == "按计分办法　2026-06-01 至 2026-06-30"
    assert register_pdf(register).startswith(b"%PDF")
