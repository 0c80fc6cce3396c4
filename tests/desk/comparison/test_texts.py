"""Two texts compared: paragraphs, tables and pictures find one another again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.body import Body, Level, Paragraph, Picture, Run, Size, Table, plain
from desk.comparison.model import Fate, Sort, new_text, old_text
from desk.comparison.texts import Text, compare

WORDS = st.text("甲乙丙丁，。12", min_size=1, max_size=12)
PARAGRAPHS = st.builds(
    lambda text, bold, level: Paragraph((Run(text, bold),), level),
    WORDS, st.booleans(), st.sampled_from(Level),
)  # fmt: skip
CELLS = st.text("甲乙1", max_size=2)
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Table, st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=4).map(tuple),
        st.just(1), st.sampled_from(["", "表1"]),
    )
)  # fmt: skip
PICTURES = st.builds(
    Picture, st.sampled_from("xyz"), st.just(10), st.just(10), CELLS, st.just(0),
    st.sampled_from(Size),
)  # fmt: skip
BODIES = st.lists(st.one_of(PARAGRAPHS, TABLES, PICTURES), max_size=8).map(
    lambda blocks: Body(tuple(blocks))
)


def compared(old, new):
    old, new = (plain(one) if isinstance(one, str) else one for one in (old, new))
    return compare(Text("标题", old), Text("标题", new))


def fates(*texts):
    return [row.fate for row in compared(*texts).rows]


@settings(max_examples=300)
@given(BODIES, BODIES)
def test_the_rows_hold_every_block_of_both_sides_once_and_in_order(old, new):
    rows = compared(old, new).rows
    assert tuple(one for row in rows for one in row.new) == new.blocks
    before = [one for row in rows if row.fate is not Fate.MOVED for one in row.old]
    assert tuple(before) == old.blocks


@given(BODIES, BODIES)
def test_the_pieces_of_each_row_make_up_both_its_sides(old, new):
    for row in compared(old, new).rows:
        if all(isinstance(one, Paragraph) for one in (*row.old, *row.new)):
            assert old_text(row.pieces) == "\n".join(one.text for one in row.old)
            assert new_text(row.pieces) == "\n".join(one.text for one in row.new)


@given(TABLES, TABLES)
def test_the_cells_of_a_grid_make_up_both_tables(old, new):
    grid = compared(Body((old,)), Body((new,))).rows[-1].grid
    if grid and len(compared(Body((old,)), Body((new,))).rows) == 1:
        before = [
            tuple(
                old_text(cell)
                for cell, fate in zip(row.cells, grid.columns, strict=True)
                if fate is not Fate.ADDED
            )
            for row in grid.rows
            if row.fate is not Fate.ADDED
        ]
        assert tuple(before) == old.rows


@given(BODIES)
def test_a_text_compared_with_itself_is_the_same(body):
    comparison = compared(body, body)
    assert comparison.is_same
    assert comparison.characters(Sort.COME) == comparison.characters(Sort.GONE) == 0


@given(BODIES, BODIES)
def test_what_moved_stands_at_both_its_places_and_counts_once(old, new):
    comparison = compared(old, new)
    found = [row.fate for row in comparison.rows]
    assert found.count(Fate.MOVED) == found.count(Fate.LEFT) == comparison.moved


FIRST = "全县扎实推进高标准农田建设，成效明显。"
SECOND = "今年以来改造户厕二十八户，群众普遍满意。"
THIRD = "下一步将继续抓好防汛抗旱各项准备工作。"


def test_a_paragraph_that_moved_and_changed_is_known_again():
    comparison = compared(f"{FIRST}\n{SECOND}\n{THIRD}", f"{THIRD[:-1]}和演练。\n{FIRST}\n{SECOND}")
    moved, *_, left = comparison.rows
    assert (moved.fate, moved.old_at, moved.new_at) == (Fate.MOVED, 3, 1)
    assert (left.fate, left.old_at, left.new_at) == (Fate.LEFT, 3, 1)
    assert (comparison.characters(Sort.COME), comparison.characters(Sort.GONE)) == (3, 0)


def test_a_split_paragraph_only_gains_a_break():
    (row,) = compared(FIRST + SECOND + THIRD, f"{FIRST}\n{SECOND}\n{THIRD}").rows
    assert row.remarks == ("一段分成3段",)
    assert [one.text for one in row.pieces if one.sort is not Sort.KEPT] == ["\n", "\n"]


def test_joined_paragraphs_only_lose_a_break():
    (row,) = compared(f"{FIRST}\n{SECOND}", FIRST + SECOND).rows
    assert row.remarks == ("2段并成一段",)
    assert compared(f"{FIRST}\n{SECOND}", FIRST + SECOND).characters(Sort.GONE) == 0


def test_unlike_paragraphs_are_removed_and_added_in_that_order():
    assert fates(f"{FIRST}\n{SECOND}", f"{FIRST}\n{THIRD}") == [
        Fate.SAME,
        Fate.REMOVED,
        Fate.ADDED,
    ]


def test_bold_and_level_are_named():
    old = Body((Paragraph((Run("摸清底数"), Run("建立台账"))),))
    new = Body((Paragraph((Run("摸清底数"), Run("建立台账", bold=True)), Level.FIRST),))
    (row,) = compared(old, new).rows
    assert row.remarks == ("层级由正文改为“一、”级", "加粗“建立台账”")


def test_a_picture_is_known_by_its_bytes():
    picture = Picture("x", 10, 10, "图1 现场")
    (row,) = compared(
        Body((picture,)), Body((Picture("x", 10, 10, "图2 现场", 0, Size.HALF),))
    ).rows
    assert row.remarks == ("图片由通栏改为半栏", "图题有改动")
    assert fates(Body((picture,)), Body((Picture("y", 10, 10),))) == [Fate.REMOVED, Fate.ADDED]


TOWNS = Table((("镇", "户数"), ("青石镇", "12"), ("沙河镇", "15"), ("合计", "27")), 1, "表1")


def test_a_table_is_compared_cell_by_cell():
    rows = (("镇", "户数"), ("青石镇", "12"), ("沙河镇", "16"), ("合计", "28"))
    comparison = compared(Body((TOWNS,)), Body((Table(rows, 1, "表1"),)))
    assert [*comparison.rows[0].grid.changed()] == [(2, 1), (3, 1)]
    assert comparison.cells == 2


def test_rows_and_columns_that_came_or_went_are_known():
    rows = (("镇", "户数", "占比"), ("青石镇", "12", "44%"), ("合计", "27", ""))
    grid = compared(Body((TOWNS,)), Body((Table(rows, 1, "表1"),))).rows[0].grid
    assert grid.columns == (Fate.SAME, Fate.SAME, Fate.ADDED)
    assert [row.fate for row in grid.rows] == [Fate.SAME, Fate.SAME, Fate.REMOVED, Fate.SAME]


def test_a_wide_table_is_compared():
    rows = tuple(tuple(f"{line}之{column}" for column in range(60)) for line in range(20))
    changed = (*rows[:5], ("改", *rows[5][1:]), *rows[6:])
    comparison = compared(Body((Table(rows),)), Body((Table(changed),)))
    assert [*comparison.rows[0].grid.changed()] == [(5, 0)]
    assert comparison.cells == 1
