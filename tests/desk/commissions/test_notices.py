"""A commission on paper and in the work group says what is wanted, by when, of whom."""

from dataclasses import replace

import pytest

from desk.commissions.wording import group_text, unit_text
from desk.drafts import Kind
from desk.reports.commission_forms import common_forms, unit_forms

NAMES = ("云岭县教育局", "云岭县水利局")


@pytest.fixture
def sent(desk):
    return desk.sent(points=("完成投资", "存在的困难"), wanted=Kind.PROBLEM)


def test_each_unit_reads_its_own_name_and_time(desk, sent):
    more = replace(sent.tasks[1], due=desk.later(days=6).now)
    held = replace(sent, tasks=(sent.tasks[0], more))
    first, second = unit_forms("云岭县政府办", held, NAMES, desk.by.today, receipt=True)
    assert (first.to, second.to) == NAMES
    assert "请于7月17日（星期五）9时30分前" in first.paragraphs[-1]
    assert "请于7月21日（星期二）9时30分前" in second.paragraphs[-1]
    assert first.meta == ("约稿〔2026〕1号", "2026年7月15日")
    assert first.slip.table.rows[0][1] == "云岭县教育局"


def test_one_page_names_its_units_and_many_have_a_page_of_their_own(desk, sent):
    (page,) = common_forms("云岭县政府办", sent, NAMES, desk.by.today, receipt=False)
    assert "云岭县教育局、云岭县水利局" in page.closing[0]
    names = [f"单位{at}" for at in range(120)]
    page, listed = common_forms("云岭县政府办", sent, names, desk.by.today, receipt=False)
    assert page.closing == ("附：约稿单位名单（120家）",)
    assert listed.table.rows[1] == ("1", "单位0", "41", "单位40", "81", "单位80")


def test_the_work_group_reads_everything(sent):
    assert group_text(sent, ("县教育局", "县水利局")).splitlines() == [
        "【信息约稿】约稿〔2026〕1号",
        "题目：今冬明春农田水利建设",
        "类型：问题型",
        "请着重写明：",
        "1．完成投资",
        "2．存在的困难",
        "时限：7月17日（星期五）9时30分前",
        "联系人：周文清 0875-5122119",
        "约稿单位：县教育局、县水利局",
        "收到请回复，来稿请注明编号。",
    ]


def test_a_unit_that_is_late_is_told_so(desk, sent):
    said = unit_text(sent, sent.tasks[0], "县教育局", desk.later(days=3).now)
    assert said.startswith("县教育局：\n")
    assert said.endswith("请抓紧报送。")
