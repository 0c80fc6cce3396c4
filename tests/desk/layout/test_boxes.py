"""The box of a leader's words: before the items, whole on the grid, the same in both files."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from desk.body import plain
from desk.layout.dressing import dressed
from desk.layout.pdf import lay_out, render_pdf
from desk.layout.shelf import sample_issue

HOSTILE = '#panic("x") $x^2$ {title} [{n}] <w:br/> & *粗* @ref'
WORDS = plain("请县行政审批局认真总结，把成熟的做法在全县推开。\n年底前报结果。")


@pytest.fixture
def instructed(issue):
    def make(*texts, words=WORDS, **changes):
        label = {"instruction_label": "郑国平县长批示"}
        return issue(*(texts or ["正文"]), instruction=words, **(label | changes))

    return make


def boxed(document):
    return [item for item in document.paragraphs if item._p.find(".//" + qn("w:left")) is not None]


def test_it_stands_after_the_contents_and_before_note_and_items(instructed, printed):
    text = "".join(printed(instructed(note=plain("值得一读。")))[1])
    places = [text.index(one) for one in ("目录", "郑国平县长批示：请县", "编者按：值得")]
    assert places == sorted(places)
    assert places[-1] < text.rindex("第1条信息的题目")


def test_the_label_is_that_of_the_template_unless_the_issue_has_one(instructed, printed):
    assert "领导批示：请县" in "".join(printed(instructed(instruction_label=""))[1])


def test_the_words_are_in_kai_in_both_files(instructed, written):
    document = written(instructed())
    label, first, last = boxed(document)
    assert [label.text, last.text] == ["郑国平县长批示：", "年底前报结果。"]
    faces = [item.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) for item in (label, first, last)]
    assert faces == ["黑体", "楷体_GB2312", "楷体_GB2312"]


def test_the_edges_of_the_word_file_are_one_box_of_whole_lines(instructed, written):
    paragraphs = boxed(written(instructed()))
    edges = [
        [edge.tag.split("}")[1] for edge in item._p.pPr.find(qn("w:pBdr"))] for item in paragraphs
    ]
    assert edges == [["top", "left", "right"], ["left", "right"], ["left", "bottom", "right"]]
    heights = [int(item._p.pPr.find(qn("w:spacing")).get(qn("w:line"))) for item in paragraphs]
    assert heights == [592 - 15, 592, 592 - 15]


def test_the_lower_edge_of_words_that_cross_a_page_takes_no_room(instructed, written, chinese):
    last = boxed(written(instructed(words=plain(chinese(1500)))))[-1]._p
    assert last.pPr.find(qn("w:pBdr")).find(qn("w:bottom")) is None
    edge = last.getnext().pPr
    assert edge.find(qn("w:pBdr")).find(qn("w:top")) is not None
    spacing = edge.find(qn("w:spacing"))
    assert 15 + sum(int(spacing.get(qn(f"w:{part}"))) for part in ("line", "after")) == 592


def test_one_blank_line_stands_above_and_below(instructed, fonts):
    content = instructed()
    _, paged = lay_out(content, dressed(content), fonts)
    rows = [(part.row, part.block) for part in paged.pages[0]]
    at = [place for place, (_, block) in enumerate(rows) if getattr(block, "frame", "")]
    above, first, last, below = rows[at[0] - 1], rows[at[0]], rows[at[-1]], rows[at[-1] + 1]
    assert first[0] - above[0] == 2
    assert below[0] - last[0] == 2


def test_a_long_instruction_goes_on_over_the_page(instructed, printed, chinese):
    text = chinese(1500)
    pages, texts = printed(instructed(words=plain(text)))
    assert pages.page_count == 4
    numbered = (page.removesuffix(f"—{number}—") for number, page in enumerate(texts, 1))
    assert text in "".join(numbered)


def test_text_that_looks_like_markup_prints_literally_everywhere(instructed, printed, written):
    content = instructed(words=plain(HOSTILE), note=plain(HOSTILE), instruction_label=HOSTILE)
    section = replace(content.sections[0], heading=HOSTILE)
    brief = replace(section, name="简讯", heading="")
    content = replace(content, sections=(section, brief), correction=HOSTILE)
    wanted = "".join(HOSTILE.split())
    assert "".join(printed(content)[1]).count(wanted) == 6
    runs = written(content).element.body.iter(qn("w:t"))
    assert "".join("".join((run.text or "").split()) for run in runs).count(wanted) == 6


def test_a_template_keeps_lines_free_for_a_leaders_pen(fonts):
    content = sample_issue("zhuanbao")
    blank = render_pdf(content, {}, fonts)
    filled = render_pdf(replace(content, instruction=plain("同意。")), {}, fonts)
    assert filled.lines_left_on_last_page - blank.lines_left_on_last_page == 4
