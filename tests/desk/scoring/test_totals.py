from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from desk.facts import Fact, FactKind, Particulars, reversals
from desk.issues import Role
from desk.publications import Publication, Section, Tier
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.items import Attribution, Credit, Gate, Points, Recode
from desk.scoring.clauses.periods import Counter, Task, Zero
from desk.scoring.clauses.results import (
    Conversion,
    ConversionWay,
    Figure,
    Mode,
    Prize,
    Ranking,
    Rounded,
    Rounding,
)
from desk.scoring.scheme import Purpose, Scheme
from desk.scoring.totals import score
from desk.units import Quota, Unit

NEW_YEAR, END = date(2026, 1, 1), date(2026, 9, 30)


@pytest.fixture
def table(basis):
    def run(*facts, first=NEW_YEAR, last=END, basis=basis, today=None):
        return score(basis, facts, first, last, today=today)

    return run


def by_name(table):
    return {item.unit.short: item for item in table.units}


def test_equal_points_share_a_rank_and_the_next_is_skipped(table, adopted):
    facts = [adopted(1), adopted(1), adopted(2), adopted(3), adopted(4, section_id=2)]
    ranks = [(item.unit.short, item.rank) for item in table(*facts).groups[0].units]
    assert ranks == [("财政局", 1), ("教育局", 2), ("水利局", 2), ("审计局", 4)]


def test_groups_are_ranked_apart_in_their_order(table, adopted):
    groups = table(adopted(5)).groups
    assert [item.group.name for item in groups] == ["县直部门", "乡镇"]
    assert [item.rank for item in groups[0].units] == [1, 1, 1, 1]


def test_a_unit_without_facts_stands_there_with_zeros(table):
    unit = by_name(table())["财政局"]
    assert (unit.points, unit.submitted, unit.adopted, unit.rate) == (0, 0, 0, 0)
    assert unit.zero
    assert unit.lines == ()


def test_completion_measures_the_whole_year_and_pace_what_went_by(table, adopted):
    unit = by_name(table(adopted(1), adopted(1)))["财政局"]
    assert (unit.quota, unit.completion, unit.pace) == (12, 50, 75)
    assert unit.behind == 3  # 12 × 3/4 − 6


def test_a_unit_level_with_the_pace_is_not_behind(table, adopted):
    assert by_name(table(*[adopted(1)] * 3))["财政局"].behind == 0


def test_the_pace_stops_at_today(table):
    year = table(last=date(2026, 12, 31), today=date(2026, 6, 30))
    assert year.pace == 50


def test_a_unit_without_a_quota_has_no_completion(table, adopted):
    unit = by_name(table(adopted(4)))["审计局"]
    assert (unit.quota, unit.completion, unit.behind) == (None, None, 0)


def test_the_rate_is_the_part_of_the_drafts_that_was_printed(table, adopted, submitted):
    unit = by_name(table(adopted(1), adopted(1), *[submitted(1)] * 3))["财政局"]
    assert (unit.submitted, unit.adopted, unit.rate) == (3, 2, Decimal("66.7"))


def test_days_outside_the_window_do_not_count(table, adopted):
    facts = [adopted(day=date(2025, 12, 31)), adopted(day=date(2026, 10, 1))]
    assert by_name(table(*facts))["财政局"].zero


def test_an_inactive_unit_is_there_only_with_facts(table, basis, adopted):
    gone = [Unit("云岭县老局", "老局", 1, active=False, id=8)]
    office = replace(basis, units=[*basis.units, *gone])
    assert "老局" not in by_name(table(basis=office))
    assert by_name(table(adopted(8), basis=office))["老局"].points == 3


def test_a_unit_of_no_known_group_is_not_lost(table, basis, adopted):
    office = replace(basis, units=[Unit("云岭县新局", "新局", 99, id=9)])
    (group,) = table(adopted(9), basis=office).groups
    assert group.group.name == "未分组"


def test_a_new_scheme_changes_the_points_from_its_first_day(table, basis, scheme, adopted):
    doubled = [replace(rule, points=rule.points * 2) for rule in scheme.rules]
    second = Scheme("下半年办法", date(2026, 7, 1), tuple(doubled), id=2)
    office = replace(basis, schemes=[scheme, second])
    result = table(adopted(day=date(2026, 6, 30)), adopted(day=date(2026, 7, 1)), basis=office)
    assert by_name(result)["财政局"].points == 9
    assert result.schemes == ("2026年计分办法", "下半年办法")


def test_a_split_item_adds_up_over_its_units(table, adopted):
    facts = [adopted(unit, role=Role.JOINT, shares=4) for unit in (1, 2, 3, 5)]
    assert sum(item.points for item in table(*facts).units) == 3


