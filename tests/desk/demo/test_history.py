"""The old ledger is uneven as real ones are, and knows only what the registry knows."""

from collections import Counter
from datetime import date

import pytest
from openpyxl import load_workbook

from desk.demo.history import HEADERS, adopted_until, history_rows, write_history, zero_units
from desk.demo.registry import demo_office

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def rows():
    return history_rows(2026, TODAY)


def test_the_same_seed_tells_the_same_history(rows):
    assert history_rows(2026, TODAY) == rows


def test_it_covers_two_years_and_this_one_up_to_the_first_compiled_issue(rows):
    years = Counter(row["日期"][:4] for row in rows)
    assert set(years) == {"2024", "2025", "2026"}
    assert min(years.values()) > 1200
    assert max(row["日期"] for row in rows) <= adopted_until(TODAY).isoformat()


def test_every_unit_publication_and_section_is_known(rows):
    office = demo_office()
    units = {unit.short for unit in office.units}
    places = {(one.name, section) for one in office.publications for section in one.sections}
    for row in rows:
        assert set(row) <= set(HEADERS)
        assert set(row["单位"].split("、")) <= units
        assert "刊物" not in row or (row["刊物"], row["栏目"]) in places


def test_four_units_have_no_point_this_year_and_all_had_some_before(rows):
    adopted = {"2025": set(), "2026": set()}
    for row in rows:
        if "刊物" in row and row["日期"][:4] in adopted:
            adopted[row["日期"][:4]].update(row["单位"].split("、"))
    everyone = {unit.short for unit in demo_office().units}
    assert adopted["2025"] == everyone
    assert adopted["2026"] == everyone - zero_units(2026)
    assert len(zero_units(2026)) == 4


def test_joint_and_composite_items_name_several_units(rows):
    several = [row for row in rows if row.get("方式") in ("联合", "综合")]
    assert len(several) > 100
    assert all("、" in row["单位"] for row in several)


def test_nothing_is_reported_after_it_was_printed(rows):
    assert all(row["报送日期"] <= row["日期"] for row in rows if "刊物" in row)


def test_issues_come_out_on_working_days_with_numbers_that_grow(rows):
    daily = [row for row in rows if row.get("刊物") == "每日要情" and row["日期"][:4] == "2026"]
    numbers = [int(row["期号"].strip("第期")) for row in daily]
    assert numbers == sorted(numbers)
    assert all(date.fromisoformat(row["日期"]).weekday() < 5 for row in daily)


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2027, 1, 4), date(2028, 2, 29)])
def test_a_new_year_begins_without_trouble(today):
    assert max(row["日期"] for row in history_rows(2026, today)) < today.isoformat()


def test_the_workbook_has_the_canonical_head(tmp_path):
    write_history(tmp_path / "台账.xlsx", 2026, date(2026, 1, 20))
    book = load_workbook(tmp_path / "台账.xlsx", read_only=True)
    assert next(book.active.iter_rows(values_only=True)) == HEADERS
    book.close()
