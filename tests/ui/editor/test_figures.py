"""The sum behind a finding is shown, and its figures are set off in title, text and tables."""

import pytest
from PySide6.QtGui import QTextCursor

from ui import style
from ui.editor.table_places import At

TEXT = "全县改造户厕28户，其中青石镇12户、沙河镇15户。"


def grounds(view):
    """The words with a ground behind them."""
    document = view.document()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return "".join(
        block.text()[one.start : one.start + one.length]
        for block in blocks
        for one in block.layout().formats()
        if one.format.background().color().name() == style.FOUND
    )


@pytest.fixture
def summed(page, add, finds):
    """The page with a finding whose figures stand in the title and the text."""
    page.show_target(add("云岭县改造户厕28户", TEXT).id)
    operands = [("title", "28"), ("body", "12"), ("body", "15")]
    mark = finds(page, "body", "28", operands=operands, sum="12+15=27≠28")
    page.resolver.open(mark)
    page.side.findings.choose(mark)
    return page


def test_the_sum_of_a_finding_is_shown(summed):
    assert "12+15=27≠28" in summed.side.findings.card.text.text()


def test_the_figures_of_the_current_finding_are_set_off_in_title_and_text(summed):
    assert grounds(summed.middle.title) == "28"
    assert grounds(summed.middle.text) == "1215"


def test_figures_stay_set_off_where_words_are_typed_before_them(summed, qtbot):
    cursor = summed.middle.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    summed.middle.text.setTextCursor(cursor)
    qtbot.keyClicks(summed.middle.text, "ab")
    assert grounds(summed.middle.text) == "1215"
    summed.inspector.check()
    assert grounds(summed.middle.text) == "1215"


def test_nothing_is_set_off_once_no_finding_is_current(summed):
    summed.side.findings.tree.setCurrentItem(summed.side.findings.tree.topLevelItem(0))
    assert grounds(summed.middle.title) == grounds(summed.middle.text) == ""


def test_underlines_stay_beneath_figures_that_are_set_off(page, add, finds):
    page.show_target(add("云岭县改造户厕28户", TEXT).id)
    mark = finds(page, "body", "28", operands=[("body", "28")])
    page.side.findings.choose(mark)
    (shape,) = page.middle.text.document().firstBlock().layout().formats()
    assert shape.format.underlineStyle() == shape.format.UnderlineStyle.WaveUnderline
    assert shape.format.background().color().name() == style.FOUND


def test_a_finding_in_a_table_marks_its_cell_and_the_figures_it_is_made_of(with_table, finds):
    operands = [("table", "12"), ("table", "15"), ("title", "28")]
    mark = finds(with_table, "table", "28", operands=operands)
    with_table.side.findings.choose(mark)
    cells = with_table.middle.text.marks.cells_at(mark.start)
    assert {at for at, look in cells.items() if look.ground} == {At(1, 1), At(2, 1), At(3, 1)}
    assert {at for at, look in cells.items() if look.line} == {At(3, 1)}
    assert grounds(with_table.middle.title) == "28"


def test_a_marked_table_looks_different(with_table, finds):
    before = with_table.middle.text.grab().toImage()
    mark = finds(with_table, "table", "28")
    with_table.side.findings.choose(mark)
    assert with_table.middle.text.grab().toImage() != before


def test_f8_goes_to_a_finding_in_a_table_between_those_in_the_text(with_table, finds):
    text = with_table.middle.text
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    mark = finds(with_table, "table", "15")
    with_table.resolver.go(1)
    assert text.textCursor().position() == mark.start
    assert with_table.side.findings.place.mark is mark


def test_the_place_of_a_finding_in_a_table_is_named_by_its_row(with_table, finds):
    finds(with_table, "table", "15")
    tree = with_table.side.findings.tree
    assert tree.topLevelItem(0).child(0).data(0, 256).before == "沙河镇　"
