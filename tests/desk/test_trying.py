"""Trials: another scheme or other quotas on the same facts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind
from desk.jobs import finish
from desk.quota_variants import asked_in, changed_by
from desk.reports.register import register_pdf
from desk.reports.trial_sheet import trial_register, trial_workbook
from desk.scoring.clauses.items import Points
from desk.scoring.scheme import Purpose, Scheme
from desk.trying import tried_from_file, trying
from desk.units import Quota, QuotaChange, SubQuota

YEAR = date(2026, 1, 1), date(2026, 12, 31)
TODAY = date(2026, 7, 15)
_FOREIGN = """
"名称" = "外地办法"
"执行日期" = 2030-01-01
[["刊物"]]
"名称" = "外地要情"
"栏目" = ["要情"]
[["采用分值"]]
"刊物" = "政务信息"
"分值" = "7"
[["采用分值"]]
"刊物" = "外地要情"
"栏目" = "要情"
"分值" = "9"
"""


def try_out(*asked):
    return finish(trying(*asked))


@pytest.fixture
def booked(store, office):
    """县教育局 was printed once under 信息 (5 points), 县水利局 four times under 简讯 (1.5)."""
    school, water = office.units
    news, short = office.publication.sections
    facts = [(school, news, 1)] + [(water, short, number) for number in range(2, 6)]
    with store.begin() as work:
        work.ledger.add(
            Fact(
                FactKind.ADOPTION,
                date(2026, 3, number),
                unit.id,
                f"第{number}条",
                f"import:{number}",
                office.publication.id,
                section.id,
            )
            for unit, section, number in facts
        )
    return office


def _points(table):
    return {one.unit.short: one.points for one in table.units}


def test_another_scheme_counts_from_the_first_day_whatever_its_own_is(store, booked):
    scheme = Scheme("试行办法", date(2027, 1, 1), (), clauses=(Points(points=(Decimal(2),)),))
    trial = try_out(store, scheme, None, *YEAR, TODAY)
    assert _points(trial.now) == {"县教育局": Decimal(5), "县水利局": Decimal(6)}
    assert _points(trial.then) == {"县教育局": Decimal(2), "县水利局": Decimal(8)}
    assert {row.unit.short: (row.gained, row.risen) for row in trial.rows} == {
        "县教育局": (-3, 0),
        "县水利局": (2, 0),
    }
    assert "得分增加的 1 个、减少的 1 个，合计减少 1 分" in trial.summary


def test_who_rises_and_who_falls_is_told(store, booked):
    with store.read() as work:
        now = work.catalogue.schemes()[0]
    richer = replace(now, rules=(replace(now.rules[0], points=Decimal(50)), now.rules[1]))
    trial = try_out(store, richer, None, *YEAR, TODAY)
    assert {row.unit.short: row.risen for row in trial.rows} == {"县教育局": 1, "县水利局": -1}
    assert "名次上升的 1 个、下降的 1 个" in trial.summary


def test_a_trial_never_touches_the_books(store, booked):
    with store.read() as work:
        before = (work.catalogue.schemes(), work.ledger.between(*YEAR), work.registry.quotas(2026))
    scheme = Scheme("试行", date(2026, 1, 1), (), clauses=(Points(points=(Decimal(2),)),))
    try_out(store, scheme, changed_by(before[2], Decimal(10)), *YEAR, TODAY)
    with store.read() as work:
        after = (work.catalogue.schemes(), work.ledger.between(*YEAR), work.registry.quotas(2026))
    assert after == before


def test_other_quotas_change_completion_alone(store, booked):
    with store.read() as work:
        quotas = work.registry.quotas(2026)
    trial = try_out(store, None, changed_by(quotas, Decimal(-50)), *YEAR, TODAY)
    assert _points(trial.now) == _points(trial.then)
    now, then = (next(iter(table.units)).quota for table in (trial.now, trial.then))
    assert (now, then) == (40, 20)


def test_quotas_are_changed_in_all_their_parts():
    quota = Quota(2026, 1, Decimal(50), 15, (SubQuota("参阅", Decimal(10), 3),))
    [changed] = changed_by([quota], Decimal("10.5"))
    assert (changed.points, changed.items) == (Decimal("55.25"), 17)
    assert changed.subs == (SubQuota("参阅", Decimal("11.05"), 3),)


def test_the_quotas_of_another_year_stand_in_with_their_changes():
    change = QuotaChange(date(2024, 2, 29), Decimal(30), reason="机构改革")
    [moved] = asked_in([Quota(2024, 1, Decimal(40), changes=(change,))], 2026)
    assert (moved.year, moved.changes[0].since) == (2026, date(2026, 2, 28))


def test_a_scheme_of_a_file_is_tried_without_registering_anything(store, booked, tmp_path):
    path = tmp_path / "办法.toml"
    path.write_text(_FOREIGN, encoding="utf-8")
    trial = try_out(store, tried_from_file(store, path), None, *YEAR, TODAY)
    assert _points(trial.then) == {"县教育局": Decimal(7), "县水利局": Decimal(28)}
    with store.read() as work:
        assert [one.name for one in work.catalogue.publications()] == ["政务信息"]


def test_swapped_days_and_fee_schemes_are_refused(store, office):
    with pytest.raises(NotAllowedError, match="对调"):
        try_out(store, None, None, *YEAR[::-1], TODAY)
    fees = Scheme("稿酬办法", date(2026, 1, 1), (), purpose=Purpose.FEES)
    with pytest.raises(NotAllowedError, match="稿酬"):
        try_out(store, fees, None, *YEAR, TODAY)


def test_the_comparison_is_printed_group_by_group(store, booked):
    scheme = Scheme("试行", date(2026, 1, 1), (), clauses=(Points(points=(Decimal(2),)),))
    register = trial_register(try_out(store, scheme, None, *YEAR, TODAY), "县府办", TODAY)
    assert [part.heading for part in register.parts] == ["县政府工作部门"]
    assert ("云岭县教育局", "5", "2", "-3", "2", "2", "—") in register.parts[0].lines
    assert register_pdf(register).startswith(b"%PDF")


def test_the_comparison_is_written_as_a_table_with_both_sides_lines(store, booked):
    scheme = Scheme("试行", date(2026, 1, 1), (), clauses=(Points(points=(Decimal(2),)),))
    book = load_workbook(BytesIO(trial_workbook(try_out(store, scheme, None, *YEAR, TODAY))))
    compared, lines = book.worksheets
    assert "只作比较，不改台账" in compared["A1"].value
    rows = {row[1]: row[2:5] for row in compared.iter_rows(min_row=3, values_only=True)}
    assert rows["云岭县教育局"] == (5, 2, -3)
    sides = [row[1] for row in lines.iter_rows(min_row=3, values_only=True)]
    assert (sides.count("现在"), sides.count("试算")) == (5, 5)
