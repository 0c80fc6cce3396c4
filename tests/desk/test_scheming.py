"""Schemes coming in from files and going out again."""

from datetime import date

import pytest

from desk import scheming
from desk.errors import DeskError, NotFoundError
from desk.facts import Fact, FactKind
from desk.publications import Tier
from desk.scoring.scheme import Purpose
from desk.scoring.schemes.coding import SchemeFormatError
from desk.scoring.schemes.file import load
from main import main

TEXT = """名称 = "2027年计分办法"
执行日期 = 2027-01-01
[[刊物]]
名称 = "政务信息"
栏目 = ["信息", "调研"]
[[刊物]]
名称 = "市委信息"
层级 = "市级"
栏目 = ["要情"]
[[采用分值]]
刊物 = "市委信息"
栏目 = "要情"
分值 = 10
[[分值]]
事项 = "批示"
分值 = 5
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "办法.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def run(paths, capsys):
    def verb(*words):
        code = main(["--data", str(paths.data), "scheme", *(str(word) for word in words)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return verb


def _held(store):
    with store.read() as work:
        return work.catalogue.publications(), work.catalogue.schemes()


def test_a_file_brings_its_scheme_and_registers_what_is_missing(store, office):
    done = scheming.import_scheme(store, load(TEXT), by=office.by)
    publications, schemes = _held(store)
    assert [one.name for one in publications] == ["政务信息", "市委信息"]
    assert [one.name for one in publications[0].sections] == ["信息", "简讯", "调研"]
    assert publications[1].tier is Tier.CITY
    assert schemes[-1] == done.scheme
    assert done.told == (
        "“2027年计分办法”导入，2027-01-01 起执行，共 2 行；登记刊物《市委信息》；"
        "《政务信息》加了栏目。"
    )


def test_an_import_can_be_taken_back_whole(store, office):
    before = _held(store)
    done = scheming.import_scheme(store, load(TEXT), by=office.by)
    again = scheming.import_scheme(
        store, load(TEXT.replace("分值 = 5", "分值 = 6")), replacing=True, by=office.by
    )
    assert again.scheme.id == done.scheme.id
    scheming.undo_import(store, again, by=office.by)
    assert _held(store)[1][-1] == done.scheme
    scheming.undo_import(store, done, by=office.by)
    assert _held(store) == before


def test_one_of_the_same_name_and_day_is_replaced_only_when_told(store, office):
    scheming.import_scheme(store, load(TEXT), by=office.by)
    with pytest.raises(DeskError, match="“2027年计分办法”（2027-01-01 起执行）已经有了"):
        scheming.import_scheme(store, load(TEXT), by=office.by)


def test_all_that_stands_against_an_import_is_told_and_nothing_kept(store, office):
    before = _held(store)
    wrong = TEXT.replace('栏目 = "要情"', '栏目 = "要闻"')
    wrong += '[[采用分值]]\n刊物 = "每日要情"\n分值 = 1\n'
    with pytest.raises(SchemeFormatError) as caught:
        scheming.import_scheme(store, load(wrong), by=office.by)
    first, second = caught.value.complaints
    assert first.startswith(
        "[[采用分值]] 第 1 行：《市委信息》没有栏目“要闻”。是不是“要情”？请先加上这个栏目"
    )
    assert second == "[[采用分值]] 第 2 行：没有登记《每日要情》。请先登记，或写进 [[刊物]]。"
    assert _held(store) == before


def test_a_publication_of_another_tier_is_no_match_once_something_is_booked(store, office):
    with store.begin() as work:
        work.ledger.add(
            [Fact(FactKind.SUBMISSION, date(2026, 3, 1), office.units[0].id, "甲", "t")]
        )
    wrong = TEXT.replace('名称 = "政务信息"', '名称 = "政务信息"\n层级 = "省级"')
    with pytest.raises(SchemeFormatError, match="登记的层级是本级，文件里写的是省级"):
        scheming.import_scheme(store, load(wrong), by=office.by)


def test_before_anything_is_booked_a_publication_takes_the_tier_of_the_file(store, office):
    text = TEXT.replace('名称 = "政务信息"', '名称 = "政务信息"\n层级 = "省级"')
    done = scheming.import_scheme(store, load(text), by=office.by)
    assert _tier(store, "政务信息") == "省级"
    scheming.undo_import(store, done, by=office.by)
    assert _tier(store, "政务信息") == "本级"


def _tier(store, name):
    with store.read() as work:
        return next(one.tier for one in work.catalogue.publications() if one.name == name)


def test_what_is_exported_is_imported_alike(store, office):
    done = scheming.import_scheme(store, load(TEXT), by=office.by)
    text = scheming.export_text(store, done.scheme)
    again = scheming.import_scheme(store, load(text), replacing=True, by=office.by)
    assert again.scheme == done.scheme
    assert again.carriers == ()
    assert scheming.export_text(store, again.scheme) == text


def test_a_scheme_is_found_by_name_or_day(store, office):
    done = scheming.import_scheme(store, load(TEXT), by=office.by)
    schemes = _held(store)[1]
    assert scheming.find_scheme(schemes, "2027-05-01", Purpose.POINTS) == done.scheme
    assert scheming.find_scheme(schemes, "计分办法", Purpose.POINTS).name == "计分办法"
    with pytest.raises(NotFoundError, match="没有叫“2027年计分办”的计分办法。是不是“2027年"):
        scheming.find_scheme(schemes, "2027年计分办", Purpose.POINTS)
    with pytest.raises(NotFoundError, match="2026-05-01 没有稿酬办法在执行"):
        scheming.find_scheme(schemes, "2026-05-01", Purpose.FEES)


def test_the_command_line_takes_and_gives_schemes(run, file, office, tmp_path):
    code, printed, _ = run("import", file)
    assert code == 0
    assert printed.startswith("“2027年计分办法”导入，2027-01-01 起执行，共 2 行")
    code, _, complaint = run("import", file)
    assert (code, "已经有了" in complaint) == (1, True)
    assert run("import", file, "--replace")[0] == 0
    out = tmp_path / "导出.toml"
    assert run("export", out, "--date", "2027-03-01")[0] == 0
    assert load(out.read_text(encoding="utf-8")).head.name == "2027年计分办法"
    assert run("export", out)[0] == 0
    assert load(out.read_text(encoding="utf-8")).head.name == "计分办法"


def test_the_command_line_tells_every_complaint(run, file, office):
    file.write_text(TEXT.replace("批示", "批视").replace("市级", "市"), encoding="utf-8")
    code, printed, complaints = run("import", file)
    assert (code, printed, len(complaints.splitlines())) == (1, "", 2)


def test_the_command_line_checks_a_file_without_keeping_it(run, file, office, store):
    before = _held(store)
    code, printed, _ = run("check", file)
    assert code == 1
    assert printed.splitlines() == [
        (
            "提醒：[[采用分值]]：《政务信息》采用了没有分值（没有分值不等于 0 分）。"
            "要给分的，请写上；不给分的，请写 0。"
        ),
    ]
    assert _held(store) == before


def test_the_command_line_checks_a_scheme_by_name(run, office):
    assert run("check", "计分办法")[0] == 0
    assert run("check", "计分办")[0] == 1


def test_an_import_with_errors_is_refused_and_one_with_warnings_is_told(run, file, office, store):
    before = _held(store)
    wrong = TEXT + "[[封顶封底]]\n封顶 = 5\n封底 = 6\n[[录用率]]\n低于 = 130\n扣分 = 1\n"
    file.write_text(wrong, encoding="utf-8")
    code, printed, complaints = run("import", file)
    assert (code, printed, len(complaints.splitlines())) == (1, "", 2)
    assert _held(store) == before
    file.write_text(TEXT, encoding="utf-8")
    code, printed, complaints = run("import", file)
    assert (code, len(complaints.splitlines())) == (0, 1)
