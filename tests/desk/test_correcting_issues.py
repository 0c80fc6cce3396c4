"""A correction stands beside the frozen issue it corrects, and the ledger shows both."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desk import compiling, correcting, editing
from desk.assessing import assess, scores_json
from desk.auditing import By
from desk.body import plain
from desk.correcting_issues import correct
from desk.drafts import Status
from desk.errors import NotAllowedError
from desk.issues import IssueStatus, Role
from desk.jobs import finish
from desk.layout.pdf import render_pdf
from desk.releasing import release, reprint
from desk.settings import Settings

TODAY = date(2026, 7, 15)
SETTINGS = Settings(office="云岭县人民政府办公室")


@pytest.fixture
def later(office):
    return By("王敏", office.by.now + timedelta(days=31))


@pytest.fixture
def drafts(office):
    both = tuple(unit.id for unit in office.units)
    return (
        office.draft("单条信息标题", status=Status.READY),
        office.draft("联合信息标题", status=Status.READY, unit_ids=both),
    )


@pytest.fixture
def issue(office, drafts):
    """A released issue with one item of one unit and one of two."""
    opened = compiling.new_issue(office.store, office.publication.id, TODAY, by=office.by)
    entries = [
        compiling.entry_of(draft, section.id)
        for draft, section in zip(drafts, office.publication.sections, strict=True)
    ]
    compiling.arrange(office.store, opened.id, entries, by=office.by)
    return finish(release(office.store, opened.id, SETTINGS, by=office.by))


def released(office, issue, by):
    return finish(release(office.store, issue.id, SETTINGS, by=by))


def points(office, first=date(2026, 1, 1), last=date(2026, 12, 31)):
    table = assess(office.store, first, last)
    return {one.unit.short: (one.points, one.adopted) for one in table.units}


def printed_figures(office):
    with office.store.read() as work:
        return {one.figure.value for one in work.rulebook.printed(["固定资产投资|云岭县|元"])}


def test_a_correction_bears_the_same_number_and_holds_the_same_entries(office, issue, later):
    opened = correct(office.store, issue.id, by=later)
    assert (opened.number, opened.total, opened.revision) == (issue.number, issue.total, 1)
    assert (opened.entries, opened.corrects) == (issue.entries, issue.id)
    assert opened.day == date(2026, 8, 15)
    assert compiling.name_of(office.publication, opened) == "《政务信息》2026年第1期（更正）"
    with office.store.read() as work:
        assert compiling.content_of(work, opened, SETTINGS).correction == "更正"
        assert work.issues.get(issue.id).stands


def test_a_number_of_december_keeps_its_year_when_it_is_corrected_in_january(office, issue):
    january = By("王敏", office.by.now + timedelta(days=200))
    opened = correct(office.store, issue.id, by=january)
    assert opened.day.year == 2027
    assert compiling.name_of(office.publication, opened) == "《政务信息》2026年第1期（更正）"


def test_a_printed_text_may_change_only_for_an_open_correction(office, issue, drafts, later):
    single = drafts[0]
    changed = plain("7月14日，县教育局检查学校68所。")
    with pytest.raises(NotAllowedError, match="在“更多”里按“更正本期”"):
        editing.save_text(office.store, single.id, single.title, changed, by=later)
    opened = correct(office.store, issue.id, by=later)
    before = reprint(office.store, issue.id)
    for text in (changed, plain("7月14日，县教育局检查学校67所。")):
        editing.save_text(office.store, single.id, single.title, text, by=later)
    with office.store.read() as work:
        draft = work.drafts.get(single.id)
        whys = [one.why for one in work.drafts.revisions(single.id)]
    assert (draft.status, draft.body.text) == (Status.RELEASED, "7月14日，县教育局检查学校67所。")
    assert whys[1:] == ["更正"]
    assert reprint(office.store, issue.id) == before
    released(office, opened, later)
    with pytest.raises(NotAllowedError, match="已经印发"):
        editing.save_text(office.store, single.id, single.title, changed, by=later)


def test_both_issues_keep_their_files_and_point_to_each_other(office, issue, later):
    before = reprint(office.store, issue.id)
    second = released(office, correct(office.store, issue.id, by=later), later)
    with office.store.read() as work:
        first, second = work.issues.get(issue.id), work.issues.get(second.id)
        trail = [one.action for one in work.audit.records(f"issue:{issue.id}")]
    assert (first.status, first.replaced_by, first.stands) == (
        IssueStatus.RELEASED,
        second.id,
        False,
    )
    assert (second.corrects, second.stands) == (issue.id, True)
    assert reprint(office.store, issue.id) == before != reprint(office.store, second.id)
    assert trail[:2] == ["更正", "开始更正"]


def test_an_unchanged_correction_changes_no_points_and_shows_both_lines(office, issue, later):
    before = points(office)
    july = points(office, last=date(2026, 7, 31))
    released(office, correct(office.store, issue.id, by=later), later)
    assert points(office) == before
    assert points(office, last=date(2026, 7, 31)) == july
    table = scores_json(assess(office.store, date(2026, 8, 1), date(2026, 8, 31)))
    lines = table["groups"][0]["units"][0]["lines"]
    assert [(one["points"], one["text"]) for one in lines] == [
        ("-5", "冲销：《政务信息》第1期“信息”采用，单条 5 分（更正第1期）"),
        (
            "-0.75",
            "冲销：《政务信息》第1期“简讯”采用，联合 2 家平均分配：1.5÷2=0.75 分（更正第1期）",
        ),
        ("5", "《政务信息》第1期（更正）“信息”采用，单条 5 分"),
        ("0.75", "《政务信息》第1期（更正）“简讯”采用，联合 2 家平均分配：1.5÷2=0.75 分"),
    ]


def test_a_wrong_unit_loses_its_points_and_the_right_one_gets_them(office, issue, drafts, later):
    opened = correct(office.store, issue.id, by=later)
    single = drafts[0]
    other = replace(
        correcting.Particulars.of(single), unit_ids=(office.units[1].id,), title=single.title
    )
    correcting.correct(office.store, single.id, other, by=later)
    released(office, opened, later)
    assert points(office) == {
        "县教育局": (Decimal("0.75"), 1),
        "县水利局": (Decimal("5.75"), 2),
    }
    assert points(office, date(2026, 8, 1)) == {"县教育局": (-5, -1), "县水利局": (5, 1)}


def test_a_wrong_section_and_role_are_put_right_by_minus_and_plus(office, issue, later):
    opened = correct(office.store, issue.id, by=later)
    brief = office.publication.sections[1].id
    moved = [replace(entry, section_id=brief, role=Role.SINGLE) for entry in opened.entries]
    compiling.arrange(office.store, opened.id, moved, by=later)
    released(office, opened, later)
    assert points(office, date(2026, 8, 1))["县教育局"] == (Decimal("-3.5"), 0)


def test_an_item_left_out_of_the_correction_is_usable_again(office, issue, drafts, later):
    opened = correct(office.store, issue.id, by=later)
    compiling.arrange(office.store, opened.id, opened.entries[1:], by=later)
    released(office, opened, later)
    with office.store.read() as work:
        left, kept = (work.drafts.get(one.id) for one in drafts)
    assert (left.status, kept.status) == (Status.READY, Status.RELEASED)
    assert points(office)["县教育局"] == (Decimal("0.75"), 1)
    editing.move(office.store, [left.id], Status.EDITING, by=later)


def test_a_second_correction_replaces_the_first(office, issue, later):
    first = released(office, correct(office.store, issue.id, by=later), later)
    with pytest.raises(NotAllowedError, match="要再改请更正第1期（更正）"):
        correct(office.store, issue.id, by=later)
    second = released(office, correct(office.store, first.id, by=later), later)
    assert (second.corrects, second.revision) == (issue.id, 2)
    assert compiling.name_of(office.publication, second) == "《政务信息》2026年第1期（第2次更正）"
    assert points(office)["县教育局"] == (Decimal("5.75"), 2)


def test_one_correction_is_open_at_a_time_and_only_of_what_was_released(office, issue, later):
    opened = correct(office.store, issue.id, by=later)
    with pytest.raises(NotAllowedError, match="已经有一份更正在编"):
        correct(office.store, issue.id, by=later)
    with pytest.raises(NotAllowedError, match="还没有印发，直接修改就行"):
        correct(office.store, opened.id, by=later)


def test_a_discarded_correction_leaves_the_first_as_it_was(office, issue, later):
    before = points(office)
    opened = correct(office.store, issue.id, by=later)
    with office.store.begin() as work:
        work.issues.delete(opened.id)
    assert points(office) == before
    assert correct(office.store, issue.id, by=later).revision == 1


def test_figures_that_were_corrected_are_no_longer_what_was_printed(office, issue, drafts, later):
    text = "1至6月，全县完成固定资产投资{}亿元。"
    opened = correct(office.store, issue.id, by=later)
    changed = plain(text.format("38.6"))
    editing.save_text(office.store, drafts[0].id, "投资", changed, by=later)
    second = released(office, opened, later)
    assert printed_figures(office) == {38_6000_0000}
    third = correct(office.store, second.id, by=later)
    changed = plain(text.format("36.8"))
    editing.save_text(office.store, drafts[0].id, "投资", changed, by=later)
    released(office, third, later)
    assert printed_figures(office) == {36_8000_0000}


def test_a_template_changed_since_does_not_change_what_was_released(office, issue):
    before = reprint(office.store, issue.id)
    with office.store.begin() as work:
        work.catalogue.save_publication(
            replace(office.publication, name="云岭信息", template="meiri")
        )
        work.registry.save_unit(replace(office.units[0], short="教体局"))
    assert reprint(office.store, issue.id) == before
    with office.store.read() as work:
        now = compiling.content_of(work, work.issues.get(issue.id), SETTINGS)
    assert render_pdf(now, {}).pdf != before[0]
