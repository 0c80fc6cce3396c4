"""Every chart of every extreme office on every paper has no text cut, too small or overlapping.

Run by hand: ``pytest tests/drill/test_charts.py``; some two minutes.
"""

import pytest

from desk.reports.charts.catalogue import CHARTS
from desk.reports.charts.chart import Paper
from tests.samples.page_faults import page_faults
from tests.samples.surveyed import UNITS


@pytest.mark.parametrize("shape", UNITS)
@pytest.mark.parametrize("paper", Paper, ids=lambda one: one.name)
@pytest.mark.parametrize("chart", CHARTS, ids=lambda one: one.key)
def test_no_text_of_any_page_is_at_fault(surveyed, chart, paper, shape):
    pages = chart.draw(surveyed(shape), paper)
    assert [fault for page in pages for fault in page_faults(page, paper)] == []
