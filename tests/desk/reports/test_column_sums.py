"""The lines of a unit as the columns of published tables."""

from datetime import date
from decimal import Decimal

from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.reports.column_sums import column_sums
from desk.scoring.lines import LedgerLine

DAY = date(2026, 3, 9)


def _line(points, kind=FactKind.ADOPTION, *, role=Role.SINGLE, of=FactKind.ADOPTION, earlier=False):
    fact = Fact(kind, DAY, 1, "甲", "t", role=role, of_kind=of)
    told = ("要情", "简讯", "", Decimal(points), "", fact, "采用分")
    return LedgerLine(DAY, 1, "甲", *told, earlier=fact if earlier else None)


def test_items_are_counted_and_added_up_by_place_and_way():
    lines = [_line("2"), _line("0.5"), _line("1", role=Role.COMPOSITE)]
    found = [(one["way"], one["count"], one["points"]) for one in column_sums(lines)]
    assert found == [("单条", 2, "2.5"), ("综合", 1, "1")]


def test_what_is_taken_back_counts_below_zero_and_what_follows_counts_nothing():
    lines = [_line("2"), _line("-2", FactKind.REVERSAL), _line("3"), _line("-3", earlier=True)]
    (column,) = column_sums(lines)
    assert (column["count"], column["points"], column["section"]) == (1, "0", "简讯")
