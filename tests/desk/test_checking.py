"""Checking drafts and JSON lines."""

import json
from datetime import UTC, date, datetime

import pytest

from desk.body import plain
from desk.check_lines import check_lines
from desk.checking import Knowledge, check_draft, manuscript_of
from desk.drafts import Channel, Draft, Original, Waiver
from desk.errors import DeskError

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def draft(title, text):
    body = plain(text)
    return Draft(
        title,
        body,
        Original("a.txt", "0" * 64, body),
        NOW,
        Channel.PASTE,
        report_date=date(2026, 3, 2),
    )


def answers(*records):
    return [json.loads(line) for line in check_lines(json.dumps(record) for record in records)]


def test_a_draft_is_checked_with_its_metadata():
    manuscript = manuscript_of(
        draft("云岭县将召开会议", "定于3月5日召开。"), Knowledge(("云岭县水务局",))
    )
    assert manuscript.report_date == date(2026, 3, 2)
    assert manuscript.units == ("云岭县水务局",)
    assert manuscript.body == "定于3月5日召开。"


def test_a_waiver_covers_the_same_words_of_its_rule_everywhere():
    text = "其它乡镇跟进。\n其它村跟进，台帐已建。"
    waiver = Waiver("W02", "其它", "引用原文", "王敏", NOW)
    checked = check_draft(draft("云岭县秋粮收购进度过半", text), Knowledge(waivers=(waiver,)))
    words = [one for one in checked if one.finding.rule.startswith("W")]
    assert [(one.finding.rule, one.excerpt, one.waived) for one in words] == [
        ("W02", "其它", True),
        ("W02", "其它", True),
        ("W03", "台帐", False),
    ]


def test_a_line_is_answered_as_the_contract_says():
    (answer,) = answers({"id": "甲-1", "title": "云岭县秋粮收购进度过半！"})
    assert answer == {
        "id": "甲-1",
        "findings": [
            {
                "rule": "T01",
                "field": "title",
                "start": 11,
                "end": 12,
                "severity": "error",
                "message": "标题不用“！”。",
                "fix": "",
            }
        ],
    }


def test_lines_are_answered_in_order_with_their_own_ids():
    ids = [answer["id"] for answer in answers({"id": 2, "text": "好。"}, {"id": 1, "body": "好。"})]
    assert ids == [2, 1]


def test_a_fragment_is_named_text():
    (answer,) = answers({"id": 1, "text": "其它乡镇"})
    assert [one["field"] for one in answer["findings"]] == ["text"]


def test_the_report_date_gives_the_year_and_the_unit_its_name():
    body = "定于3月5日（星期三）召开会议，我局牵头。"
    record = {"id": 1, "title": "云岭县将召开会议", "body": body}
    meta = {"report_date": "2026-03-02", "unit": "云岭县水务局", "event_date": None}
    (answer,) = answers(record | {"meta": meta})
    weekday, unit = answer["findings"]
    assert weekday["fix"] == "星期四"
    assert "云岭县水务局" in unit["message"]


def test_a_lone_surrogate_is_answered_in_valid_utf8():
    (line,) = check_lines(['{"id": "\\ud800", "text": "全县\\ud800的的工作"}'])
    assert {one["rule"] for one in json.loads(line.encode())["findings"]} == {"W14", "W08"}


def test_empty_lines_are_skipped():
    assert list(check_lines(["", "\n"])) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "第2行不是有效的JSON"),
        ("[1]", "第2行不是一个JSON对象"),
        ('{"text": "好"}', "第2行没有“id”"),
        ('{"id": 1, "body": 5}', "第2行的“body”不是文字"),
        ('{"id": 1, "meta": [1]}', "第2行的“meta”不是一个JSON对象"),
        ('{"id": 1, "meta": {"report_date": "3月5日"}}', "第2行的“report_date”不是日期"),
    ],
)
def test_a_wrong_line_is_named_by_its_number(line, words):
    with pytest.raises(DeskError, match=words):
        list(check_lines(['{"id": 1, "text": "好"}', line]))
