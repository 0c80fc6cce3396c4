"""Moments are typed as they come to hand."""

from datetime import UTC, datetime

import pytest

from desk.emergencies.times import read_moment, span, told
from desk.errors import FieldError

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)  # 9:30 on 15 July in the office


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8:40", "2026-07-15T08:40"),
        ("8：40", "2026-07-15T08:40"),
        ("0840", "2026-07-15T08:40"),
        ("8点半", "2026-07-15T08:30"),
        ("8时", "2026-07-15T08:00"),
        ("23:40", "2026-07-14T23:40"),
        ("昨天23点", "2026-07-14T23:00"),
        ("昨晚11点", "2026-07-14T23:00"),
        ("昨天下午3点20分", "2026-07-14T15:20"),
        ("今早7点", "2026-07-15T07:00"),
        ("14日8时40分", "2026-07-14T08:40"),
        ("7月13日 0930", "2026-07-13T09:30"),
        ("2026-07-13 09:30", "2026-07-13T09:30"),
        ("7.13 9:30", "2026-07-13T09:30"),
        ("现在", "2026-07-15T09:30"),
        ("10分钟前", "2026-07-15T09:20"),
        ("2小时前", "2026-07-15T07:30"),
    ],
)
def test_a_moment_is_read_as_the_clerk_says_it(typed, meant):
    found = read_moment("known", "接报", typed, NOW)
    assert found == datetime.fromisoformat(f"{meant}+08:00")


@pytest.mark.parametrize("typed", ["25:00", "8:61", "不知道", "40日8:00"])
def test_what_is_no_time_is_refused_with_examples(typed):
    with pytest.raises(FieldError, match="看不出是几点"):
        read_moment("known", "接报", typed, NOW)


def test_a_moment_to_come_is_refused():
    with pytest.raises(FieldError, match="还没有到"):
        read_moment("known", "接报", "今天 17:00", NOW)


@pytest.mark.parametrize("typed", ["8:40", "昨天23:40", "7月13日9:30", "2025年7月13日9:30"])
def test_what_is_shown_can_be_typed_again(typed):
    assert told(read_moment("known", "接报", typed, NOW), NOW) == typed


def test_a_length_is_never_negative():
    assert span(NOW - datetime(2026, 7, 16, tzinfo=UTC)) == "0 分钟"
