from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from desk.errors import NotFoundError, NotReadableError
from desk.importing.tables import Header, read_table

HEADERS = (Header("日期", ("时间",), required=True), Header("单位", required=True), Header("备注"))


def cells(table):
    return [(row.number, row["日期"], row["单位"], row["备注"]) for row in table.records]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_of_any_usual_encoding_is_read(csv_file, encoding):
    path = csv_file(
        "日期,单位", "2026-3-9,云岭县财政局", "2026-3-9,云岭县水利局", encoding=encoding
    )
    assert cells(read_table(path, HEADERS))[0] == (2, "2026-3-9", "云岭县财政局", "")


def test_titles_above_blanks_in_headers_and_empty_rows_do_not_matter(xlsx_file):
    head = ("序号", " 单 位 ", "时间（采用）")
    path = xlsx_file(("2026年信息台账",), (), head, (1, "财政局", "3月"), (), (2, "水利局"))
    assert cells(read_table(path, HEADERS)) == [(4, "3月", "财政局", ""), (6, "", "水利局", "")]


def test_a_title_that_is_the_name_of_a_column_is_no_header(xlsx_file):
    path = xlsx_file(("单位",), ("备注", "单位"), ("首报", "县水务局"))
    (record,) = read_table(path, HEADERS[1:]).records
    assert (record.number, record["单位"]) == (3, "县水务局")


def test_the_table_is_found_on_a_later_sheet(xlsx_file):
    path = xlsx_file(("日期", "单位"), ("今天", "甲局"), first_sheet=[("填表说明",)])
    assert cells(read_table(path, HEADERS)) == [(2, "今天", "甲局", "")]


def test_the_exact_header_goes_before_a_synonym(csv_file):
    path = csv_file("时间,日期,单位", "早上,今天,甲局")
    assert cells(read_table(path, HEADERS)) == [(2, "今天", "甲局", "")]


def test_quotes_and_line_breaks_in_a_cell_are_kept(csv_file):
    path = csv_file("日期,单位,备注", '今天,甲局,"一,二\n三"', "明天,乙局,")
    assert cells(read_table(path, HEADERS)) == [
        (2, "今天", "甲局", "一,二\n三"),
        (3, "明天", "乙局", ""),
    ]


def test_columns_may_be_parted_by_tabs(csv_file):
    assert cells(read_table(csv_file("日期\t单位", "今天\t甲局"), HEADERS))[0][2] == "甲局"


def test_a_table_of_other_columns_is_told_which_to_have(csv_file):
    with pytest.raises(NotReadableError, match="必须有“日期”“单位”，可以有“备注”"):
        read_table(csv_file("姓名,电话", "甲,1"), HEADERS)


def test_headers_without_rows_are_refused(csv_file):
    with pytest.raises(NotReadableError, match="没有一行数据"):
        read_table(csv_file("日期,单位", ","), HEADERS)


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(NotFoundError, match=r"找不到文件“没有.csv”"):
        read_table(tmp_path / "没有.csv", HEADERS)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"\x89PNG\0\0"],
)
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path, data):
    path = tmp_path / "坏表.xlsx"
    path.write_bytes(data)
    with pytest.raises(NotReadableError, match=r"“坏表\.xlsx”"):
        read_table(path, HEADERS)


def packed(path, parts):
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    return path


def test_a_bomb_is_not_opened(tmp_path):
    path = packed(tmp_path / "弹.xlsx", {"xl/workbook.xml": b"<a/>", "xl/a.bin": bytes(201 << 20)})
    with pytest.raises(NotReadableError, match="可能有危险"):
        read_table(path, HEADERS)


def test_entities_are_not_expanded(tmp_path):
    part = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    path = packed(tmp_path / "体.xlsx", {"xl/workbook.xml": part})
    with pytest.raises(NotReadableError, match="可能有危险"):
        read_table(path, HEADERS)


def test_a_truncated_workbook_is_refused(xlsx_file):
    path = xlsx_file(("日期", "单位"), ("今天", "甲局"))
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(NotReadableError, match="已损坏"):
        read_table(path, HEADERS)


def test_a_formula_gives_its_value_and_never_runs(xlsx_file):
    path = xlsx_file(("日期", "单位", "备注"), ("今天", "甲局", "=1+1"))
    assert cells(read_table(path, HEADERS)) == [(2, "今天", "甲局", "")]
