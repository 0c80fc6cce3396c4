"""What was taken back later is taken off later, in every column alike."""

from datetime import date

import pytest

from desk.auditing import By
from desk.closings.books import close
from desk.closings.periods import closable
from desk.facts import Fact, FactKind, taken_back
from desk.reports.statistics.building import statistics
from desk.reports.statistics.catalogue import catalogue
from desk.reports.statistics.layouts import LAYOUTS
from desk.surveys.surveying import survey

SPRING, SUMMER = (date(2026, 4, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 7, 15))
TODAY = date(2026, 7, 15)


@pytest.fixture
def booked(office, now):
    """An adoption of spring, when the quarter was closed, that was taken back in July."""
    paper, (unit, _) = office.publication, office.units
    with office.store.begin() as work:
        place = {"publication_id": paper.id, "section_id": paper.sections[0].id}
        work.ledger.add(
            Fact(FactKind.ADOPTION, date(2026, 5, day), unit.id, f"信息{day}", "hand:1", **place)
            for day in (10, 11)
        )
        schemes = work.catalogue.schemes()
    quarter = next(one for one in closable(schemes, 2026) if one.key == "2026Q2")
    close(office.store, quarter, by=By("王敏", now))
    with office.store.begin() as work:
        (spring,) = work.ledger.between(date(2026, 5, 10), date(2026, 5, 10))
        work.ledger.add([taken_back(spring, date(2026, 7, 2), "hand:2", "重复")])
    return office


@pytest.mark.parametrize(("days", "items", "points"), [(SPRING, "2", "10"), (SUMMER, "-1", "-5")])
def test_the_closed_quarter_stays_and_july_takes_it_off(booked, days, items, points):
    found = survey(booked.store, *days, office="县政府办", today=TODAY)
    (table,) = statistics(found, LAYOUTS["own_and_upper"])
    heads = [head.text for head in table.columns]
    for row in table.texts:
        told = dict(zip(heads, row, strict=True))
        if told["单位"] in ("云岭县教育局", "合计"):
            assert (told["本级条数"], told["本级得分"], told["期得分"]) == (items, points, points)


def test_nothing_is_left_over_for_other_places(booked):
    for days in (SPRING, SUMMER):
        found = catalogue(survey(booked.store, *days, office="县政府办", today=TODAY))
        assert not found.kin.elsewhere
        for unit in found.units:
            assert found.columns["publication:0:count"].value(unit) == 0
