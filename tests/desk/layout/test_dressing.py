"""What a publication changes of its template is what its pages show."""

from dataclasses import replace

import pytest

from desk.body import plain
from desk.layout.dressing import dress, dressed
from desk.layout.pdf import render_pdf
from desk.layout.shelf import load_template, sample_issue
from desk.layout.templates import template_names
from desk.publications import Appearance


@pytest.fixture
def looking(issue):
    """An issue whose publication changes that much of its template."""
    return lambda *texts, **look: issue(*(texts or ["正文"]), appearance=Appearance(**look))


def name_box(page):
    """Left, right and height of the large characters of the head, in millimetres."""
    large = [box for box in page if box[2] - box[4] > 10]
    return min(box[1] for box in large), max(box[3] for box in large), large[0][2] - large[0][4]


@pytest.mark.parametrize("folder", template_names())
def test_a_publication_that_changes_nothing_looks_like_its_template(folder):
    template = load_template(folder)
    assert dress(template, Appearance()) == template


@pytest.mark.parametrize("folder", template_names())
def test_name_and_issuer_are_the_publications(folder, printed, written):
    look = Appearance(masthead="云岭快讯", issuer="云岭县信息中心")
    content = replace(sample_issue(folder), appearance=look)
    first = printed(content)[1][0]
    head = [item.text for item in written(content).paragraphs[:5]]
    assert "云岭快讯" in first
    assert "云岭县信息中心" in first
    assert content.name not in first.split("年")[0]
    assert "云岭快讯" in head


def test_the_name_stands_in_the_size_and_spacing_asked_for(looking, boxes):
    left, right, height = name_box(boxes(looking(size=72, spacing=6))[0])
    assert height == pytest.approx(72 * 25.4 / 72, abs=0.1)
    assert right - left == pytest.approx((4 * 72 + 3 * 6) * 25.4 / 72, abs=0.5)


def test_a_name_too_wide_is_brought_down_to_the_page_and_told(looking, boxes, printed):
    content = looking(masthead="云岭县人民政府政务信息", size=62)
    left, right, _ = name_box(boxes(content)[0])
    assert left >= 28 - 0.3
    assert right <= 28 + 156 + 0.5
    (told,) = printed(content)[0].warnings
    assert told.startswith("刊名“云岭县人民政府政务信息”按62磅排不下156毫米宽，已改用")


def test_a_template_fits_a_long_name_without_a_word(looking, printed):
    assert printed(looking(masthead="云岭县人民政府政务信息"))[0].warnings == ()


def test_a_larger_name_takes_more_lines_and_moves_the_rest(looking, fonts):
    usual, larger = (
        render_pdf(looking(**look), {}, fonts).lines_left_on_last_page
        for look in ({}, {"size": 140, "masthead": "要情"})
    )
    assert usual - larger == 1


def test_the_page_of_words_habit_is_set_and_written(looking, boxes, written, chinese):
    content = looking(chinese(3000), grid="word")
    assert min(top for *_, top in boxes(content)[2]) == pytest.approx(40.2, abs=0.3)
    assert written(content).sections[0].top_margin.mm == pytest.approx(37, abs=0.05)


@pytest.mark.parametrize(("when", "count"), [("always", 2), ("never", 1), ("pages", 1)])
def test_the_contents_list_comes_when_asked_for(looking, printed, when, count):
    texts = printed(looking("甲", contents=when))[1]
    assert texts[0].count("第1条信息的题目") == count


def test_labels_and_tail_are_the_publications(looking, printed):
    look = {"note_label": "按语", "tail_left": "责任编辑：{editors}", "tail_right": "{copies}份"}
    content = replace(looking(**look), note=plain("值得一读。"))
    text = "".join(printed(content)[1])
    assert "按语：值得一读。" in text
    assert "责任编辑：张三120份" in text


def test_an_issues_own_label_goes_before_the_publications(looking, printed):
    content = replace(looking(note_label="按语："), note=plain("好。"), note_label="编者的话")
    assert "编者的话：好。" in "".join(printed(content)[1])


def test_a_supplement_is_set_with_the_template_named_for_it(issue, printed):
    content = issue("正文", series="增刊", total=0, correction="更正")
    assert dressed(content).folder == "zengkan"
    text = printed(content)[1][0]
    assert "增刊第36期（更正）" in text
    assert "目录" not in text


def test_other_series_keep_the_template(issue, printed):
    text = printed(issue("正文", series="特刊"))[1][0]
    assert "特刊第36期（总第1288期）" in text
    assert "目录" in text
