"""The 对照稿 on paper and in Word: who compared what, and every change marked without colour."""

from io import BytesIO

import pytest
from docx import Document

from desk.body import Body, Paragraph, Picture, Run, Table, plain
from desk.comparison.texts import Text, compare
from desk.comparison.versions import Version
from desk.layout.fonts import bundled_fonts
from desk.layout.preview import page_count
from desk.reports.collation import Collation, parts
from desk.reports.collation_docx import collation_docx
from desk.reports.collation_pdf import collation_pdf

OLD = "全县扎实推进农田建设，成效明显。\n各镇组织力量清理沟渠。\n下一步抓好防汛抗旱各项工作。"
NEW = "下一步抓好防汛抗旱各项工作。\n全县推进农田建设，成效十分明显。\n各镇组织力量清理沟渠。"


@pytest.fixture
def collation(now):
    def collation(old=OLD, new=NEW):
        bodies = [plain(one) if isinstance(one, str) else one for one in (old, new)]
        texts = [Text("云岭县推进农田建设", one) for one in bodies]
        versions = (
            Version("原稿", 0, texts[0], now, "王敏", "收稿"),
            Version("编辑稿", 2, texts[1], now, "李国华", "按领导意见修改"),
        )
        office = "云岭县人民政府办公室"
        return Collation(office, "云岭县水务局", 12, *versions, compare(*texts), "王敏", now)

    return collation


def document_of(collation):
    return Document(BytesIO(collation_docx(collation)))


def test_the_head_says_whose_text_and_which_versions(collation):
    cells = [cell.text for row in document_of(collation()).tables[0].rows for cell in row.cells]
    for words in ("云岭县水务局", "12", "按领导意见修改", "增 2 字，删 2 字，移动 1 段"):
        assert any(words in cell for cell in cells)


def test_what_went_is_struck_out_and_what_came_underlined(collation):
    runs = [run for one in document_of(collation()).paragraphs for run in one.runs]
    assert [run.text for run in runs if run.font.strike] == ["扎实"]
    assert [run.text for run in runs if run.font.underline] == ["十分"]


def test_a_moved_paragraph_is_marked_at_both_its_places(collation):
    tags = [one.tag for one in parts(collation()) if one.tag]
    assert tags == ["▲移自第3段", "▲移至第1段"]


def test_breaks_that_came_or_went_are_said(collation):
    whole, split = (
        "全县推进农田建设。各镇清理沟渠二十公里。",
        "全县推进农田建设。\n各镇清理沟渠二十公里。",
    )
    (part,) = parts(collation(whole, split))
    assert [len(line) for line in part.lines] == [2, 1]
    assert part.lines[0][1].text == "〔另起一段〕"
    (part,) = parts(collation(split, whole))
    assert [one.text for one in part.lines[0]][1] == "〔不再分段〕"


def test_the_page_is_made_the_same_every_time(collation):
    first, again = (collation_pdf(collation(), bundled_fonts()) for _ in range(2))
    assert first == again
    assert page_count(first) == 1
    assert collation_docx(collation()) == collation_docx(collation())


def table(columns, first="甲"):
    return Table(
        ((first, *"乙" * (columns - 1)), *(tuple("1" * columns) for _ in range(3))), 1, "表1"
    )


@pytest.mark.parametrize("columns", [1, 4, 60])
def test_tables_and_pictures_of_any_size_are_printed(collation, columns):
    pictures = tuple(Picture(f"{at:064}", 10, 10, f"图{at}") for at in range(50))
    odd = Paragraph((Run("𠮷田😀\x07\u202e县委 #strong[x] $a$ \\"),))
    made = collation(Body((table(columns), odd)), Body((table(columns, "改"), odd, *pictures)))
    assert page_count(collation_pdf(made, bundled_fonts())) >= 2
    tables = document_of(made).tables
    assert len(tables) == (1 if columns == 60 else 2)


def test_a_long_text_is_printed(collation):
    text = "\n".join(f"第{at}段：各镇组织力量清理沟渠，群众满意。" * 4 for at in range(120))
    assert page_count(collation_pdf(collation(text, text[200:]), bundled_fonts())) > 10
