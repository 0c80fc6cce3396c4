"""Honours are kept with their plan, decisions and reasons; settled ones stay as they are."""

from dataclasses import replace
from datetime import date

import pytest

from desk.awards import keeping
from desk.awards.board import board, changed_since
from desk.awards.deciding import Decision
from desk.awards.plan import AwardPlan, Grade
from desk.errors import FieldError, NotAllowedError
from desk.facts import Fact, FactKind
from desk.surveys.surveying import survey

PLAN = AwardPlan((Grade("先进单位", places=1),), completion=None)


def adopt(office, unit, count=1):
    paper = office.publication
    with office.store.begin() as work:
        work.ledger.add(
            Fact(
                FactKind.ADOPTION, date(2026, 5, at + 1), unit.id, f"{unit.short}信息{at}",
                f"hand:{unit.id}", paper.id, paper.sections[0].id,
            )
            for at in range(count)
        )  # fmt: skip


def surveyed(office):
    days = date(2026, 1, 1), date(2026, 6, 30)
    return survey(office.store, *days, office="云岭县人民政府办公室", today=date(2026, 7, 15))


@pytest.fixture
def held(office):
    """A list of the first half with one place; 县教育局 is proposed for it."""
    adopt(office, office.units[0], 2)
    adopt(office, office.units[1])
    fresh = keeping.award_list(office.store, surveyed(office))
    return keeping.save_plan(office.store, fresh, PLAN, by=office.by)


def named(office, held):
    return [(one.grade, one.name) for one in keeping.rows(surveyed(office), held)]


def test_the_plan_of_the_newest_list_is_that_of_the_next(office, held):
    year = survey(
        office.store,
        date(2026, 1, 1),
        date(2026, 12, 31),
        office="",
        today=date(2026, 7, 15),
    )
    assert keeping.award_list(office.store, year).plan == PLAN


def test_a_decision_is_kept_with_who_and_why_and_stands_in_the_trail(office, held):
    unit = office.units[1]
    decision = Decision(f"unit:{unit.id}", "先进单位", "承办现场会", name=unit.name)
    kept = keeping.decide(office.store, held, decision, by=office.by)
    again = keeping.award_list(office.store, surveyed(office))
    assert again.decisions == (replace(decision, who="王敏"),) == kept.decisions
    assert named(office, again) == [
        ("先进单位", "云岭县教育局"),
        ("先进单位", "云岭县水利局"),
    ]
    with office.store.read() as work:
        last = work.audit.records("award:2026H1")[0]
    assert (last.action, last.who) == ("评先改定", "王敏")
    assert "承办现场会" in last.detail


def test_a_decision_without_a_reason_is_refused(office, held):
    with pytest.raises(FieldError, match="理由"):
        keeping.decide(office.store, held, Decision("unit:1", "", "  "), by=office.by)


def test_taking_a_decision_back_lets_the_proposal_hold(office, held):
    unit = office.units[0]
    kept = keeping.decide(
        office.store, held, Decision(f"unit:{unit.id}", "", "发生泄密"), by=office.by
    )
    assert named(office, kept) == []
    back = keeping.undecide(office.store, kept, f"unit:{unit.id}", by=office.by)
    assert named(office, back) == [("先进单位", "云岭县教育局")]


def test_a_settled_list_stays_when_the_figures_change_and_says_so(office, held):
    settled = keeping.settle(office.store, surveyed(office), held, by=office.by)
    adopt(office, office.units[1], 5)
    now = surveyed(office)
    again = keeping.award_list(office.store, now)
    assert named(office, again) == [("先进单位", "云岭县教育局")]
    assert changed_since(again, keeping.proposals(now, again.plan)) == (
        "“云岭县教育局”按现在的数不再是“先进单位”",
        "“云岭县水利局”按现在的数应是“先进单位”",
    )
    with pytest.raises(NotAllowedError, match="已经定下"):
        keeping.save_plan(office.store, settled, PLAN, by=office.by)
    opened = keeping.unsettle(office.store, again, "得分有更正", by=office.by)
    assert named(office, opened) == [("先进单位", "云岭县水利局")]


def test_a_window_that_has_not_seen_the_list_settled_changes_nothing(office, held):
    keeping.settle(office.store, surveyed(office), held, by=office.by)
    late = Decision(f"unit:{office.units[1].id}", "先进单位", "承办现场会", name="县水利局")
    with pytest.raises(NotAllowedError, match="已经定下"):
        keeping.decide(office.store, held, late, by=office.by)
    assert keeping.award_list(office.store, surveyed(office)).is_settled


def test_decisions_of_two_windows_are_both_kept_and_settled(office, held):
    first, second = (
        Decision(f"unit:{unit.id}", "先进单位", "会议决定", name=unit.name) for unit in office.units
    )
    keeping.decide(office.store, held, first, by=office.by)
    keeping.decide(office.store, held, second, by=office.by)
    settled = keeping.settle(office.store, surveyed(office), held, by=office.by)
    assert [one.why for one in settled.settled] == ["会议决定", "会议决定"]


def test_an_empty_list_is_not_settled(office):
    fresh = keeping.award_list(office.store, surveyed(office))
    with pytest.raises(NotAllowedError, match="还没有人"):
        keeping.settle(office.store, surveyed(office), fresh, by=office.by)


def test_undo_makes_the_list_what_it_was(office, held):
    changed = keeping.save_plan(office.store, held, replace(PLAN, without_quota=True), by=office.by)
    keeping.put_back(office.store, held, changed.key, by=office.by)
    assert keeping.award_list(office.store, surveyed(office)).plan == PLAN
    keeping.put_back(office.store, None, changed.key, by=office.by)
    assert keeping.award_list(office.store, surveyed(office)).when is None


@pytest.mark.parametrize(
    "grades", [(Grade(" "),), (Grade("一等奖"), Grade("一等奖")), (Grade("一等奖", places=-1),)]
)
def test_a_plan_that_says_nothing_clear_is_refused(office, held, grades):
    with pytest.raises(FieldError):
        keeping.save_plan(office.store, held, replace(PLAN, grades=grades), by=office.by)


def test_the_table_shows_everyone_with_what_was_decided(office, held):
    other = Decision("other:单位:县气象台", "先进单位", "支持有力", name="县气象台")
    kept = keeping.decide(office.store, held, other, by=office.by)
    now = surveyed(office)
    rows = board(keeping.proposals(now, kept.plan), keeping.rows(now, kept), kept)
    assert [(one.name, one.proposed, one.given, one.state) for one in rows[:2]] == [
        ("云岭县教育局", "先进单位", "先进单位", "● 照办法"),
        ("云岭县水利局", "", "", "— 不评"),
    ]
    assert (rows[-1].name, rows[-1].state) == ("县气象台", "◆ 人工改定")
