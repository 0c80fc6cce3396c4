"""The verbs of the command line: what they print, what they keep, and how they refuse."""

import json
from datetime import date

import docx
import openpyxl
import pytest

from desk.compiling import arrange, entry_of, new_issue
from desk.drafts import Status
from desk.facts import Fact, FactKind
from desk.office_clock import day_of
from desk.settings import Settings, save

TEXT = "7月14日，县教育局组织12个检查组，对全县86所学校开展安全检查，发现并整改隐患35处。"


@pytest.fixture
def letter(tmp_path):
    """A Word file as a unit sends it."""
    document = docx.Document()
    for line in ("县教育局开展校园安全检查", TEXT, "云岭县教育局", "2026年7月15日"):
        document.add_paragraph(line)
    path = tmp_path / "来稿.docx"
    document.save(path)
    return path


@pytest.fixture
def table(tmp_path):
    """A workbook of these rows."""

    def write(*rows):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        path = tmp_path / "表.xlsx"
        book.save(path)
        return path

    return write


@pytest.fixture
def issue(office):
    """An open issue with one approved draft."""
    opened = new_issue(office.store, office.publication.id, date(2026, 7, 15), by=office.by)
    draft = office.draft(status=Status.READY)
    entry = entry_of(draft, office.publication.sections[0].id)
    return arrange(office.store, opened.id, [entry], by=office.by)


def test_a_registry_quotas_and_an_old_ledger_come_in(run, table):
    units = table(("全称", "简称", "别名", "分组"), ("云岭县教育局", "县教育局", "教育局", "部门"))
    code, printed, _ = run("units", "import", units)
    assert (code, "新增 1 个单位" in printed) == (0, True)
    quotas = table(("年度", "单位", "目标分"), (2026, "县教育局", 40))
    assert run("quota", "import", quotas)[0] == 0
    ledger = table(("日期", "单位", "标题"), ("2026-03-09", "教育局", "校园安全检查"))
    assert run("ledger", "import", ledger)[0] == 0
    code, printed, _ = run("scores", "--from", "2026-01-01", "--to", "2026-12-31", "--json")
    (unit,) = json.loads(printed)["groups"][0]["units"]
    assert (code, unit["unit"], unit["quota"], unit["submitted"]) == (0, "云岭县教育局", "40", 1)


def test_a_table_with_an_unknown_unit_is_refused_whole(run, table, office):
    ledger = table(("日期", "单位"), ("2026-03-09", "县教育局"), ("2026-03-09", "没有的单位"))
    code, printed, complaint = run("ledger", "import", ledger)
    assert (code, printed) == (1, "")
    assert "没有的单位" in complaint
    with office.store.read() as work:
        assert work.ledger.between(date(2026, 1, 1), date(2026, 12, 31)) == []


def test_a_letter_comes_into_the_inbox(run, letter, office):
    code, printed, _ = run("import", letter, "--received", "2026-07-14")
    assert code == 0
    assert printed.startswith(str(letter))
    with office.store.read() as work:
        (draft,) = work.drafts.with_status(Status.NEW)
    assert draft.title == "县教育局开展校园安全检查"
    assert day_of(draft.received) == date(2026, 7, 14)


def test_what_was_received_is_told_as_the_contract_has_it(run, letter, office):
    code, printed, _ = run("import", letter, "--json")
    (one,) = json.loads(printed)
    assert list(one) == ["file", "outcome", "message", "drafts"]
    assert (code, one["outcome"]) == (0, "ok")
    (draft,) = one["drafts"]
    assert " ".join(draft) == (
        "title units author phone approver event_date report_date kind secrecy urgency "
        "tables pictures captions footnotes body"
    )
    assert draft["units"] == ["云岭县教育局"]
    assert draft["body"] == TEXT


