"""From when on there are books."""

from datetime import date

from desk.facts import Fact, FactKind


def test_the_books_begin_with_the_earliest_fact(store, office):
    with store.begin() as work:
        assert work.ledger.first_day() is None
        work.ledger.add(
            Fact(FactKind.ADOPTION, day, office.units[0].id, "信息", "import:旧台账.xlsx")
            for day in (date(2019, 3, 9), date(2016, 12, 5), date(2026, 1, 1))
        )
        assert work.ledger.first_day() == date(2016, 12, 5)
