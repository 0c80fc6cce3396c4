"""The issue itself: number, day, readers, names, and how grave the office takes each concern."""

from dataclasses import replace
from datetime import date

import pytest

from desk import ruling
from desk.checks.office import Level
from desk.drafts import Secrecy
from desk.issues import IssueStatus, Matter
from desk.publications import Recipient, Way
from desk.settings import Settings


@pytest.fixture
def told(ready, said):
    """The sentences about an issue of one draft that is in order."""
    return lambda **changes: [one.text for one in said(ready(), **changes)]


def test_a_gap_in_the_numbers_stops_the_release(office, ready, issue_of, said):
    issue_of()
    (remark,) = said(ready(), number=9, total=9)[:1]
    assert remark.blocks
    assert "第2—8期还空着" in remark.text


def test_a_day_gone_by_is_told(told):
    assert told(day=date(2026, 7, 14)) == ["印发日期是 07-14，已经过去了"]


def test_a_day_of_rest_is_told(told):
    assert told(day=date(2026, 7, 18)) == ["印发日期 07-18 不是工作日"]


def test_a_day_before_the_last_issue_is_told(office, ready, issue_of, told):
    earlier = issue_of(ready("乙"), day=date(2026, 7, 17))
    with office.store.begin() as work:
        work.issues.save(replace(earlier, status=IssueStatus.RELEASED))
    assert told() == ["印发日期早于第1期的 07-17"]


def test_an_issue_for_nobody_is_told(told):
    assert told(matter=Matter(send_to=())) == ["报尾没有写发送范围"]


def test_more_readers_than_copies_are_told(told):
    readers = (Recipient(Way.REPORT, "县委书记", 20), Recipient(Way.ISSUE, "河东镇", 11))
    assert told(matter=Matter(recipients=readers)) == ["发送单位共要 31 份，印数只有 30 份"]


def test_numbered_copies_need_readers(office, told):
    with office.store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, controlled=True))
    assert told() == ["《政务信息》要编份号，还没有列出发送单位和份数"]


def test_names_missing_at_the_foot_are_told(ready, said):
    (remark,) = said(ready(), settings=Settings(office="县政府办", editor="周文清"))
    assert remark.text == "报尾没有写审核、签发人的姓名"


def test_the_office_makes_a_concern_stop_the_release_or_drops_it(office, told, ready, said):
    where = {"matter": Matter(send_to=())}
    ruling.set_levels(office.store, 0, ["Y33"], Level.ERROR, by=office.by)
    assert [one.blocks for one in said(ready("乙"), **where)] == [True]
    ruling.set_levels(office.store, office.publication.id, ["Y33"], Level.OFF, by=office.by)
    assert told(**where) == []


def test_what_would_make_a_score_wrong_cannot_be_dropped(office, ready, said):
    ruling.set_levels(office.store, 0, ["Y05"], Level.OFF, by=office.by)
    assert [one.code for one in said(ready(unit_ids=()))] == ["Y05"]


@pytest.fixture
def internal(ready, said):
    """The sentences about an issue with an internal item in order otherwise."""
    draft = ready(secrecy=Secrecy.INTERNAL)
    return lambda **matter: [
        one.text for one in said(draft, matter=Matter(mark="内部资料", **matter))
    ]


def test_an_issue_with_a_grade_says_who_may_know_it(internal):
    assert internal() == ["本期的密级是“内部”，没有写知悉范围"]


_RECIPIENTS = tuple(Recipient(Way.ISSUE, name) for name in ("县教育局", "云岭县水利局", "县委书记"))


def test_whoever_gets_it_is_among_those_who_may_know_it(internal):
    told = internal(readers="云岭县教育局、县委书记", recipients=_RECIPIENTS)
    assert told == ["发送单位“云岭县水利局”不在知悉范围“云岭县教育局、县委书记”里"]


def test_nobody_is_outside_what_names_no_units(internal):
    assert internal(readers="县级领导", recipients=_RECIPIENTS) == []
