from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.facts import FactKind
from desk.scoring.clauses.items import Gate, Loss, Points, Policy, Reach, Repeat, Scope
from desk.scoring.items.booking import events

HIGHEST = Repeat(policy=Policy.HIGHEST)


def test_without_a_row_every_use_counts(points, adopted):
    assert points([], adopted(1), adopted(4)) == [4, 10]


def test_the_higher_use_takes_back_the_lower_on_its_own_day(lines, adopted):
    low, high = adopted(1, 3), adopted(4, 5)
    first, second, taken = lines([HIGHEST], low, high)
    assert [first.points, second.points, taken.points] == [4, 10, -4]
    assert (taken.day, taken.earlier, taken.publication) == (date(2026, 5, 9), low, "每日要情")
    assert taken.text == (
        "冲回：3月9日《每日要情》原计 4 分，现计 0 分"
        "（同一条信息取最高，按《省每日要情》 10 分计，这一次不计）"
    )


def test_the_lower_use_after_the_higher_earns_nothing_and_says_why(lines, adopted):
    _, second = lines([HIGHEST], adopted(4, 3), adopted(1, 5))
    assert second.points == 0
    assert "同一条信息取最高" in second.text


def test_of_equal_uses_the_earlier_counts(points, adopted):
    assert points([HIGHEST], adopted(1, 3), adopted(1, 5)) == [4, 0]


def test_only_the_first_use_counts_where_the_scheme_says_so(points, adopted):
    assert points([Repeat(policy=Policy.FIRST)], adopted(1, 3), adopted(4, 5)) == [4, 0]


@pytest.mark.parametrize(
    ("scope", "uses", "total"),
    [
        (Scope.ALL, (1, 3, 4), 10),
        (Scope.TIER, (1, 1, 3), 10),
        (Scope.CLASS, (1, 3, 4), 16),
        (Scope.CLASS, (4, 4), 20),
        (Scope.CARRIER, (1, 1, 4), 14),
    ],
)
def test_uses_are_compared_within_the_scope(points, adopted, scope, uses, total):
    facts = [adopted(carrier, 3, at) for at, carrier in enumerate(uses, 1)]
    assert sum(points([Repeat(scope=scope)], *facts)) == total


def test_instructions_are_compared_by_level_apart_from_adoptions(points, adopted, happened):
    rows = [
        Points(points=(Decimal(20),), matter=FactKind.INSTRUCTION),
        Repeat(matter=FactKind.INSTRUCTION, scope=Scope.TIER),
    ]
    levels = ("市级", "市级", "省级")
    facts = [happened(FactKind.INSTRUCTION, day=at, level=one) for at, one in enumerate(levels, 1)]
    assert points(rows, adopted(1, 1), *facts) == [4, 20, 0, 20]


def test_what_is_not_paid_is_not_counted_unless_told(reckon, adopted):
    facts = [adopted(1, 3), adopted(4, 5)]
    events_ = reckon([HIGHEST], *facts)
    assert [event.counts for event in events_] == [
        ((facts[0], 1),),
        ((facts[1], 1), (facts[0], -1)),
    ]
    assert sum(event.averaged for event in events_) == 1
    both = reckon([replace(HIGHEST, counts_items=False)], *facts)
    assert sum(weight for event in both for _, weight in event.counts) == 2


def test_the_next_year_begins_anew_unless_the_item_is_remembered(basis, scheme, adopted):
    facts = [adopted(1, 12, item="甲"), adopted(1, 1, year=2027, item="甲")]

    def total(repeat):
        office = replace(basis, schemes=[replace(scheme, clauses=(repeat,))])
        return sum(line.points for event in events(facts, office) for line in event.lines)

    assert total(HIGHEST) == 8
    assert total(replace(HIGHEST, reach=Reach.EVER)) == 4


def test_a_year_begins_with_the_month_of_the_scheme(points, adopted):
    assert points([HIGHEST], adopted(1, 7), adopted(1, 8), start_month=8) == [4, 4]


def test_what_does_not_count_stands_in_nobodys_way(points, adopted, asking):
    gate = Gate(when=asking(标记="未签审"))
    assert points([gate, HIGHEST], adopted(4, 3, tags=("未签审",)), adopted(1, 5)) == [0, 4]


def test_one_title_is_one_item_whatever_its_marks(points, adopted):
    same = adopted(4, 5, title="春耕 备耕：有序推进！")
    assert sum(points([HIGHEST], adopted(1, 3), same)) == 10


def test_a_named_original_goes_before_the_title(points, adopted):
    facts = [
        adopted(1, 3, item="甲"),
        adopted(1, 4, item="乙"),
        adopted(4, 5, title="新", item="甲"),
    ]
    assert points([HIGHEST], *facts) == [4, 4, 10, -4]


def test_things_without_a_name_stand_alone(points, adopted):
    assert points([HIGHEST], adopted(1, 3, title=""), adopted(4, 5, title="")) == [4, 10]


def test_units_do_not_share_items(points, adopted):
    assert points([HIGHEST], adopted(1, 3), adopted(4, 5, unit_id=2)) == [4, 10]


def test_an_adoption_replaces_what_was_given_for_sending_in(lines, adopted, happened, back):
    rows = [
        Points(points=(Decimal(5),), matter=FactKind.SUBMISSION, replaced_by=(FactKind.ADOPTION,))
    ]
    sent, used = happened(FactKind.SUBMISSION, 2), adopted(1, 3)
    found = lines(rows, sent, used, back(used))
    assert [line.points for line in found] == [5, 4, -5, -4, 5]
    assert found[4].text.startswith("恢复：2月9日报送原计 0 分，现计 5 分")


def test_sending_in_after_the_adoption_earns_nothing(points, adopted, happened):
    rows = [
        Points(points=(Decimal(5),), matter=FactKind.SUBMISSION, replaced_by=(FactKind.ADOPTION,))
    ]
    assert points(rows, adopted(1, 3), happened(FactKind.SUBMISSION, 4)) == [4, 0]


def test_an_adoption_that_does_not_count_replaces_nothing(points, adopted, happened, asking):
    rows = [
        Points(points=(Decimal(5),), matter=FactKind.SUBMISSION, replaced_by=(FactKind.ADOPTION,)),
        Gate(when=asking(渠道="网站")),
    ]
    assert points(rows, happened(FactKind.SUBMISSION, 2), adopted(1, 3, channel="网站")) == [5, 0]


@pytest.mark.parametrize(
    ("loss", "given", "weight"), [(Loss.POINTS, 0, 1), (Loss.COUNT, 4, 0), (Loss.BOTH, 0, 0)]
)
def test_a_gate_takes_points_or_the_count_or_both(reckon, adopted, asking, loss, given, weight):
    gate = Gate(loss=loss, when=asking(字数="<100"), why="字数不足")
    (event,) = reckon([gate], adopted(words=99))
    assert [line.points for line in event.lines] == [given]
    assert (event.weight, event.gate) == (weight, "字数不足")


def test_a_gate_says_why_in_the_line(lines, happened, asking):
    gate = Gate(when=asking(标记="未签审"), why="未经分管领导签名")
    (line,) = lines([gate], happened(FactKind.SUBMISSION, tags=("未签审",)))
    assert line.text == "报送，不计分和条：未经分管领导签名"
