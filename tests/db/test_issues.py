"""Issues and their entries."""

from dataclasses import replace
from datetime import date

import pytest

from desk.body import plain
from desk.errors import NotAllowedError, NotFoundError
from desk.issues import Entry, Issue, IssueStatus, Matter, Role, Series
from desk.publications import Numbering, Recipient, Signature, Way


@pytest.fixture
def drafts(work, draft_of):
    return [work.drafts.add(draft_of(f"第{number}篇"), "王五").id for number in range(3)]


@pytest.fixture
def issue(work, publication, drafts):
    news, briefs = publication.sections
    entries = (Entry(drafts[1], news.id, Role.WHOLE), Entry(drafts[0], briefs.id))
    return work.issues.save(Issue(publication.id, 7, 107, date(2026, 7, 15), entries))


def test_an_issue_comes_back_with_its_entries_in_order(work, issue, drafts):
    assert work.issues.get(issue.id) == issue
    assert [entry.draft_id for entry in issue.entries] == [drafts[1], drafts[0]]


def test_entries_can_be_reordered_and_removed(work, issue):
    changed = work.issues.save(replace(issue, entries=issue.entries[::-1]))
    assert work.issues.get(issue.id).entries == issue.entries[::-1] == changed.entries
    work.issues.save(replace(issue, entries=()))
    assert work.issues.get(issue.id).entries == ()


def test_issues_come_newest_first_and_by_status(work, issue, now):
    older = work.issues.save(replace(issue, id=0, number=6, day=date(2026, 7, 14), entries=()))
    released = work.issues.save(
        replace(older, status=IssueStatus.RELEASED, released=now, pdf="a" * 64, docx="b" * 64)
    )
    assert work.issues.all() == [issue, released]
    assert work.issues.all(status=IssueStatus.OPEN) == [issue]
    assert work.issues.all(issue.publication_id + 1) == []


def test_a_released_issue_is_never_changed(work, issue, now):
    work.issues.save(replace(issue, status=IssueStatus.RELEASED, released=now))
    with pytest.raises(NotAllowedError, match="第 7 期已经印发"):
        work.issues.save(replace(issue, entries=()))
    with pytest.raises(NotAllowedError, match="第 7 期已经印发"):
        work.issues.delete(issue.id)


def test_a_deleted_issue_leaves_its_drafts(work, issue, drafts):
    work.issues.delete(issue.id)
    assert work.issues.all() == []
    assert work.issues.holding(drafts[0]) == []
    assert len(work.drafts.rows(drafts)) == 3


def test_a_number_is_given_once_a_year(work, issue):
    with pytest.raises(NotAllowedError, match="2026 年第 7 期已经有了"):
        work.issues.save(replace(issue, id=0))
    assert work.issues.save(replace(issue, id=0, day=date(2027, 1, 4))).id != issue.id


def test_a_draft_knows_its_issues_and_an_unknown_issue_is_a_sentence(work, issue, drafts):
    assert work.issues.holding(drafts[1]) == [issue]
    assert work.issues.holding(drafts[2]) == []
    with pytest.raises(NotFoundError, match="找不到编号为 99 的刊期"):
        work.issues.get(99)


def test_what_an_issue_prints_around_its_items_comes_back_as_it_went(work, publication):
    matter = Matter(
        note=plain("县行政审批局把“一件事”做细做实。"),
        note_label="按语：",
        instruction=plain("请各单位学习借鉴。"),
        instruction_label="郑国平县长批示：",
        headings=((publication.sections[0].id, "经验交流"),),
        signature=Signature(signer="郑国平"),
        send_to=("报：县委书记。",),
        recipients=(Recipient(Way.REPORT, "县委书记", 2),),
        copies=0,
    )
    issue = Issue(publication.id, 1, 1, date(2026, 11, 20), series=Series.SPECIAL, matter=matter)
    saved = work.issues.save(issue)
    assert work.issues.get(saved.id) == replace(issue, id=saved.id)


def test_a_supplement_has_numbers_of_its_own(work, publication):
    day = date(2026, 11, 20)
    work.issues.save(Issue(publication.id, 5, 5, day))
    work.issues.save(Issue(publication.id, 5, 0, day, series=Series.SUPPLEMENT))
    found = {(one.series, one.number) for one in work.issues.numbered(publication.id)}
    assert found == {(Series.REGULAR, 5), (Series.SUPPLEMENT, 5)}


def test_numbers_that_never_begin_again_are_unique_over_the_years(work, publication):
    running = replace(publication, numbering=Numbering(yearly=False))
    work.catalogue.save_publication(running)
    work.issues.save(Issue(publication.id, 7, 7, date(2025, 12, 31)))
    with pytest.raises(NotAllowedError):
        work.issues.save(Issue(publication.id, 7, 8, date(2026, 1, 5)))


def test_the_newest_released_issues_are_read_without_the_rest(work, issue, now):
    old = replace(issue, id=0, entries=(), status=IssueStatus.RELEASED, released=now)
    kept = [
        work.issues.save(replace(old, number=number, day=date(2026, 6, number)))
        for number in (1, 2, 3)
    ]
    assert work.issues.frozen(2) == [kept[2], kept[1]]
    assert work.issues.frozen(9, date(2026, 6, 2)) == [kept[2], kept[1]]


def test_the_issues_that_bear_some_drafts_come_newest_first(work, issue, drafts):
    entries = (replace(issue.entries[0], draft_id=drafts[2]),)
    newer = work.issues.save(replace(issue, id=0, number=8, day=date(2026, 7, 16), entries=entries))
    assert work.issues.bearing(drafts) == [newer, issue]
    assert work.issues.bearing([drafts[0]]) == [issue]
    assert work.issues.bearing([]) == []


def test_a_correction_bears_the_number_of_what_it_corrects_also_in_the_next_year(work, issue, now):
    work.issues.save(replace(issue, status=IssueStatus.RELEASED, released=now))
    first = replace(issue, id=0, day=date(2027, 1, 4), corrects=issue.id, revision=1, of_year=2026)
    saved = work.issues.save(first)
    assert (saved.year, saved.of_year, work.issues.get(issue.id).stands) == (2026, 2026, True)
    assert work.issues.corrections(issue.id) == [saved]
    work.issues.save(replace(saved, status=IssueStatus.RELEASED, released=now))
    second = work.issues.save(replace(first, revision=2, status=IssueStatus.RELEASED))
    found = [work.issues.get(one) for one in (issue.id, saved.id, second.id)]
    assert [one.replaced_by for one in found] == [second.id, second.id, 0]
    assert [one.stands for one in found] == [False, False, True]


def test_only_a_released_issue_is_withdrawn_and_keeps_all_else(work, issue, now):
    with pytest.raises(NotAllowedError, match="现在是“编辑中”，不能撤销"):
        work.issues.withdraw(issue.id, now, "泄露个人信息")
    released = work.issues.save(replace(issue, status=IssueStatus.RELEASED, pdf="a" * 64))
    gone = work.issues.withdraw(issue.id, now, "泄露个人信息")
    expected = replace(released, status=IssueStatus.WITHDRAWN, withdrawn=now, reason="泄露个人信息")
    assert gone == work.issues.get(issue.id) == expected
    assert [one.number for one in work.issues.numbered(issue.publication_id)] == [7]
