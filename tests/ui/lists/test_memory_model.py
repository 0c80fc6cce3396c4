"""A list held in memory: sorting and filtering."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui import style
from ui.lists.column import Column
from ui.lists.memory_model import MemoryModel


@pytest.fixture
def model(columns, row):
    made = MemoryModel(columns)
    made.set_rows([row("县水利局", 9), row("县教育局", 10), row("青石镇", 2)])
    return made


def _names(model):
    return [one.name for one in model.rows]


def test_the_model_keeps_the_rules_of_qt(model, row):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_filter("县")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_rows([row("县档案馆", 1)])
    model.set_rows([])


def test_rows_stay_in_their_order_until_sorted(model):
    assert _names(model) == ["县水利局", "县教育局", "青石镇"]


def test_figures_sort_by_value_not_by_text(model):
    model.sort(1)
    assert _names(model) == ["青石镇", "县水利局", "县教育局"]


def test_new_rows_keep_the_order_and_the_filter(model, row):
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_filter("县")
    model.set_rows([row("县民政局", 1), row("白沙镇", 7), row("县公安局", 3)])
    assert _names(model) == ["县公安局", "县民政局"]


def test_every_word_of_the_filter_must_show(model):
    model.set_filter("县 10")
    assert _names(model) == ["县教育局"]


def test_an_empty_filter_shows_everything(model):
    model.set_filter("没有")
    model.set_filter("  ")
    assert len(_names(model)) == 3


def test_figures_stand_at_the_right(model):
    align = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignRight


def test_a_cell_shows_its_whole_text_as_a_tip(model):
    assert model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) == "青石镇"


def test_a_column_may_colour_what_is_urgent(row):
    column = Column("name", "单位", lambda one: one.name, colour=lambda _one: style.RED)
    model = MemoryModel([column])
    model.set_rows([row("甲", 1)])
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole).name() == style.RED
