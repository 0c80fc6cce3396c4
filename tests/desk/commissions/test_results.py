"""Results go by the clock, the clerk has the last word, the scheme says what follows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk import booking
from desk.assessing import assess
from desk.commissions import extending, issuing, results
from desk.commissions.changing import take_back
from desk.commissions.commission import Outcome
from desk.commissions.results import Verdict, proposed
from desk.errors import FieldError, NotAllowedError
from desk.facts import FactKind
from desk.scoring.clauses.items import Points
from desk.scoring.clauses.periods import Counter, Zero
from desk.scoring.schemes.condition_text import parse_condition

LATE, NOT_IN_TIME = parse_condition("情形：逾期"), parse_condition("情形：逾期、未报")


@pytest.fixture
def scheme(desk):
    """The office's scheme with the clauses given."""

    def give(*clauses):
        with desk.store.begin() as work:
            (held,) = work.catalogue.schemes()
            work.catalogue.save_scheme(replace(held, clauses=clauses))

    return give


def commission_points(points, when):
    return Points(matter=FactKind.COMMISSION, points=(Decimal(points),), when=when)


def outcomes(desk, sent, moment):
    held = desk.now(sent)
    return [proposed(held, one, moment.now) for one in held.tasks]


def points(desk, last=date(2026, 12, 31)):
    table = assess(desk.store, date(2026, 1, 1), last)
    found = {one.unit.id: one.points for one in table.units}
    return [found[one.id] for one in desk.units]


def confirm(desk, sent, *outcomes, by=None, **how):
    verdicts = [Verdict(unit.id, one) for unit, one in zip(desk.units, outcomes, strict=True)]
    how = {"books": True} | how
    return results.confirm(desk.store, sent.id, verdicts, by=by or desk.later(days=4), **how)


def test_the_clock_proposes_and_what_may_still_come_is_open(desk):
    sent = desk.sent()
    desk.answer(sent, desk.units[0], hours=3)
    assert outcomes(desk, sent, desk.later(days=1)) == [Outcome.ON_TIME, None]
    assert outcomes(desk, sent, desk.later(days=3)) == [Outcome.ON_TIME, Outcome.NONE]


def test_an_answer_in_the_time_granted_is_on_time(desk):
    sent = desk.sent()
    first, second = desk.units
    due = desk.later(days=4).now
    extending.extend(desk.store, sent.id, [first.id], due, "数据未定", by=desk.by)
    for unit in (first, second):
        desk.answer(sent, unit, days=3)
    assert outcomes(desk, sent, desk.later(days=5)) == [Outcome.ON_TIME, Outcome.LATE]


def test_nothing_is_proposed_of_an_exempt_unit(desk):
    sent = desk.sent()
    extending.exempt(desk.store, sent.id, [desk.units[0].id], "无此业务", by=desk.by)
    assert outcomes(desk, sent, desk.later(days=9))[0] is None
    with pytest.raises(NotAllowedError, match="免报"):
        confirm(desk, sent, Outcome.NONE, Outcome.NONE)


def test_the_scheme_says_what_follows_before_it_is_booked(desk, scheme):
    scheme(commission_points(-10, LATE))
    sent = desk.sent()
    desk.answer(sent, desk.units[0], days=3)
    verdicts = [
        Verdict(desk.units[0].id, Outcome.LATE),
        Verdict(desk.units[1].id, Outcome.ON_TIME),
    ]
    with desk.store.read() as work:
        found = results.consequences(work, desk.now(sent), verdicts, by=desk.later(days=4))
    assert [one.points for one in found] == [-10, 0]
    assert "扣 10 分" in found[0].text or "-10" in found[0].text
    assert points(desk) == [0, 0]


def test_results_are_booked_with_what_happened_and_undone(desk, scheme):
    scheme(commission_points(-10, LATE))
    sent = desk.sent()
    desk.answer(sent, desk.units[0], days=3)
    step = confirm(desk, sent, Outcome.LATE, Outcome.NONE)
    first, _second = desk.now(sent).tasks
    with desk.store.read() as work:
        (fact,) = work.ledger.booked(first.booked)
    assert (fact.title, fact.day, fact.shares) == (sent.title, date(2026, 7, 17), 1)
    assert (fact.particulars.outcome, fact.particulars.late) == ("逾期", Decimal("24.0"))
    assert points(desk) == [-10, 0]
    take_back(desk.store, step, by=desk.later(days=4))
    assert points(desk) == [0, 0]
    assert [one.outcome for one in desk.now(sent).tasks] == [None, None]


