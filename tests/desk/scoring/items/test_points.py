from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from desk.facts import FactKind
from desk.scoring.clauses.items import Ground, Per, Points, Recode
from desk.scoring.clauses.results import Mode, Rounded, Rounding
from desk.scoring.items.booking import events
from desk.scoring.scheme import Purpose


def row(*points, matter=FactKind.ADOPTION, **rest):
    return Points(points=tuple(map(Decimal, points)), matter=matter, **rest)


def test_the_first_row_that_holds_counts_before_the_simple_table(points, adopted, asking):
    rows = [row(9, when=asking(版位="头版")), row(7, when=asking(版位="*"))]
    facts = [adopted(placement=where) for where in ("头版", "头条", "")]
    assert points(rows, *facts) == [9, 7, 4]


def test_a_row_of_another_component_adds_to_the_simple_table(lines, adopted, asking):
    extra = row(5, when=asking(约稿="是"), component="约稿分")
    found = lines([extra], adopted(commissioned=True))
    assert {line.component: line.points for line in found} == {"约稿分": 5, "采用分": 4}


def test_an_exception_keeps_a_row_from_holding(points, adopted, asking):
    rows = [row(9, unless=asking(标记="领导讲话", 刊物="每日要情"))]
    assert points(rows, adopted(tags=("领导讲话",)), adopted(tags=("转载",))) == [4, 9]


def test_points_by_the_turn_in_the_item_go_on_with_the_last(points, happened):
    rows = [row(10, 5, matter=FactKind.INSTRUCTION)]
    facts = [happened(FactKind.INSTRUCTION, month, level="市级") for month in (1, 2, 3)]
    assert points(rows, *facts) == [10, 5, 5]


def test_leaders_are_counted_row_by_row(points, happened, asking):
    rows = [
        row(10, 5, matter=FactKind.INSTRUCTION, when=asking(职务="市领导")),
        row(5, 3, matter=FactKind.INSTRUCTION, when=asking(职务="秘书长")),
    ]
    ranks = ("市领导", "秘书长", "市领导", "秘书长")
    facts = [happened(FactKind.INSTRUCTION, 1, at, rank=rank) for at, rank in enumerate(ranks, 1)]
    assert points(rows, *facts) == [10, 5, 5, 3]


@pytest.mark.parametrize(
    ("late", "whole", "total"), [("1.5", False, -6), ("1.5", True, -3), ("3", False, -9)]
)
def test_hours_begun_count_unless_whole_ones_are_asked_for(points, happened, late, whole, total):
    rows = [row(-3, matter=FactKind.EMERGENCY, per=Per.HOUR, whole_hours=whole)]
    assert points(rows, happened(FactKind.EMERGENCY, late=Decimal(late))) == [total]


def test_hours_of_grace_are_free(points, happened):
    rows = [row(-3, matter=FactKind.EMERGENCY, per=Per.HOUR, grace=Decimal(2))]
    assert points(rows, happened(FactKind.EMERGENCY, late=Decimal(3))) == [-3]


def test_external_points_are_multiplied_and_missed_in_words(lines, adopted):
    rows = [row(ground=Ground.EXTERNAL, factor=Fraction(2))]
    known, unknown = lines(rows, adopted(4, external=Decimal(12)), adopted(4, title="另一条"))
    assert (known.points, unknown.points) == (24, 0)
    assert "上级公布 12×2=24 分" in known.text
    assert "上级还没有公布" in unknown.text


def test_own_points_of_the_item_are_multiplied_and_made_up_for_later(lines, adopted, asking):
    rows = [
        row(ground=Ground.OWN_ADOPTIONS, factor=Fraction(4), when=asking(层级="省级")),
    ]
    upper, own, changed = lines(rows, adopted(4, 1), adopted(1, 2))
    assert (upper.points, own.points, changed.points) == (0, 4, 16)
    assert (changed.day, changed.earlier) == (own.day, upper.fact)


