"""Lateness follows from times and limits; what it costs is seen before it is booked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.booking import facts_standing
from desk.emergencies.breaching import (
    Proposal,
    breach_words,
    decide,
    disclosure,
    proposals,
    withdraw,
)
from desk.emergencies.changing import undo
from desk.emergencies.emergency import Emergency, Outcome
from desk.emergencies.raising import stamp
from desk.emergencies.rules import EmergencyRules
from desk.errors import FieldError

RULES = EmergencyRules()


def test_a_unit_that_told_us_after_its_limit_is_proposed_as_late(raised):
    (said,) = proposals(raised, RULES)
    assert (said.outcome, said.minutes) == (Outcome.LATE, 10)
    assert said.why == "事发后 20 分钟应报，9:10才报，超 10 分钟"


def test_in_time_is_proposed_too(raised, at):
    (said,) = proposals(replace(raised, known=at("8:50")), RULES)
    assert (said.outcome, said.minutes) == (Outcome.ON_TIME, 0)


def test_the_internet_was_faster_and_that_is_said(raised, at):
    one = replace(raised, disclosed=at("8:50"))
    assert disclosure(one) == "网上7月15日8时50分已经披露，早于接报20 分钟"
    assert disclosure(one) in proposals(one, RULES)[0].why


def test_our_own_lateness_is_proposed_for_this_office(raised):
    late = replace(raised, phoned=raised.known + timedelta(minutes=25))
    assert [one.unit_id for one in proposals(late, RULES)] == [raised.reporter_id, 0]


def test_a_confirmed_breach_is_booked_and_can_be_undone(store, raised, by):
    (said,) = proposals(raised, RULES)
    made = decide(store, raised.id, said, by=by(5))
    breach = made.now.breaches[0]
    with store.read() as work:
        (fact,) = facts_standing(work, breach.source)
    assert (fact.particulars.outcome, str(fact.particulars.late)) == ("迟报", "0.17")
    assert breach_words(breach).startswith("迟报 10 分钟")
    undo(store, made, by=by(6))
    with store.read() as work:
        assert facts_standing(work, breach.source) == []
        assert not work.matters.get(Emergency, raised.id).is_judged


def test_a_proposal_is_declined_only_for_a_reason_and_books_nothing(store, raised, by):
    said = replace(proposals(raised, RULES)[0], why="")
    with pytest.raises(FieldError, match="理由"):
        decide(store, raised.id, said, declined=True, by=by())
    made = decide(store, raised.id, replace(said, why="通信中断"), declined=True, by=by())
    assert made.now.is_judged
    assert made.booked is None


def test_concealing_needs_its_grounds_and_another_unit_can_be_named(store, raised, office, by):
    said = Proposal(office.units[0].id, Outcome.CONCEALED, 0, "")
    with pytest.raises(FieldError, match="瞒报要写明"):
        decide(store, raised.id, said, by=by())
    made = decide(store, raised.id, replace(said, why="群众举报查实"), by=by())
    assert office.units[0].id in made.now.unit_ids


def test_a_decision_taken_back_later_reverses_what_was_booked(store, raised, by):
    made = decide(store, raised.id, proposals(raised, RULES)[0], by=by(5))
    source = made.now.breaches[0].source
    back = withdraw(store, raised.id, 0, "核实后不算迟报", by=by(60))
    with store.read() as work:
        assert facts_standing(work, source) == []
    undo(store, back, by=by(61))
    with store.read() as work:
        assert len(facts_standing(work, source)) == 1


def test_a_clock_set_back_makes_nobody_early(store, raised, at, by):
    one = stamp(store, raised.id, "happened", None, by=by()).now
    assert proposals(one, RULES)[0].outcome is Outcome.ON_TIME