def test_a_refused_file_is_named_and_the_good_one_is_in(run, letter, tmp_path, office):
    broken = tmp_path / "坏的.docx"
    broken.write_bytes(b"")
    code, printed, complaint = run("import", broken, letter, "--json")
    assert code == 1
    assert "坏的.docx" in complaint
    assert complaint.rstrip().endswith("。")
    assert {one["outcome"] for one in json.loads(printed)} == {"ok", "refused"}
    with office.store.read() as work:
        assert len(work.drafts.with_status(Status.NEW)) == 1


def test_a_file_that_is_not_there_is_said_in_chinese(run, tmp_path):
    code, _, complaint = run("import", tmp_path / "没有.docx")
    assert code == 1
    assert "没有.docx" in complaint
    assert "Errno" not in complaint


def test_faults_of_a_file_are_listed(run, tmp_path):
    path = tmp_path / "稿件.txt"
    path.write_text("县教育局开展校园安全检查\n全县共排查隐患35处,已整改32处。\n", encoding="utf-8")
    code, printed, complaint = run("check", path, "--json")
    (one,) = json.loads(printed)
    assert (code, one["file"]) == (1, str(path))
    assert "P01" in {finding["rule"] for finding in one["findings"]}
    assert complaint == "有 1 篇还有错误。\n"


def test_lines_are_checked_as_the_contract_has_it(run, tmp_path):
    path = tmp_path / "稿件.jsonl"
    lines = [{"id": "a", "text": "共排查隐患35处,已整改。"}, {"id": "b", "text": "已整改32处。"}]
    path.write_text("\n".join(json.dumps(one) for one in lines), encoding="utf-8")
    code, printed, _ = run("check", "--jsonl", path)
    faulty, clean = map(json.loads, printed.splitlines())
    (finding,) = faulty["findings"]
    assert " ".join(finding) == "rule field start end severity message fix"
    assert (finding["start"], finding["end"], finding["fix"]) == (8, 9, "，")
    assert clean == {"id": "b", "findings": []}
    assert code == 1


def test_clean_lines_end_with_0(run, tmp_path):
    path = tmp_path / "稿件.jsonl"
    path.write_text('{"id": 1, "text": "已整改32处。"}', encoding="utf-8")
    assert run("check", "--jsonl", path) == (0, '{"id": 1, "findings": []}\n', "")


def test_a_wrong_line_does_not_keep_the_others_from_being_checked(run, tmp_path):
    path = tmp_path / "稿件.jsonl"
    path.write_text('{"text": "好"}\n{"id": 2, "text": "已整改32处。"}', encoding="utf-8")
    code, printed, complaint = run("check", "--jsonl", path)
    assert (code, printed) == (1, '{"id": 2, "findings": []}\n')
    assert complaint.startswith("第1行没有“id”")


def test_lines_in_another_encoding_are_refused_in_a_sentence(run, tmp_path):
    path = tmp_path / "稿件.jsonl"
    path.write_text('{"id": 1, "text": "已整改32处。"}', encoding="gbk")
    code, printed, complaint = run("check", "--jsonl", path)
    assert (code, printed) == (1, "")
    assert complaint.endswith("请另存为UTF-8后重试。\n")


def test_a_folder_is_checked_past_what_cannot_be_read(run, letter, tmp_path):
    (tmp_path / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "坏.docx").write_bytes(b"PK")
    code, printed, complaint = run("check", tmp_path, "--json")
    assert [one["file"] for one in json.loads(printed)] == [str(letter)]
    assert ("图.png" in complaint, "坏.docx" in complaint, code) == (True, True, 1)


def test_checking_makes_no_store(run, letter, paths):
    run("check", letter)
    assert not paths.data.exists()


def test_issues_are_listed(run, issue):
    code, printed, _ = run("issue", "list", "--json")
    (one,) = json.loads(printed)
    assert (code, one["id"], one["entries"], one["status"]) == (0, issue.id, 1, "编辑中")
    assert one["issue"] == "《政务信息》2026年第1期"


def test_an_issue_is_built_as_pdf_and_word(run, issue, tmp_path):
    code, printed, _ = run("issue", "build", issue.id, "--out", tmp_path / "成品")
    names = sorted(path.name for path in (tmp_path / "成品").iterdir())
    assert code == 0
    assert names == ["《政务信息》2026年第1期.docx", "《政务信息》2026年第1期.pdf"]
    assert len(printed.splitlines()) == 2


