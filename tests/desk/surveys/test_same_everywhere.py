"""A figure that several papers of one survey tell is the same in all of them."""

from datetime import date

import pytest

from desk.bulletins.options import BulletinOptions
from desk.bulletins.values import values_of
from desk.facts import Fact, FactKind, Particulars
from desk.reports.charts import tasks
from desk.reports.statistics.catalogue import catalogue
from desk.surveys.surveying import survey

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
