"""Papers of closed days name what is known otherwise since."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desk.auditing import By
from desk.bulletins.concerns import concerns
from desk.closings.books import close
from desk.closings.periods import find
from desk.facts import Fact, FactKind
from desk.reports.charts.surroundings import status
from desk.reports.evidence import evidence
from desk.reports.statistics.building import statistics
from desk.reports.statistics.layouts import LAYOUTS
from desk.surveys.changed import changed_since, changes_told
from desk.surveys.narrowing import narrowed
from desk.surveys.surveying import survey

QUARTER = date(2026, 4, 1), date(2026, 6, 30)
NOW = datetime(2026, 7, 15, tzinfo=UTC)


@pytest.fixture
def closed(office):
    """An office whose second quarter is closed with 5 points, and its survey."""
    paper = office.publication
    with office.store.begin() as work:
        day, section = date(2026, 5, 6), paper.sections[0].id
        work.ledger.add(
            [Fact(FactKind.ADOPTION, day, office.units[0].id, "某事", "hand:1", paper.id, section)]
        )
        schemes = work.catalogue.schemes()
    close(office.store, find(schemes, "2026Q2"), by=By("张三", NOW))
    return lambda: survey(office.store, *QUARTER, office="某办公室", today=NOW.date())


def test_nothing_is_said_while_nothing_has_changed(closed):
    assert changed_since(closed()) == ""
    assert status(closed()) == "已结账"


def test_every_paper_says_that_a_later_scheme_reckons_otherwise(office, closed):
    with office.store.begin() as work:
        scheme = work.catalogue.schemes()[0]
        rules = tuple(replace(one, points=Decimal(9)) for one in scheme.rules)
        work.catalogue.save_scheme(replace(scheme, rules=rules))
    found = closed()
    told = changed_since(found)
    assert [one.score.points for one in found.units] == [5, 0]
    assert "变动的单位1个" in told
    assert "得分 5→9" in changes_told(found)
    assert changes_told(found) in concerns(found, ())
    assert told in evidence(found, "张三").about
    assert told in statistics(found, LAYOUTS["total"])[-1].note
    assert status(found) == "已结账，以后有变动"
    assert changed_since(narrowed(found, -1)) == ""


def test_what_was_booked_later_for_a_day_of_the_quarter_is_named(office, closed):
    paper = office.publication
    with office.store.begin() as work:
        late = Fact(
            FactKind.ADOPTION, date(2026, 7, 10), office.units[1].id, "补登", "hand:2", paper.id,
            paper.sections[0].id, of_day=date(2026, 6, 20),
        )  # fmt: skip
        work.ledger.add([late])
    assert "得分 0→5" in changes_told(closed())
