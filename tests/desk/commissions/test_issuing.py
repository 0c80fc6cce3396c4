"""A commission is sent under the next number of the year, corrected, called off, and undone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk.auditing import By
from desk.commissions import issuing, noting
from desk.commissions.changing import take_back
from desk.commissions.commission import Commission
from desk.commissions.rules import CommissionRules, checked
from desk.errors import FieldError, NotAllowedError


def test_numbers_go_on_from_one_in_every_year(desk):
    assert [desk.sent(one).number for one in "甲乙"] == ["约稿〔2026〕1号", "约稿〔2026〕2号"]
    newyear = By("王敏", datetime(2027, 1, 4, 1, tzinfo=UTC))
    late = replace(desk.notice(), due=datetime(2027, 1, 8, tzinfo=UTC))
    assert issuing.issue(desk.store, late, by=newyear).number == "约稿〔2027〕1号"


def test_a_notice_has_no_number_before_it_is_sent(desk):
    kept = noting.keep(desk.store, desk.notice(), by=desk.by)
    assert kept.number == ""
    assert issuing.issue(desk.store, kept, by=desk.by).id == kept.id


def test_the_office_sets_how_numbers_read(desk):
    with desk.store.begin() as work:
        work.matters.keep_policy(CommissionRules(pattern="{year}年第{number}号"), desk.by)
    assert desk.sent().number == "2026年第1号"
    with pytest.raises(FieldError, match="年份在前"):
        checked(CommissionRules(pattern="{number}号"))


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"tasks": ()}, "units"), ({"contact": ""}, "contact"), ({"title": "　"}, "title")],
)
def test_what_is_missing_is_asked_for_in_its_field(desk, fields, field):
    with pytest.raises(FieldError) as error:
        desk.sent(**fields)
    assert error.value.field == field


def test_a_time_limit_that_has_passed_is_refused(desk):
    with pytest.raises(FieldError, match="已经过了"):
        desk.sent(due=desk.by.now)


def test_undoing_the_sending_gives_the_number_free(desk):
    sent = desk.sent()
    issuing.unissue(desk.store, sent, None, by=desk.by)
    assert desk.sent("另一题").number == sent.number
    with desk.store.read() as work:
        assert [one.title for one in work.matters.all(Commission)] == ["另一题"]


def test_undoing_the_sending_of_a_draft_leaves_the_draft(desk):
    kept = noting.keep(desk.store, desk.notice(), by=desk.by)
    sent = issuing.issue(desk.store, kept, by=desk.by)
    issuing.unissue(desk.store, sent, kept, by=desk.by)
    assert desk.now(sent) == kept


def test_a_number_in_the_middle_is_not_given_free(desk):
    first, _second = desk.sent("甲"), desk.sent("乙")
    with pytest.raises(NotAllowedError, match="撤回"):
        issuing.unissue(desk.store, first, None, by=desk.by)


def test_a_commission_that_was_answered_is_not_unsent(desk):
    sent = desk.sent()
    desk.answer(sent, desk.units[0], hours=1)
    with pytest.raises(NotAllowedError, match="已经有来稿"):
        issuing.unissue(desk.store, sent, None, by=desk.by)


def test_a_correction_is_told_in_the_trail_and_undone(desk):
    sent = desk.sent()
    step = issuing.correct(desk.store, replace(sent, title="冬修水利"), by=desk.by)
    with desk.store.read() as work:
        last = work.audit.records(sent.subject)[0]
    assert (last.action, last.detail) == (
        "更正约稿",
        "题目由“今冬明春农田水利建设”改为“冬修水利”",
    )
    take_back(desk.store, step, by=desk.by)
    assert desk.now(sent).title == sent.title


def test_a_notice_called_off_keeps_its_number_and_is_owed_by_nobody(desk):
    sent = desk.sent()
    issuing.withdraw(desk.store, sent.id, "上级已取消", by=desk.by)
    assert not desk.now(sent).is_open
    assert desk.sent("另一题").number == "约稿〔2026〕2号"
    with pytest.raises(FieldError, match="理由"):
        issuing.withdraw(desk.store, sent.id, " ", by=desk.by)


def test_the_next_notice_asks_those_who_were_asked(desk):
    sent = desk.sent(points=("完成投资",))
    anew = issuing.again(sent, desk.later(days=9).now, by=desk.by)
    assert (anew.points, anew.unit_ids, anew.number) == (sent.points, sent.unit_ids, "")


def test_a_draft_of_a_notice_is_thrown_away_and_kept_again(desk):
    kept = noting.keep(desk.store, desk.notice(), by=desk.by)
    former = noting.drop(desk.store, kept.id, by=desk.by)
    back = noting.keep_again(desk.store, former, by=desk.by)
    assert back.title == kept.title
    with pytest.raises(NotAllowedError, match="更正"):
        noting.keep(desk.store, desk.sent(), by=desk.by)
