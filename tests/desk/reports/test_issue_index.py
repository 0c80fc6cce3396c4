"""The yearly index and the archive's other lists."""

from datetime import date

from desk.archive.printed import PrintedItem, Shelved
from desk.archive.uses import Use, UseWay
from desk.issues import IssueStatus, Series
from desk.publications import Retention
from desk.reports.issue_index import Printing, expired_list, issue_index, use_list

TODAY = date(2026, 7, 15)


def shelved(number, **fields):
    values = {"status": IssueStatus.RELEASED, "revision": 0, **fields}
    return Shelved(
        *(number, 1, Series.REGULAR, "", number, number, date(2015, 3, number), values["status"]),
        *(values["revision"], 0, 1, 4, 30, Retention.SHORT, "", ""),
    )


def item(title, draft_id=1, page=2):
    return PrintedItem(1, 0, draft_id, "信息", title, "县教育局", page, "正文")


def test_the_oldest_issue_comes_first_with_its_items_and_pages():
    printings = [Printing(shelved(2), [item("乙")]), Printing(shelved(1), [item("甲"), item("丙")])]
    index = issue_index("政务信息", 2015, printings, TODAY)
    assert index.parts[0].lines[0] == ("第1期", "03-01", "甲", "县教育局", "信息", 2)
    assert [line[2] for line in index.parts[0].lines] == ["甲", "丙", "乙"]
    assert index.about == "共 2 期，3 条"


def test_withdrawn_issues_and_corrections_are_told_apart():
    withdrawn = shelved(1, status=IssueStatus.WITHDRAWN)
    printings = [Printing(shelved(1, revision=1), [item("甲")]), Printing(withdrawn, [item("甲")])]
    index = issue_index("政务信息", 2015, printings, TODAY)
    assert [line[0] for line in index.parts[0].lines] == ["第1期（已撤销）", "第1期（更正）"]
    assert "已撤销 1 期" in index.about


def test_a_note_is_no_item_and_an_issue_without_items_is_listed():
    printings = [Printing(shelved(1), [item("编者按", None)])]
    (line,) = issue_index("政务信息", 2015, printings, TODAY).parts[0].lines
    assert line[:3] == ("第1期", "03-01", "（没有条目）")


def test_the_expired_list_leaves_the_decision_open():
    (line,) = expired_list([("政务信息", shelved(1))], TODAY).parts[0].lines
    assert line[3:] == ("2015-03-01", "10年", "2026-01-01", "")


def test_the_use_register_tells_what_is_still_out():
    loan = Use(1, TODAY, "张华", UseWay.BORROWED, "县史志办", "编年鉴", "林志远", clerk="王敏")
    table = use_list([("《政务信息》2015年第1期", loan)], TODAY)
    assert table.parts[0].lines[0][7] == "未还"
    assert table.about == "共 1 次，借出未还 1 次"
