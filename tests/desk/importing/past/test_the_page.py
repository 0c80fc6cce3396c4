"""The manual's page on importing says what the program does: strangers write files from it."""

import re
from datetime import date
from fractions import Fraction

import pytest

from desk.importing.ledger import import_ledger
from desk.importing.past.columns import NAMES
from desk.importing.past.guide_file import parse_guide
from desk.paths import RESOURCES

PAGE = (RESOURCES / "manual" / "05i-importing.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\S+) \| .*? \| (.+?) \|$", PAGE, re.MULTILINE)
EXAMPLES = {
    name: example
    for names, examples in ROWS
    for name, example in zip(names.split("、"), examples.split("；"), strict=False)
}


def test_every_column_has_its_row_with_an_example():
    told = [name for names, _example in ROWS for name in names.split("、")]
    assert sorted(told) == sorted(["列", *NAMES])


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("日期", "单位")])
def test_the_example_of_each_column_is_understood(name, office, csv_file, by):
    example = {"刊物": "政务信息"}.get(name) or EXAMPLES.get(name, "2026-3-9 8:30")
    carrier = "政务信息" if name == "栏目" else ""
    cells = {"日期": "2026-3-9", "单位": "财政局、水利局", "刊物": carrier, name: example}
    path = csv_file("\t".join(cells), "\t".join(cells.values()))
    assert import_ledger(office, path, **by).count == 1


def test_the_example_of_units_is_understood(office, csv_file, by):
    path = csv_file("日期\t单位", f"2026-3-9\t{EXAMPLES['单位']}")
    import_ledger(office, path, **by)
    with office.read() as work:
        facts = work.ledger.between(date(2026, 3, 9), date(2026, 3, 9))
    assert [fact.portion for fact in facts] == [Fraction(3, 5), Fraction(2, 5)]


def test_the_example_of_a_guide_is_understood():
    guide = parse_guide(PAGE.partition("```\n")[2].partition("```")[0])
    assert guide.crossed["1月"] == {"日期": "1月"}
    assert guide.carriers == {"市委要情": "每日要情/要情"}
