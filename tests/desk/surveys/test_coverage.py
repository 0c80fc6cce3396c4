"""The coverage map: who wrote on what, who is silent, what nobody writes on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desk.facts import Fact, FactKind, Particulars
from desk.surveys.coverage import UNCLASSIFIED, Amount, Depth, coverage, depth_of
from desk.surveys.survey import Record, Survey

SENT, ADOPTED = FactKind.SUBMISSION, FactKind.ADOPTION


@pytest.fixture
def told(surveyed) -> Callable[..., Survey]:
    """The office of five units, with only the records given: unit's place, kind, day, title …"""

    def make(*happened) -> Survey:
        survey = surveyed("5")
        units = {}
        for at, one in enumerate(survey.units):
            records = tuple(
                Record(
                    Fact(kind, date(2026, *day), one.unit.id, title, "test", **more),
                    one.unit,
                    topics=topics,
                )
                for place, kind, day, title, topics, more in happened
                if place == at
            )
            units[one.unit.id] = replace(one, records=records)
        groups = tuple(
            replace(group, units=tuple(units[one.unit.id] for one in group.units))
            for group in survey.groups
        )
        return replace(survey, groups=groups, topics=("三农", "防汛抗旱"))

    return make


def test_an_item_counts_once_however_often_it_is_adopted(told):
    survey = told(
        (0, SENT, (7, 3), "春耕有序", ("三农",), {}),
        (0, ADOPTED, (7, 6), "春耕有序", ("三农",), {}),
        (0, ADOPTED, (8, 9), "春耕 有序", ("三农",), {}),
    )
    held = coverage(survey)
    unit = held.units[0]
    assert held.by_topic[unit.id, "三农"] == Amount(1, 1)
    assert held.by_month == {(unit.id, date(2026, 7, 1)): Amount(1, 1)}
    assert held.of_unit(unit.id) == held.total == Amount(1, 1)


def test_what_was_sent_before_counts_as_adopted_only(told):
    survey = told(
        (0, SENT, (6, 29), "春耕有序", ("三农",), {}),
        (0, ADOPTED, (7, 6), "春耕有序", ("三农",), {}),
    )
    assert coverage(survey).total == Amount(0, 1)


def test_an_item_of_two_topics_counts_under_both_and_once_in_all(told):
    held = coverage(told((0, SENT, (7, 3), "抗旱保春耕", ("三农", "防汛抗旱"), {})))
    assert held.of_topic("三农") == held.of_topic("防汛抗旱") == held.total == Amount(1)
    assert held.topics == ("三农", "防汛抗旱")


def test_what_has_no_topic_is_unclassified_and_an_old_ledgers_marks_name_one(told):
    held = coverage(
        told(
            (0, SENT, (7, 3), "查档服务", (), {}),
            (1, SENT, (7, 4), "插秧", (), {"particulars": Particulars(tags=("三农", "转载"))}),
        )
    )
    assert held.topics[-1] == UNCLASSIFIED
    assert held.unclassified == held.of_topic("三农") == Amount(1)


def test_silent_units_sent_nothing_and_their_last_item_is_told(told):
    survey = told(
        (0, SENT, (7, 3), "春耕有序", (), {}),
        (1, SENT, (3, 5), "早先的", (), {}),
        (2, ADOPTED, (7, 8), "早先送的", (), {}),
    )
    silent = {one.unit.id: one.last for one in coverage(survey).silent}
    first, second, *others = (one.unit.id for one in survey.units)
    assert first not in silent
    assert silent[second] == date(2026, 3, 5)
    assert [silent[one] for one in others] == [None, None, None]


def test_neglected_topics_name_who_used_to_send_on_them(told):
    survey = told(
        (0, SENT, (2, 3), "抗旱一", ("防汛抗旱",), {}),
        (1, SENT, (2, 4), "抗旱二", ("防汛抗旱",), {}),
        (1, SENT, (7, 5), "抗旱三", ("防汛抗旱",), {}),
        (0, SENT, (7, 5), "春耕", ("三农",), {}),
        (0, ADOPTED, (7, 9), "春耕", ("三农",), {}),
    )
    held = coverage(survey)
    (only,) = held.neglected()
    units = [one.unit for one in survey.units]
    assert (only.topic, only.amount) == ("防汛抗旱", Amount(1))
    assert only.askable == (units[1], units[0])
    assert [one.topic for one in held.neglected(2)] == ["防汛抗旱", "三农"]


def test_news_and_research_are_told_apart_by_form_then_kind():
    def depth(**told):
        fact = Fact(SENT, date(2026, 7, 1), 1, "", "", particulars=Particulars(**told))
        return depth_of(fact)

    assert depth(form="调研报告", kind="动态型") is Depth.RESEARCH
    assert depth(kind="问题型") is Depth.RESEARCH
    assert depth(kind="动态型") is Depth.NEWS
    assert depth(kind="措施型") is Depth.OTHER
    assert depth() is Depth.UNKNOWN


@pytest.mark.parametrize("shape", ["5", "200", "zeros"])
def test_the_sums_by_month_and_of_all_items_are_the_same(surveyed, shape):
    held = coverage(surveyed(shape))
    assert sum((held.of_unit(one.id) for one in held.units), Amount()) == held.total
    assert sum((one for one in held.mix.values()), Amount()) == held.total
