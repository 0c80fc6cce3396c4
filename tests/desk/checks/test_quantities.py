"""Quantities: what figures a text holds and what they say."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checks.passage import Passage
from desk.checks.quantities.model import Hedge, Role, Trend


def read(text):
    return Passage(text).quantities


def printed(text):
    return [text[one.start : one.end] for one in read(text)]


def only(text):
    (quantity,) = read(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收入1.2亿元", 120_000_000, "元"),
        ("补贴2,300元", 2300, "元"),
        ("参保12.6万人", 126_000, "人"),
        ("走访120名群众", 120, "人"),
        ("提高三个百分点", 3, "个百分点"),
        ("占三成", 30, "%"),
        ("完成八成半", 85, "%"),
        ("占四分之三", 75, "%"),
        ("占百分之四十", 40, "%"),
        ("占一半", 50, "%"),
        ("翻两番", 2, "番"),
        ("增长1.5倍", Fraction(3, 2), "倍"),
        ("死亡率3.2‰", Fraction(32, 10), "‰"),
        ("用时1小时40分", 100, "分钟"),
        ("修路158千米", 158, "公里"),
    ],
)
def test_value_and_unit_are_exact(text, value, unit):
    quantity = only(text)
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "2026年9月12日8时30分",
        "1—9月",
        "截至10月20日",
        "第3次会议",
        "云政发〔2026〕8号",
        "执行GB/T 9704—2012",
        "拨打12345热线",
        "电话0875-5122119",
        "PM2.5下降",
        "前8个月",
        "8:30至20:30",
        "三次产业结构为20.0∶35.0∶45.0",
        "“3·15”活动",
        "《2026年3项任务》",
        "1.加强领导",
        "三成立",
        "2023—2025年",
        "G320国道",
        "12345678901234567",
    ],
)
def test_figures_that_count_nothing_are_none(text):
    assert printed(text) == []


def test_place_takes_in_the_unit_but_not_the_hedge():
    text = "受益群众近1.2万余户，约占30%左右。"
    assert printed(text) == ["1.2万余户", "30%"]
    assert [one.hedge for one in read(text)] == [Hedge.ABOVE, Hedge.ABOUT]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("近300户", Hedge.BELOW),
        ("附近300户", Hedge.NONE),
        ("300余户", Hedge.ABOVE),
        ("超过300户", Hedge.ABOVE),
        ("不超过300户", Hedge.BELOW),
        ("约300户", Hedge.ABOUT),
        ("300户以上", Hedge.ABOVE),
        ("300户", Hedge.NONE),
    ],
)
def test_hedges_soften_figures(text, hedge):
    assert only(text).hedge is hedge


def test_a_count_is_exact_and_a_rounded_figure_is_not():
    assert (only("300户").low, only("300户").high) == (300, 300)
    rounded = only("6.8万吨")
    assert (rounded.low, rounded.high) == (67_500, 68_500)


def test_a_hedge_reaches_only_its_own_way():
    few, many = only("近300户"), only("1,200余户")
    assert few.low < 300 <= few.high <= 300
    assert many.low == 1200
    assert 1299 < many.high <= 1400


def test_roles_of_a_change():
    text = "由上年同期的820万元增至984万元，同比增加164万元，增长20%，翻一番。"
    roles = [Role.FROM, Role.TO, Role.BY, Role.RATE, Role.RATE]
    assert [one.role for one in read(text)] == roles


def test_a_figure_that_one_is_compared_with_is_where_it_came_from():
    text = "受理384件，比去年同期的480件减少96件，下降20%；去年同期为480件。"
    roles = [Role.LEVEL, Role.FROM, Role.BY, Role.RATE, Role.FROM]
    assert [one.role for one in read(text)] == roles
    assert [one.trend for one in read(text)][2:4] == [Trend.DOWN, Trend.DOWN]


def test_shares_and_means():
    text = "应参保12.6万人，参保率96.8%，占总数的三成，户均2,300元。"
    assert [one.role for one in read(text)] == [Role.LEVEL, Role.SHARE, Role.SHARE, Role.MEAN]


def test_nouns_in_front_and_behind():
    income, firms = read("1—9月，全县完成固定资产投资9.84亿元，12家企业增资。")
    assert income.subject.endswith("固定资产投资")
    assert firms.object.startswith("企业")


def test_period_is_the_one_in_force_not_the_one_compared_with():
    now, then, more = read("1—9月，收入9.8亿元，比去年同期的9亿元增加0.8亿元。")
    assert (now.period, then.period, more.period) == ("1—9月", "去年同期", "1—9月")


def test_parts_stand_behind_among_them():
    assert [one.is_part for one in read("共30个，其中新建12个。另有5个。")] == [False, True, False]


def test_ends_of_a_range_are_marked():
    assert [one.is_range for one in read("每户补助3万—5万元，共20户。")] == [True, True, False]


@given(st.integers(0, 10**9), st.integers(0, 4), st.sampled_from(["", "万", "亿"]))
def test_any_printed_figure_is_read_back(number, places, scale):
    value = Fraction(number, 10**places)
    digits = f"{number // 10**places:,}"
    decimals = f".{number % 10**places:0{places}d}" if places else ""
    quantity = only(f"完成投资{digits}{decimals}{scale}元。")
    assert quantity.value == value * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert quantity.places == places
    assert quantity.low <= quantity.value <= quantity.high


@given(st.text(max_size=80))
def test_quantities_of_any_text_lie_in_order_within_it(text):
    found = read(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= later.start for one, later in pairwise(found))