def test_results_may_be_kept_without_points(desk, scheme):
    scheme(commission_points(-10, LATE))
    sent = desk.sent()
    confirm(desk, sent, Outcome.LATE, Outcome.NONE, books=False)
    assert points(desk) == [0, 0]
    assert [one.booked for one in desk.now(sent).tasks] == ["", ""]


def test_two_commissions_not_done_in_time_set_the_year_to_nothing(desk, scheme):
    scheme(
        commission_points(5, parse_condition("情形：按时")),
        Counter(when=NOT_IN_TIME, times=2, zero=Zero.YEAR),
    )
    confirm(desk, desk.sent("甲"), Outcome.ON_TIME, Outcome.ON_TIME)
    confirm(desk, desk.sent("乙"), Outcome.LATE, Outcome.ON_TIME)
    assert points(desk) == [5, 10]
    confirm(desk, desk.sent("乙"), Outcome.NONE, Outcome.ON_TIME)  # asked twice for the same
    assert points(desk) == [0, 15]


def test_a_late_answer_after_booking_is_corrected(desk, scheme):
    scheme(commission_points(-10, parse_condition("情形：未报")), commission_points(-3, LATE))
    sent = desk.sent()
    confirm(desk, sent, Outcome.NONE, Outcome.NONE)
    held = desk.answer(sent, desk.units[0], days=5)
    assert [results.is_outdated(one) for one in held.tasks] == [True, False]
    step = confirm(desk, sent, Outcome.LATE, Outcome.NONE, by=desk.later(days=6))
    assert points(desk) == [-3, -10]
    take_back(desk.store, step, by=desk.later(days=6))
    assert points(desk) == [-10, -10]


def test_a_result_taken_back_in_the_ledger_shows(desk):
    sent = desk.sent()
    step = confirm(desk, sent, Outcome.NONE, Outcome.NONE)
    fact = step.booked[0].facts[0]
    booking.take_back(desk.store, fact.id, "领导同意不计", by=desk.later(days=4))
    with desk.store.read() as work:
        assert results.gone_by_hand(work, desk.now(sent)) == {desk.units[0].id}


def test_a_commission_is_closed_when_every_unit_has_its_result(desk):
    sent = desk.sent()
    with pytest.raises(NotAllowedError, match="还有 2 家单位没有结果"):
        results.close(desk.store, sent.id, by=desk.by)
    step = confirm(desk, sent, Outcome.ON_TIME, Outcome.POOR, closes=True)
    assert not desk.now(sent).is_open
    take_back(desk.store, step, by=desk.later(days=4))
    assert desk.now(sent).is_open


def test_a_closed_commission_is_taken_up_again_with_a_reason(desk):
    sent = desk.sent()
    confirm(desk, sent, Outcome.ON_TIME, Outcome.POOR, closes=True)
    with pytest.raises(FieldError, match="理由"):
        results.reopen(desk.store, sent.id, "", by=desk.by)
    results.reopen(desk.store, sent.id, "上级要求补报", by=desk.by)
    assert desk.now(sent).is_open


def test_an_answer_before_the_notice_is_booked_as_begun_with_it(desk):
    sent = desk.sent()
    desk.answer(sent, desk.units[0], hours=-30)
    confirm(desk, sent, Outcome.ON_TIME, Outcome.NONE)
    with desk.store.read() as work:
        (fact,) = work.ledger.booked(desk.now(sent).tasks[0].booked)
    assert fact.particulars.ended == fact.particulars.started


def test_what_is_booked_stands_against_calling_it_off(desk):
    sent = desk.sent()
    confirm(desk, sent, Outcome.ON_TIME, Outcome.NONE)
    with pytest.raises(NotAllowedError, match="记入台账"):
        issuing.withdraw(desk.store, sent.id, "取消", by=desk.by)
