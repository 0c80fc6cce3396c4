from dataclasses import replace
from datetime import date

import pytest

from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.periods import Task
from desk.scoring.scheme import Scheme
from desk.scoring.terms import compile_terms, timetable


def asking(**traits):
    return Condition(tuple(Ask(Trait(name), (value,)) for name, value in traits.items()))


@pytest.fixture
def terms(basis, scheme):
    return compile_terms(scheme, basis)


def test_what_a_task_asks_of_units_is_told_apart_from_what_it_counts(terms, basis):
    task = Task(name="月任务", when=asking(分组="乡镇", 刊物="政务信息"))
    school, town = basis.units[2], basis.units[4]
    assert terms.of_unit(task, town)
    assert not terms.of_unit(task, school)


def test_an_exception_for_some_items_exempts_no_unit(terms, basis):
    task = Task(name="月任务", unless=asking(分组="乡镇", 标记="转载"))
    assert terms.of_unit(task, basis.units[4])


def test_a_clause_is_asked_of_a_fact_as_the_scheme_sees_it(terms, adopted):
    seen = terms.seen(adopted(section_id=2))
    assert terms.holds(Task(name="月任务", when=asking(栏目="简讯", 单位="云岭县财政局")), seen)
    assert not terms.holds(Task(name="月任务", when=asking(栏目="信息")), seen)


def test_a_fact_may_be_seen_as_of_the_unit_it_counts_for(terms, adopted):
    assert terms.seen(adopted(), 5).group == "乡镇"


def test_a_scheme_is_in_force_until_the_day_before_the_next(basis, scheme):
    later = replace(scheme, name="新办法", valid_from=date(2026, 7, 1), id=2)
    in_force = timetable([later, scheme], basis)
    days = (date(2025, 12, 31), date(2026, 6, 30), date(2026, 7, 1))
    assert [terms and terms.scheme.name for terms in map(in_force, days)] == [
        None,
        "2026年计分办法",
        "新办法",
    ]


def test_years_begin_with_the_month_of_the_scheme(basis):
    terms = compile_terms(Scheme("办法", date(2026, 1, 1), (), start_month=8), basis)
    assert [terms.year(date(2026, month, 1)) for month in (7, 8)] == [2025, 2026]
