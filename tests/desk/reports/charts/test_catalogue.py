import subprocess
import sys

import pytest

from desk.errors import DeskError
from desk.reports.charts.catalogue import CHARTS, chart_of


def test_a_chart_is_found_by_its_key():
    assert chart_of("bullet") is CHARTS[0]


def test_an_unknown_chart_is_refused_with_the_known_ones():
    with pytest.raises(DeskError, match="没有叫“pie”的图。现有的图：bullet、"):
        chart_of("pie")


def test_the_list_of_charts_is_read_without_matplotlib():
    code = "import sys, desk.reports.charts.catalogue; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own interpreter
