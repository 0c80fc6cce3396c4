"""Counting what answers a query, choice by choice."""

from datetime import UTC, date, datetime

import pytest

from desk.drafts import DraftQuery, Kind, Status
from desk.issues import Entry, Issue
from desk.office_clock import office_time
from desk.units import Unit

MEASURE, PROBLEM = Kind.MEASURE, Kind.PROBLEM


@pytest.fixture
def other(work, unit):
    return work.registry.save_unit(Unit("云岭县水利局", "水利局", unit.group_id))


@pytest.fixture
def drafts(work, draft_of, unit, other):
    def add(text, **fields):
        return work.drafts.add(draft_of("标题", text, **fields), "王五")

    new_year = office_time(datetime(2025, 12, 31, 16, 30, tzinfo=UTC))
    return [
        add("路灯", unit_ids=(unit.id,), kind=MEASURE),
        add("路灯", unit_ids=(unit.id, other.id), kind=PROBLEM, status=Status.FILED),
        add("路灯", kind=MEASURE, received=new_year.replace(year=2024)),
        add("公园", unit_ids=(other.id,), kind=PROBLEM),
    ]


def test_all_choices_are_counted(work, drafts, unit, other):
    found = work.drafts.facets(DraftQuery("路灯"))
    assert found.total == 3
    assert found.statuses == {Status.NEW: 2, Status.FILED: 1}
    assert found.kinds == {MEASURE: 2, PROBLEM: 1}
    assert found.units == {unit.id: 2, other.id: 1}
    assert found.publications == {}


def test_a_facets_own_choice_does_not_narrow_its_counts(work, drafts):
    found = work.drafts.facets(DraftQuery("路灯", statuses=frozenset({Status.FILED})))
    assert found.total == 1
    assert found.statuses == {Status.NEW: 2, Status.FILED: 1}
    assert found.kinds == {PROBLEM: 1}


def test_a_years_count_is_what_its_days_list(work, drafts):
    years = work.drafts.facets(DraftQuery()).years
    for year, count in years.items():
        days = DraftQuery(received_from=date(year, 1, 1), received_to=date(year, 12, 31))
        assert len(work.drafts.ids(days)) == count
    assert sum(years.values()) == len(drafts)


def test_a_draft_printed_twice_counts_once(work, drafts, publication):
    section = publication.sections[0].id
    for number in (1, 2):
        entries = (Entry(drafts[0].id, section), Entry(drafts[3].id, section))
        work.issues.save(Issue(publication.id, number, number, date(2026, 7, number), entries))
    assert work.drafts.facets(DraftQuery()).publications == {publication.id: 2}
    assert work.drafts.facets(DraftQuery("路灯")).publications == {publication.id: 1}


def test_a_publication_lists_what_it_printed(work, drafts, publication):
    entries = (Entry(drafts[0].id, publication.sections[0].id),)
    work.issues.save(Issue(publication.id, 1, 1, date(2026, 7, 1), entries))
    query = DraftQuery(publication_id=publication.id)
    assert work.drafts.ids(query) == [drafts[0].id]


def test_an_empty_store_has_no_choices(work):
    found = work.drafts.facets(DraftQuery("路灯"))
    assert (found.total, found.years, found.units) == (0, {}, {})
