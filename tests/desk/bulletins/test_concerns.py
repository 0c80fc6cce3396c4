from dataclasses import replace
from datetime import date

import pytest

from desk.bulletins.concerns import concerns
from desk.bulletins.passage import Flag, FlagKind


@pytest.fixture
def survey(surveyed):
    """A third quarter that is over and not closed."""
    return surveyed("5")


def flag(kind):
    return Flag("a", kind, 0, 2, "21", "20", "")


def test_an_open_period_is_told(survey):
    assert concerns(survey, ()) == ("2026年第三季度还没有结账，以后补记会改变这些数。",)


def test_a_period_that_goes_on_is_told(survey):
    early = replace(survey, today=date(2026, 9, 1))
    assert concerns(early, ()) == ("2026年第三季度还没有过完，数字以后还会变。",)


def test_what_was_changed_by_hand_or_later_is_counted_and_what_cannot_be_checked_is_not(survey):
    told = concerns(survey, [flag(kind) for kind in (*FlagKind, FlagKind.HAND)])
    assert told[1:] == (
        "有 2 处手改和台账不一致，还没有注明理由。",
        "有 1 处数据已变，还没有更新。",
    )
