from datetime import date
from decimal import Decimal

import pytest

from desk.assessing import assess, scores_json
from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind
from desk.publications import Publication, Section
from desk.scoring.scheme import PointRule, Scheme
from desk.units import Quota, Unit, UnitGroup

NEW_YEAR, END = date(2026, 1, 1), date(2026, 9, 30)


@pytest.fixture
def office(store):
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("县直部门", 1))
        unit = work.registry.save_unit(Unit("云岭县财政局", "财政局", group.id))
        work.registry.save_unit(Unit("云岭县水利局", "水利局", group.id))
        work.registry.save_quota(Quota(2026, unit.id, Decimal(12)))
        carrier = work.catalogue.save_publication(Publication("政务信息", (Section("信息"),)))
        rules = (PointRule(carrier.id, Decimal("2.5")),)
        work.catalogue.save_scheme(Scheme("2026年计分办法", NEW_YEAR, rules))
        booked = {"day": date(2026, 3, 9), "unit_id": unit.id, "title": "春耕", "source": "issue:1"}
        section = carrier.sections[0].id
        work.ledger.add(
            [Fact(FactKind.SUBMISSION, **booked) for _ in range(8)]
            + [
                Fact(
                    FactKind.ADOPTION, **booked, publication_id=carrier.id, section_id=section,
                    issue_number="3",
                )
            ]
            * 3
        )  # fmt: skip
    return store


def test_the_printed_figures_are_those_of_the_contract(office):
    table = scores_json(assess(office, NEW_YEAR, END))
    (group,) = table.pop("groups")
    assert table == {"from": "2026-01-01", "to": "2026-09-30", "scheme": "2026年计分办法"}
    assert group["name"] == "县直部门"
    unit = group["units"][0]
    lines = unit.pop("lines")
    assert unit == {
        "unit": "云岭县财政局",
        "rank": 1,
        "points": "7.5",
        "submitted": 8,
        "adopted": 3,
        "rate": "37.5",
        "quota": "12",
        "completion": "62.5",
        "pace": "75",
    }
    assert lines[0] == {
        "date": "2026-03-09",
        "item": "春耕",
        "publication": "政务信息",
        "section": "信息",
        "rule": "《政务信息》单条",
        "points": "2.5",
        "text": "《政务信息》第3期“信息”采用，单条 2.5 分",
    }


def test_a_unit_without_quota_and_facts_is_present_with_zeros(office):
    unit = scores_json(assess(office, NEW_YEAR, END))["groups"][0]["units"][1]
    assert unit == {
        "unit": "云岭县水利局",
        "rank": 2,
        "points": "0",
        "submitted": 0,
        "adopted": 0,
        "rate": "0",
        "quota": None,
        "completion": None,
        "pace": "75",
        "lines": [],
    }


def test_swapped_days_are_refused_with_a_sentence(store):
    with pytest.raises(NotAllowedError, match="2026-09-30 晚于结束日期 2026-01-01"):
        assess(store, END, NEW_YEAR)


def test_an_empty_store_has_an_empty_table(store):
    assert scores_json(assess(store, NEW_YEAR, END))["groups"] == []
