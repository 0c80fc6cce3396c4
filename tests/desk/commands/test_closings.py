"""`closing` and `reconcile`: what they print, and with which code they end."""

import json
from datetime import date

import pytest

from desk.facts import Fact, FactKind


@pytest.fixture
def booked(store, office):
    place = office.publication
    with store.begin() as work:
        work.ledger.add(
            [
                Fact(
                    FactKind.ADOPTION,
                    date(2026, 6, 10),
                    office.units[0].id,
                    "六月的信息",
                    "hand:1",
                    publication_id=place.id,
                    section_id=place.sections[0].id,
                )
            ]
        )


def test_a_month_is_closed_listed_compared_and_opened_again(run, booked):
    code, printed, _ = run("closing", "close", "2026-06", "--json")
    closed = json.loads(printed)
    assert (code, closed["name"], closed["closed"], closed["generation"]) == (
        0,
        "2026年6月",
        True,
        1,
    )
    assert run("closing", "compare", "2026-06") == (0, "", "")
    code, printed, complaint = run("closing", "close", "2026-06")
    assert (code, printed) == (1, "")
    assert "没有再结" in complaint
    code, printed, _ = run("closing", "reopen", "2026-06", "--reason", "漏登")
    assert (code, "原来的结账数据留存备查" in printed) == (0, True)
    (row,) = json.loads(run("closing", "list", "--json")[1])
    assert (row["sha256"], row["closed"], row["reason"]) == (closed["sha256"], False, "漏登")
    assert "已重新打开：漏登" in run("closing", "list")[1]


def test_what_should_be_looked_at_is_said_before_closing(run, office, booked):
    office.draft(unit_ids=())
    code, _, complaint = run("closing", "close", "2026-06", "--check")
    assert (code, complaint) == (0, "")
    code, _, complaint = run("closing", "close", "2025", "--check")
    assert (code, "没有在执行的计分办法" in complaint) == (1, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("closing", "close", "上月"), "不是能结账的时段"),
        (("closing", "reopen", "2026-06", "--reason", "错"), "2026年6月现在没有结账"),
        (("closing", "close", "2199-12"), "才结束，还不能结账"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, office, words, sentence):
    code, _, complaint = run(*words)
    assert (code, sentence in complaint) == (1, True)


def test_books_that_agree_end_with_0_and_others_with_1(run, office, booked):
    code, printed, _ = run("reconcile", "--from", "2026-01-01", "--to", "2026-12-31")
    assert (code, printed) == (
        0,
        "全部一致。核对了 0 期、0 篇来稿、0 批导入、1 件得分事项。\n",
    )
    office.draft()
    code, printed, complaint = run("reconcile", "--json")
    (one,) = json.loads(printed)["differences"]
    assert (code, one["sort"], one["unit"]) == (1, "台账缺", "县教育局")
    assert "有 1 处不一致" in complaint


def test_differences_after_closing_are_printed(run, store, office, booked):
    run("closing", "close", "2026-06")
    with store.begin() as work:
        (fact,) = work.ledger.booked("hand:1")
        work.ledger.remove([fact.id])
    code, printed, _ = run("closing", "compare", "2026-06", "--json")
    one, other = json.loads(printed)
    assert (code, one["published"], one["today"]) == (1, "5", "0")
    assert one["lines"][0]["side"] == "结账时有，现在没有"
    assert (other["text"], other["lines"]) == ("名次 2→1", [])
