"""A statistics table says its figures as they are printed."""

from decimal import Decimal

import pytest

from desk.stat_table import Head, StatTable, text_of


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (Decimal("0.634"), "0.0%", "63.4%"),
        (Decimal("0.6335"), "0%", "63%"),
        (Decimal("0.33335"), "0.00%", "33.34%"),
        (Decimal("-0.0005"), "0.0%", "-0.1%"),
        (Decimal(0), "0.0%", "0.0%"),
        (Decimal("1.50"), "General", "1.5"),
        (7, "General", "7"),
        (None, "General", ""),
        ("—", "0.0%", "—"),
    ],
)
def test_values_are_told_as_their_format_says(value, shown, text):
    assert text_of(value, Head("数", shown=shown)) == text


def test_a_row_may_have_a_format_of_its_own():
    heads = (Head("项目", left=True), Head("县教育局"))
    rows = (("采用条数", 3), ("采用率", Decimal("0.5")))
    table = StatTable("转置表", heads, rows, shown=("", "0.0%"))
    assert table.texts == (("采用条数", "3"), ("采用率", "50.0%"))


def test_heads_span_their_parts():
    heads = (Head("单位"), Head("采用", (Head("本级", (Head("信息"), Head("简讯"))), Head("市级"))))
    cells = StatTable("表", heads, ()).head_cells
    assert [(one.text, one.row, one.column, one.across, one.down) for one in cells] == [
        ("单位", 0, 0, 1, 3),
        ("采用", 0, 1, 3, 1),
        ("本级", 1, 1, 2, 1),
        ("信息", 2, 1, 1, 1),
        ("简讯", 2, 2, 1, 1),
        ("市级", 1, 3, 1, 2),
    ]
