"""The .docx, set by LibreOffice, has the pages and the lines of the PDF.

Run by hand: ``pytest -s tests/drill/test_agreement.py``; it prints the table.
"""

import pytest

from tests.drill.agreement import compare, report

LINES = 0.97


@pytest.fixture(scope="module")
def agreements(tmp_path_factory):
    word, written = compare(tmp_path_factory.mktemp("agreement"))
    print(report("as in Word", word), report("as written", written), sep="\n\n")  # noqa: T201
    return word, written


def test_page_counts_are_equal(agreements):
    assert [(one.name, one.theirs) for one in agreements[0]] == [
        (one.name, one.pages) for one in agreements[0]
    ]


def test_every_page_begins_with_the_same_character(agreements):
    word = agreements[0]
    assert [(one.name, one.starts) for one in word] == [(one.name, one.pages) for one in word]


def test_97_lines_of_a_hundred_are_the_same_in_every_issue(agreements):
    assert [(one.name, one.share) for one in agreements[0] if one.share < LINES] == []


def test_as_written_the_page_count_differs_by_one_at_most(agreements):
    assert all(abs(one.theirs - one.pages) <= 1 for one in agreements[1])
