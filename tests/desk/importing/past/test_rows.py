"""What rows of old ledgers book, column by column."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from desk.errors import NotAllowedError
from desk.facts import FactKind
from desk.importing.ledger import import_ledger
from desk.issues import Role
from desk.office_clock import OFFICE_CLOCK
from desk.parts import PartRole


@pytest.fixture
def booked(office, csv_file, by):
    """Import a table of these lines and give what it has booked."""

    def take(*lines):
        import_ledger(office, csv_file(*lines), **by)
        with office.read() as work:
            return work.ledger.between(date(2000, 1, 1), date(2100, 1, 1))

    return take


def test_each_instruction_of_a_row_is_a_fact_of_its_own(booked):
    facts = booked(
        "日期,单位,标题,刊物,栏目,批示", "2026-3-9,财政局,春耕,政务信息,信息,省长、市委书记"
    )
    assert [fact.kind for fact in facts] == ["报送", "采用", "批示", "批示"]
    assert [(one.particulars.level, one.particulars.rank) for one in facts[2:]] == [
        ("省级", "主要领导"),
        ("市级", "主要领导"),
    ]
    assert {fact.publication_id for fact in facts[1:]} == {1}
    assert facts[0].publication_id is None


def test_columns_of_an_instruction_go_before_its_words(booked):
    facts = booked("日期,单位,批示,级别,职务,性质", "2026-3-9,财政局,省长,厅级,厅长,批评")
    said = facts[-1].particulars
    assert (said.level, said.rank, said.tone) == ("厅级", "厅长", "批评")
    assert facts[0].particulars.level == ""


def test_an_instruction_may_have_a_day_of_its_own(booked):
    facts = booked("日期,单位,批示,批示日期", "2026-3-9,财政局,省长,2026-4-2")
    assert {fact.kind: fact.day for fact in facts} == {
        FactKind.SUBMISSION: date(2026, 3, 9),
        FactKind.INSTRUCTION: date(2026, 4, 2),
    }


@pytest.mark.parametrize("kind", [kind for kind in FactKind if kind is not FactKind.REVERSAL])
def test_a_row_with_its_matter_books_that_only(booked, kind):
    (fact,) = booked("日期,单位,标题,刊物,事项,核定分", f"2026-3-9,财政局,春耕,政务信息,{kind},-5")
    assert (fact.kind, fact.particulars.value, fact.publication_id) == (kind, Decimal(-5), 1)


def test_an_instruction_by_its_matter_is_told_by_its_columns(booked):
    (fact,) = booked("日期,单位,事项,级别,职务", "2026-3-9,财政局,批示,省级,主要领导")
    assert (fact.particulars.level, fact.particulars.rank) == ("省级", "主要领导")


def test_all_that_a_scheme_may_ask_is_kept(booked):
    head = "日期,单位,事项,原件,体裁,版位,字数,附件,标记,渠道,信息类型,约稿,情形,等级,超时,外部分,"
    row = (
        "2026-3-9,财政局,紧急,07,调研,头版,1200字,图片、音视频,转载、未签审,网站,动态,是,迟报,"
        "重大,2.5,3.25,"
    )
    (fact,) = booked(
        head + "作者,审批人,起,止", row + "张三、李四,王五,3月9日8时30分,2026-3-9 10:45"
    )
    said = fact.particulars
    assert (said.item, said.form, said.placement, said.words) == ("07", "调研", "头版", 1200)
    assert (said.attachments, said.tags) == (("图片", "音视频"), ("转载", "未签审"))
    assert (said.channel, said.kind, said.commissioned) == ("网站", "动态型", True)
    assert (said.outcome, said.grade, said.late) == ("迟报", "重大", Decimal("2.5"))
    assert (said.external, said.people, said.approver) == (
        Decimal("3.25"), ("张三", "李四"), "王五",
    )  # fmt: skip
    assert said.started == datetime(2026, 3, 9, 8, 30, tzinfo=OFFICE_CLOCK)
    assert said.ended == datetime(2026, 3, 9, 10, 45, tzinfo=OFFICE_CLOCK)


def test_what_was_decided_belongs_to_the_adoption(booked):
    facts = booked("日期,单位,刊物,批示,核定分,外部分", "2026-3-9,财政局,政务信息,省长,8,3")
    assert [(one.particulars.value, one.particulars.external) for one in facts] == [
        (None, None),
        (Decimal(8), Decimal(3)),
        (None, None),
    ]


def test_units_of_a_composite_have_their_parts_and_shares(booked):
    facts = booked(
        "日期,单位,标题,刊物,方式,份额",
        "2026-3-9,云岭县财政局（主）、水利局（协）,春耕,政务信息,综合,60、40",
    )
    assert [(one.part, one.portion, one.shares) for one in facts if one.kind == "采用"] == [
        (PartRole.MAIN, Fraction(3, 5), 2),
        (PartRole.SECOND, Fraction(2, 5), 2),
    ]


def test_rows_of_one_composite_belong_together(booked):
    facts = booked(
        "日期,单位,标题,刊物,方式,主协",
        "2026-3-9,财政局,春耕,政务信息,综合,主",
        "2026-3-9,水利局,春 耕,政务信息,综合,协",
        "2026-3-9,水利局,另一条,政务信息,综合,协",
    )
    assert [one.shares for one in facts] == [2, 2, 2, 2, 1, 1]
    assert {one.role for one in facts} == {Role.COMPOSITE}


def test_the_number_of_parties_may_be_more_than_our_units(booked):
    facts = booked("日期,单位,刊物,方式,家数", "2026-3-9,财政局,政务信息,综合,3家")
    assert {one.shares for one in facts} == {3}


def test_shares_of_several_rows_over_the_whole_are_refused(booked):
    with pytest.raises(NotAllowedError, match="份额合计是 120%"):
        booked(
            "日期,单位,标题,刊物,方式,份额",
            "2026-3-9,财政局,春耕,政务信息,综合,60",
            "2026-3-9,水利局,春耕,政务信息,综合,60",
        )


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("事项", "冲销", "事项“冲销”认不出来，可以写：报送、采用、上报"),
        ("事项", "调整", "事项是“调整”的要写核定分"),
        ("字数", "很多", "字数“很多”认不出来，应写成整数"),
        ("超时", "很久", "超时“很久”认不出来"),
        ("核定分", "十分", "核定分“十分”认不出来"),
        ("约稿", "也许", "约稿“也许”认不出来，可以写：是、否"),
        ("起", "早上", "起“早上”认不出来"),
        ("家数", "0", "家数“0”应是不小于 1 的整数"),
        ("份额", "多", "份额“多”认不出来"),
        ("标题", "长" * 301, "标题有 301 个字，最多 300 个"),
    ],
)
def test_a_cell_that_cannot_be_understood_is_told_by_its_column(booked, column, cell, sentence):
    with pytest.raises(NotAllowedError, match=f"第2行：{sentence}"):
        booked(f"日期,单位,{column}", f"2026-3-9,财政局,{cell}")
