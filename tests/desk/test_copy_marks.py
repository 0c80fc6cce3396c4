"""What a watermark says: the grade or the office's words, the number, and who has the copy."""

from dataclasses import replace

import pytest

from desk.compiling import arrange, entry_of, new_issue
from desk.copies import Copy
from desk.copy_marks import marks_of
from desk.drafts import Secrecy, Status
from desk.print_plans import NO_NUMBERS
from desk.settings import Settings

OFFICE = Settings(office="云岭县人民政府办公室")


@pytest.fixture
def made(store, office, now):
    """The marks of an issue with one draft of a grade."""

    def make(grade, settings=OFFICE, holders=()):
        draft = office.draft(secrecy=grade, status=Status.READY)
        issue = new_issue(store, office.publication.id, now.date(), by=office.by)
        section = office.publication.sections[0].id
        arrange(store, issue.id, [entry_of(draft, section)], by=office.by)
        with store.begin() as work:
            work.copies.put(Copy(issue.id, at, name) for at, name in enumerate(holders, 1))
            return marks_of(work, issue.id, settings, office.by)

    return make


def test_a_copy_says_its_grade_its_number_and_who_has_it(made):
    marks = made(Secrecy.INTERNAL, holders=("县教育局", "县水利局"))
    assert marks.texts(range(2, 4)) == ("内部　000002　县水利局", "内部　000003")
    assert marks.without_holder(range(2, 4)) == 1
    assert marks.is_usual


def test_a_copy_without_a_number_says_who_took_it_out_and_when(made, office):
    (text,) = made(Secrecy.INTERNAL).texts(NO_NUMBERS)
    assert text == f"内部　云岭县人民政府办公室　{office.by.who}　2026-07-15 09:30"


def test_the_office_s_words_stand_before_the_grade_and_it_may_want_none(made):
    own = replace(OFFICE, watermark="注意保管", marks_copies=False)
    marks = made(Secrecy.INTERNAL, own)
    assert marks.texts(range(1, 2)) == ("注意保管　000001",)
    assert not marks.is_usual


def test_an_issue_without_grade_and_numbers_has_none_by_itself(made):
    assert not made(Secrecy.NONE).is_usual
