"""The use register."""

from dataclasses import replace
from datetime import date

import pytest

from desk.archive.uses import Use, UseWay
from desk.archive.using import give_back, record_use, take_back_return, take_back_use
from desk.errors import FieldError, NotAllowedError

DAY = date(2026, 7, 14)


@pytest.fixture
def loan(shelved):
    issue = shelved(3)
    return Use(issue.id, DAY, "张华", UseWay.BORROWED, "县史志办", "编写年鉴", "林志远")


def test_a_use_is_kept_with_who_handed_it_out(store, office, loan):
    record_use(store, loan, by=office.by)
    with store.read() as work:
        (use,) = work.uses.all(loan.issue_id)
        (record,) = work.audit.records(f"issue:{loan.issue_id}")
    assert (use.who, use.clerk, use.is_out) == ("张华", "王敏", True)
    assert "张华 借出：编写年鉴" in record.detail


@pytest.mark.parametrize("field", ["who", "purpose", "approver"])
def test_what_is_missing_is_told_at_its_field(store, office, loan, field):
    with pytest.raises(FieldError) as refused:
        record_use(store, replace(loan, **{field: " "}), by=office.by)
    assert refused.value.field == field


def test_an_open_issue_is_not_lent(store, office, opened_issue):
    issue = opened_issue("稿件")
    with pytest.raises(NotAllowedError, match="还没有印发"):
        record_use(store, Use(issue.id, DAY, "张华", purpose="看"), by=office.by)


def test_a_loan_comes_back_once(store, office, loan):
    use = record_use(store, loan, by=office.by)
    back = give_back(store, use.id, DAY, by=office.by)
    assert not back.is_out
    with pytest.raises(NotAllowedError):
        give_back(store, use.id, DAY, by=office.by)
    assert take_back_return(store, use.id, by=office.by).is_out


def test_nothing_comes_back_before_it_was_lent(store, office, loan):
    use = record_use(store, loan, by=office.by)
    with pytest.raises(FieldError, match="早于"):
        give_back(store, use.id, date(2026, 7, 1), by=office.by)


def test_a_use_entered_by_mistake_is_taken_back_and_the_trail_says_so(store, office, loan):
    use = record_use(store, loan, by=office.by)
    take_back_use(store, use.id, by=office.by)
    with store.read() as work:
        assert work.uses.all() == []
        assert len(work.audit.records(f"issue:{loan.issue_id}")) == 2


def test_the_shelf_counts_what_is_out(store, office, loan):
    record_use(store, loan, by=office.by)
    with store.read() as work:
        assert [row.out for row in work.printed.shelf()] == [1]