def test_a_released_issue_is_built_the_same_for_ever(run, issue, tmp_path, paths):
    save(Settings(office="云岭县人民政府办公室"), paths.settings)
    assert run("issue", "release", issue.id)[:2] == (0, "第1期已印发\n")
    run("issue", "build", issue.id, "--out", tmp_path / "甲")
    run("issue", "build", issue.id, "--out", tmp_path / "乙")
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / n).iterdir()} for n in "甲乙")
    assert first == second
    code, _, complaint = run("issue", "release", issue.id)
    assert (code, complaint) == (1, "第1期已经印发，内容不能再改。\n")


def test_a_release_is_corrected_and_withdrawn_by_command(run, issue, tmp_path, paths):
    save(Settings(office="云岭县人民政府办公室"), paths.settings)
    run("issue", "release", issue.id)
    code, printed, _ = run("issue", "correct", issue.id)
    assert (code, printed) == (0, "已新建第1期（更正），编号 2\n")
    assert run("issue", "release", 2)[:2] == (0, "第1期（更正）已印发\n")
    code, _, complaint = run("issue", "withdraw", issue.id, "--reason", "内容失实")
    assert (code, "要撤销请撤销第1期（更正）" in complaint) == (1, True)
    code, printed, _ = run("issue", "withdraw", 2, "--reason", "内容失实")
    assert (code, printed) == (0, "第1期（更正）已撤销，冲销采用 1 条，1 篇稿件退回可用\n")
    rows = {one["id"]: one for one in json.loads(run("issue", "list", "--json")[1])}
    assert [(rows[one]["status"], rows[one]["corrects"]) for one in (1, 2)] == [
        ("已印发", None),
        ("已撤销", 1),
    ]
    assert (rows[1]["corrected_by"], rows[2]["reason"]) == (2, "内容失实")
    code, printed, _ = run("issue", "build", 2, "--out", tmp_path)
    assert (code, printed.count("（更正）")) == (0, 2)


def test_withdrawing_without_a_reason_is_a_wrong_use(run, issue):
    with pytest.raises(SystemExit):
        run("issue", "withdraw", issue.id)


def test_an_issue_that_is_not_there_is_refused(run, office, tmp_path):
    code, _, complaint = run("issue", "build", 99, "--out", tmp_path)
    assert code == 1
    assert complaint.rstrip().endswith("。")


@pytest.fixture
def booked(office):
    """One adoption of 县教育局."""
    fact = Fact(
        FactKind.ADOPTION,
        date(2026, 7, 6),
        office.units[0].id,
        "校园安全检查",
        "import:旧台账.xlsx",
        office.publication.id,
        office.publication.sections[0].id,
    )
    with office.store.begin() as work:
        work.ledger.add([fact])


def test_scores_are_told_as_the_contract_has_it(run, booked):
    code, printed, _ = run("scores", "--from", "2026-01-01", "--to", "2026-12-31", "--json")
    told = json.loads(printed)
    first, second = told["groups"][0]["units"]
    assert (code, list(told)) == (0, ["from", "to", "scheme", "groups"])
    told_of = "unit rank points submitted adopted rate quota completion pace lines"
    assert set(told_of.split()) <= set(first)
    told_by = "date item publication section rule points text"
    assert set(told_by.split()) <= set(first["lines"][0])
    assert (first["points"], first["lines"][0]["points"], second["points"]) == ("5", "5", "0")


def test_scores_can_be_read_without_json(run, booked):
    _, printed, _ = run("scores", "--from", "2026-01-01", "--to", "2026-12-31")
    head, first, second = printed.splitlines()[3:]
    assert head.split() == ["名次", "单位", "得分", "完成率", "报送", "采用", "备注"]
    assert first.split()[:5] == ["1", "云岭县教育局", "5", "12.5%", "0"]
    assert second.split()[-1] == "挂零"


