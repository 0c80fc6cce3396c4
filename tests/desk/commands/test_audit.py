"""The verb `audit`: list, write for inspection, check."""

import csv
import json

import pytest
from openpyxl import load_workbook

from desk.audit import AuditRecord
from main import main


@pytest.fixture
def run(office, paths, now):
    with office.store.begin() as work:
        work.audit.add(AuditRecord(now, "王敏", "登记来稿", "draft:1", "=1+1"))
        work.audit.add(AuditRecord(now, "李国华", "打印本期", "issue:1", "30 份"))
    return lambda *words: main(["--data", str(paths.data), "audit", *words])


def test_records_are_listed_newest_first(run, capsys):
    assert run("--json", "--to", "2026-07-15") == 0  # opening completes the office later
    assert [one["who"] for one in json.loads(capsys.readouterr().out)] == ["李国华", "王敏"]


@pytest.mark.parametrize(
    ("words", "count"),
    [("--who 王敏", 1), ("--leaving", 1), ("--to 2026-07-14", 0), ("--words 30", 1)],
)
def test_filters_narrow_the_list(run, capsys, words, count):
    assert run("--json", *words.split()) == 0
    assert len(json.loads(capsys.readouterr().out)) == count


def test_a_csv_for_inspection_holds_no_formula_and_its_writing_is_noted(run, tmp_path, capsys):
    path = tmp_path / "记录.csv"
    assert run("--out", str(path)) == 0
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["时间", "姓名", "操作", "涉及", "内容"]
    assert rows[-1][-1] == "'=1+1"
    capsys.readouterr()
    run("--json", "--leaving")
    assert json.loads(capsys.readouterr().out)[0]["action"] == "导出文件"


def test_an_xlsx_for_inspection_holds_texts(run, tmp_path):
    path = tmp_path / "记录.xlsx"
    assert run("--out", str(path)) == 0
    cells = [cell for row in load_workbook(path).active.iter_rows() for cell in row]
    assert ("=1+1", "s") in [(cell.value, cell.data_type) for cell in cells]


def test_another_kind_of_file_is_refused(run, tmp_path, capsys):
    assert run("--out", str(tmp_path / "记录.doc")) == 1
    assert ".xlsx 或 .csv" in capsys.readouterr().err


def test_the_chain_is_checked(run, capsys):
    assert run("--verify") == 0
    assert "操作记录完整" in capsys.readouterr().out
