"""Laws of arithmetic checks: right figures, however printed, are never found; wrong ones are."""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desk.checks.passage import Passage
from desk.checks.rule import Severity
from desk.checks.rules.arithmetic import growth_rate, mean, percentage_points, share
from desk.checks.sums import decimal

COUNTS = st.integers(10, 10**6)
PLACES = st.integers(0, 3)


def graver_than_hints(rule, text):
    found = rule.RULE.check(Passage(text))
    return [hit for hit in found if hit.severity is not Severity.INFO]


def grown(then, now, rate):
    word = "增长" if now > then else "下降"
    verb = "增至" if now > then else "降至"
    return f"受理事项由{then}件{verb}{now}件，{word}{rate}%。"


@settings(deadline=None)
@given(COUNTS, COUNTS, PLACES)
def test_a_right_growth_rate_is_never_found(then, now, places):
    assume(then != now)
    rate = decimal(abs(Fraction(100 * (now - then), then)), places)
    assert not graver_than_hints(growth_rate, grown(then, now, rate))


@settings(deadline=None)
@given(COUNTS, COUNTS, PLACES, st.integers(2, 500))
def test_a_wrong_growth_rate_is_always_found(then, now, places, off):
    assume(then != now and then < 50 * now and now < 50 * then)
    right = abs(Fraction(100 * (now - then), then))
    wrong = decimal(right + Fraction(off, 10**places), places)
    (hit,) = graver_than_hints(growth_rate, grown(then, now, wrong))
    assert hit.fix == f"{decimal(right, places)}%"


@settings(deadline=None)
@given(st.integers(10**5, 10**7), st.integers(1, 10**7), PLACES, PLACES)
def test_amounts_rounded_to_any_place_never_belie_their_growth(then, more, places, rate_places):
    rate = decimal(Fraction(100 * more, then), rate_places)
    printed = [decimal(Fraction(one, 10**4), places) for one in (then, then + more)]
    text = f"销售收入由{printed[0]}万元增加到{printed[1]}万元，增长{rate}%。"
    assert not graver_than_hints(growth_rate, text)


@settings(deadline=None)
@given(COUNTS, st.integers(0, 10**6), PLACES)
def test_a_right_share_is_never_found(part, more, places):
    whole = part + more
    rate = decimal(Fraction(100 * part, whole), places)
    text = f"共排查隐患{whole}处，已整改{part}处，整改率{rate}%。"
    assert not graver_than_hints(share, text)


@settings(deadline=None)
@given(st.integers(1000, 10**6), st.integers(10, 500), st.integers(2, 400))
def test_a_wrong_share_is_always_found(whole, thousandths, off):
    part = whole * thousandths // 1000
    right = Fraction(100 * part, whole)
    wrong = decimal(right + Fraction(off, 10), 1)
    text = f"共排查隐患{whole}处，已整改{part}处，整改率{wrong}%。"
    assert [hit.fix for hit in graver_than_hints(share, text)] == [f"{decimal(right, 1)}%"]


@settings(deadline=None)
@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 200))
def test_points_are_found_exactly_where_they_are_off(then, now, off):
    assume(then != now)
    word = "提高" if now > then else "下降"
    right = Fraction(abs(now - then), 10)
    printed = [decimal(Fraction(one, 10), 1) for one in (then, now)]
    points = decimal(right + Fraction(off, 10), 1)
    text = f"参保率由{printed[0]}%{word}到{printed[1]}%，{word}{points}个百分点。"
    assert bool(graver_than_hints(percentage_points, text)) is (off > 1)


@settings(deadline=None)
@given(st.integers(1, 9999), st.integers(2, 9999), st.integers(0, 300))
def test_means_are_found_exactly_where_they_are_off(each, count, off):
    assume(off != 1)  # may be rounding
    text = f"发放补贴{each * count}元，惠及农户{count}户，户均{each + off}元。"
    assert bool(graver_than_hints(mean, text)) is (off > 0)
