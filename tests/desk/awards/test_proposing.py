"""The plan's places go to the best whom nothing bars; people may decide otherwise."""

from dataclasses import replace
from decimal import Decimal

from desk.awards.candidates import Candidate, candidates
from desk.awards.deciding import Decision, honoured
from desk.awards.plan import AwardPlan, Grade, GroupPlaces, TieWay, Whom
from desk.awards.proposing import propose
from desk.units import UnitGroup

TOWNS, BUREAUS = UnitGroup("乡镇", 0, 1), UnitGroup("部门", 1, 2)


def unit(name, rank, group=TOWNS, *, points=10, whom=Whom.UNIT, **more):
    return Candidate(
        whom, f"{whom}:{name}", name, (name,), group, rank, Decimal(points), "", **more
    )


def given(found, plan):
    return {one.candidate.name: one.grade for one in propose(found, plan) if one.grade}


def test_every_group_has_its_places_from_the_highest_grade_down():
    plan = AwardPlan((Grade("一等奖", places=1), Grade("二等奖", places=2)))
    found = [
        unit(f"{group.name}{rank}", rank, group)
        for group in (TOWNS, BUREAUS)
        for rank in (1, 2, 3, 4)
    ]
    assert given(found, plan) == {
        "乡镇1": "一等奖", "乡镇2": "二等奖", "乡镇3": "二等奖",
        "部门1": "一等奖", "部门2": "二等奖", "部门3": "二等奖",
    }  # fmt: skip


def test_a_group_may_have_another_number_of_places():
    plan = AwardPlan((Grade("先进单位", places=1, apart=(GroupPlaces(BUREAUS.id, 0),)),))
    assert given([unit("甲乡", 1), unit("乙局", 1, BUREAUS)], plan) == {"甲乡": "先进单位"}


def test_a_barred_unit_leaves_its_place_to_the_next_and_says_why():
    plan = AwardPlan((Grade("先进单位", places=1),))
    found = propose([unit("甲乡", 1, bars=("取消评先：瞒报",)), unit("乙乡", 2)], plan)
    assert [(one.grade, one.why) for one in found] == [
        ("", "取消评先：瞒报"),
        ("先进单位", "乡镇第 2 名"),
    ]


def test_those_level_with_the_last_place_all_have_it():
    plan = AwardPlan((Grade("先进单位", places=2),))
    found = [unit("甲乡", 1), unit("乙乡", 2), unit("丙乡", 2), unit("丁乡", 4)]
    assert given(found, plan) == dict.fromkeys(("甲乡", "乙乡", "丙乡"), "先进单位")


def test_or_a_person_decides_between_those_level_with_the_last_place():
    plan = AwardPlan((Grade("先进单位", places=2),), ties=TieWay.NONE)
    found = [unit("甲乡", 1), unit("乙乡", 2), unit("丙乡", 2)]
    assert given(found, plan) == {"甲乡": "先进单位"}
    assert propose(found, plan)[1].why == "2 个并列，超出先进单位的名额，请人定"


def test_among_all_units_points_decide_and_not_the_ranks_of_groups():
    plan = AwardPlan((Grade("特等奖", places=1, in_groups=False),))
    assert given([unit("甲乡", 1, points=8), unit("乙局", 1, BUREAUS, points=9)], plan) == {
        "乙局": "特等奖"
    }


def test_an_item_has_the_prize_of_the_scheme_before_places_are_counted():
    plan = AwardPlan((Grade("特等奖", Whom.ITEM, 1, in_groups=False),))
    found = [unit("头条", 1, whom=Whom.ITEM), unit("批示件", 2, whom=Whom.ITEM, prize="特等奖")]
    assert given(found, plan) == {"批示件": "特等奖"}


def test_a_decision_goes_before_the_proposal_and_shows_its_reason():
    plan = AwardPlan((Grade("先进单位", places=1),))
    found = propose([unit("甲乡", 1), unit("乙乡", 2)], plan)
    decided = (
        Decision("单位:甲乡", "", "发生泄密"),
        Decision("单位:乙乡", "先进单位", "递补"),
        Decision("other:1", "先进单位", "驻县单位支持信息工作", name="县气象台"),
    )
    rows = honoured(found, decided, ["先进单位"])
    assert [(one.name, one.why, one.decided) for one in rows] == [
        ("乙乡", "递补", True),
        ("县气象台", "驻县单位支持信息工作", True),
    ]


def test_what_stands_in_the_way_of_units_is_told_in_words(surveyed):
    survey = surveyed("60")
    plan = AwardPlan()
    bars = {one.name: one.bars for one in candidates(survey, plan) if one.whom is Whom.UNIT}
    for one in survey.units:
        told = bars[one.unit.name]
        assert ("挂零" in told) == one.score.zero
        assert ("没有下达目标任务" in told) == (one.score.completion is None)
        low = one.score.completion is not None and one.score.completion < 25  # due by then
        assert any(bar.startswith("完成率") for bar in told) == low
    open_to_all = replace(plan, completion=None, without_quota=True)
    held = [one for one in candidates(survey, open_to_all) if one.whom is Whom.UNIT]
    assert {one.bars for one in held} <= {(), ("挂零",)}


def test_items_come_by_what_they_earned_all_their_units(surveyed):
    held = [one for one in candidates(surveyed("60"), AwardPlan()) if one.whom is Whom.ITEM]
    points = [one.points for one in held]
    assert points == sorted(points, reverse=True)
    assert held[0].rank == 1
    assert sum(points) == sum(
        record.points
        for record in surveyed("60").unit_records
        if record.kind.value in ("采用", "批示", "上报")
    )