def test_a_month_with_nothing_but_a_reversal_stands_below_zero(table, adopted, submitted):
    back = list(reversals([adopted(4)], date(2026, 5, 6), "issue:9", "撤销第1期"))
    window = {"first": date(2026, 5, 1), "last": date(2026, 5, 31)}
    unit = by_name(table(*back, submitted(4, date(2026, 5, 2)), **window))["审计局"]
    assert (unit.points, unit.adopted, unit.submitted, unit.rate) == (-3, -1, 1, -100)
    assert unit.zero


def test_a_closed_unit_whose_adoption_was_taken_back_still_shows_both_lines(table, basis, adopted):
    gone = [Unit("云岭县老局", "老局", 1, active=False, id=8)]
    office = replace(basis, units=[*basis.units, *gone])
    booked = replace(adopted(8), id=1)
    back = list(reversals([booked], date(2026, 5, 6), "issue:9", "撤销第1期"))
    unit = by_name(table(booked, *back, basis=office))["老局"]
    assert (unit.points, unit.adopted, len(unit.lines)) == (0, 0, 2)


@pytest.fixture
def by(basis, scheme):
    """The office with some clauses in its scheme."""

    def make(*clauses, **changes):
        changed = replace(scheme, clauses=clauses, **changes)
        return replace(basis, schemes=[changed])

    return make


def when(**asks):
    return Condition(tuple(Ask(Trait[name], (value,)) for name, value in asks.items()))


def test_the_total_is_rounded_at_the_end_only(table, by, adopted):
    cut = Rounding(figure=Rounded.TOTAL, decimals=0, mode=Mode.DOWN)
    facts = [adopted(1, section_id=2)] * 3
    unit = by_name(table(*facts, basis=by(cut)))["财政局"]
    assert (unit.points, unit.completion) == (1, Decimal("12.5"))
    assert sum(line.points for line in unit.lines) == Decimal("1.5")


def test_points_are_converted_by_the_first_row_for_the_unit_and_may_rank(table, by, adopted):
    office = by(
        Conversion(when=when(UNIT="云岭县水利局"), way=ConversionWay.AVERAGE),
        Conversion(full=Decimal(3), most=Decimal(1)),
        Ranking(figure=Figure.CONVERTED),
    )
    result = table(adopted(1), adopted(1), adopted(2), basis=office)
    units = by_name(result)
    assert (units["财政局"].converted, units["水利局"].converted) == (1, 3)
    assert units["财政局"].conversion == "6÷12×3=1.5 分，封顶 1 分"
    assert [one.unit.short for one in result.groups[0].units][:2] == ["水利局", "财政局"]
    assert units["审计局"].converted is None
    assert result.averages


def test_the_best_is_looked_for_in_the_group_or_where_all_are_ranked_together(table, by, adopted):
    facts = [*[adopted(5)] * 4, adopted(1)]
    best = Conversion(way=ConversionWay.BEST, full=Decimal(100))
    apart = by_name(table(*facts, basis=by(best)))
    assert (apart["财政局"].converted, apart["财政局"].rank) == (100, 1)
    together = by_name(table(*facts, basis=by(best, Ranking(whole=True))))
    assert (together["财政局"].converted, together["财政局"].rank) == (25, 2)


def test_points_by_rank_follow_the_ranking_by_points(table, by, adopted):
    ranks = (Decimal(5), Decimal(3), Decimal(1))
    office = by(Conversion(way=ConversionWay.RANK, ranks=ranks), Ranking(figure=Figure.CONVERTED))
    units = by_name(table(adopted(1), adopted(1), adopted(2), basis=office))
    told = [(units[name].converted, units[name].rank) for name in ("财政局", "水利局", "教育局")]
    assert told == [(5, 1), (3, 2), (1, 3)]


def test_a_tie_is_broken_by_adoptions_of_a_tier_after_recoding(table, by, basis, adopted):
    office = by(Recode(when=when(PUBLICATION="旧刊"), publication="省刊"), Ranking(ties=("省级",)))
    upper = [
        Publication("省刊", (), tier=Tier.PROVINCE, id=7),
        Publication("旧刊", (Section("甲"),), id=8),
    ]
    office = replace(office, publications=[*basis.publications, *upper])
    facts = [adopted(1), adopted(2), adopted(2, publication_id=8, section_id=None)]
    ranks = [(one.unit.short, one.rank) for one in table(*facts, basis=office).groups[0].units]
    assert ranks[:2] == [("水利局", 1), ("财政局", 2)]


def test_who_is_barred_and_zeroed_keeps_the_raw_points(table, by, adopted):
    zero = Counter(matter=FactKind.INCIDENT, zero=Zero.YEAR, disqualifies=True)
    wrong = Fact(FactKind.INCIDENT, date(2026, 4, 1), 1, "失实", "hand:1")
    unit = by_name(table(adopted(1), wrong, basis=by(zero, Ranking(places=9))))["财政局"]
    assert (unit.points, unit.raw, unit.placed) == (0, 3, False)
    assert unit.barred


