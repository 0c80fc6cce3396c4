"""The demo's books hold every kind of thing its schemes count."""

from collections import Counter
from datetime import date

import pytest

from desk.demo.history import history_rows, zero_units
from desk.demo.registry import demo_office
from desk.scoring.clauses.items import Points

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def rows():
    return history_rows(2026, TODAY)


def test_every_kind_of_thing_happens_each_year(rows):
    for year in ("2024", "2025", "2026"):
        kinds = Counter(row["事项"] for row in rows if row.get("事项") and row["日期"][:4] == year)
        assert set(kinds) == {"上报", "约稿", "紧急", "差错", "调整"}
        assert min(kinds.values()) >= 4


def test_nothing_happens_to_units_without_a_point(rows):
    struck = {row["单位"] for row in rows if row.get("事项") and row["日期"][:4] == "2026"}
    assert not struck & zero_units(2026)


def test_leaders_note_what_stands_in_publications_of_their_level(rows):
    noted = [row for row in rows if row.get("批示")]
    assert all("刊物" in row for row in noted)
    levels = {one.name: one.preset.tier.value for one in demo_office().publications}
    assert {levels[row["刊物"]] for row in noted if "省" in row["批示"]} == {"省级"}


def test_commissions_end_in_every_way_and_some_emergencies_are_late(rows):
    assert {row["情形"] for row in rows if row.get("事项") == "约稿"} == {"按时", "逾期", "未报"}
    late = [row for row in rows if row.get("事项") == "紧急" and row.get("止")]
    assert any(int(row["止"][11:13]) - int(row["起"][11:13]) >= 3 for row in late)


def test_this_year_s_scheme_says_more_than_the_one_before():
    before, now = demo_office().schemes
    assert len(now.file.clauses) > 3 * len(before.file.clauses)
    matters = {one.matter.value for one in now.file.clauses if isinstance(one, Points)}
    assert matters == {"批示", "上报", "约稿", "紧急", "差错", "调整"}
