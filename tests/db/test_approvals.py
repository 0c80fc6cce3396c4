"""Ways of drafts come back as they were kept, with their steps and reminders in order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.approvals import Approval, Call, Condition, Lane, Stage, Step, Verdict
from desk.drafts import Kind, Status
from desk.errors import DeskError, NotAllowedError
from desk.people import Person

STEPS = (Step(Stage("科长", "林志远", 4), "林志远"), Step(Stage("主任", hours=2), "何文斌"))


@pytest.fixture
def draft(office):
    return office.draft(status=Status.SUBMITTED)


@pytest.fixture
def way(draft, now):
    first = replace(STEPS[0], since=now)
    return Approval(draft.id, "上报", (first, STEPS[1]), now, "王敏", draft.revision)


def test_a_lane_comes_back_whole_and_its_stages_can_change(store):
    kinds, conditions = frozenset({Kind.PROBLEM}), frozenset({Condition.VERIFIED})
    with store.begin() as work:
        lane = work.approvals.save_lane(Lane("上报", (Stage("甲"), Stage("乙")), conditions, kinds))
        changed = work.approvals.save_lane(replace(lane, stages=(Stage("丙", hours=3),)))
    with store.read() as work:
        assert work.approvals.lanes() == [changed]
    with store.begin() as work, pytest.raises(NotAllowedError, match="已经有了"):
        work.approvals.save_lane(Lane("上报", ()))


def test_a_way_gets_ids_and_keeps_its_reminders_when_a_step_is_written(store, way, now):
    with store.begin() as work:
        kept = work.approvals.save(way)
        for minutes in (5, 9):
            call = Call(now + timedelta(minutes=minutes), "林志远", "请尽快")
            work.approvals.call(kept.steps[0].id, call)
        passed = replace(kept.steps[0], verdict=Verdict.PASSED, done=now, signer="林志远")
        work.approvals.save(replace(kept, steps=(passed, kept.steps[1])))
    with store.read() as work:
        found = work.approvals.of(way.draft_id)[0]
    assert [one.when.minute for one in found.steps[0].calls] == [35, 39]
    assert found.steps[0].verdict is Verdict.PASSED
    assert found.current.stage.name == "主任"


def test_the_newest_way_counts_and_a_forgotten_one_is_gone(store, way, now):
    with store.begin() as work:
        first = work.approvals.save(way)
        second = work.approvals.save(replace(way, lane="下发"))
        assert work.approvals.last([way.draft_id]) == {way.draft_id: second}
        assert work.approvals.open() == [second]
        work.approvals.call(second.steps[0].id, Call(now, "林志远"))
        work.approvals.delete([second.id])
        assert work.approvals.of(way.draft_id) == [first]


def test_steps_left_out_are_forgotten(store, way):
    with store.begin() as work:
        kept = work.approvals.save(way)
        work.approvals.save(replace(kept, steps=kept.steps[:1]))
        assert work.approvals.of(way.draft_id)[0].steps == kept.steps[:1]


def test_an_endless_opinion_is_refused(store, way):
    endless = replace(way.steps[0], opinion="好" * 1001)
    with store.begin() as work, pytest.raises(DeskError, match="审签意见"):
        work.approvals.save(replace(way, steps=(endless,)))


def test_people_stand_by_position_and_names_are_taken_once(store):
    with store.begin() as work:
        work.people.save(Person("乙", position=1))
        work.people.save(Person("甲", deputy="乙", is_away=True, position=0))
        assert [one.name for one in work.people.all()] == ["甲", "乙"]
    with store.begin() as work, pytest.raises(NotAllowedError, match="已经在名单里"):
        work.people.save(Person("乙"))