def test_an_item_that_does_not_count_is_not_among_the_adoptions(table, by, adopted, submitted):
    office = by(Gate(when=when(TAG="未签审"), why="未签审"))
    out = adopted(1, particulars=Particulars(tags=("未签审",)))
    unit = by_name(table(submitted(1), adopted(1), out, basis=office))["财政局"]
    assert (unit.points, unit.adopted, unit.submitted, unit.rate) == (3, 1, 1, 100)
    assert (unit.counted, unit.average) == (1, 3)


def test_folded_items_count_whole_but_weigh_in_the_rate_and_the_average(
    table, by, adopted, submitted
):
    third = Points(points=(Decimal(1),), weight=Fraction(1, 3), when=when(SECTION="简讯"))
    facts = [adopted(1, section_id=2, title=f"简讯{n}") for n in range(3)]
    unit = by_name(table(submitted(1), *facts, basis=by(third)))["财政局"]
    assert (unit.adopted, unit.rate, unit.counted, unit.average) == (3, 100, 1, 3)


def test_the_targets_are_those_of_the_year_that_holds_the_last_day(table, by, basis, adopted):
    school = by(start_month=8, valid_from=date(2025, 8, 1))
    school = replace(school, quotas=[Quota(2025, 1, Decimal(6)), Quota(2026, 1, Decimal(60))])
    unit = by_name(table(adopted(1), basis=school, last=date(2026, 7, 31)))["财政局"]
    assert (unit.quota, unit.completion) == (6, 50)


def test_an_exempt_unit_has_no_target(table, basis, adopted):
    office = replace(basis, quotas=[Quota(2026, 1, Decimal(12), exempt="新设")])
    assert by_name(table(adopted(1), basis=office))["财政局"].quota is None


def test_what_is_not_over_today_is_not_judged_yet(table, by, submitted):
    task = Task(name="全年任务", span=Span.YEAR, target=Decimal(2), reached=Decimal(50))
    window = {"last": date(2026, 12, 31), "basis": by(task)}
    facts = [submitted(1), submitted(1, title="防汛")]
    early = by_name(table(*facts, today=date(2026, 6, 30), **window))["财政局"]
    assert (early.points, early.tasks[0].points, bool(early.expected)) == (0, None, True)
    assert by_name(table(*facts, **window))["财政局"].points == 50


def test_authors_share_the_points_and_each_has_the_item(table, by, adopted):
    three = adopted(1, particulars=Particulars(people=("王", "李", "赵")), section_id=2)
    alone = adopted(2, particulars=Particulars(people=("孙",)))
    people = table(three, alone, basis=by()).people
    told = [(one.name, one.unit.short, one.rank, str(one.points), one.adopted) for one in people]
    assert told == [
        ("孙", "水利局", 1, "3", 1),
        ("李", "财政局", 2, "0.17", 1),
        ("王", "财政局", 2, "0.17", 1),
        ("赵", "财政局", 4, "0.16", 1),
    ]


def test_a_person_has_an_item_once_where_it_counts_for_two_units(table, by, adopted):
    both = Attribution(when=when(UNIT="云岭县水利局"), target="云岭县财政局", credit=Credit.BOTH)
    fact = adopted(2, particulars=Particulars(people=("孙",)))
    result = table(fact, basis=by(both))
    (person,) = result.people
    assert (person.unit.short, person.points, person.adopted) == ("水利局", 3, 1)
    assert by_name(result)["财政局"].points == 3


def test_an_item_has_the_first_prize_it_meets_once_for_all_its_units(table, by, adopted):
    office = by(
        Prize(name="特等奖", matter=FactKind.INSTRUCTION, when=when(LEVEL="国家级")),
        Prize(name="三等奖", code="第九条"),
    )
    facts = [adopted(unit, role=Role.JOINT, shares=2) for unit in (1, 2)]
    noted = Fact(
        FactKind.INSTRUCTION, date(2026, 4, 1), 1, "春耕备耕有序推进", "hand:1",
        particulars=Particulars(level="国家级"),
    )  # fmt: skip
    (third,) = table(*facts, basis=office).prizes
    assert (third.prize, [one.short for one in third.units]) == ("三等奖", ["财政局", "水利局"])
    assert (third.day, third.why) == (date(2026, 3, 9), "采用，第九条")
    (best,) = table(*facts, noted, basis=office).prizes
    assert (best.prize, best.why) == ("特等奖", "批示（级别：国家级）")


def test_what_was_taken_back_wins_no_prize(table, by, adopted):
    booked = replace(adopted(1), id=1)
    back = list(reversals([booked], date(2026, 5, 6), "issue:9", "撤销第1期"))
    assert table(booked, *back, basis=by(Prize(name="一等奖"))).prizes == ()


def test_only_schemes_of_the_purpose_count(table, basis, scheme, adopted):
    fees = replace(scheme, id=2, name="稿酬", purpose=Purpose.FEES)
    result = table(adopted(1), basis=replace(basis, schemes=[fees]))
    assert (by_name(result)["财政局"].points, result.schemes) == (0, ())