def test_without_own_points_the_listed_ones_count(points, adopted, asking):
    rows = [row(3, ground=Ground.OWN_ADOPTIONS, when=asking(层级="省级"))]
    assert points(rows, adopted(4)) == [3]


def test_two_halves_taken_off_an_item_are_each_half_of_the_whole(lines, adopted, happened):
    half = row(matter=FactKind.EMERGENCY, ground=Ground.ITEM, factor=Fraction(-1, 2))
    found = lines([half], adopted(1, 1), happened(FactKind.EMERGENCY), happened(FactKind.EMERGENCY))
    assert [line.points for line in found] == [4, -2, -2]
    assert "本条得分 4×（-0.5）=-2 分" in found[1].text


def test_what_is_decided_stays_within_the_range(lines, happened):
    rows = [row(matter=FactKind.INCIDENT, least=Decimal(-100), most=Decimal(-50))]
    values = [Decimal(-70), Decimal(-120), None]
    found = lines(
        rows,
        *(
            happened(FactKind.INCIDENT, day=at, value=value, title=f"第{at}件")
            for at, value in enumerate(values, 1)
        ),
    )
    assert [line.points for line in found] == [-70, -100, 0]
    assert "超出范围（-100—-50），按 -100 分" in found[1].text
    assert "待核定" in found[2].text


def test_an_adjustment_counts_without_any_row(lines, happened):
    (line,) = lines([], happened(FactKind.ADJUSTMENT, value=Decimal("2.5"), note="协助会务"))
    assert (line.points, line.component) == (Decimal("2.5"), "调整分")
    assert line.text == "调整“协助会务”，核定 2.5 分"


def test_an_adjustment_of_points_is_no_money(basis, scheme, happened):
    office = replace(basis, schemes=[replace(scheme, purpose=Purpose.FEES)])
    (event,) = events([happened(FactKind.ADJUSTMENT, value=Decimal(5))], office, Purpose.FEES)
    assert sum(line.points for line in event.lines) == 0


def test_no_points_are_told_from_zero_points(lines, adopted, asking):
    none, zero = lines([row(0, when=asking(刊物="昨日情况"))], adopted(2, title="甲"), adopted(5))
    assert none.text.endswith("“办法”没有它的分值，计 0 分")
    assert zero.text == "《昨日情况》采用，单条 0 分"


def test_an_old_publication_counts_as_the_new_one(lines, adopted, asking):
    recode = Recode(publication="每日要情", section="简讯", when=asking(刊物="昨日情况"))
    (line,) = lines([recode, row(2, when=asking(栏目="简讯"))], adopted(5))
    assert (line.points, line.publication) == (2, "昨日情况")
    assert line.text == "《昨日情况》（按《每日要情》简讯计）采用，单条 2 分"


def test_a_sentence_names_the_source_of_its_row(lines, adopted):
    (line,) = lines(
        [row(9, code="三（一）", source="2026年办法第三条")], adopted(issue_number="14")
    )
    assert line.text == "《每日要情》第14期采用，单条 9 分（依据：2026年办法第三条）"
    assert line.clause == "三（一）　2026年办法第三条"


def test_points_of_a_fact_are_rounded_as_the_scheme_says(points, adopted):
    rows = [
        row("7.55"),
        Rounding(figure=Rounded.LINE, decimals=1, mode=Mode.HALF_EVEN),
    ]
    assert points(rows, adopted()) == [Decimal("7.6")]


def test_what_never_ends_keeps_six_decimals(points, adopted):
    rows = [row(ground=Ground.EXTERNAL, factor=Fraction(1, 3))]
    assert points(rows, adopted(external=Decimal(10))) == [Decimal("3.333333")]


def test_a_name_nobody_knows_never_holds(points, adopted, asking):
    rows = [Recode(publication="没有的刊物"), row(9, when=asking(刊物="没有的刊物"))]
    assert points(rows, adopted()) == [4]
