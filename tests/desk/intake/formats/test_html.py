"""Pages and clipboard hypertext give what a browser shows, and nothing is fetched or run."""

from base64 import b64encode

import pytest

from desk.errors import NotReadableError
from desk.intake.document import Align, Grid, Image, Line
from desk.intake.formats import html
from desk.intake.reading import read


@pytest.fixture
def document(sample):
    """A page saved by Word, in GBK, with a wrong suffix."""
    return read(sample("inspection.htm"), "稿件.doc")


def page(markup: str):
    return html.read(f"<html><body>{markup}</body></html>".encode(), "a.html")


def texts(document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


def test_style_sheets_and_attributes_show_a_title(document):
    title, _second, mark = document.blocks[:3]
    assert (title.text, title.align, title.size) == ("县教育局扎实开展", Align.CENTRE, 22)
    assert (title.bold, title.heading) == (True, 1)
    assert (mark.text, mark.red, mark.align) == ("特急", True, Align.CENTRE)


def test_word_s_list_marks_stay_and_its_revisions_are_settled(document):
    assert "一、 强化领导。" in texts(document)
    assert "3月9日，县教育局检查42所学校。增" in texts(document)
    assert "文件里有修订标记，已按全部接受读入，请对照原稿核实。" in document.notes


def test_hidden_text_and_outside_pictures_are_said(document):
    assert "文件里有 2 个隐藏文字，没有读入。" in document.notes
    assert "有 1 张图片不在文件里，没有读入，请从原稿另取。" in document.notes
    assert not any("秘密" in text or "alert" in text for text in texts(document))


def test_footnotes_leave_the_text(document):
    assert document.footnotes == ("不含教学点。",)
    assert not any("[1]" in text for text in texts(document))


def test_a_picture_written_into_the_page_is_kept(document):
    image = next(block for block in document.blocks if isinstance(block, Image))
    assert document.pictures[image.digest].startswith(b"\x89PNG")


def test_merged_cells_keep_their_places(document):
    grid = next(block for block in document.blocks if isinstance(block, Grid))
    shown = [["/".join(line.text for line in cell) for cell in row] for row in grid.rows]
    assert shown == [["单位", "甲", ""], ["", "乙/丙", "丁"]]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("一<br>二<p>三<div>四</div>五", ["一", "二", "三", "四", "五"]),
        ("<b>甲</b> <i>乙</i>\n\n丙", ["甲 乙 丙"]),
        ("<p>县教\n育局</p>", ["县教育局"]),
        ("<pre>一\n  二</pre>", ["一", "  二"]),
        ("<ol start=3><li><p>甲</p><li>乙</ol>", ["3.甲", "4.乙"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ul><li>甲</ul>", ["甲"]),
        ("<p>a<!-- 注 --><![if !x]>b<![endif]><o:p>c</o:p></p>", ["abc"]),
        ("<script>x</script><style>y</style><nav>首页</nav>正文", ["正文"]),
        ("<p hidden>甲</p><p style='display:none'>乙</p>丙", ["丙"]),
        ("&#x20bb7;&nbsp;&amp;&#55357;", ["𠮷 &\ufffd"]),
    ],
)
def test_a_browser_would_show_these_lines(markup: str, shown: list[str]):
    assert texts(page(markup)) == shown


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_is_found_without_being_declared(code: str):
    data = "<html><p>云岭县教育局开展校园安全检查，整改隐患𠮷处。</p></html>".encode(code)
    assert texts(read(data, "a")) == ["云岭县教育局开展校园安全检查，整改隐患𠮷处。"]


def test_a_wrongly_declared_encoding_does_no_harm():
    data = "<html><meta charset=utf-8><p>县教育局开展检查。</p></html>".encode("gbk")
    assert texts(read(data, "a.html")) == ["县教育局开展检查。"]


def test_a_few_damaged_bytes_are_shown_as_such():
    data = ("<html><meta charset=utf-8><p>" + "县教育局开展检查。" * 30).encode() + b"\xff\xfe"
    assert texts(read(data, "a.html"))[0].endswith("检查。\ufffd\ufffd")


def test_the_header_that_windows_puts_before_the_clipboard_is_no_text():
    data = b"Version:0.9\r\nStartHTML:00000097\r\n<html><p>" + "正文".encode()
    assert texts(html.read(data, "粘贴")) == ["正文"]


def test_a_piece_of_a_page_is_read():
    assert texts(html.read("<p>第一段</p><p>第二段".encode(), "粘贴")) == ["第一段", "第二段"]


HOSTILE = {
    "tags inside tags": ("<div>" * 400 + "x", "套得太深"),
    "tables inside tables": ("<table><tr><td>" * 60 + "x", "套得太深"),
    "too many tags": ("<p>x" * 100_001, "网页内容太多"),
    "too many characters": ("x" * 5_300_000, "网页内容太多"),
    "cells that cover a million columns": (
        "<table>" + ("<tr>" + "<td rowspan=999 colspan=60>x" * 20) * 99,
        "表格宽得不正常",
    ),
    "no text": ("<script>x</script><p> </p>", "没有文字"),
}


@pytest.mark.parametrize("harm", HOSTILE)
def test_a_page_built_to_do_harm_is_refused(harm: str):
    markup, reason = HOSTILE[harm]
    with pytest.raises(NotReadableError, match=f"“a.html”.*{reason}.*。$"):
        page(markup)


def test_entities_of_the_page_s_own_are_not_resolved():
    data = b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>x&a;y</p></html>'
    assert "root:" not in "".join(texts(html.read(data, "a.html")))


def test_a_picture_of_too_many_pixels_is_left_out_and_said(png):
    bomb = png(2, 2).replace(b"\0\0\0\x02\0\0\0\x02", b"\0\0\x75\x30\0\0\x75\x30")
    source = f"data:image/png;base64,{b64encode(bomb).decode()}"
    document = page(f"正文<img src='{source}'>")
    assert document.pictures == {}
    assert any("1 张图片的格式或尺寸不能用" in note for note in document.notes)
