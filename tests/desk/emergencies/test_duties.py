"""Emergencies stand on 今日 from the moment they are known."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.agenda.reading import ground_of
from desk.emergencies.breaching import decide, proposals
from desk.emergencies.consenting import consent, sign
from desk.emergencies.duties import duties
from desk.emergencies.emergency import Consent, Sending, Way
from desk.emergencies.raising import stamp
from desk.emergencies.reporting import end, send_up
from desk.emergencies.rules import EmergencyRules


@pytest.fixture
def shown(store, by):
    """What stands on 今日 some minutes later, as the head of each line."""

    def look(minutes=0):
        with store.read() as work:
            ground = ground_of(work, by(minutes).now)
            found = [one for one in duties(ground) if one.is_shown(ground.now)]
        return [one.text.partition("：")[0] for one in found]

    return look


def test_telephone_and_paper_are_due_at_once_and_lateness_is_to_be_decided(raised, shown):
    assert shown() == ["电话上报", "书面上报", "县水利局迟报，请认定"]


def test_what_is_done_is_gone_and_the_follow_up_of_today_comes(store, raised, shown, by):
    stamp(store, raised.id, "phoned", by().now, by=by())
    send_up(store, raised.id, 0, Sending(by(5).now, "市里", "传真"), by=by(5))
    assert shown(5) == ["续报", "首报先报后批，补审批", "县水利局迟报，请认定"]


def test_word_of_mouth_is_signed_on_the_day_it_is_due(store, raised, shown, by):
    send_up(store, raised.id, 0, Sending(by(5).now, "市里", "传真"), by=by(5))
    consent(store, raised.id, 0, Consent("李国华", Way.PHONE, by(5).now), by=by(5))
    assert "首报口头批准，请补签" not in shown(6)
    assert "首报口头批准，请补签" in shown(24 * 60)
    sign(store, raised.id, 0, by(30).today, by=by(30))
    assert "首报口头批准，请补签" not in shown(24 * 60)


def test_the_final_report_stands_there_on_its_last_day(raised, shown, by):
    day = 24 * 60
    assert "终报" not in shown(6 * day)
    assert "终报" in shown(7 * day)


def test_being_in_time_asks_for_a_word_only_when_all_is_over(store, raised, at, shown, by):
    stamp(store, raised.id, "known", at("8:50"), by=by())
    assert not any("认定" in one for one in shown())
    end(store, raised.id, "转市里续报", by=by(1))
    assert shown(2) == ["县水利局按时报送，请认定"]


def test_nothing_is_left_of_what_is_over_and_decided(store, raised, shown, by):
    decide(store, raised.id, proposals(raised, EmergencyRules())[0], by=by(1))
    done = end(store, raised.id, "转市里续报", by=by(2)).now
    assert shown(3) == []
    assert not done.is_open


def test_a_grade_with_hours_calls_for_the_next_report_as_they_run(store, raised, by, shown):
    rules = EmergencyRules()
    grave = tuple(replace(one, followup=2) for one in rules.limits)
    with store.begin() as work:
        work.matters.keep_policy(replace(rules, limits=grave), by())
    send_up(store, raised.id, 0, Sending(by(5).now, "市里", "传真"), by=by(5))
    with store.read() as work:
        due = next(one.due for one in duties(ground_of(work, by(6).now)) if "续报" in one.text)
    assert due - by().now > timedelta(hours=2)
    assert "续报" in shown(6)
