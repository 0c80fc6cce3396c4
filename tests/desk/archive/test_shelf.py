"""The archive's list: issues, gaps among their numbers, and retention."""

from dataclasses import replace
from datetime import date

import pytest

from desk.archive.printed import Shelved
from desk.archive.shelf import UNRECORDED, expired_lines, shelf_lines
from desk.issues import IssueStatus, Series
from desk.publications import Retention
from desk.voids import Row, SkippedDay, VoidNumber


@pytest.fixture
def lines(store, office):
    def read(year=2026):
        with store.read() as work:
            found = shelf_lines(work, office.publication.id, year)
        return [(one.issue or one.gap).numbered or f"{one.gap.day}" for one in found]

    return read


def test_missing_numbers_stand_where_they_are_missing(shelved, lines):
    for number in (3, 4, 8):
        shelved(number, date(2026, 7, number))
    assert lines() == ["第8期", "第5—7期", "第4期", "第3期"]


def test_a_void_number_tells_its_reason(store, office, shelved):
    for number in (1, 4):
        shelved(number, date(2026, 7, number))
    row = Row(office.publication.id, 2026, Series.REGULAR)
    with store.begin() as work:
        work.voids.add(VoidNumber(row, 3, "跳号", "王敏", office.by.now))
        found = shelf_lines(work, office.publication.id, 2026)
    assert [(one.gap.first, one.gap.reason) for one in found if one.gap] == [
        (3, "跳号"),
        (2, UNRECORDED),
    ]


def test_an_issue_in_work_is_no_gap(office, shelved, lines):
    shelved(1)
    shelved(2, status=IssueStatus.OPEN)
    shelved(3)
    assert lines() == ["第3期", "第1期"]


def test_a_skipped_day_stands_among_the_issues(store, office, shelved, lines):
    shelved(1, date(2026, 7, 1))
    shelved(2, date(2026, 7, 3))
    with store.begin() as work:
        day = date(2026, 7, 2)
        work.voids.skip(SkippedDay(office.publication.id, day, "停电", "王敏", office.by.now))
    assert lines() == ["第2期", "2026-07-02", "第1期"]


def test_supplements_count_apart(shelved, lines):
    shelved(1, date(2026, 7, 1))
    shelved(9, date(2026, 7, 2), series=Series.SUPPLEMENT)
    assert len(lines()) == 2


@pytest.mark.parametrize(
    ("retention", "end"),
    [
        (Retention.SHORT, date(2037, 1, 1)),
        (Retention.LONG, date(2057, 1, 1)),
        (Retention.PERMANENT, None),
    ],
)
def test_retention_counts_from_the_year_after_the_issue(retention, end):
    row = Shelved(
        *(1, 1, Series.REGULAR, "", 1, 1, date(2026, 3, 2), IssueStatus.RELEASED),
        *(0, 0, 3, 4, 30, retention, "", ""),
    )
    assert row.expires() == end


def test_only_issues_whose_time_is_over_are_listed(store, shelved, read_in):
    shelved(1, date(2010, 3, 1))
    with store.begin() as work:
        (publication,) = work.catalogue.publications()
        work.catalogue.save_publication(replace(publication, retention=Retention.SHORT))
    shelved(2, date(2026, 3, 1))
    with store.read() as work:
        assert [one.issue.number for one in expired_lines(work, date(2021, 1, 1))] == [1]
        assert expired_lines(work, date(2020, 12, 31)) == []


def test_an_issue_keeps_the_retention_it_was_read_in_with(store, shelved, read_in, office):
    shelved(1, date(2010, 3, 1))
    read_in()
    with store.begin() as work:
        changed = replace(office.publication, retention=Retention.SHORT, copies=99)
        work.catalogue.save_publication(changed)
        (row,) = work.printed.shelf()
    assert (row.retention, row.copies) == (Retention.PERMANENT, 30)


def test_years_are_counted_for_each_publication(store, office, shelved):
    shelved(1, date(2025, 3, 1))
    shelved(1, date(2026, 3, 1))
    shelved(2, date(2026, 3, 2), status=IssueStatus.WITHDRAWN)
    with store.read() as work:
        assert work.printed.years() == [
            (office.publication.id, 2026, 2),
            (office.publication.id, 2025, 1),
        ]
