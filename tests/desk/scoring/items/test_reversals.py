from dataclasses import replace
from decimal import Decimal

from desk.facts import FactKind
from desk.scoring.clauses.items import Ground, Points, Repeat


def test_taking_the_best_use_back_restores_the_next_best(lines, adopted, back):
    low, high = adopted(1, 3), adopted(4, 5)
    found = lines([Repeat()], low, high, back(high))
    assert [line.points for line in found] == [4, 10, -4, -10, 4]
    assert found[3].text == "冲销：《省每日要情》采用，单条 10 分（更正）"
    assert found[4].text == "恢复：3月9日《每日要情》原计 0 分，现计 4 分"


def test_taking_back_what_was_not_paid_changes_nothing(lines, adopted, back):
    low, high = adopted(1, 3), adopted(4, 5)
    found = lines([Repeat()], low, high, back(low))
    assert [line.points for line in found] == [4, 10, -4, 0]
    assert "先前已不计分" in found[3].text


def test_the_turns_move_up_when_an_earlier_one_is_taken_back(points, happened, back):
    rows = [Points(points=(Decimal(10), Decimal(5)), matter=FactKind.INSTRUCTION)]
    first, second = (happened(FactKind.INSTRUCTION, month) for month in (1, 2))
    assert points(rows, first, second, back(first)) == [10, 5, -10, 5]


def test_what_hangs_on_points_taken_back_goes_with_them(points, adopted, happened, back):
    rows = [Points(ground=Ground.ADOPTIONS, matter=FactKind.INSTRUCTION)]
    used = adopted(1, 1)
    assert points(rows, used, happened(FactKind.INSTRUCTION, 2), back(used)) == [4, 4, -4, -4]


def test_a_second_reversal_takes_nothing_more(lines, adopted, back):
    used = adopted(1, 1)
    again = replace(back(used, 7), id=900)
    found = lines([], used, back(used), again)
    assert [line.points for line in found] == [4, -4, 0]
    assert "先前已经冲销" in found[2].text


def test_a_reversal_that_names_no_fact_takes_back_an_equal_one(points, adopted, back):
    low, high = adopted(1, 3), adopted(4, 5)
    assert points([Repeat()], low, high, replace(back(high), reverses=0)) == [4, 10, -4, -10, 4]


def test_what_is_taken_back_from_outside_counts_by_itself(points, adopted, back):
    assert points([Repeat()], adopted(4, 3), back(adopted(1, 2))) == [10, -4]


def test_counts_are_taken_back_too(reckon, adopted, back):
    used = adopted(1, 1)
    first, second = reckon([], used, back(used))
    assert (first.weight, second.weight) == (1, -1)
    assert (first.averaged, second.averaged) == (1, -1)
