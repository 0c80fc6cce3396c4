"""Releasing an issue freezes its pages and books its adoptions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk import compiling, editing, renumbering
from desk.assessing import assess
from desk.checks.office import Level
from desk.drafts import Kept, Status
from desk.errors import NotAllowedError
from desk.issues import IssueStatus
from desk.jobs import finish
from desk.layout.pdf import render_pdf
from desk.releasing import release, reprint
from desk.settings import Settings

TODAY = date(2026, 7, 15)
SETTINGS = Settings(office="云岭县人民政府办公室")


@pytest.fixture
def issue(office):
    """An open issue with one item of one unit and one of two."""
    opened = compiling.new_issue(office.store, office.publication.id, TODAY, by=office.by)
    both = tuple(unit.id for unit in office.units)
    news, brief = office.publication.sections
    single = office.draft("单条信息标题", status=Status.READY)
    joint = office.draft("联合信息标题", status=Status.READY, unit_ids=both)
    entries = [compiling.entry_of(single, news.id), compiling.entry_of(joint, brief.id)]
    return compiling.arrange(office.store, opened.id, entries, by=office.by)


def released(office, issue):
    return finish(release(office.store, issue.id, SETTINGS, by=office.by))


def test_a_reprint_is_byte_for_byte_the_release(office, issue):
    with office.store.read() as work:
        content = compiling.content_of(work, issue, SETTINGS)
    before = render_pdf(content, {}).pdf
    released(office, issue)
    assert reprint(office.store, issue.id)[0] == before


def test_every_unit_behind_an_item_earns_its_points(office, issue):
    released(office, issue)
    table = assess(office.store, date(2026, 1, 1), TODAY)
    points = {one.unit.short: one.points for one in table.units}
    assert points == {"县教育局": Decimal("5.75"), "县水利局": Decimal("0.75")}


def test_the_drafts_are_marked_released(office, issue):
    released(office, issue)
    with office.store.read() as work:
        assert {work.drafts.get(one.draft_id).status for one in issue.entries} == {Status.RELEASED}


def test_a_released_issue_refuses_every_change(office, issue):
    released(office, issue)
    with pytest.raises(NotAllowedError, match="已经印发"):
        compiling.arrange(office.store, issue.id, [], by=office.by)
    with pytest.raises(NotAllowedError, match="已经印发"):
        renumbering.discard(office.store, issue.id, by=office.by)
    with pytest.raises(NotAllowedError, match="已经印发"):
        released(office, issue)


def test_cancelling_a_release_leaves_nothing_behind(office, issue):
    job = release(office.store, issue.id, SETTINGS, by=office.by)
    next(job)
    next(job)
    job.close()
    with office.store.read() as work:
        assert work.issues.get(issue.id).status is IssueStatus.OPEN
        assert work.ledger.between(date(2026, 1, 1), TODAY) == []


def test_an_office_without_a_name_releases_nothing(office, issue):
    with pytest.raises(NotAllowedError, match="编发单位"):
        finish(release(office.store, issue.id, Settings(), by=office.by))


def test_an_empty_issue_is_not_released(office):
    empty = compiling.new_issue(office.store, office.publication.id, TODAY, by=office.by)
    with pytest.raises(NotAllowedError, match="还没有条目"):
        released(office, empty)


def test_a_draft_without_a_unit_stops_the_release(office):
    opened = compiling.new_issue(office.store, office.publication.id, TODAY, by=office.by)
    draft = office.draft("无单位", status=Status.READY, unit_ids=())
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    compiling.arrange(office.store, opened.id, [entry], by=office.by)
    with pytest.raises(NotAllowedError, match="没有供稿单位"):
        released(office, opened)


def test_a_draft_with_a_private_number_is_not_released_until_it_is_settled(office):
    opened = compiling.new_issue(office.store, office.publication.id, TODAY, by=office.by)
    text = "县教育局检查学校86所，家长可拨打13888012345。"
    draft = office.draft("有手机号", text, status=Status.READY)
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    compiling.arrange(office.store, opened.id, [entry], by=office.by)
    with pytest.raises(NotAllowedError, match="“有手机号”有 1 处“个人电话”（C04）没有处理"):
        released(office, opened)
    kept = Kept("C04", "13888012345")
    editing.waive(office.store, draft.id, kept, "公开的值班手机", by=office.by)
    assert released(office, opened).status is IssueStatus.RELEASED


def steps_until(job, words):
    return next(step for step in job if step.text == words)


def test_a_change_made_while_the_pages_are_set_stops_the_release(office, issue):
    job = release(office.store, issue.id, SETTINGS, by=office.by)
    steps_until(job, "正在登记采用")
    with office.store.begin() as work:
        work.registry.save_unit(replace(office.units[0], short="教体局"))
    with pytest.raises(NotAllowedError, match="排版的时候这一期有改动，没有印发"):
        finish(job)
    with office.store.read() as work:
        assert work.issues.get(issue.id).status is IssueStatus.OPEN
        assert work.ledger.between(date(2026, 1, 1), TODAY) == []
    assert released(office, issue).status is IssueStatus.RELEASED


def test_other_work_goes_on_while_the_pages_are_set(office, issue):
    job = release(office.store, issue.id, SETTINGS, by=office.by)
    steps_until(job, "正在生成 Word 文件")
    office.draft("刚到的来稿")
    assert finish(job).status is IssueStatus.RELEASED


def test_a_number_that_would_leave_a_gap_is_not_released(office, issue):
    with office.store.begin() as work:
        work.issues.save(replace(issue, id=0, number=5, total=5, entries=()))
        work.issues.delete(issue.id)
        gap = work.issues.save(replace(issue, id=0, number=8, total=8))
    with pytest.raises(NotAllowedError, match="第6—7期还空着"):
        released(office, gap)


def test_what_the_office_takes_as_an_error_stops_the_release(office, issue):
    with office.store.begin() as work:
        work.rulebook.set_level(0, "Y08", Level.ERROR)
    with pytest.raises(NotAllowedError, match=r"核对清单还有.*没有印发，请先在“印发前检查”里处理"):
        released(office, issue)


def test_three_files_are_kept_and_the_trail_names_their_digests(office, issue):
    done = released(office, issue)
    with office.store.read() as work:
        record = next(
            one for one in work.audit.records(f"issue:{issue.id}") if one.action == "印发"
        )
        files = [work.files.get(one) for one in (done.pdf, done.docx, done.data)]
    assert all(one in record.detail for one in (done.pdf, done.docx, done.data))
    assert [one[:4] for one in files] == [b"%PDF", b"PK\x03\x04", b'{\n "']
