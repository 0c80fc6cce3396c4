"""Closing freezes a period's figures for ever; opening it again needs a reason."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.auditing import By
from desk.closings.books import compare, published, published_in, reopen
from desk.errors import FieldError, NotAllowedError
from desk.facts import Fact, FactKind
from desk.scoring.scheme import Scheme
from desk.units import Quota

JUNE = date(2026, 6, 1), date(2026, 6, 30)


def points(table) -> list[Decimal]:
    return [one.points for one in table.units]


def frozen_schemes(store, closing) -> list[str]:
    with store.read() as work:
        return [one["name"] for one in json.loads(work.files.get(closing.digest))["schemes"]]


def test_what_was_frozen_is_read_as_it_was(store, office, book, closed):
    book()
    closing = closed()
    table = published(store, closing.id)
    assert points(table) == [Decimal(5), Decimal(0)]
    (line,) = table.groups[0].units[0].lines
    assert (line.fact.day, line.title, line.points) == (date(2026, 6, 10), "06-10的信息", 5)
    assert frozen_schemes(store, closing) == ["计分办法"]
    with store.read() as work:
        assert published_in(work, *JUNE) == (closing, table)
        (record,) = work.audit.records("closing:2026-06")
    assert (record.action, closing.digest in record.detail) == ("结账", True)


def test_a_period_is_closed_once(store, book, closed):
    book()
    first = closed()
    with pytest.raises(NotAllowedError, match=r"2026年6月已经由王敏.*没有再结"):
        closed()
    with store.read() as work:
        assert work.closings.all() == [first]


def test_a_period_that_is_not_over_is_refused(closed):
    with pytest.raises(NotAllowedError, match="2026年7月到 2026-07-31 才结束"):
        closed("2026-07")


def test_the_same_facts_give_the_same_figures_again(store, office, book, closed):
    book()
    first = closed()
    reopen(store, first.id, "核对一遍", by=office.by)
    book(date(2026, 7, 2))
    again = closed()
    assert (again.digest, again.generation) == (first.digest, 2)
    with store.read() as work:
        assert len(work.closings.all()) == 2


def test_opening_again_needs_a_reason_and_is_told(store, office, book, closed):
    closing = closed()
    with pytest.raises(FieldError, match="要写明理由"):
        reopen(store, closing.id, "  ", by=office.by)
    opened = reopen(store, closing.id, "漏登两条", by=By("李国华", office.by.now))
    assert (opened.reopened_by, opened.reason) == ("李国华", "漏登两条")
    with pytest.raises(NotAllowedError, match="现在没有结账"):
        reopen(store, closing.id, "再开", by=office.by)
    with store.read() as work:
        record = work.audit.records("closing:2026-06")[0]
    assert (record.action, record.who) == ("重新打开", "李国华")


def test_a_month_inside_a_closed_quarter_opens_after_it(store, office, closed):
    month, quarter = closed("2026-06"), closed("2026Q2")
    with pytest.raises(NotAllowedError, match="2026年第二季度也已结账，包含2026年6月"):
        reopen(store, month.id, "漏登", by=office.by)
    reopen(store, quarter.id, "漏登", by=office.by)
    assert not reopen(store, month.id, "漏登", by=office.by).holds


def test_another_scheme_or_quota_changes_no_closed_figure_and_is_seen(store, office, book, closed):
    book()
    closing = closed()
    before = published(store, closing.id)
    with store.begin() as work:
        (scheme,) = work.catalogue.schemes()
        rules = tuple(replace(rule, points=Decimal(8)) for rule in scheme.rules)
        work.catalogue.save_scheme(replace(scheme, rules=rules))
        work.registry.save_quota(Quota(2026, office.units[1].id, Decimal(99)))
    assert published(store, closing.id) == before
    one, other = compare(store, closing.id).units
    assert one.points == 3
    assert "得分 5→8" in one.told
    assert "目标分 40→99" in other.told


def test_what_was_learnt_later_is_compared_on_its_true_day(store, office, book, closed):
    kept = book()
    closing = closed()
    with store.begin() as work:
        late = Fact(
            FactKind.ADOPTION,
            date(2026, 7, 15),
            office.units[1].id,
            "漏登的信息",
            "hand:1",
            publication_id=kept.publication_id,
            section_id=kept.section_id,
            of_day=date(2026, 6, 20),
        )
        work.ledger.add([late])
    (found,) = compare(store, closing.id).units
    assert (found.unit.short, found.points) == ("县水利局", 5)
    (line,) = found.lines
    assert (line.day, line.title, line.told) == (date(2026, 6, 20), "漏登的信息", "结账后新增")


def test_a_period_without_a_scheme_is_closed_with_what_there_is(store, closed):
    assert frozen_schemes(store, closed("2020-02")) == []


def test_a_scheme_that_begins_inside_a_period_is_frozen_beside_the_former(store, closed):
    with store.begin() as work:
        work.catalogue.save_scheme(Scheme("新办法", date(2026, 5, 1), ()))
    assert frozen_schemes(store, closed("2026Q2")) == ["计分办法", "新办法"]
    assert frozen_schemes(store, closed("2026-06")) == ["新办法"]


def test_units_whose_rank_alone_has_changed_come_last(store, office, book, closed):
    one, two = (unit.id for unit in office.units)
    book(unit_id=one)
    closing = closed()
    book(date(2026, 7, 15), unit_id=two, of_day=date(2026, 6, 20), title="漏登")
    book(date(2026, 7, 15), unit_id=two, of_day=date(2026, 6, 21), title="又漏登")
    found = compare(store, closing.id).units
    assert [(each.unit.short, each.only_moved) for each in found] == [
        ("县水利局", False),
        ("县教育局", True),
    ]
