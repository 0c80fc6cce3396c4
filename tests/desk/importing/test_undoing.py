"""Imports are taken back, in open periods and in closed ones."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk import booking
from desk.auditing import By
from desk.closings.closing import Closing
from desk.errors import NotAllowedError, NotFoundError, NotReadableError
from desk.facts import Fact, FactKind
from desk.importing.ledger import import_ledger, read_book, take
from desk.importing.past.guide import PLAIN
from desk.importing.undoing import batches, undo_import
from desk.scoring.clauses.clause import Span

HEAD = "日期,单位,标题,刊物,批示"


@pytest.fixture
def who(by):
    return By(*by.values())


@pytest.fixture
def closed(office, now):
    """March 2026 closed."""

    def close():
        with office.begin() as work:
            first, last = date(2026, 3, 1), date(2026, 3, 31)
            work.closings.add(
                Closing(Span.MONTH, "2026-03", "2026年3月", first, last, "d" * 64, now, "王敏")
            )

    return close


def facts(store):
    with store.read() as work:
        return work.ledger.between(date(2000, 1, 1), date(2100, 1, 1))


def test_an_import_is_listed_and_taken_back(office, csv_file, by, who):
    import_ledger(office, csv_file(HEAD, "2026-3-9,财政局,春耕,政务信息,省长"), **by)
    (batch,) = batches(office)
    assert (batch.name, batch.rows, batch.facts, batch.who) == ("表.csv", 1, 3, "小李")
    told = undo_import(office, batch.id, by=who)
    assert told.messages == ("第 1 批“表.csv”已撤销，撤回 3 条次。",)
    assert facts(office) == []
    assert batches(office)[0].state == "已撤销"


def test_what_was_taken_back_can_be_imported_again(office, csv_file, by, who):
    path = csv_file(HEAD, "2026-3-9,财政局,春耕,政务信息,")
    import_ledger(office, path, **by)
    undo_import(office, 1, by=who)
    import_ledger(office, path, **by)
    assert len(facts(office)) == 2
    assert [one.is_standing for one in batches(office)] == [True, False]


def test_a_batch_is_taken_back_once(office, csv_file, by, who):
    import_ledger(office, csv_file(HEAD, "2026-3-9,财政局,春耕,,"), **by)
    undo_import(office, 1, by=who)
    with pytest.raises(NotAllowedError, match=r"第 1 批.*已经撤销"):
        undo_import(office, 1, by=who)
    with pytest.raises(NotFoundError, match="没有第 9 批"):
        undo_import(office, 9, by=who)


def test_facts_of_a_closed_month_are_reversed_not_deleted(office, csv_file, by, who, closed):
    import_ledger(office, csv_file(HEAD, "2026-3-9,财政局,春耕,政务信息,"), **by)
    closed()
    told = undo_import(office, 1, by=who)
    assert "其中 2 条次在已结账的时段" in told.messages[0]
    back = [fact for fact in facts(office) if fact.kind is FactKind.REVERSAL]
    assert [(one.day, one.counted) for one in back] == [(date(2026, 7, 15), date(2026, 3, 9))] * 2


def test_a_late_import_into_a_closed_month_says_so_row_by_row(office, csv_file, by, closed):
    closed()
    lines = csv_file(HEAD, "2026-3-9,财政局,春耕,政务信息,", "2026-4-9,财政局,夏种,,")
    told = import_ledger(office, lines, **by)
    assert (
        "第2行：2026年3月已经结账，记在今天（2026-07-15），按 2026-03-09 的办法计分"
        in told.messages
    )
    assert {(one.title, one.day, one.counted) for one in facts(office)} == {
        ("春耕", date(2026, 7, 15), date(2026, 3, 9)),
        ("夏种", date(2026, 4, 9), date(2026, 4, 9)),
    }


def test_rows_of_a_closed_month_are_not_booked_twice(office, csv_file, by, closed):
    closed()
    row = "2026-3-9,财政局,春耕,政务信息,"
    import_ledger(office, csv_file(HEAD, row), **by)
    with pytest.raises(NotAllowedError, match="台账里已经有同样的一条"):
        import_ledger(office, csv_file(HEAD, row, "2026-4-9,财政局,夏种,,"), **by)


def test_a_cancelled_import_leaves_nothing_behind(office, csv_file, who):
    book = read_book(csv_file(HEAD, *[f"2026-3-9,财政局,第{at}条,," for at in range(500)]))
    job = take(office, book, PLAIN, by=who)
    for _step in range(3):
        next(job)
    job.close()
    assert facts(office) == []
    assert batches(office) == []


CELL = st.sampled_from(
    [
        "2026-3-9",
        "3月9日",
        "财政局",
        "水利局",
        "无名局",
        "",
        "政务信息",
        "省长、市长",
        "合计",
        "春耕",
    ]
)
ROW = st.tuples(
    st.sampled_from(["2026-3-9", "2026-4-10", "昨天", ""]),
    st.sampled_from(["财政局", "水利局、财政局", "财政局（主）、水利局", "无名局", "合计"]),
    st.sampled_from(["春耕", "防汛", ""]),
    st.sampled_from(["政务信息", "《政务信息》第3期", "内参", ""]),
    CELL,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(ROW, min_size=1, max_size=6))
def test_an_import_is_whole_or_nothing_and_its_undo_leaves_the_ledger_as_it_was(
    office, csv_file, by, who, rows
):
    with office.begin() as work:
        if not work.ledger.last_id():
            unit = work.registry.units()[0].id
            work.ledger.add([Fact(FactKind.SUBMISSION, date(2026, 3, 9), unit, "原有", "hand:1")])
    before = facts(office)
    path = csv_file(HEAD, *[",".join(row) for row in rows])
    try:
        count = import_ledger(office, path, **by).count
    except (NotAllowedError, NotReadableError):
        assert facts(office) == before
        return
    assert len(facts(office)) > len(before)
    assert count <= len(rows)
    undo_import(office, batches(office)[0].id, by=who)
    assert facts(office) == before


def test_what_an_import_took_along_does_not_come_back_by_an_undo(office, csv_file, by, who):
    import_ledger(office, csv_file(HEAD, "2026-3-9,财政局,春耕,政务信息,"), **by)
    done = booking.take_back(office, facts(office)[0].id, "登错", by=who)
    undo_import(office, batches(office)[0].id, by=who)
    with pytest.raises(NotAllowedError, match="“春耕”那一批导入已经撤销"):
        booking.unbook(office, done, by=who)
