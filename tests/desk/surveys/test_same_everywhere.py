"""A figure that several papers of one survey tell is the same in all of them."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.bulletins.options import BulletinOptions
from desk.bulletins.values import values_of
from desk.facts import Fact, FactKind, Particulars
from desk.reports.charts import bullet, curves, heat, instructions, kinds, levels, sent, tasks
from desk.reports.charts.chart import Paper
from desk.reports.decks.tables import deck_tables
from desk.reports.statistics.catalogue import catalogue
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.items import Gate
from desk.scoring.clauses.results import Rounded, Rounding
from desk.surveys.items import printed_items
from desk.surveys.surveying import survey
from desk.units import Quota

QUARTER = date(2026, 4, 1), date(2026, 6, 30)
OUTCOMES = ("按时", "完成", "", "逾期", "迟报", "未报", "不报", "漏报", "瞒报", "误报", "另议")


@pytest.fixture
def book(office):
    """Book a fact of each of some units, as one item."""

    def add(kind, units=(0,), day=date(2026, 5, 6), title="某事", **told):
        paper = office.publication
        where = (paper.id, paper.sections[0].id) if kind is FactKind.ADOPTION else (None, None)
        with office.store.begin() as work:
            work.ledger.add(
                Fact(
                    kind, day, office.units[at].id, title, "hand:1", *where,
                    shares=len(units), particulars=Particulars(**told),
                )
                for at in units
            )  # fmt: skip

    return add


@pytest.fixture
def papers(office):
    """The survey of the second quarter and what a bulletin's names and a table's sums say of it."""

    def read():
        found = survey(office.store, *QUARTER, office="某办公室", today=date(2026, 7, 15))
        values, tables = values_of(found, BulletinOptions()), catalogue(found)
        sums = {key: one.total for key, one in tables.columns.items() if one.total}
        return (
            found,
            lambda name: values[name].text,
            lambda key: str(sums[key](tables.units) or 0),
        )

    return read


def charted(found, matter, *parts):
    rows = [row for block in tasks.figures(found, matter) for row in block.rows]
    return str(sum(row.parts[part] for row in rows for part in parts))


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_what_was_asked_for_comes_to_the_same_in_bulletin_table_and_chart(book, papers, outcome):
    book(FactKind.COMMISSION, outcome=outcome)
    found, said, summed = papers()
    for name, key, part in (
        ("约稿完成篇数", "commissions_done", tasks.IN_TIME),
        ("约稿逾期篇数", "commissions_late", tasks.LATE),
        ("约稿未报篇数", "commissions_missed", tasks.MISSING),
    ):
        assert said(name) == summed(key) == charted(found, FactKind.COMMISSION, part)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_emergency_comes_to_the_same_in_bulletin_and_table(book, papers, outcome):
    book(FactKind.EMERGENCY, outcome=outcome)
    found, said, summed = papers()
    for name, key, part in (
        ("紧急报送条数", "emergencies_sent", tasks.IN_TIME),
        ("紧急迟报条数", "emergencies_late", tasks.LATE),
    ):
        assert said(name) == summed(key) == charted(found, FactKind.EMERGENCY, part)
    assert said("紧急漏报条数") == summed("emergencies_failed")


def test_who_sent_nothing_and_has_nothing_is_counted_alike_and_leaves_out_the_exempt(
    office, book, papers
):
    with office.store.begin() as work:
        work.registry.save_quota(Quota(2026, office.units[0].id, Decimal(0), exempt="新设单位"))
    found, said, _summed = papers()
    assert said("零报送单位数") == said("本期挂零单位数") == "1"
    drawn = sent.draw(found, Paper.ACROSS)[0].note + bullet.draw(found, Paper.ACROSS)[0].note
    assert "零报送1个，有报送没有采用0个" in drawn
    assert "挂零1个" in drawn
    exempt = next(one for one in found.units if one.exempt)
    assert "挂零" not in bullet.told(exempt)


def test_charts_say_when_joint_items_make_more_than_there_are(book, papers):
    book(FactKind.SUBMISSION, (0, 1))
    book(FactKind.ADOPTION, (0, 1))
    found, said, _summed = papers()
    assert (said("采用条数"), said("采用条次")) == ("1", "2")
    for chart in (sent, levels, kinds):
        assert "采用2条次" in chart.draw(found, Paper.ACROSS)[0].note


def test_a_unit_a_hundredth_behind_the_pace_is_behind_it_on_every_page(office, book, papers):
    book(FactKind.ADOPTION)
    with office.store.begin() as work:
        work.registry.save_quota(Quota(2026, office.units[0].id, Decimal("10.001")))
    found, said, _summed = papers()
    score = next(one.so_far for one in found.units if one.so_far.quota)
    assert score.completion == score.pace == Decimal("50.0")
    assert said("达到进度单位数") == str(
        re.search(r"达到序时进度的(\d+)个", curves.sentence(found))[1]
    )


def test_an_item_that_does_not_count_is_in_no_sum_of_the_deck(office, book, papers):
    book(FactKind.ADOPTION, title="有署名的")
    book(FactKind.ADOPTION, title="没有署名的", tags=("未签审",))
    with office.store.begin() as work:
        scheme = work.catalogue.schemes()[0]
        asked = Condition((Ask(Trait.TAG, ("未签审",)),))
        work.catalogue.save_scheme(replace(scheme, clauses=(Gate(when=asked, why="未签审"),)))
    found, said, _summed = papers()
    assert deck_tables("publications", found)[0].table.rows[-1][2] == int(said("采用条数")) == 1


def test_days_to_come_have_a_survey_too(office):
    day = date(2027, 1, 1), date(2027, 3, 31)
    found = survey(office.store, *day, office="某办公室", today=date(2026, 7, 15))
    assert [one.score.points for one in found.units] == [0, 0]


def test_criticism_by_a_leader_is_no_instruction_anywhere(book, papers):
    book(FactKind.ADOPTION, title="被批评的信息")
    book(FactKind.INSTRUCTION, title="被批评的信息", level="县级", tone="批评")
    book(FactKind.INSTRUCTION, (0, 1), title="被肯定的信息", level="县级")
    book(FactKind.INSTRUCTION, (0,), title="被肯定的信息", level="县级")
    found, said, summed = papers()
    assert said("批示次数") == str(len(instructions.items(found))) == "2"
    drawn = sum(row.total for block in instructions.figures(found) for row in block.rows)
    assert summed("instructions:count") == summed("level:县级:count") == str(drawn) == "3"
    assert summed("criticism:count") == said("批评批示条数") == "1"
    assert not any(one.instructed for one in printed_items(found))


def test_percentages_and_points_are_rounded_by_the_scheme_in_charts_too(office, book, papers):
    book(FactKind.ADOPTION, (0, 1))
    with office.store.begin() as work:
        for unit in office.units:
            work.registry.save_quota(Quota(2026, unit.id, Decimal(33)))
        scheme = work.catalogue.schemes()[0]
        rounding = (
            Rounding(figure=Rounded.RATE, decimals=2),
            Rounding(figure=Rounded.TOTAL, decimals=0),
        )
        work.catalogue.save_scheme(replace(scheme, clauses=rounding))
    found, said, _summed = papers()
    for one in found.units:
        curve = curves.curve_of(found, one)
        assert (curve.reached, curve.done) == (one.so_far.points, one.so_far.completion)
    assert curves.said(curves.curves(found)[0]).endswith(f"完成{said('累计完成率')}")


def test_the_months_of_days_that_end_within_one_go_no_further(office, book):
    book(FactKind.ADOPTION, day=date(2026, 5, 6))
    book(FactKind.ADOPTION, day=date(2026, 5, 20), title="后来的")
    days = date(2026, 1, 1), date(2026, 5, 10)
    found = survey(office.store, *days, office="某办公室", today=date(2026, 7, 15))
    one = next(found.units)
    assert sum(each.points or 0 for each in heat.figures(found, one)) == one.so_far.points == 5
