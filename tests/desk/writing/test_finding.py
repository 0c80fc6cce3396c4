"""Words are found and replaced in every text of a draft, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from desk.body import Body, Level, Paragraph, Picture, Run, Table, plain
from desk.writing.finding import CAPTION, TITLE, Cell, Pattern, replaced, spots_in

TABLE = Table((("乡镇", "农田"), ("青石镇", "农田12亩")), 1, "表1 农田", source=7)
BODY = Body((*plain("建设农田，农田增收。").blocks, TABLE, Picture("d", 4, 3, "农田照片")))


def test_words_are_found_in_title_text_cells_and_captions():
    found = spots_in("云岭县建设农田", BODY, Pattern("农田"))
    assert [(one.block, one.cell) for one in found] == [
        (TITLE, Cell()), (0, Cell()), (0, Cell()), (1, Cell(CAPTION)),
        (1, Cell(0, 1)), (1, Cell(1, 1)), (2, Cell(CAPTION)),
    ]  # fmt: skip


def test_replacing_all_changes_every_text_and_keeps_the_rest():
    title, body = replaced("农田", BODY, spots_in("农田", BODY, Pattern("农田")), "耕地")
    assert title == "耕地"
    assert body.text == "建设耕地，耕地增收。"
    table, picture = body.blocks[1:]
    assert (table.rows[1], table.caption, table.source) == (("青石镇", "耕地12亩"), "表1 耕地", 7)
    assert picture.caption == "耕地照片"


def test_only_the_chosen_places_are_replaced():
    spots = spots_in("", BODY, Pattern("农田"))
    _title, body = replaced("", BODY, spots[1:2], "耕地")
    assert body.text == "建设农田，耕地增收。"
    assert body.blocks[1:] == BODY.blocks[1:]


def test_case_and_width_make_a_difference_only_where_asked():
    assert Pattern("wifi").spans("WiFi") == [(0, 4)]
    assert Pattern("wifi", match_case=True).spans("WiFi") == []
    assert Pattern(",").spans("甲，乙,丙") == [(3, 4)]
    assert Pattern(",", any_width=True).spans("甲，乙,丙") == [(1, 2), (3, 4)]


def test_new_words_take_the_weight_of_those_they_replace():
    body = Body((Paragraph((Run("加快"), Run("农田", bold=True), Run("建设"))),))
    _title, changed = replaced("", body, spots_in("", body, Pattern("农田建")), "水利")
    assert changed.paragraphs[0].runs == (Run("加快"), Run("水利", bold=True), Run("设"))


def test_a_number_replaced_gives_the_paragraph_its_new_level():
    body = plain("一、做法")
    _title, changed = replaced("", body, spots_in("", body, Pattern("一、")), "（一）")
    assert changed.paragraphs[0].level is Level.SECOND


@given(st.text(), st.text(min_size=1, max_size=3), st.booleans())
def test_every_span_holds_the_words_and_replacing_by_themselves_changes_nothing(text, words, wide):
    pattern = Pattern(words, match_case=True, any_width=wide)
    for start, end in pattern.spans(text + words):
        assert Pattern(words, any_width=wide, match_case=True).spans((text + words)[start:end])
    exact = Pattern(words, match_case=True)
    body = Body((Paragraph((Run(text),)),))
    assert replaced(text, body, spots_in(text, body, exact), words)[0] == text


def test_rare_characters_keep_their_places():
    assert Pattern("乙").spans("𠀀İ乙") == [(2, 3)]
