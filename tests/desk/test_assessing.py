from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.assessing import assess, scores_json
from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind, Particulars, taken_back
from desk.publications import Publication, Section
from desk.scoring.clauses.items import Policy, Reach, Repeat
from desk.scoring.clauses.periods import Limit
from desk.scoring.scheme import PointRule, Purpose, Scheme
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
    columns = unit.pop("columns")
    assert sum(one["count"] for one in columns) == 3
    assert {one["publication"] for one in columns} == {"政务信息"}
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
        "raw": "7.5",
        "converted": None,
        "average": "2.5",
        "counted": "3",
        "components": {"采用分": "7.5"},
        "tasks": [],
        "barred": [],
        "failed": [],
        "expected": [],
        "placed": False,
    }
    assert lines[0] == {
        "date": "2026-03-09",
        "item": "春耕",
        "publication": "政务信息",
        "section": "信息",
        "rule": "《政务信息》单条",
        "points": "2.5",
        "text": "《政务信息》第3期“信息”采用，单条 2.5 分",
        "component": "采用分",
        "clause": "",
    }


def test_a_unit_without_quota_and_facts_is_present_with_zeros(office):
    unit = scores_json(assess(office, NEW_YEAR, END))["groups"][0]["units"][1]
    assert (
        unit
        | {
            "unit": "云岭县水利局",
            "rank": 2,
            "points": "0",
            "submitted": 0,
            "adopted": 0,
            "rate": "0",
            "quota": None,
            "completion": None,
            "pace": "75",
            "average": "0",
            "lines": [],
        }
        == unit
    )


def test_swapped_days_are_refused_with_a_sentence(store):
    with pytest.raises(NotAllowedError, match="2026-09-30 晚于结束日期 2026-01-01"):
        assess(store, END, NEW_YEAR)


def test_days_that_no_calendar_holds_are_refused_with_a_sentence(store):
    with pytest.raises(NotAllowedError, match="9999-12-31 太远"):
        assess(store, NEW_YEAR, date.max)


def test_an_empty_store_has_an_empty_table(store):
    assert scores_json(assess(store, NEW_YEAR, END))["groups"] == []


def test_a_month_knows_what_its_year_has_used_up(office):
    with office.begin() as work:
        (scheme,) = work.catalogue.schemes()
        capped = replace(scheme, clauses=(Limit(most=Decimal(6)),))
        work.catalogue.save_scheme(capped)
        fact = work.ledger.between(NEW_YEAR, END)[-1]
        work.ledger.add([replace(fact, id=0, day=date(2026, 4, 7), title="防汛")])
    table = assess(office, date(2026, 4, 1), date(2026, 4, 30))
    assert next(table.units).points == 0


def test_what_is_taken_back_from_a_former_year_is_what_it_was_worth_there(office):
    with office.begin() as work:
        (scheme,) = work.catalogue.schemes()
        first = Repeat(policy=Policy.FIRST)
        work.catalogue.save_scheme(replace(scheme, valid_from=date(2025, 1, 1), clauses=(first,)))
        fact = work.ledger.between(NEW_YEAR, END)[-1]
        twice = [replace(fact, id=0, day=date(2025, 12, day), title="防汛") for day in (1, 2)]
        work.ledger.add(twice)
        second = work.ledger.between(date(2025, 12, 2), date(2025, 12, 2))[0]
        work.ledger.add([taken_back(second, date(2026, 5, 6), "issue:9", "撤销")])
    table = assess(office, date(2026, 5, 1), date(2026, 5, 31))
    assert next(table.units).points == 0


def test_an_item_is_remembered_for_ever_where_the_scheme_says_so(office):
    with office.begin() as work:
        (scheme,) = work.catalogue.schemes()
        ever = Repeat(policy=Policy.FIRST, reach=Reach.EVER)
        work.catalogue.save_scheme(replace(scheme, valid_from=date(2025, 1, 1), clauses=(ever,)))
        fact = work.ledger.between(NEW_YEAR, END)[-1]
        named = replace(fact, id=0, particulars=Particulars(item="防汛"))
        work.ledger.add([replace(named, day=date(2025, 12, 1)), replace(named, day=END)])
    assert next(assess(office, END, END).units).points == 0


def test_a_window_knows_what_the_scheme_before_it_remembered_for_ever(office):
    with office.begin() as work:
        scheme = work.catalogue.schemes()[0]
        ever = Repeat(policy=Policy.FIRST, reach=Reach.EVER)
        limit = Limit(most=Decimal(5))
        work.ledger.replace("issue:1", [])
        early = replace(scheme, valid_from=date(2024, 1, 1), clauses=(ever, limit))
        late = replace(
            scheme, name="下半年办法", valid_from=date(2026, 7, 1), clauses=(limit,), id=0
        )
        work.catalogue.save_scheme(early)
        work.catalogue.save_scheme(late)
        unit, carrier = work.registry.units()[0].id, work.catalogue.publications()[0].id
        work.ledger.add(
            Fact(
                FactKind.ADOPTION, day, unit, title, "hand:1", publication_id=carrier,
                particulars=Particulars(item=title),
            )
            for day, title in (
                (date(2025, 3, 9), "甲"),
                (date(2026, 3, 9), "甲"),  # not the first time: no points, none of the limit
                (date(2026, 8, 3), "乙"),
                (date(2026, 8, 4), "丙"),
            )
        )  # fmt: skip
    august = assess(office, date(2026, 8, 1), date(2026, 8, 31))
    year = assess(office, NEW_YEAR, date(2026, 8, 31))
    assert next(august.units).points == next(year.units).points == 5


def test_fees_are_reckoned_apart_from_points(office):
    with office.begin() as work:
        (scheme,) = work.catalogue.schemes()
        fees = [replace(one, points=Decimal(80)) for one in scheme.rules]
        paid = replace(scheme, id=0, name="稿酬办法", purpose=Purpose.FEES, rules=tuple(fees))
        work.catalogue.save_scheme(paid)
    points = next(assess(office, NEW_YEAR, END).units)
    money = next(assess(office, NEW_YEAR, END, purpose=Purpose.FEES).units)
    assert (points.points, money.points) == (Decimal("7.5"), 240)
    assert (money.quota, money.completion) == (None, None)
