"""Numbers given up and days skipped."""

from datetime import date

import pytest

from desk.errors import NotAllowedError
from desk.issues import Series
from desk.voids import Row, SkippedDay, VoidNumber


@pytest.fixture
def void(publication, now):
    return VoidNumber(Row(publication.id, 2026, Series.REGULAR), 8, "印刷前取消", "王敏", now)


def test_a_void_number_comes_back_with_its_reason_until_it_is_forgotten(work, void):
    work.voids.add(void)
    assert work.voids.of(void.row.publication_id) == work.voids.in_row(void.row) == [void]
    assert work.voids.in_row(Row(void.row.publication_id, 2026, Series.SUPPLEMENT)) == []
    work.voids.delete(void.row, 8)
    assert work.voids.of(void.row.publication_id) == []


def test_a_number_is_void_once(work, void):
    work.voids.add(void)
    with pytest.raises(NotAllowedError, match="第8期已经记为空号"):
        work.voids.add(void)


def test_a_skipped_day_keeps_its_last_reason(work, publication, now):
    day = date(2026, 7, 15)
    for reason in ("停刊", "并入下一期"):
        work.voids.skip(SkippedDay(publication.id, day, reason, "王敏", now))
    assert [one.reason for one in work.voids.skipped(publication.id)] == ["并入下一期"]
    assert work.voids.skipped(since=date(2026, 7, 16)) == []
    work.voids.unskip(publication.id, day)
    assert work.voids.skipped() == []
