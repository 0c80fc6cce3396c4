from decimal import Decimal

import pytest

from desk.reports.charts.axis import Axis, axis_of


def test_bars_begin_at_zero():
    assert axis_of([Decimal(3), Decimal(9)]).low == 0


def test_one_far_ahead_of_many_is_cut():
    axis = axis_of([*range(1, 20), 500])
    assert 19 < axis.high < 60


def test_one_of_few_is_not_cut():
    assert axis_of([1, 2, 11]).high >= 11


def test_targets_are_always_shown():
    assert axis_of([1, 2, 3], [40]).high >= 40


def test_negative_points_have_room_left_of_zero():
    assert axis_of([5, -3]).low <= -3


@pytest.mark.parametrize("values", [(), (0, 0, 0)])
def test_all_zeros_still_make_an_axis(values):
    assert axis_of(values).high > 0


def test_ticks_are_round_and_hold_zero():
    told = [words for _at, words in Axis(-30, 110, "%").ticks(8)]
    assert told == ["-20%", "0%", "20%", "40%", "60%", "80%", "100%"]


def test_small_ticks_have_decimals():
    assert [words for _at, words in Axis(0, 1).ticks(5)] == ["0", "0.2", "0.4", "0.6", "0.8", "1"]


def test_there_are_no_half_items():
    axis = axis_of([0, 1, 2], whole=True)
    assert [words for _at, words in axis.ticks(9)] == ["0", "1", "2"]
