"""A comparison is told in the office's words."""

import pytest

from desk.body import Body, Picture, Table, plain
from desk.comparison.cells import cell_lines
from desk.comparison.model import Sort
from desk.comparison.texts import Text, compare
from desk.comparison.words import summary, tag

TOWNS = Table((("镇", "户数"), ("青石镇", "12"), ("沙河镇", "15")), 1, "表1")
PICTURE = Picture("x", 10, 10, "现场")


def compared(old, new, titles=("标题", "标题")):
    bodies = [plain(one) if isinstance(one, str) else Body(one) for one in (old, new)]
    return compare(*(Text(title, body) for title, body in zip(titles, bodies, strict=True)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("甲乙丙", "甲乙丙", "没有改动"),
        ("成效明显。", "成效十分明显。", "增 2 字，删 0 字"),
        ("今年抓好防汛\n清沟排水", "清沟排水\n今年抓好防汛", "移动 1 段"),
        ((TOWNS,), (), "增 0 字，删 2 字，删 1 表"),
        ((), (TOWNS, PICTURE), "增 4 字，删 0 字，增 1 表，增 1 图"),
        (
            (TOWNS,),
            (Table((*TOWNS.rows[:2], ("河口镇", "9"), ("沙河镇", "16")), 1, "表1"),),
            "表格增 1 行，改 1 格",
        ),
    ],
)
def test_the_summary_counts_what_an_editor_would(old, new, said):
    assert summary(compared(old, new)) == said


def test_a_changed_title_counts_too():
    assert summary(compared("甲", "甲", ("三举措", "四举措"))) == "增 1 字，删 1 字"


def test_whole_parts_are_tagged_by_what_they_are():
    rows = compared((TOWNS, PICTURE), ()).rows
    assert [tag(row) for row in rows] == ["删去整表", "删去整图"]


def wide(columns=60, mark=""):
    return Table(tuple(tuple(f"{line}行{at}{mark}" for at in range(columns)) for line in range(9)))


def test_a_wide_table_lists_its_changes_by_row_and_column():
    rows = [list(row) for row in wide().rows]
    rows[3][7] = "改过"
    changed = Table(tuple(map(tuple, rows[:8])))
    (row,) = compared((wide(),), (changed,)).rows
    gone, cell = cell_lines(row.grid)
    assert gone.place == "第9行删去："
    assert (cell.place, cell.pieces[-1].sort) == ("第4行第8列“3行0”×“0行7”：", Sort.COME)


def test_a_wide_table_with_very_many_changes_says_how_many_are_left_out():
    (row,) = compared((wide(),), (wide(mark="甲"),)).rows
    lines = cell_lines(row.grid)
    assert len(lines) == 101
    assert lines[-1].place == "……另有 440 处改动，请对照原表。"
