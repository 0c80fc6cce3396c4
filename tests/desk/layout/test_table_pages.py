"""Statistics tables alone on pages: upright where they fit, else across; nothing is lost."""

from datetime import date

import pypdfium2
import pytest

from desk.layout.preview import page_sizes
from desk.layout.table_pages import tables_pdf
from desk.reports.statistics.building import statistics
from desk.reports.statistics.layouts import LAYOUTS

DAY = date(2026, 10, 12)


def printed(survey, key):
    return tables_pdf(statistics(survey, LAYOUTS[key]), "云岭县人民政府办公室", DAY)


def words(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("key", ["total", "tiers_by_group", "media"])
def test_every_name_head_and_note_is_on_paper(surveyed, key):
    survey = surveyed("60")
    said = words(printed(survey, key))
    for table in statistics(survey, LAYOUTS[key]):
        assert all(head.text in said for head in table.columns)
        assert "".join(table.note.split())[:20] in said
    for unit in survey.units:
        assert unit.unit.short in said or unit.unit.name in said


@pytest.mark.parametrize(("key", "across"), [("rates", False), ("total", True)])
def test_wide_tables_lie_across(surveyed, key, across):
    sizes = page_sizes(printed(surveyed("5"), key))
    assert all((width > height) is across for width, height in sizes)


def test_each_table_begins_a_page(surveyed):
    survey = surveyed("5")
    tables = statistics(survey, LAYOUTS["ranking"])
    assert len(page_sizes(printed(survey, "ranking"))) == len(tables)


def test_the_same_tables_give_the_same_bytes(surveyed):
    survey = surveyed("5")
    assert printed(survey, "monthly") == printed(survey, "monthly")
