"""Matters of the task desk in the store."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from desk.auditing import By
from desk.commissions.commission import Call, Commission, Outcome, Task, Upper
from desk.errors import NotAllowedError, NotFoundError
from desk.registering import delete_unit
from desk.repositories.matters import OPEN, MatterQuery

DUE = datetime(2026, 7, 20, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Habit:
    """A policy."""

    hours: int = 4


@pytest.fixture
def by(now):
    return By("王敏", now)


@pytest.fixture
def asked(office, by):
    """A commission to two units, as it is kept."""
    units = office.units[:2]
    made = Commission(
        title="关于防汛准备情况的约稿",
        day=date(2026, 7, 15),
        number="约稿〔2026〕3号",
        due=DUE,
        upper=Upper("市政府办公室", "市约〔2026〕8号"),
        tasks=tuple(Task(one.id) for one in units),
    )
    with office.store.begin() as work:
        return work.matters.save(made, by)


def test_a_matter_is_kept_whole(office, asked, by):
    answered = Task(
        asked.tasks[0].unit_id,
        outcome=Outcome.LATE,
        calls=(Call(DUE, "王敏", "李强", "6621", "明天一定报", date(2026, 7, 21)),),
    )
    changed = Commission(
        title=asked.title, day=asked.day, number=asked.number, due=DUE,
        upper=asked.upper, tasks=(answered,), closed=DUE, id=asked.id,
    )  # fmt: skip
    with office.store.begin() as work:
        work.matters.save(changed, by)
    with office.store.read() as work:
        assert work.matters.get(Commission, asked.id) == changed


def test_matters_are_listed_by_day_unit_and_whether_they_are_open(office, asked):
    with office.store.read() as work:
        assert work.matters.all(Commission, OPEN) == [asked]
        assert work.matters.all(Commission, MatterQuery(unit_id=asked.tasks[1].unit_id)) == [asked]
        assert work.matters.all(Commission, MatterQuery(last=date(2026, 7, 14))) == []
        assert work.matters.all(Commission, MatterQuery(number="约稿〔2026〕4号")) == []


def test_a_matter_is_found_by_any_of_its_words(office, asked):
    with office.store.read() as work:
        (found,) = work.matters.found(["防汛", "市约"])
        assert found.subject == asked.subject
        assert work.matters.found(["防汛", "%"]) == []
        assert work.matters.linked(unit_id=asked.tasks[0].unit_id) == [found]


def test_a_matter_taken_out_is_gone_with_its_links(office, asked):
    with office.store.begin() as work:
        work.matters.remove(Commission, asked.id)
    with office.store.read() as work:
        assert work.matters.linked(unit_id=asked.tasks[0].unit_id) == []
        with pytest.raises(NotFoundError, match="约稿"):
            work.matters.get(Commission, asked.id)


def test_a_unit_that_was_asked_is_not_deleted(office, asked, by):
    with pytest.raises(NotAllowedError, match="督办事项"):
        delete_unit(office.store, asked.tasks[1].unit_id, by=by)


def test_a_policy_holds_until_it_is_set_anew(office, by):
    with office.store.begin() as work:
        assert work.matters.policy(Habit()) == Habit()
        work.matters.keep_policy(Habit(2), by)
        assert work.matters.policy(Habit()) == Habit(2)
