"""No number is left out and none is given twice, whatever is done to the issues."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.store import SqlStore
from desk.compiling import new_issue, start
from desk.errors import DeskError
from desk.issues import IssueStatus, Numbered, Series
from desk.numbering import (
    left_out,
    newly_left_out,
    numbering_obstacles,
    row_of,
    taken,
    total_row,
)
from desk.publications import Numbering
from desk.renumbering import (
    GapError,
    Wanted,
    discard,
    discard_moving_up,
    later_than,
    renumber,
    restore,
    take_renumbering_back,
)
from desk.voiding import record

TODAY = date(2026, 7, 15)
NUMBERS = st.sets(st.integers(1, 40), min_size=1)


def started(office, day=TODAY, series=Series.REGULAR):
    return new_issue(office.store, office.publication.id, day, series, by=office.by)


def kept(office):
    """Numbers and total numbers of all issues, in order of their rows."""
    with office.store.read() as work:
        found = work.issues.numbered(office.publication.id)
    return [(one.number, one.total) for one in sorted(found, key=lambda one: one.number)]


def voids(office):
    with office.store.read() as work:
        return [(one.row.name, one.number, one.reason) for one in work.voids.of(1)]


def released(office, issue):
    with office.store.begin() as work:
        work.issues.save(replace(issue, status=IssueStatus.RELEASED, released=office.by.now))


@given(NUMBERS)
def test_what_is_left_out_fills_a_row(numbers):
    whole = numbers | set(left_out(numbers))
    assert whole == set(range(min(numbers), max(numbers) + 1))
    assert left_out(whole) == []


@given(NUMBERS, st.integers(1, 40))
def test_a_move_tells_all_it_would_leave_out(numbers, new):
    moved = max(numbers)
    after = (numbers - {moved}) | {new}
    told = newly_left_out(numbers, after, moved)
    if len(numbers) > 1:
        assert set(left_out(after)) <= set(told) | set(left_out(numbers))
    assert not set(told) & after


def test_the_first_number_of_a_row_may_be_any_and_the_next_follows(office):
    first = started(office)
    renumber(office.store, first.id, Wanted(232, 2732, TODAY), by=office.by)
    started(office)
    assert kept(office) == [(232, 2732), (233, 2733)]


def test_a_number_that_would_leave_a_gap_is_refused_and_named(office):
    started(office)
    second = started(office)
    with pytest.raises(GapError, match="第2—4期、总第2—4期就空出来了") as refused:
        renumber(office.store, second.id, Wanted(5, 5, TODAY), by=office.by)
    assert refused.value.gap == "第2—4期、总第2—4期"
    assert kept(office) == [(1, 1), (2, 2)]


def test_with_a_reason_the_gap_is_recorded_and_the_row_goes_on_behind_it(office):
    started(office)
    second = started(office)
    wanted = Wanted(4, 2, TODAY)
    renumber(office.store, second.id, wanted, by=office.by, reason=" 编号时跳号 ")
    started(office)
    assert kept(office) == [(1, 1), (4, 2), (5, 3)]
    assert voids(office) == [("正刊", 2, "编号时跳号"), ("正刊", 3, "编号时跳号")]


def test_taking_a_renumbering_back_takes_its_void_numbers_back(office):
    started(office)
    second = started(office)
    wanted = Wanted(4, 2, TODAY)
    change = renumber(office.store, second.id, wanted, by=office.by, reason="跳号")
    take_renumbering_back(office.store, change, by=office.by)
    assert (kept(office), voids(office)) == ([(1, 1), (2, 2)], [])


def test_a_void_number_is_given_to_no_issue(office):
    started(office)
    second = started(office)
    renumber(office.store, second.id, Wanted(3, 2, TODAY), by=office.by, reason="跳号")
    third = started(office)
    with pytest.raises(DeskError, match="第2期已经记为空号：跳号"):
        renumber(office.store, third.id, Wanted(2, 3, TODAY), by=office.by)


def test_a_total_number_is_given_once_and_rises_with_the_numbers(office):
    started(office)
    second = started(office)
    with pytest.raises(DeskError, match="总第1期已经用在2026年第1期"):
        renumber(office.store, second.id, Wanted(2, 1, TODAY), by=office.by)
    third = started(office)
    first = renumber(office.store, third.id, Wanted(3, 9, TODAY), by=office.by, reason="跳号")
    with pytest.raises(DeskError, match="总期号要和期号一样递增"):
        renumber(office.store, second.id, Wanted(2, 10, TODAY), by=office.by, reason="改错")
    assert first.issue.total == 9


def test_a_supplement_bears_no_total_number_whatever_is_asked(office):
    extra = started(office, series=Series.SUPPLEMENT)
    changed = renumber(office.store, extra.id, Wanted(1, 7, TODAY), by=office.by).issue
    assert (extra.total, changed.total) == (0, 0)


def test_a_special_counts_as_a_regular_one_and_says_what_it_is(office):
    started(office)
    special = started(office, series=Series.SPECIAL)
    assert (special.number, special.total, special.matter.label) == (2, 2, "特刊")


def test_an_issue_moved_into_another_year_gets_a_number_there(office):
    started(office, date(2026, 12, 30))
    last = started(office, date(2026, 12, 31))
    moved = renumber(office.store, last.id, Wanted(2, 2, date(2027, 1, 4)), by=office.by).issue
    assert (moved.number, moved.total) == (1, 2)


def test_an_issue_that_others_follow_does_not_leave_its_year_unnoticed(office):
    first, _second = started(office), started(office)
    with pytest.raises(GapError):
        renumber(office.store, first.id, Wanted(1, 1, date(2025, 12, 31)), by=office.by)


def test_numbers_that_run_on_over_the_years_do_not_begin_again(office):
    with office.store.begin() as work:
        running = replace(office.publication, numbering=Numbering(yearly=False))
        work.catalogue.save_publication(running)
    started(office, date(2025, 12, 31))
    assert started(office, date(2026, 1, 4)).number == 2


def test_the_last_issue_just_goes_and_its_number_is_given_again(office):
    started(office)
    discard(office.store, started(office).id, by=office.by)
    assert started(office).number == 2


def test_an_issue_that_others_follow_goes_only_with_a_reason(office):
    first, _second = started(office), started(office)
    with pytest.raises(GapError, match="第1期"):
        discard(office.store, first.id, by=office.by)
    discard(office.store, first.id, by=office.by, reason="印刷前取消")
    assert kept(office) == [(2, 2)]
    assert voids(office) == [("总期号", 1, "印刷前取消"), ("正刊", 1, "印刷前取消")]


def test_the_later_ones_move_up_and_back(office):
    first, _second, _third = (started(office) for _ in range(3))
    change = discard_moving_up(office.store, first.id, by=office.by)
    assert kept(office) == [(1, 1), (2, 2)]
    restore(office.store, change, by=office.by)
    assert kept(office) == [(1, 1), (2, 2), (3, 3)]
    with office.store.read() as work:
        assert work.issues.get(first.id) == first


def test_a_released_issue_never_moves_up(office):
    first, second = started(office), started(office)
    released(office, second)
    with pytest.raises(DeskError, match="期号不能前移"):
        discard_moving_up(office.store, first.id, by=office.by)
    assert kept(office) == [(1, 1), (2, 2)]


def test_restoring_an_issue_makes_its_void_number_its_own_again(office):
    first, _second = started(office), started(office)
    change = discard(office.store, first.id, by=office.by, reason="取消")
    restore(office.store, change, by=office.by)
    assert (kept(office), voids(office)) == ([(1, 1), (2, 2)], [])


def test_an_issue_may_be_released_before_an_earlier_open_one(office):
    _first, second = started(office), started(office)
    with office.store.read() as work:
        assert numbering_obstacles(work, office.publication, second) == []


def test_a_gap_before_an_issue_stands_against_its_release_until_it_is_filled(office):
    started(office)
    second = started(office)
    with office.store.begin() as work:  # as an older store may hold it
        late = work.issues.save(replace(second, number=4, total=2))
    with office.store.read() as work:
        said = numbering_obstacles(work, office.publication, late)
    assert len(said) == 1
    assert said[0].startswith("第2—3期还空着，第4期不能先印发。")
    for number in (2, 3):
        with office.store.begin() as work:
            start(work, office.publication, TODAY, Series.REGULAR, by=office.by, number=number)
    with office.store.read() as work:
        assert numbering_obstacles(work, office.publication, late) == []


def test_two_windows_never_give_the_same_number(office, paths, now):
    other = SqlStore.open(paths, clock=lambda: now)
    try:
        ids = [
            new_issue(store, office.publication.id, TODAY, by=office.by).number
            for store in (office.store, other, office.store, other)
        ]
    finally:
        other.close()
    assert ids == [1, 2, 3, 4]


STEPS = st.lists(
    st.tuples(st.sampled_from(["new", "renumber", "discard", "up"]), st.integers(0, 5),
              st.integers(1, 9), st.sampled_from(["", "跳号"]), st.sampled_from([2025, 2026])),
    max_size=12,
)  # fmt: skip


def act(office, step):
    what, place, number, reason, year = step
    with office.store.read() as work:
        issues = work.issues.all()
    if what == "new" or not issues:
        started(office, date(year, 7, 15))
        return
    issue = issues[place % len(issues)]
    if what == "renumber":
        wanted = Wanted(number, number, date(year, 7, 15))
        renumber(office.store, issue.id, wanted, by=office.by, reason=reason)
    elif what == "discard":
        discard(office.store, issue.id, by=office.by, reason=reason)
    else:
        discard_moving_up(office.store, issue.id, by=office.by)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_whatever_is_done_every_row_runs_without_gap_or_double(office, steps):
    with office.store.begin() as work:  # every example begins with an empty shelf
        for issue in work.issues.all():
            work.issues.delete(issue.id)
        for void in work.voids.of(office.publication.id):
            work.voids.delete(void.row, void.number)
    for step in steps:
        with suppress(DeskError):
            act(office, step)
    with office.store.read() as work:
        found: list[Numbered] = work.issues.numbered()
        publication = office.publication
        rows = {row_of(publication, one.series, one.day) for one in found} | {
            total_row(publication)
        }
        for row in rows:
            have = taken(work, publication, row)
            assert have.gaps == []
            assert not set(have.issues) & set(have.voids)
        assert len({one.total for one in found}) == len(found)


def test_what_follows_an_issue_is_told_before_it_goes(office):
    first, second = started(office), started(office)
    assert later_than(office.store, second.id) == ("", False)
    assert later_than(office.store, first.id) == ("第2期", True)
    released(office, second)
    assert later_than(office.store, first.id) == ("第2期", False)


def test_void_numbers_follow_an_issue_too(office):
    first = started(office)
    row = row_of(office.publication, Series.REGULAR, TODAY)
    record(office.store, row, [2], "跳号", by=office.by)
    assert later_than(office.store, first.id) == ("空号", False)


def test_an_undo_gives_no_number_that_was_used_since(office):
    dropped = discard(office.store, started(office, date(2026, 12, 30)).id, by=office.by)
    started(office, date(2027, 1, 4))  # another window: 第1期 of a new year, 总第1期 again
    with pytest.raises(DeskError, match="总第1期后来又用了"):
        restore(office.store, dropped, by=office.by)
    assert kept(office) == [(1, 1)]


def test_an_undo_gives_no_number_that_became_void_since(office):
    extra = started(office, series=Series.SUPPLEMENT)
    dropped = discard(office.store, extra.id, by=office.by)
    row = row_of(office.publication, Series.SUPPLEMENT, TODAY)
    record(office.store, row, [1], "跳号", by=office.by)
    with pytest.raises(DeskError, match="第1期后来又用了"):
        restore(office.store, dropped, by=office.by)


def test_an_undo_leaves_no_number_out_that_others_follow(office):
    issues = [started(office) for _ in range(2)]
    change = renumber(office.store, issues[1].id, Wanted(3, 3, TODAY), by=office.by, reason="跳号")
    released(office, started(office))
    with pytest.raises(DeskError, match="第3期就空出来了"):
        take_renumbering_back(office.store, change, by=office.by)
    assert kept(office) == [(1, 1), (3, 3), (4, 4)]


def test_nothing_is_released_over_a_gap_that_an_open_issue_hides(office):
    issues = [started(office) for _ in range(3)]
    released(office, issues[0])
    with office.store.begin() as work:  # as an old version of the program could leave it
        work.issues.delete(issues[1].id)
        later = work.issues.save(replace(issues[2], id=0, number=4, total=4))
        said = numbering_obstacles(work, office.publication, later)
    assert len(said) == 2
    assert "第2期还空着，第4期不能先印发" in said[0]
