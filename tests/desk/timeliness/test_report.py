"""How soon units sent, and how long the desk's own steps took."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import approving, handling
from desk.approvals import Lane, Stage, Verdict
from desk.auditing import By
from desk.commissions.commission import Commission, Task
from desk.drafts import Kind
from desk.office_clock import OFFICE_CLOCK
from desk.starting import complete
from desk.timeliness.figures import median, ninety
from desk.timeliness.passage import SENDING, TAKING, WHOLE, Passage, stretches
from desk.timeliness.report import timeliness
from desk.timeliness.steps import person_table, step_table

DAY = date(2026, 7, 15)


JULY = (date(2026, 7, 1), date(2026, 7, 31))


def at(hour, minute=0, day=DAY):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=OFFICE_CLOCK)


@pytest.fixture
def read(store):
    """The timeliness of July as it is told at some moment."""

    def reading(now=at(18)):  # noqa: B008 - a constant
        with store.read() as work:
            return timeliness(work, *JULY, now)

    return reading


@pytest.fixture
def lane(office):
    complete(office.store, by=office.by)
    with office.store.begin() as work:
        return work.approvals.save_lane(Lane("快报", (Stage("信息科审核", hours=2),), position=9))


def cells(table, name):
    """A row's texts by the last line of its head."""
    row = next(row for row in table.table.texts if row[0] == name)
    return dict(zip((head.text for head in table.table.columns), row, strict=True))


def test_a_unit_is_in_time_late_or_unknown_by_its_kinds_limit(office, store, read):
    day = timedelta(1)
    for title, event, due in (
        ("按时", DAY, at(18)),
        ("迟报", DAY - 9 * day, at(18, day=DAY - 8 * day)),
        ("说不清", None, at(18)),
    ):
        office.draft(title, kind=Kind.DYNAMIC, event_date=event, due=due, received=at(9))
    table = read().tables("7月")[0]
    row = next(row for row in table.table.texts if row[0] == "县教育局")
    assert row[1:8] == ("3", "1", "1", "1", "50.0%", "4.5", "9")


def test_every_figure_knows_its_drafts(office, read):
    late = office.draft(event_date=DAY - timedelta(5), due=at(8), received=at(9))
    table = read().tables("7月")[0]
    at_row = [row[0].value for row in table.rows].index("县教育局")
    assert table.behind(at_row, 3) == (f"draft:{late.id}",)
    assert table.behind(at_row, 7) == (f"draft:{late.id}",)


def test_kinds_stand_with_their_limits(office, read):
    complete(office.store, by=office.by)
    office.draft(kind=Kind.FEEDBACK, received=at(9))
    (row,) = [row for row in read().tables("7月")[1].table.texts if row[0] == "反馈型"]
    assert row[:3] == ("反馈型", "1 个工作日", "1")


def test_commissions_count_when_their_time_is_over(office, store, read):
    first, second = (one.id for one in office.units)
    tasks = (Task(first, answered=at(10)), Task(second))
    notice = Commission(title="水利", day=DAY, due=at(12), issued=at(8), tasks=tasks)
    with store.begin() as work:
        work.matters.save(notice, office.by)
    before = read(at(11)).tables("7月")[0].table.texts[-1]
    after = read().tables("7月")[0].table.texts[-1]
    assert (before[8:11], after[8:11]) == (("1", "", "100.0%"), ("1", "1", "50.0%"))


def test_the_desks_steps_are_measured_in_office_hours(office, store, read, lane):
    draft = office.draft(received=at(9, 30))
    handling.accept(store, [draft.id], by=By("王敏", at(15)))
    approving.submit(store, [draft.id], lane.id, by=By("王敏", at(16)))
    decision = approving.Decision(Verdict.PASSED, signer="林志远")
    tomorrow = DAY + timedelta(1)
    approving.decide(store, [draft.id], decision, by=By("林志远", at(10, day=tomorrow)))
    _units, _kinds, steps, people = read(at(18, day=tomorrow)).tables("7月")
    taking = cells(steps, TAKING)
    assert (taking["次数"], taking["最长"], taking["超时"]) == ("1", "3", "")
    assert cells(steps, SENDING)["最长"] == "1"
    signing = cells(steps, "审签：信息科审核")
    assert (signing["最长"], signing["超时"], signing["超时率"]) == ("3.5", "1", "100.0%")
    assert people.table.texts[0][:3] == ("林志远", "信息科审核", "1")


def test_a_returned_draft_is_not_ready_but_its_signer_took_his_time(office, store, read, lane):
    draft = office.draft(received=at(9))
    approving.submit(store, [draft.id], lane.id, by=By("王敏", at(10)))
    decision = approving.Decision(Verdict.RETURNED, "数字不对", "林志远")
    approving.decide(store, [draft.id], decision, by=By("林志远", at(11)))
    (passage,) = read().passages
    assert passage.ready is None
    assert [one.person for one in passage.signings] == ["林志远"]


PLAIN = Passage(1, None, None, at(9), None)


def test_a_step_left_out_is_part_of_the_next():
    passage = replace(PLAIN, sent=at(11), printed=at(15))
    assert [(name, end - begun) for name, begun, end in stretches(passage)] == [
        (SENDING, timedelta(hours=2)),
        ("可用—印发", timedelta(hours=4)),
        (WHOLE, timedelta(hours=6)),
    ]


moments = st.integers(-9999, 9999).map(lambda minutes: at(9) + timedelta(minutes=minutes))
passages = st.builds(
    replace, st.just(PLAIN), taken=moments, saved=moments, sent=moments, printed=moments
)


@given(passages)
def test_a_clock_set_back_never_gives_a_negative_time(passage):
    assert all(end >= begun for _name, begun, end in stretches(passage))


@given(st.lists(st.integers(0, 99), min_size=1))
def test_nine_in_ten_do_not_exceed_the_ninetieth(numbers):
    found = ninety(numbers)
    assert 10 * sum(one <= found for one in numbers) >= 9 * len(numbers)
    assert min(numbers) <= median(numbers) <= max(numbers)


def test_the_middle_of_two_is_between_them():
    assert median([1, 4]) == Fraction(5, 2)


def test_nothing_sent_leaves_empty_cells(office, read):
    found = read()
    assert not found.taken
    assert step_table("", ()).table.texts[0][1:] == ("",) * 6
    assert person_table("", ()).table.rows == ()
