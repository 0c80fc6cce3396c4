"""The month in figures, and the page that goes up."""

import io
from datetime import date

import docx
import pytest

from desk.emergencies.breaching import decide, proposals
from desk.emergencies.monthly import By, monthly
from desk.emergencies.paper import document_of, paper_docx, paper_of
from desk.emergencies.rules import EmergencyRules

MONTH = date(2026, 7, 1), date(2026, 7, 31)


@pytest.mark.parametrize(
    ("by_what", "name"),
    [
        (By.CATEGORY, "自然灾害"),
        (By.GRADE, "未定"),
        (By.UNIT, "县水利局"),
        (By.MONTH, "2026年07月"),
    ],
)
def test_the_month_is_counted_by(store, raised, by, by_what, name):
    decide(store, raised.id, proposals(raised, EmergencyRules())[0], by=by(5))
    with store.read() as work:
        table = monthly(work, *MONTH, by_what)
    row, sums = table.texts
    assert row == (name, "1", "1", "0", "0", "0", "1", "0", "0", "0", "0", "0", "0")
    assert sums[1:] == row[1:]


def test_a_month_without_any_has_its_sums(store):
    with store.read() as work:
        (sums,) = monthly(work, *MONTH, By.UNIT).texts
    assert set(sums[1:]) == {"0"}


def test_the_page_says_who_reported_when_and_who_signs(store, raised, by):
    with store.read() as work:
        paper = paper_of(work, raised, raised.reports[0])
    document = document_of(paper, "云岭县人民政府办公室", "王敏", "5122119", by().now)
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(paper_docx(document))).paragraphs)
    assert "报告单位：县水利局；报告人：刘志强" in text.replace("\n", "")
    assert "2026年7月15日9时30分" in text
