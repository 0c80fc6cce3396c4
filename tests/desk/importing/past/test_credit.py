from fractions import Fraction

import pytest

from desk.errors import DeskError
from desk.importing.past.credit import Stake, stakes
from desk.parts import PartRole

MAIN, SECOND = PartRole.MAIN, PartRole.SECOND
NAMES = frozenset({"财政局", "水利局", "镇政府（街道）"})


def read(units, parts="", shares=""):
    return stakes(units, parts, shares, NAMES.__contains__)


def test_units_may_be_marked_as_leading_beside_their_names():
    assert read("财政局（主）、水利局") == (Stake("财政局", MAIN), Stake("水利局"))
    assert read("财政局(牵头)、水利局（协）") == (Stake("财政局", MAIN), Stake("水利局", SECOND))


def test_shares_may_stand_beside_the_names_too():
    assert read("财政局（主，60%）、水利局（协，40%）") == (
        Stake("财政局", MAIN, Fraction(3, 5)),
        Stake("水利局", SECOND, Fraction(2, 5)),
    )


def test_brackets_that_are_a_part_of_the_name_stay():
    assert read("镇政府（街道）、财政局") == (Stake("镇政府（街道）"), Stake("财政局"))
    assert read("农场（第九分场）") == (Stake("农场（第九分场）"),)


@pytest.mark.parametrize("text", ["60、40", "60%、40%", "6:4", "0.6、0.4", "3/5、2/5", "60：40"])
def test_shares_in_a_column_of_their_own(text):
    assert [one.share for one in read("财政局、水利局", "主、协", text)] == [
        Fraction(3, 5),
        Fraction(2, 5),
    ]


def test_one_unit_of_several_rows_has_its_own_share():
    assert read("财政局", "主", "60") == (Stake("财政局", MAIN, Fraction(3, 5)),)


@pytest.mark.parametrize(
    ("parts", "shares", "sentence"),
    [
        ("主", "", "主协“主”有 1 个，单位有 2 个"),
        ("主、从", "", "主协“从”认不出来"),
        ("", "60", "份额“60”有 1 个，单位有 2 个"),
        ("", "60、30", "份额合计是 90%，应当正好 100%"),
        ("", "60、多", "份额“多”认不出来"),
    ],
)
def test_what_does_not_fit_is_said(parts, shares, sentence):
    with pytest.raises(DeskError, match=sentence):
        read("财政局、水利局", parts, shares)
