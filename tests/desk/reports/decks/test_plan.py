"""Which slides a deck has."""

import pytest

from desk.reports.charts.catalogue import CHARTS
from desk.reports.decks.plan import CLOSING, SUM, TITLE, DeckPlan, default_plan, offered, plan_of
from desk.scoring.clauses.clause import Span

PLAN = DeckPlan((TITLE, SUM, CLOSING))


def test_every_chart_and_table_can_be_chosen():
    parts = [one.key for one in offered()]
    assert (parts[0], parts[1], parts[-1]) == (TITLE, SUM, CLOSING)
    assert all(f"chart:{chart.key}" in parts for chart in CHARTS)


@pytest.mark.parametrize("span", [*Span, None])
def test_what_is_usual_begins_with_a_title_and_ends_with_the_closing(span):
    parts = default_plan(span).parts
    assert (parts[0], parts[1], parts[-1]) == (TITLE, SUM, CLOSING)
    assert "chart:bullet" in parts


def test_a_month_shows_less():
    assert set(default_plan(Span.MONTH).parts) < set(default_plan(Span.QUARTER).parts)


@pytest.mark.parametrize(
    ("by", "order"),
    [(1, (SUM, TITLE, CLOSING)), (9, (SUM, CLOSING, TITLE)), (-1, (TITLE, SUM, CLOSING))],
)
def test_a_part_moves_and_never_falls_out(by, order):
    assert PLAN.moved(TITLE, by).parts == order


def test_a_part_that_comes_back_stands_at_its_usual_place():
    without = PLAN.switched(SUM, on=False)
    assert without.parts == (TITLE, CLOSING)
    assert without.switched(SUM, on=True) == PLAN


def test_kept_parts_that_are_gone_fall_away():
    assert plan_of((CLOSING, "chart:gone", TITLE, TITLE), None).parts == (CLOSING, TITLE)


def test_without_kept_parts_the_default_holds():
    assert plan_of((), Span.MONTH) == default_plan(Span.MONTH)
