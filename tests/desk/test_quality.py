"""What each unit sent, and what became of it."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from desk.drafts import Status
from desk.errors import NotAllowedError
from desk.quality import quality
from desk.starting import complete

FIRST, LAST = date(2026, 7, 1), date(2026, 7, 31)
NOON = datetime(2026, 7, 15, 4, tzinfo=UTC)


@pytest.fixture
def of(office):
    """The figures of 县教育局 (0) or 县水利局 (1) in July."""

    def read(place=0):
        found = quality(office.store, FIRST, LAST)
        return next(one for one in found.units if one.unit.id == office.units[place].id)

    return read


def test_what_became_of_a_units_drafts_is_counted(office, of):
    for number, status in enumerate((Status.RELEASED, Status.RETURNED, Status.NEW)):
        office.draft(f"{number}", status=status)
    assert (of().received, of().adopted, of().waiting) == (3, 1, 1)
    assert of().adoption_rate == Fraction(1, 3)


def test_reasons_are_counted_by_code_the_most_frequent_first(office, of):
    for number, code in enumerate(("T01", "T05", "T05")):
        office.draft(f"{number}", status=Status.RETURNED, reason=code)
    assert list(of().by_reason.items()) == [("T05", 2), ("T01", 1)]
    assert of().alike == 2


def test_late_is_what_came_after_its_clock_had_run_out(office, of):
    office.draft("早", due=NOON + timedelta(1), received=NOON)
    office.draft("晚", due=NOON - timedelta(1), received=NOON)
    office.draft("没有时限", received=NOON)
    assert of().late == 1


def test_a_joint_draft_counts_for_each_of_its_units(office, of):
    office.draft(unit_ids=tuple(unit.id for unit in office.units))
    assert [of(place).received for place in (0, 1)] == [1, 1]


def test_only_what_came_in_those_days_counts(office, of):
    office.draft("六月", received=datetime(2026, 6, 30, 3, tzinfo=UTC))
    office.draft("月底", received=datetime(2026, 7, 31, 3, tzinfo=UTC))
    assert of().received == 1


def test_a_unit_that_sent_nothing_is_listed_last_without_a_rate(office):
    office.draft()
    found = quality(office.store, FIRST, LAST)
    assert [one.unit.short for one in found.units] == ["县教育局", "县水利局"]
    assert found.units[1].adoption_rate is None


def test_a_reason_says_itself_in_words(office):
    complete(office.store, by=office.by)
    assert quality(office.store, FIRST, LAST).reasons["T01"].text == "要素不全"


def test_swapped_days_are_refused(office):
    with pytest.raises(NotAllowedError, match="对调"):
        quality(office.store, LAST, FIRST)
