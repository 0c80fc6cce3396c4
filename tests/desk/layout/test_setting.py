"""Paragraphs break where every reader of the .docx breaks them."""

from dataclasses import replace

import pytest

from desk.layout.breaker import break_lines
from desk.layout.fonts import Face
from desk.layout.grid import GRIDS, WIDTH, PrintSize, grid_of
from desk.layout.items import INDENT
from desk.layout.model import Look, Piece
from desk.layout.parts import part_ends
from desk.layout.setting import text_block, text_of, widths_of

NUMBERS = (
    "一是规模偏小。年服务面积超过3000亩的仅占46%，多数停留在单一环节。",
    "2.国道云岭段发生一起货车侧翻事故，一辆重型货车在国道K1204+300处侧翻，占用一条车道。",
    "受强冷空气影响，预计22日夜间至24日我县气温将下降10℃～12℃，最低气温零下3℃。",
    "管网漏损率17.8%，比省定9%的控制目标高8.8个百分点，查出漏点137处。",
)


@pytest.mark.parametrize("lead", ["", "中", "中文", "第1", "“十四五”时期，"])
@pytest.mark.parametrize("text", NUMBERS)
def test_a_reader_that_counts_every_tracking_breaks_alike(text, lead, fonts):
    whole = lead + text * 2
    block = text_block((Piece(whole),), Look(first=INDENT), fonts, GRIDS["full"])
    widths = widths_of(block.pieces, block.look, fonts)
    words = break_lines(whole, widths, WIDTH - INDENT, WIDTH)
    assert [line.text for line in block.lines] == [whole[start:end] for start, end in words]


@pytest.mark.parametrize("size", PrintSize)
def test_a_line_of_chinese_needs_no_more_tightening(size, fonts):
    grid = grid_of("full", size)
    block = text_block((Piece("中" * 200),), Look(), fonts, grid)
    assert block.look.tracking == grid.tracking
    assert {len(line.text) for line in block.lines[:-1]} == {grid.cells}


def test_a_line_that_two_readers_would_break_differently_is_tightened(fonts):
    text = "一是规模偏小。年服务面积超过3000亩的仅占46%，多数停" + "中" * 40
    pieces, look = (Piece(text),), Look(first=INDENT)
    block = text_block(pieces, look, fonts, GRIDS["full"])
    assert block.text == text_of(pieces)
    assert block.look == replace(look, tracking=block.look.tracking)
    assert -0.5 < block.look.tracking <= GRIDS["full"].tracking


def test_parts_end_where_script_or_face_changes():
    assert part_ends([Piece("中12%文A")]) == {0, 3, 4}
    assert part_ends([Piece("中“文”—12℃文")]) == {4, 7}
    assert part_ends([Piece("“12”文")]) == {3}
    assert part_ends([Piece("中", Face.HEI), Piece("文"), Piece("文")]) == {0}
    assert part_ends([Piece("")]) == part_ends([]) == set()
