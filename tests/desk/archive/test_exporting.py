"""A year as a folder for the archives."""

import csv
import hashlib
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from openpyxl import load_workbook

from desk.archive.exporting import export_year
from desk.commands.issues import save_issue
from desk.compiling import new_issue
from desk.errors import DeskError
from desk.issues import IssueStatus
from desk.jobs import finish
from desk.settings import Settings
from desk.whole_folder import free_folder, safe_name

TEXTS = [("县水利局抢修水毁工程", "抢修水毁工程35处。")]
DAY = date(2026, 7, 15)


@pytest.fixture
def year(shelved):
    """An issue, the withdrawn one before it, and a correction of the first."""
    first = shelved(36, texts=TEXTS, pages=True)
    shelved(35, texts=[("乙", "乙文。")], pages=True, status=IssueStatus.WITHDRAWN)
    shelved(36, texts=[("丙", "丙文。")], pages=True, revision=1, corrects=first.id)
    return 2026


@pytest.fixture
def export(store, office, tmp_path, year):
    return lambda: export_year(store, year, tmp_path / "归档", "云岭县政府办", by=office.by)


def listed(folder):
    text = (folder / "清单.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def test_issues_corrections_and_withdrawn_ones_are_told_apart(export):
    done = finish(export())
    names = sorted(path.name for path in (done.folder / "政务信息").glob("*.pdf"))
    assert names == [
        "《政务信息》2026年第035期（已撤销）.pdf",
        "《政务信息》2026年第036期（已更正）.pdf",
        "《政务信息》2026年第036期（更正1）.pdf",
    ]
    assert {row["状态"] for row in listed(done.folder)} >= {"已更正", "已撤销", "更正"}


def test_the_list_has_the_checksum_of_every_file(export):
    done = finish(export())
    rows = listed(done.folder)
    assert done.files == len(rows) == 8
    for row in rows:
        data = (done.folder / row["文件"]).read_bytes()
        assert row["SHA-256"] == hashlib.sha256(data).hexdigest()
        assert row["大小（字节）"] == str(len(data))


def test_the_checksums_are_in_the_form_of_sha256sum(export):
    done = finish(export())
    line = (done.folder / "校验值.sha256").read_text(encoding="utf-8").splitlines()[0]
    digest, path = line.split("  ")
    assert hashlib.sha256((done.folder / path).read_bytes()).hexdigest() == digest


def test_the_index_and_the_readme_are_there(export):
    done = finish(export())
    sheet = load_workbook(done.folder / "目录.xlsx")["政务信息"]
    assert "县水利局抢修水毁工程" in [row[2].value for row in sheet.iter_rows(min_row=3)]
    text = (done.folder / "说明.txt").read_text(encoding="utf-8-sig")
    assert "1 种刊物，3 期" in text
    assert "已撤销 1 期，更正 1 期，保管期限永久" in text


def test_a_folder_that_is_there_is_never_written_over(export, tmp_path):
    (tmp_path / "归档").mkdir()
    with pytest.raises(DeskError, match="没有覆盖"):
        finish(export())
    assert list((tmp_path / "归档").iterdir()) == []


def test_cancelling_leaves_nothing(export, tmp_path):
    job = export()
    while next(job).text != "正在核对校验值":
        pass
    assert [path.name for path in tmp_path.glob("归档*")] == ["归档（未完成）"]
    job.close()
    assert list(tmp_path.glob("归档*")) == []


def test_a_file_that_reads_back_otherwise_is_refused(export, tmp_path):
    job = export()
    while next(job).text != "正在核对校验值":
        pass
    for path in (tmp_path / "归档（未完成）").rglob("*.docx"):
        path.write_bytes(b"damaged")
    with pytest.raises(DeskError, match="和原件不一样"):
        finish(job)
    assert list(tmp_path.glob("归档*")) == []


def test_issues_without_frozen_files_are_named(store, office, shelved, tmp_path):
    shelved(7, texts=TEXTS)
    shelved(8, texts=[("乙", "乙文。")], pages=True)
    done = finish(export_year(store, 2026, tmp_path / "归档", "办公室", by=office.by))
    assert done.left_out == ("《政务信息》2026年第7期",)
    assert "《政务信息》2026年第7期" in (done.folder / "说明.txt").read_text(encoding="utf-8-sig")


def test_a_year_without_issues_is_refused(store, office, tmp_path):
    with pytest.raises(DeskError, match="没有印发过"):
        finish(export_year(store, 1999, tmp_path / "归档", "办公室", by=office.by))
    assert list(tmp_path.glob("归档*")) == []


def test_names_are_safe_and_new_where_a_folder_is_taken(tmp_path):
    assert safe_name('a<b>:"/\\|?*. ') == "a_b________"
    assert safe_name("con") == "_con"


def test_the_longest_name_fits_a_disk_and_keeps_its_number(office, tmp_path):
    name = "政" * 80  # of three bytes each; a name of a file has 255
    with office.store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, name=name))
    issue = new_issue(office.store, office.publication.id, date(2026, 7, 15), by=office.by)
    paths = save_issue(office.store, issue.id, tmp_path, Settings(office="云岭县"), by=office.by)
    assert [path.name for path in paths] == [
        f"《{'政' * 50}》2026年第1期{suffix}" for suffix in (".pdf", ".docx")
    ]
    assert len(safe_name(name).encode()) <= 230
    (tmp_path / "2026年度归档").mkdir()
    assert free_folder(tmp_path, "2026年度归档").name == "2026年度归档（2）"


def test_no_cell_of_the_list_becomes_a_formula(store, office, year, tmp_path):
    with store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, name="=HYPERLINK()"))
    done = finish(export_year(store, year, tmp_path / "归档", "办公室", by=office.by))
    assert {row["刊物"] for row in listed(done.folder)} == {"'=HYPERLINK()", ""}
