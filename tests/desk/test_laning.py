"""Lanes: what may be set, and what would leave drafts stuck."""

from dataclasses import replace

import pytest

from desk.approvals import Lane, Stage, Verdict
from desk.approving import Decision, decide, submit
from desk.drafts import Kind
from desk.errors import FieldError
from desk.laning import order_lanes, save_lane

DOWN = Lane("下发", (Stage("信息科审核"),))


@pytest.fixture
def keep(office):
    return lambda lane: save_lane(office.store, lane, by=office.by)


def test_a_lane_is_kept_with_its_stages_and_told_in_the_trail(office, keep):
    up = replace(
        DOWN, name="上报", stages=(*DOWN.stages, Stage("领导审签", "罗县长", 7, only_if_asked=True))
    )
    saved = keep(up)
    with office.store.read() as work:
        assert work.approvals.lanes() == [saved]
        told = work.audit.records(f"lane:{saved.id}")[0].detail
    assert told == "上报：信息科审核 → 领导审签（罗县长），必要时"


def test_a_stage_can_still_be_asked_for_after_its_lane_got_a_new_name(office, keep):
    leader = Stage("领导审签", "罗县长", only_if_asked=True)
    lane = keep(replace(DOWN, stages=(*DOWN.stages, leader)))
    draft = office.draft()
    submit(office.store, [draft.id], lane.id, by=office.by)
    keep(replace(lane, name="上报"))
    said = Decision(Verdict.PASSED, along=frozenset({"领导审签"}))
    decide(office.store, [draft.id], said, by=office.by)
    with office.store.read() as work:
        (way,) = work.approvals.of(draft.id)
    assert (way.lane, way.current.asked) == ("上报", "罗县长")


@pytest.mark.parametrize(
    ("lane", "said"),
    [
        (replace(DOWN, name=" "), "名称不能为空"),
        (replace(DOWN, stages=()), "至少要有一个必经的环节"),
        (replace(DOWN, stages=(Stage("领导", only_if_asked=True),)), "至少要有一个必经的环节"),
        (replace(DOWN, stages=(Stage(""),)), "没有写名称"),
        (replace(DOWN, stages=(Stage("甲"), Stage("甲"))), "同名"),
        (replace(DOWN, stages=(Stage("甲", hours=999),)), "0 到 400"),
        (replace(DOWN, is_active=False), "至少要留一个在用的流程"),
    ],
)
def test_a_lane_that_leads_nowhere_is_refused_with_a_sentence(keep, lane, said):
    with pytest.raises(FieldError, match=said):
        keep(lane)


def test_a_kind_goes_one_way_by_default(keep):
    keep(replace(DOWN, kinds=frozenset({Kind.PROBLEM})))
    with pytest.raises(FieldError, match="“问题型”已经默认走“下发”"):
        keep(replace(DOWN, name="上报", kinds=frozenset({Kind.PROBLEM})))


def test_lanes_stand_in_the_order_given(office, keep):
    first, second = keep(DOWN), keep(replace(DOWN, name="上报"))
    order_lanes(office.store, [second.id, first.id], by=office.by)
    with office.store.read() as work:
        assert [one.name for one in work.approvals.lanes()] == ["上报", "下发"]
