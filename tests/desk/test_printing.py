"""The record of printing: who printed which numbers, and nothing that was not printed."""

import pytest

from desk.compiling import new_issue
from desk.copies import number_text
from desk.errors import DeskError, FieldError
from desk.layout.grid import PrintSize
from desk.print_runs import Outcome, PrintRun, given_before, last_given, numbers_from
from desk.printing import record_printing, runs_of
from desk.renumbering import discard, restore

RUN = PrintRun("HP LaserJet", "1-8", 35, 140, 1, 35, way="双面，长边翻转")


@pytest.fixture
def issue(store, office, now):
    return new_issue(store, office.publication.id, now.date(), by=office.by)


def told_in_audit(store, issue):
    with store.read() as work:
        records = work.audit.records(f"issue:{issue.id}")
    return [one.detail for one in records if "打印" in one.action]


def test_a_printing_is_kept_with_who_and_when(store, office, issue, now):
    kept = record_printing(store, issue.id, RUN, by=office.by)
    assert runs_of(store, issue.id) == [kept]
    assert (kept.who, kept.when, kept.numbers) == ("王敏", now, "000001—000035")


def test_the_audit_trail_tells_what_was_printed_and_that_it_was_a_proof(store, office, issue):
    record_printing(store, issue.id, RUN, by=office.by)
    told = "35 份，第 1-8 页，份号 000001—000035，双面，长边翻转，140 张纸，HP LaserJet，校样"
    assert told_in_audit(store, issue) == [f"{told}；密级：无"]


def test_a_refused_printing_leaves_no_record(store, office, issue):
    def refuse():
        raise DeskError("打印机没有响应。")

    with pytest.raises(DeskError):
        record_printing(store, issue.id, RUN, by=office.by, send=refuse)
    assert runs_of(store, issue.id) == []
    assert told_in_audit(store, issue) == []


def test_a_cancelled_printing_is_kept_as_cancelled(store, office, issue):
    cancelled = PrintRun("HP", "1", 1, 1, outcome=Outcome.CANCELLED, size=PrintSize.LARGE)
    record_printing(store, issue.id, cancelled, by=office.by)
    assert runs_of(store, issue.id)[0].outcome is Outcome.CANCELLED
    assert "已取消，可能已印出一部分" in told_in_audit(store, issue)[0]


def test_the_last_printing_comes_first(store, office, issue):
    for copies in (1, 2):
        record_printing(store, issue.id, PrintRun("HP", "1", copies, 1), by=office.by)
    assert [run.copies for run in runs_of(store, issue.id)] == [2, 1]


def test_an_issue_that_was_printed_can_be_given_up_and_brought_back(store, office, issue):
    kept = record_printing(store, issue.id, RUN, by=office.by)
    given_up = discard(store, issue.id, by=office.by)
    back = restore(store, given_up, by=office.by)
    assert runs_of(store, back.id) == [kept]


def test_a_copy_number_has_six_digits():
    assert number_text(1) == "000001"
    assert list(numbers_from(3, 5)) == [3, 4, 5]


@pytest.mark.parametrize(("first", "last"), [(0, 3), (5, 3), (1, 1_000_000)])
def test_numbers_that_six_digits_do_not_hold_are_refused(first, last):
    with pytest.raises(FieldError):
        numbers_from(first, last)


def test_numbers_that_finished_copies_bear_are_known_again():
    proof = PrintRun("HP", "1", 9, 9, 1, 9, is_proof=True)
    done = PrintRun("HP", "1", 2, 2, 3, 4)
    assert given_before([proof, done], range(1, 6)) == [3, 4]
    assert last_given([proof, done]) == done.last
