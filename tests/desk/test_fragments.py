"""What is copied elsewhere becomes clean paragraphs, tables and pictures."""

import pytest

from desk.body import Body, Level, Paragraph, Picture, Run, Table
from desk.fragments import bare, cells, fragment

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5Erk"
    "Jggg=="
)
WORD = f"""Version:1.0
StartHTML:0
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=gb2312>
<!--[if gte mso 9]><xml><o:Pages>3</o:Pages></xml><![endif]-->
<style>p.MsoNormal{{mso-style-name:正文;color:red}}</style></head><body><!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>抓学习<o:p></o:p></p>
<p>&nbsp;</p><p>　　今年<b>粮食,产量</b>增长<a href="#_ftn1" name="_ftnref1">[1]</a><br>第二行</p>
<ol><li>甲<li>乙</ol>
<table><tr><td rowspan=2>乡镇</td><td colspan=2>产量<table><tr><td>内</td><td>层</td></tr></table>
</td></tr><tr><td>1</td><td>2</td></tr></table><script>alert(1)</script>
<img src="file:///c:/a.png"><img src="data:image/png;base64,{PIXEL}"></body></html>"""


def texts(found):
    return [one.text for one in Body(found.blocks).paragraphs]


def test_words_own_markup_leaves_nothing_but_text_tables_and_pictures():
    found = fragment("", WORD)
    assert texts(found) == ["1.抓学习", "今年粮食，产量增长", "第二行", "1.甲", "2.乙"]
    assert found.blocks[0].level is Level.THIRD
    assert Run("粮食，产量", bold=True) in found.blocks[1].runs
    table = next(one for one in found.blocks if isinstance(one, Table))
    assert table.rows == (("乡镇", "产量 内 层", ""), ("", "1", "2"))
    (picture,) = (one for one in found.blocks if isinstance(one, Picture))
    assert list(found.pictures) == [picture.digest]
    assert any("1 张图片没有一起复制过来" in note for note in found.notes)


def test_plain_text_is_cleaned_as_drafts_are_and_says_so():
    found = fragment("今年以来,全县扎实推进。\u200b\n\n　　第二段")
    assert texts(found) == ["今年以来，全县扎实推进。", "第二段"]
    assert found.notes[0].startswith("已整理：")


def test_lines_with_the_same_number_of_tabs_are_a_table():
    assert fragment("镇\t户数\n青石镇\t12").blocks == (Table((("镇", "户数"), ("青石镇", "12"))),)
    assert texts(fragment("\t第一段\n\t第二段")) == ["第一段", "第二段"]


@pytest.mark.parametrize("html", ["<p>" * 60_000, "<table><tr><td>" * 300 + "甲", "<" * 200_000])
def test_markup_made_to_cost_time_gives_way_to_the_plain_text(html):
    assert texts(fragment("正文", html))[:1] == ["正文"]


def test_half_a_surrogate_pair_is_dropped_and_a_whole_one_is_kept():
    assert texts(fragment("𠮷\ud842林🙂")) == ["𠮷林🙂"]


def test_bare_text_keeps_its_marks_but_nothing_unseen():
    assert texts(bare("甲,乙\u202e\n丙\ufeff")) == ["甲,乙", "丙"]
    assert bare("一、甲").blocks == (Paragraph((Run("一、甲"),), Level.FIRST),)


def test_cells_of_a_spreadsheet_keep_their_empty_rows():
    html = "<table><tr><td>1</td><td>2</td></tr><tr><td></td><td></td></tr></table>"
    assert cells("1\t2\n\t\n3\t4\n", html) == (("1", "2"), ("", ""), ("3", "4"))


def test_cells_of_words_tables_are_whole_though_they_hold_several_lines():
    html = "<table><tr><td><p>甲<p>乙</td><td>1</td></tr><tr><td>丙</td><td>2</td></tr></table>"
    assert cells("甲\n乙\t1\n丙\t2\n", html) == (("甲 乙", "1"), ("丙", "2"))


def test_a_book_is_pasted_as_far_as_a_text_may_be_long_and_that_is_said():
    found = fragment("\n".join(["字" * 999 + "。"] * 300))
    assert len(Body(found.blocks).paragraphs) == 200
    assert "太长了" in found.notes[-1]
