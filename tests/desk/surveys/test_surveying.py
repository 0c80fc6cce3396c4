"""A survey of a stretch tells the same figures as the books."""

from datetime import date
from decimal import Decimal

import pytest

from desk.assessing import assess
from desk.facts import Fact, FactKind, taken_back
from desk.scoring.clauses.clause import Span
from desk.surveys.items import printed_items
from desk.surveys.stretch import stretch_before, stretch_of, stretch_year_ago
from desk.surveys.surveying import survey
from desk.units import Quota

QUARTER = date(2026, 4, 1), date(2026, 6, 30)


@pytest.fixture
def booked(office):
    """Facts of two units in the first and second quarter; the last one is taken back."""
    paper = office.publication
    facts = [
        Fact(
            FactKind.ADOPTION,
            date(2026, month, 10),
            office.units[which].id,
            f"第{month}月的信息",
            f"hand:{month}",
            paper.id,
            paper.sections[which].id,
            issue_number=f"第{month}期",
        )
        for month, which in ((2, 0), (3, 1), (4, 0), (5, 1), (6, 1))
    ]
    with office.store.begin() as work:
        work.ledger.add(facts)
        last = work.ledger.between(date(2026, 6, 1), date(2026, 6, 30))[0]
        work.ledger.add([taken_back(last, date(2026, 6, 20), "hand:6", "重复")])
    return office


def surveyed(office, days=QUARTER):
    return survey(office.store, *days, office="云岭县人民政府办公室", today=date(2026, 7, 15))


def test_figures_of_the_days_and_of_the_year_are_those_of_the_books(booked):
    found = surveyed(booked)
    assert found.table == assess(booked.store, *QUARTER, today=date(2026, 7, 15))
    assert [one.score.points for one in found.units] == [Decimal(5), Decimal("1.5")]
    assert [one.so_far.points for one in found.units] == [Decimal(10), Decimal(3)]


def test_records_leave_out_what_was_taken_back(booked):
    first, second = surveyed(booked).units
    assert [one.fact.title for one in first.records] == ["第2月的信息", "第4月的信息"]
    assert [one.fact.title for one in second.records] == ["第3月的信息", "第5月的信息"]
    assert [one.points for one in second.records] == [Decimal("1.5"), Decimal("1.5")]


def test_printed_items_are_those_of_the_days_with_all_their_units(booked):
    with booked.store.begin() as work:
        paper = booked.publication
        work.ledger.add(
            Fact(
                FactKind.ADOPTION,
                date(2026, 5, 20),
                unit.id,
                "两家联合的信息",
                "hand:9",
                paper.id,
                paper.sections[0].id,
                shares=2,
                issue_number="第9期",
            )
            for unit in booked.units
        )
    found = printed_items(surveyed(booked))
    assert [one.title for one in found] == ["第4月的信息", "第5月的信息", "两家联合的信息"]
    assert [one.short for one in found[-1].units] == ["县教育局", "县水利局"]


def test_an_instruction_marks_the_item_it_is_on(booked):
    with booked.store.begin() as work:
        work.ledger.add(
            [
                Fact(
                    FactKind.INSTRUCTION,
                    date(2026, 6, 2),
                    booked.units[0].id,
                    "第4月的信息",
                    "hand:8",
                )
            ]
        )
    marked = {one.title: one.instructed for one in printed_items(surveyed(booked))}
    assert marked == {"第4月的信息": True, "第5月的信息": False}


@pytest.mark.parametrize(
    ("days", "name", "span", "before", "year_ago"),
    [
        ((date(2026, 7, 1), date(2026, 9, 30)), "2026年第三季度", Span.QUARTER,
         (date(2026, 4, 1), date(2026, 6, 30)), (date(2025, 7, 1), date(2025, 9, 30))),
        ((date(2026, 1, 1), date(2026, 1, 31)), "2026年1月", Span.MONTH,
         (date(2025, 12, 1), date(2025, 12, 31)), (date(2025, 1, 1), date(2025, 1, 31))),
        ((date(2026, 1, 1), date(2026, 7, 15)), "2026年1月1日至7月15日", None,
         (date(2026, 1, 1), date(2026, 6, 30)), (date(2025, 1, 1), date(2025, 7, 15))),
        ((date(2025, 2, 1), date(2025, 2, 28)), "2025年2月", Span.MONTH,
         (date(2025, 1, 1), date(2025, 1, 31)), (date(2024, 2, 1), date(2024, 2, 29))),
        ((date(2026, 3, 5), date(2026, 3, 9)), "2026年3月5日至3月9日", None,
         (date(2026, 2, 28), date(2026, 3, 4)), (date(2025, 3, 5), date(2025, 3, 9))),
    ],
)  # fmt: skip
def test_days_are_named_and_compared_with_days_of_their_kind(days, name, span, before, year_ago):
    found = stretch_of((), *days)
    assert (found.name, found.span) == (name, span)
    compared = stretch_before((), found), stretch_year_ago((), found)
    assert [(one.first, one.last) for one in compared] == [before, year_ago]


def test_a_unit_of_which_nothing_is_asked_says_why(booked):
    with booked.store.begin() as work:
        work.registry.save_quota(Quota(2026, booked.units[0].id, Decimal(0), exempt="驻县单位"))
    assert {one.exempt for one in surveyed(booked).units} == {"驻县单位", ""}
