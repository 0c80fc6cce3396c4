from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.facts import reversals
from desk.issues import Role
from desk.scoring.ledger import ledger_lines
from desk.scoring.scheme import JointShare, PointRule, Scheme


@pytest.fixture
def lines(basis):
    def run(*facts, schemes=None):
        return ledger_lines(facts, replace(basis, schemes=schemes or basis.schemes))

    return run


def test_an_adoption_earns_the_points_of_its_section_and_says_so(lines, adopted):
    (line,) = lines(adopted(issue_number="3"))
    assert line.points == 3
    assert line.rule == "《政务信息》信息 单条"
    assert line.text == "《政务信息》第3期“信息”采用，单条 3 分"


def test_a_section_without_points_of_its_own_earns_those_of_the_publication(lines, adopted):
    (line,) = lines(adopted(section_id=2))
    assert line.points == Decimal("0.5")
    assert line.rule == "《政务信息》单条"
    assert (line.publication, line.section) == ("政务信息", "简讯")


def test_each_unit_of_a_composite_item_earns_the_composite_points(lines, adopted):
    both = lines(*(adopted(unit, role=Role.COMPOSITE, shares=2) for unit in (1, 2)))
    assert [line.points for line in both] == [1, 1]
    assert both[0].text == "《政务信息》“信息”综合采用，每单位 1 分"


def test_a_composite_item_without_points_of_its_own_earns_the_same(lines, adopted):
    (line,) = lines(adopted(section_id=2, role=Role.COMPOSITE))
    assert line.points == Decimal("0.5")


def test_two_units_of_a_joint_item_share_its_points(lines, adopted):
    both = lines(*(adopted(unit, role=Role.JOINT, shares=2) for unit in (1, 2)))
    assert [line.points for line in both] == [Decimal("1.5"), Decimal("1.5")]
    assert both[0].text == "《政务信息》“信息”采用，联合 2 家平均分配：3÷2=1.5 分"


def test_what_cannot_be_divided_goes_to_the_unit_booked_first(lines, adopted, scheme):
    ten = replace(scheme, rules=(PointRule(1, Decimal(10)),))
    facts = [adopted(unit, role=Role.JOINT, shares=3, id=9 - unit) for unit in (1, 2, 3)]
    parts = {line.unit_id: line for line in lines(*facts, schemes=[ten])}
    assert [parts[unit].points for unit in (3, 2, 1)] == [
        Decimal("3.34"),
        Decimal("3.33"),
        Decimal("3.33"),
    ]
    assert "10÷3≈3.34 分（除不尽的零头依次计给排在前面的单位）" in parts[3].text


def test_units_of_a_joint_item_earn_full_points_where_the_scheme_says_so(lines, adopted, scheme):
    full = replace(scheme, joint=JointShare.FULL)
    facts = (adopted(unit, role=Role.JOINT, shares=2) for unit in (1, 2))
    both = lines(*facts, schemes=[full])
    assert [line.points for line in both] == [3, 3]
    assert both[1].text.endswith("联合 2 家各计全分：3 分")


def test_two_joint_items_of_one_title_are_shared_out_apart(lines, adopted, scheme):
    cent = replace(scheme, rules=(PointRule(1, Decimal("0.01")),))
    facts = [
        adopted(unit, role=Role.JOINT, shares=2, id=place)
        for place, unit in enumerate((1, 2, 1, 2), start=1)
    ]
    points = [line.points for line in lines(*facts, schemes=[cent])]
    assert points == [Decimal("0.01"), 0, Decimal("0.01"), 0]


def test_a_scheme_holds_until_the_day_before_the_next(lines, adopted, scheme):
    second = Scheme("下半年办法", date(2026, 7, 1), (PointRule(1, Decimal(5)),), id=2)
    facts = (adopted(day=day) for day in (date(2026, 6, 30), date(2026, 7, 1)))
    points = [line.points for line in lines(*facts, schemes=[second, scheme])]
    assert points == [3, 5]


def test_an_adoption_the_scheme_does_not_know_stays_with_the_reason(lines, adopted):
    (line,) = lines(adopted(publication_id=7, section_id=None))
    assert line.points == 0
    assert line.text == "未登记的刊物采用，“2026年计分办法”没有它的分值，计 0 分"


def test_an_adoption_before_the_first_scheme_stays_with_the_reason(lines, adopted):
    (line,) = lines(adopted(day=date(2025, 12, 31)))
    assert line.points == 0
    assert "2025年12月31日没有生效的计分办法，计 0 分" in line.text


def test_what_was_only_sent_in_earns_no_line(lines, submitted):
    assert lines(submitted()) == ()


def test_a_reversal_says_what_it_takes_back_and_why(lines, adopted):
    (back,) = reversals([adopted(issue_number="第36期")], date(2026, 5, 6), "issue:9", "更正第36期")
    (line,) = lines(back)
    assert (line.day, line.points, line.adopted) == (date(2026, 5, 6), -3, -1)
    assert line.text == "冲销：《政务信息》第36期“信息”采用，单条 3 分（更正第36期）"


def test_a_reversal_counts_by_the_scheme_of_what_it_takes_back(lines, adopted, scheme):
    dearer = Scheme("下半年办法", date(2026, 7, 1), (PointRule(1, Decimal(5)),), id=2)
    back = list(reversals([adopted()], date(2026, 7, 2), "issue:9", "撤销第1期"))
    assert [line.points for line in lines(*back, schemes=[dearer, scheme])] == [-3]
    again = list(reversals([replace(adopted(), of_day=date(2026, 6, 1))], date(2026, 8, 1), "", ""))
    assert [line.points for line in lines(*again, schemes=[dearer, scheme])] == [-3]


def test_only_adoptions_are_taken_back(submitted):
    assert list(reversals([submitted()], date(2026, 7, 2), "issue:9", "撤销第1期")) == []
