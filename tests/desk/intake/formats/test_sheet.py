"""Lists of drafts: the head is found by its words, each row is a draft."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from random import Random

import openpyxl
import pytest

from desk.intake.formats import sheet
from desk.intake.reading import Part, read_all

TEXT = "3月9日，县教育局检查42所学校。"
HEAD = ("序号", "报送单位", "标题", "内容", "联系电话", "报送日期")
ROW = (1, "县教育局", "检查校园安全", TEXT, 13812345678, datetime(2026, 3, 9))  # noqa: DTZ001 - as a cell holds it


def shown(part: Part) -> str:
    """A part's text, or its refusal."""
    if isinstance(part.content, str):
        return part.content
    return "\n".join(block.text for block in part.content.blocks)


@pytest.fixture
def book() -> Callable[..., bytes]:
    """A workbook of one sheet with these rows, and others by their titles."""

    def make(*rows: tuple[object, ...], **more: list[tuple[object, ...]]) -> bytes:
        made = openpyxl.Workbook()
        made.active.title = "信息"
        for title, others in {"信息": rows, **more}.items():
            target = made[title] if title in made.sheetnames else made.create_sheet(title)
            for row in others:
                target.append(row)
        buffer = BytesIO()
        made.save(buffer)
        return buffer.getvalue()

    return make


def test_a_row_is_a_draft_with_its_labels(book):
    part = read_all(book(HEAD, ROW), "表.xlsx")[0]
    assert (part.name, part.file, shown(part)) == ("表.xlsx 第2行", "表.xlsx", TEXT)
    assert dict(part.content.labels) == {
        "序号": "1",
        "报送单位": "县教育局",
        "标题": "检查校园安全",
        "联系电话": "13812345678",
        "报送日期": "2026年3月9日",
    }


@pytest.mark.parametrize(
    "head",
    [
        ("信息标题", "正文"),
        ("题目*", "信息内容（不超过500字）"),
        (" 标 题：", "主要\n内容"),
        ("【标题】", "稿件内容"),
    ],
)
def test_a_head_is_known_by_its_words(book, head):
    rows = (("2026年3月信息汇总表",), (), head, ("检查校园安全", TEXT))
    assert [part.name for part in read_all(book(*rows), "表.xlsx")] == ["表.xlsx 第4行"]


@pytest.mark.parametrize(
    ("head", "lacking"),
    [
        (("标题", "单位", "电话"), "没有“内容”列"),
        (("内容", "单位", "电话"), "没有“标题”列"),
        (("单位", "电话", "作者"), "没有“标题”和“内容”列"),
        (("姓名", "年龄"), "没有找到表头"),
    ],
)
def test_a_sheet_without_the_columns_says_which_it_needs(book, head, lacking):
    said = shown(read_all(book(head, ("a", "b", "c")), "表.xlsx")[0])
    assert lacking in said
    assert "要有“标题”和“内容”（或“正文”）两列" in said


def test_rows_that_lack_something_are_named_together(book):
    rows = (HEAD, ROW, (), ("合计", 1), (2, "县局", "", TEXT), (3, "县局", "标题", " "))
    parts = read_all(book(*rows), "表.xlsx")
    assert len(parts) == 2
    assert "第 4、5、6 行没有标题或内容" in shown(parts[1])


def test_every_sheet_that_is_a_list_is_read_and_others_are_named(book):
    parts = read_all(book(HEAD, ROW, 二月=[HEAD, ROW], 说明=[("填表说明",)]), "表.xlsx")
    assert [part.name for part in parts[:2]] == ["表.xlsx 信息 第2行", "表.xlsx 二月 第2行"]
    assert "工作表“说明”没有读入" in shown(parts[2])


def test_a_text_of_several_lines_is_several_paragraphs(book):
    part = read_all(book(HEAD, (*ROW[:3], f"{TEXT}\n\n{TEXT}", "", "")), "表.xlsx")[0]
    assert shown(part) == f"{TEXT}\n{TEXT}"


def test_formulas_give_the_value_they_had(book, repacked):
    formula = (
        b'<row r="2"><c r="C2" t="str"><f>A1</f><v>T</v></c><c r="D2" t="str"><v>B.</v></c></row>'
    )
    data = book(HEAD)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    changed = part.replace(b"</sheetData>", formula + b"</sheetData>")
    one = read_all(repacked(data, **{"xl/worksheets/sheet1.xml": changed}), "表.xlsx")[0]
    assert (dict(one.content.labels), shown(one)) == ({"标题": "T"}, "B.")


def test_no_more_rows_are_read_than_the_bound(book, monkeypatch):
    monkeypatch.setattr(sheet, "_MOST_ROWS", 3)
    rows = [(number, "县局", f"标题{number}", TEXT) for number in range(9)]
    parts = read_all(book(HEAD, *rows), "表.xlsx")
    assert len(parts) == 4
    assert "超过 3 行，后面的没有读" in shown(parts[-1])


def test_a_workbook_with_entities_is_refused(book, repacked):
    evil = b'<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'
    said = shown(read_all(repacked(book(HEAD, ROW), **{"xl/workbook.xml": evil}), "表.xlsx")[0])
    assert "没有读入：里面有文档类型或实体声明" in said


def test_a_workbook_is_known_whatever_its_suffix(book):
    assert shown(read_all(book(HEAD, ROW), "表.docx")[0]) == TEXT


def test_a_changed_workbook_never_breaks_the_reader(book):
    random = Random(7)  # noqa: S311 - the same changes every time
    with zipfile.ZipFile(BytesIO(book(HEAD, ROW))) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    for _round in range(60):
        name = random.choice(sorted(whole))
        part = bytearray(whole[name])
        for _change in range(random.randint(1, 8)):
            part[random.randrange(len(part))] = random.randrange(32, 127)
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as out:
            for other, data in whole.items():
                out.writestr(other, bytes(part) if other == name else data)
        assert all(shown(one) is not None for one in read_all(buffer.getvalue(), "表.xlsx"))


def test_what_stands_above_the_head_and_on_the_sheet_s_tab_goes_with_each_row(book):
    part = read_all(book(("机密★1年",), ("填报单位：", "县教育局"), HEAD, ROW), "表.xlsx")[0]
    assert part.content.margins == ("信息", "机密★1年", "填报单位：　县教育局")
