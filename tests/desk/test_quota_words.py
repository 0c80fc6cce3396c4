"""Parts and changes of quotas, typed as lines."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import FieldError
from desk.quota_words import change_lines, changes_of, sub_lines, subs_of
from desk.units import QuotaChange, SubQuota

NAMES = st.sampled_from(["参阅类", "省级", "综合类信息"])
POINTS = st.decimals(0, 999, places=1).map(lambda one: one.normalize() + 0)


def test_a_part_is_read_with_its_figures():
    assert subs_of("参阅类 2条\n省级：8.5 分\n\n综合 4分 1条") == (
        SubQuota("参阅类", items=2),
        SubQuota("省级", Decimal("8.5")),
        SubQuota("综合", Decimal(4), 1),
    )


def test_a_change_is_read_with_its_day_and_reason():
    assert changes_of("2026年9月1日起 20分 职能划出\n2026-07-01 30分 8条 机构合并") == (
        QuotaChange(date(2026, 7, 1), Decimal(30), 8, reason="机构合并"),
        QuotaChange(date(2026, 9, 1), Decimal(20), reason="职能划出"),
    )


@pytest.mark.parametrize("line", ["参阅类", "2条", "参阅类 两条"])
def test_a_part_that_says_too_little_is_refused_with_an_example(line):
    with pytest.raises(FieldError, match="例如：参阅类 2条"):
        subs_of(line)


@pytest.mark.parametrize(
    "line", ["30分 合并", "2026-07-01 合并", "2026-07-01 30分", "2026-13-01 3分 因"]
)
def test_a_change_that_says_too_little_is_refused_with_an_example(line):
    with pytest.raises(FieldError, match="2026-07-01 30分 8条"):
        changes_of(line)


@given(
    st.lists(
        st.builds(SubQuota, NAMES, POINTS, st.integers(0, 99)).filter(
            lambda one: one.points or one.items
        )
    )
)
def test_parts_come_back_as_they_were_written(subs):
    assert subs_of(sub_lines(subs)) == tuple(subs)


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), unique=True).map(sorted), POINTS)
def test_changes_come_back_as_they_were_written(days, points):
    changes = tuple(QuotaChange(day, points, 3, reason="调整") for day in days)
    assert changes_of(change_lines(changes)) == changes
