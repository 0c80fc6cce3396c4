"""Void numbers are recorded ahead, taken back and filled; a lost race takes the next number."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from desk import voiding
from desk.compiling import new_issue
from desk.errors import FieldError, NotAllowedError
from desk.issues import Series
from desk.numbering import row_of, total_row
from desk.publications import Numbering
from desk.renumbering import Wanted, discard, renumber

TODAY = date(2026, 7, 15)


@pytest.fixture
def row(office):
    """This year's row, with numbers 1 and 2 in use."""
    for _ in range(2):
        new_issue(office.store, office.publication.id, TODAY, by=office.by)
    return row_of(office.publication, Series.REGULAR, TODAY)


def numbers(office):
    with office.store.read() as work:
        found = voiding.numbers_of(work, office.publication.id, TODAY)
    return {one.row.name: (sorted(one.issues), sorted(one.voids)) for one in found.rows}


def test_numbers_recorded_ahead_are_passed_over(office, row):
    voiding.record(office.store, row, [3, 4], "跳号", by=office.by)
    issue = new_issue(office.store, office.publication.id, TODAY, by=office.by)
    assert (issue.number, issue.total) == (5, 3)
    assert numbers(office) == {"正刊": ([1, 2, 5], [3, 4]), "总期号": ([1, 2, 3], [])}


@pytest.mark.parametrize(
    ("given", "reason", "sentence"),
    [([3], " ", "要写明理由"), ([2], "跳号", "第2期已经用了"), ([5], "跳号", "第3—4期又空出来了")],
)
def test_what_cannot_be_void_is_said_at_its_field(office, row, given, reason, sentence):
    with pytest.raises(FieldError, match=sentence):
        voiding.record(office.store, row, given, reason, by=office.by)


def test_the_last_void_number_can_be_taken_back_and_made_void_again(office, row):
    (void,) = voiding.record(office.store, row, [3], "跳号", by=office.by)
    voiding.take_back(office.store, void, by=office.by)
    assert numbers(office)["正刊"] == ([1, 2], [])
    voiding.put_back(office.store, [void], by=office.by)
    assert numbers(office)["正刊"] == ([1, 2], [3])


def test_a_void_number_before_others_is_only_filled(office, row):
    with office.store.read() as work:
        first = min(work.issues.all(), key=lambda one: one.number)
    change = discard(office.store, first.id, by=office.by, reason="取消")
    void = next(one for one in change.voids if one.row == row)
    new_issue(office.store, office.publication.id, TODAY, by=office.by)
    issue = voiding.fill(office.store, void, TODAY, by=office.by)
    assert (issue.number, issue.total) == (1, 1)
    assert numbers(office) == {"正刊": ([1, 2, 3], []), "总期号": ([1, 2, 3], [])}


class Raced:
    """A store in which another window takes the number, the first time."""

    def __init__(self, store):
        self.store, self.tries = store, 0

    @contextmanager
    def begin(self):
        self.tries += 1
        with self.store.begin() as work:
            yield work
            if self.tries == 1:
                raise NotAllowedError("这次修改与已有资料冲突")


def test_a_number_that_was_taken_just_now_is_passed_over_for_the_next(office):
    raced = Raced(office.store)
    issue = new_issue(raced, office.publication.id, TODAY, by=office.by)
    assert (raced.tries, issue.number) == (2, 1)


def test_void_numbers_are_filled_in_any_order_with_the_total_beside_them(office, row):
    with office.store.read() as work:
        last = max(work.issues.all(), key=lambda one: one.number)
    change = renumber(office.store, last.id, Wanted(5, 5, TODAY), by=office.by, reason="跳号")
    voids = [one for one in change.voids if one.row == row]
    for void in (voids[2], voids[0], voids[1]):
        issue = voiding.fill(office.store, void, TODAY, by=office.by)
        assert issue.total == issue.number == void.number
    assert numbers(office) == {"正刊": ([1, 2, 3, 4, 5], []), "总期号": ([1, 2, 3, 4, 5], [])}


def test_filling_an_extra_issue_takes_no_total_number(office, row):
    extras = row_of(office.publication, Series.SUPPLEMENT, TODAY)
    (void,) = voiding.record(office.store, extras, [1], "取消", by=office.by)
    totals = total_row(office.publication)
    voiding.record(office.store, totals, [3], "取消", by=office.by)
    voiding.fill(office.store, void, TODAY, by=office.by)
    assert numbers(office) == {
        "正刊": ([1, 2], []),
        "增刊": ([1], []),
        "总期号": ([1, 2], [3]),
    }


def test_what_was_recorded_is_not_taken_back_once_others_follow(office, row):
    voids = voiding.record(office.store, row, [3], "跳号", by=office.by)
    new_issue(office.store, office.publication.id, TODAY, by=office.by)
    with pytest.raises(NotAllowedError, match="第3期就空出来了"):
        voiding.forget(office.store, voids, by=office.by)


def test_a_void_number_of_a_row_that_counts_no_more_is_not_filled(office, row):
    with office.store.begin() as work:
        on_and_on = replace(office.publication, numbering=Numbering(yearly=False))
        work.catalogue.save_publication(on_and_on)
    endless = row_of(on_and_on, Series.SUPPLEMENT, TODAY)
    (void,) = voiding.record(office.store, endless, [1], "取消", by=office.by)
    with office.store.begin() as work:
        work.catalogue.save_publication(office.publication)
    with pytest.raises(NotAllowedError, match="每年重新编号"):
        voiding.fill(office.store, void, TODAY, by=office.by)
