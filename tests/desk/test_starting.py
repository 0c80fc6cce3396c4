"""A new office begins with five publications and a scheme; any other stays as it is."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from desk.assessing import assess
from desk.auditing import By
from desk.clocks import DEFAULTS
from desk.drafts import Kind, Status
from desk.importing.ledger import import_ledger
from desk.importing.units import import_units
from desk.layout.templates import template_names
from desk.office_clock import OFFICE_CLOCK
from desk.publications import Rhythm
from desk.reasons import LETTERS, decision_of
from desk.scheduling import all_missing
from desk.starting import complete, start


def test_a_new_office_can_compile_at_once(store, now):
    start(store, by=By("王敏", now))
    with store.read() as work:
        found = work.catalogue.publications()
    assert [one.name for one in found] == [
        "政务信息",
        "每日要情",
        "信息专报",
        "动态专报",
        "一周要情",
    ]
    assert {one.template for one in found} <= set(template_names())
    assert all(one.sections for one in found)


def test_a_new_office_is_not_told_of_missed_issues(store, now):
    start(store, by=By("王敏", now))
    with store.read() as work:
        found = {one.name: one for one in work.catalogue.publications()}
        assert all_missing(work, found.values(), now.date()) == []
    assert found["每日要情"].schedule.rhythm is Rhythm.WORKDAYS
    assert found["每日要情"].results_only
    assert found["信息专报"].controlled


def test_an_old_ledger_earns_points_from_the_first_day(store, now, tmp_path):
    start(store, by=By("王敏", now))
    units = tmp_path / "单位.csv"
    units.write_text("全称,简称,别名,分组\n云岭县教育局,县教育局,,部门\n", encoding="utf-8")
    ledger = tmp_path / "台账.csv"
    ledger.write_text(
        "日期,单位,标题,刊物,栏目\n2026-3-9,县教育局,题,政务信息,简讯\n", encoding="utf-8"
    )
    import_units(store, units, who="王敏", now=now)
    import_ledger(store, ledger, who="王敏", now=now)
    table = assess(store, date(2026, 1, 1), date(2026, 12, 31))
    assert [one.points for one in table.units] == [Decimal(3)]


def test_an_office_with_data_of_its_own_stays_as_it_is(office):
    start(office.store, by=office.by)
    with office.store.read() as work:
        assert [one.name for one in work.catalogue.publications()] == ["政务信息"]
        assert len(work.catalogue.schemes()) == 1


def test_starting_twice_changes_nothing(store, now):
    for _ in range(2):
        start(store, by=By("王敏", now))
    with store.read() as work:
        assert len(work.catalogue.publications()) == 5
        assert len(work.audit.records("office")) == 1


def test_every_decision_has_reasons_with_an_advice_for_the_unit(store, now):
    complete(store, by=By("王敏", now))
    with store.read() as work:
        reasons = work.lists.reasons()
    assert {one.decision for one in reasons} == set(LETTERS)
    assert all(one.decision is decision_of(one.code) and one.advice for one in reasons)


def test_an_older_store_gets_clocks_and_so_do_its_drafts(office):
    draft = office.draft(kind=Kind.DYNAMIC, event_date=date(2026, 7, 1), status=Status.RELEASED)
    complete(office.store, by=office.by)
    with office.store.read() as work:
        assert set(work.lists.clocks()) == set(DEFAULTS)
        assert work.drafts.get(draft.id).due == datetime(2026, 7, 2, 18, tzinfo=OFFICE_CLOCK)


def test_what_the_office_made_of_its_reasons_stays(office):
    complete(office.store, by=office.by)
    with office.store.begin() as work:
        mine = replace(work.lists.reasons()[0], text="缺要素", active=False)
        work.lists.save_reason(mine)
    complete(office.store, by=office.by)
    with office.store.read() as work:
        assert mine in work.lists.reasons()
