"""What happened on closed days is booked on an open one; nothing frozen is changed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk.auditing import By
from desk.closing import keep_in_step, on_open_days, open_day, retract, standing, told_of
from desk.closings.closing import Closing
from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind
from desk.scoring.clauses.clause import Span
from desk.submissions import book_submission

JUNE, TODAY = date(2026, 6, 10), date(2026, 7, 15)
LONG_AGO = datetime(2026, 6, 10, 2, tzinfo=UTC)


@pytest.fixture
def closed(store, now) -> None:
    first, last = date(2026, 6, 1), date(2026, 6, 30)
    with store.begin() as work:
        work.closings.add(
            Closing(Span.MONTH, "2026-06", "2026年6月", first, last, "a" * 64, now, "王敏")
        )


def booked(store) -> list[tuple[date, FactKind, int, date | None]]:
    with store.read() as work:
        found = work.ledger.between(date(2026, 1, 1), date(2026, 12, 31))
    return [(one.day, one.kind, one.unit_id, one.of_day) for one in found]


def test_a_closed_day_gives_way_to_today_and_an_open_one_stays(store, closed):
    with store.read() as work:
        assert open_day(work, JUNE, TODAY) == TODAY
        assert open_day(work, date(2026, 7, 1), TODAY) == date(2026, 7, 1)
        assert "2026年6月已经结账，相应的得分记在今天（2026-07-15）" in told_of(work, [JUNE], TODAY)
        assert told_of(work, [TODAY], TODAY) == ""


def test_a_late_fact_counts_by_the_scheme_of_its_true_day(store, office, closed):
    fact = Fact(FactKind.SUBMISSION, JUNE, office.units[0].id, "补记", "hand:1")
    with store.read() as work:
        (moved,) = on_open_days(work, [fact], TODAY)
    assert (moved.day, moved.counted) == (TODAY, JUNE)


def test_registering_a_draft_again_in_a_closed_month_takes_back_and_books_anew(store, office, now):
    draft = office.draft(received=LONG_AGO)
    one, two = (unit.id for unit in office.units)
    with store.begin() as work:
        book_submission(work, draft, office.by)
        work.closings.add(
            Closing(Span.MONTH, "2026-06", "", date(2026, 6, 1), date(2026, 6, 30), "", now, "")
        )
        book_submission(work, replace(draft, unit_ids=(two,)), office.by)
    assert booked(store) == [
        (JUNE, FactKind.SUBMISSION, one, None),
        (TODAY, FactKind.REVERSAL, one, JUNE),
        (TODAY, FactKind.SUBMISSION, two, JUNE),
    ]


def test_registering_the_same_again_changes_nothing(store, office, closed):
    draft = office.draft(received=LONG_AGO)
    with store.begin() as work:
        book_submission(work, draft, office.by)
        before = work.ledger.booked(f"draft:{draft.id}")
        book_submission(work, draft, By("李国华", office.by.now))
        assert work.ledger.booked(f"draft:{draft.id}") == before
        assert [(one.day, one.by) for one in before] == [(TODAY, "王敏")]


def test_another_title_alone_takes_nothing_back_in_a_closed_month(store, office, now):
    draft = office.draft(received=LONG_AGO)
    with store.begin() as work:
        book_submission(work, draft, office.by)
        work.closings.add(
            Closing(Span.MONTH, "2026-06", "", date(2026, 6, 1), date(2026, 6, 30), "", now, "")
        )
        book_submission(work, replace(draft, title="另一个标题"), office.by)
    assert len(booked(store)) == 1


def test_what_stands_on_open_days_is_simply_replaced(store, office):
    fact = Fact(FactKind.SUBMISSION, TODAY, office.units[0].id, "一", "draft:7")
    other = replace(fact, unit_id=office.units[1].id)
    with store.begin() as work:
        assert not keep_in_step(work, "draft:7", [fact, other], office.by)
        assert not keep_in_step(work, "draft:7", [other], office.by)
    assert booked(store) == [(TODAY, FactKind.SUBMISSION, office.units[1].id, None)]


def test_taking_out_of_the_books_reverses_only_what_is_closed(store, office, closed):
    unit = office.units[0].id
    facts = [Fact(FactKind.SUBMISSION, day, unit, "一", "import:x") for day in (JUNE, TODAY)]
    with store.begin() as work:
        work.ledger.add(facts)
        held = standing(work.ledger.booked("import:x"), "import:x")
        (back,) = retract(work, held, office.by, "撤销导入")
        assert (back.day, back.of_day, back.by) == (TODAY, JUNE, "王敏")
        assert standing(work.ledger.booked("import:x"), "import:x") == []
    assert [kind for _day, kind, *_rest in booked(store)] == ["报送", "冲销"]


def test_what_is_booked_on_another_day_stands_in_the_trail_of_its_draft(store, office, closed):
    draft = office.draft(received=LONG_AGO)
    with store.begin() as work:
        book_submission(work, draft, office.by)
        (record,) = work.audit.records(f"draft:{draft.id}")
    assert (record.action, "2026年6月已经结账" in record.detail) == ("结账后改记", True)


def test_a_pc_whose_date_went_back_books_nothing_in_a_closed_month(store, office, closed):
    fact = Fact(FactKind.SUBMISSION, JUNE, office.units[0].id, "补记", "hand:1")
    with store.begin() as work, pytest.raises(NotAllowedError, match="请把电脑的日期改对"):
        on_open_days(work, [fact], date(2026, 6, 20))
    with store.read() as work, pytest.raises(NotAllowedError, match="请把电脑的日期改对"):
        open_day(work, JUNE, date(2026, 6, 20))
