"""The month in figures, and the page that goes up."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from desk.emergencies.breaching import decide, proposals
from desk.emergencies.monthly import By, monthly
from desk.emergencies.paper import Sender, paper_docx, paper_of, paper_pdf, sheet_of
from desk.emergencies.rules import EmergencyRules
from desk.layout.preview import page_count

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


@pytest.mark.parametrize("red", [True, False])
def test_the_page_says_who_reported_when_and_who_signs(store, raised, by, red):
    with store.read() as work:
        paper = replace(paper_of(work, raised, raised.reports[0]), has_red_head=red)
    sheet = sheet_of(paper, Sender("云岭县人民政府办公室", "王敏", "5122119", by().now))
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(paper_docx(sheet))).paragraphs)
    assert "报告单位：县水利局；报告人：刘志强" in text.replace("\n", "")
    assert "7月15日9时30分" in text.partition("接报时间")[2]
    assert page_count(paper_pdf(sheet)) == 1