TRIED = """
"名称" = "新办法"
"执行日期" = 2027-01-01

[["刊物"]]
"名称" = "新刊"
"层级" = "省级"

[["刊物换算"]]
"条件" = { "层级" = "本级" }
"按刊物" = "新刊"

[["采用分值"]]
"刊物" = "新刊"
"分值" = "8"

[["折算"]]
"满分" = "3"

[["单篇奖"]]
"等次" = "一等奖"
"""


def test_a_scheme_can_be_tried_without_keeping_it(run, booked, tmp_path, office):
    path = tmp_path / "新办法.toml"
    path.write_text(TRIED, encoding="utf-8")
    window = ("--from", "2026-01-01", "--to", "2026-12-31")
    code, printed, _ = run("scores", *window, "--scheme", path)
    assert (code, printed.splitlines()[0].split("　")[0]) == (0, "新办法")
    row = next(line for line in printed.splitlines() if "云岭县教育局" in line)
    assert row.split()[2:5] == ["8", "0.6", "20%"]
    assert "一等奖　校园安全检查（云岭县教育局，2026-07-06；采用）" in printed
    assert " 5 " in run("scores", *window)[1]
    with office.store.read() as work:
        assert [one.name for one in work.catalogue.schemes()] != ["新办法"]


def test_what_stands_against_a_tried_scheme_is_told(run, booked, tmp_path):
    path = tmp_path / "坏.toml"
    path.write_text('"名称" = "坏办法"\n', encoding="utf-8")
    code, _, complaint = run(
        "scores", "--from", "2026-01-01", "--to", "2026-12-31", "--scheme", path
    )
    assert code == 1
    assert "执行日期" in complaint


def test_a_scheme_of_the_books_can_be_tried_by_its_name(run, booked):
    window = ("--from", "2020-01-01", "--to", "2026-12-31")
    code, printed, _ = run("scores", *window, "--scheme", "计分办法", "--people", "--json")
    assert (code, json.loads(printed)["people"]) == (0, [])


def test_the_chart_is_written_as_picture_and_pdf(run, booked, tmp_path):
    code, printed, _ = run("charts", "--period", "2026Q3", "--out", tmp_path / "图")
    heads = {path.suffix: path.read_bytes()[:4] for path in (tmp_path / "图").iterdir()}
    assert (code, heads) == (0, {".png": b"\x89PNG", ".pdf": b"%PDF"})
    assert "2026Q3" in printed


@pytest.mark.parametrize(
    "words",
    [
        ("scores", "--from", "2026年1月", "--to", "2026-12-31"),
        ("scores", "--from", "2026-12-31", "--to", "2026-01-01"),
        ("scores", "--from", "2026-01-01", "--to", "2026-12-31", "--scheme", "没有.toml"),
        ("scores", "--from", "2026-01-01", "--to", "2026-12-31", "--scheme", "没有的办法"),
        ("charts", "--period", "2026Q5", "--out", "图"),
        ("charts", "--period", "2026-13", "--out", "图"),
        ("check", "没有.docx"),
        ("check", "--jsonl", "没有.jsonl"),
        ("restore", "没有.db"),
        ("units", "import", "没有.xlsx"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_chinese_sentence(run, office, words):
    code, printed, complaint = run(*words)
    assert (code, printed) == (1, "")
    assert complaint.rstrip().endswith("。")
    assert "Errno" not in complaint


@pytest.mark.parametrize(
    "words",
    [
        ("nothing",),
        ("scores",),
        ("issue",),
        ("issue", "build", "x"),
        ("check",),
        ("check", "稿.docx", "--jsonl", "稿.jsonl"),
    ],
)
def test_a_wrong_call_ends_with_2_and_the_usage(run, words, capsys):
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_file_name_of_broken_bytes_is_printed_as_text(run, letter):
    odd = letter.rename(letter.with_name(b"\xc4\xcf.docx".decode("utf-8", "surrogateescape")))
    _code, printed, _complaint = run("import", odd, "--json")
    assert json.loads(printed.encode("utf-8"))[0]["outcome"] == "ok"
