import pytest

from desk.reports.charts.measure import elided, ems, label, width, wrapped
from desk.units import Unit


def test_a_chinese_character_is_one_em_wide():
    assert ems("国") == 1
    assert 0.4 < ems("8") < 0.7


def test_what_fits_is_not_cut():
    assert elided("云岭县", width("云岭县", 9), 9) == "云岭县"


@pytest.mark.parametrize("room", [0, 5, 10, 20])
def test_what_is_cut_fits_with_its_ellipsis(room):
    told = elided("国家现代农业科技示范园区", room, 9)
    assert told.endswith("…")
    assert told == "…" or width(told, 9) <= room


def test_lines_fit_and_lose_nothing():
    text = "序时进度75%；60个单位中，落后28个，挂零6个。" * 5
    lines = wrapped(text, 60, 9)
    assert "".join(lines) == text
    assert all(line[0] not in "，。；" for line in lines)
    assert all(width(line, 9) <= 60 + width("。。", 9) for line in lines)


def test_only_short_names_longer_than_fourteen_characters_are_cut():
    assert label(Unit("全称", "国家现代农业科技示范园管委会", 1)) == "国家现代农业科技示范园管委会"
    assert label(Unit("全称", "国家现代农业科技示范园区管委会", 1)) == "国家现代农业科技示范园区管…"
    assert label(Unit("云岭县财政局", "", 1)) == "云岭县财政局"
