"""The periods of a year say where they stand."""

from datetime import date

from desk.closings.books import reopen
from desk.closings.overview import period_rows

TODAY = date(2026, 7, 15)


def states(store) -> dict[str, str]:
    return {row.period.key: row.state for row in period_rows(store, 2026, TODAY)}


def test_periods_that_have_begun_are_listed_with_their_state(store, office, closed):
    june, quarter = closed("2026-06"), closed("2026Q2")
    found = states(store)
    assert list(found)[:3] == ["2026", "2026H2", "2026Q3"]
    assert (found["2026-06"], found["2026-05"]) == ("已结账", "在已结账的2026年第二季度里")
    assert (found["2026-03"], found["2026-07"]) == ("未结账", "未到期")
    reopen(store, quarter.id, "漏登", by=office.by)
    reopen(store, june.id, "漏登", by=office.by)
    assert states(store)["2026-06"] == "已重新打开"


def test_what_is_looked_at_is_the_closing_that_holds_else_the_last_one(store, office, closed):
    june = closed("2026-06")
    reopen(store, june.id, "漏登", by=office.by)
    row = next(one for one in period_rows(store, 2026, TODAY) if one.period.key == "2026-06")
    assert (row.held, row.shown and row.shown.id, row.compared) == (None, june.id, "正在比较……")
