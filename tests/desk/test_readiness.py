"""What stands against releasing an issue."""

from dataclasses import replace
from datetime import date

import pytest

from desk import compiling, editing, ruling
from desk.body import Body, Table
from desk.checking import Knowledge, check_draft
from desk.checks.office import Level
from desk.drafts import Kept, Revision, Status, WaiverScope
from desk.readiness import remarks
from desk.settings import Settings

SETTINGS = Settings(office="云岭县人民政府办公室")
FAULTY = "县教育局组织检查组,对全县86所学校开展安全检查。"


@pytest.fixture
def said(office):
    """The remarks on an issue of these drafts."""

    def read(*drafts, settings=SETTINGS):
        day = date(2026, 7, 15)
        issue = compiling.new_issue(office.store, office.publication.id, day, by=office.by)
        news = office.publication.sections[0].id
        entries = [compiling.entry_of(draft, news) for draft in drafts]
        issue = compiling.arrange(office.store, issue.id, entries, by=office.by)
        with office.store.read() as work:
            return remarks(work, issue, settings)

    return read


def test_an_empty_issue_cannot_be_released(said):
    (remark,) = said()
    assert (remark.text, remark.blocks) == ("这一期还没有条目", True)


def test_a_clean_issue_has_no_remarks(office, said):
    assert said(office.draft(status=Status.READY)) == []


def test_an_office_without_a_name_cannot_release(office, said):
    (remark,) = said(office.draft(status=Status.READY), settings=Settings())
    assert remark.blocks
    assert "编发单位" in remark.text


def test_an_adoption_that_would_earn_nothing_is_named(office, said):
    with office.store.begin() as work:
        (scheme,) = work.catalogue.schemes()
        work.catalogue.save_scheme(replace(scheme, rules=()))
    (remark,) = said(office.draft(status=Status.READY))
    assert "计 0 分" in remark.text


def test_a_missing_unit_stops_the_release_and_leads_to_the_draft(office, said):
    draft = office.draft(status=Status.READY, unit_ids=())
    (remark,) = said(draft)
    assert (remark.draft_id, remark.blocks) == (draft.id, True)


def test_open_faults_are_counted_and_do_not_stop(office, said):
    (remark,) = said(office.draft("甲", FAULTY, status=Status.READY))
    assert remark.text == "“甲”还有 1 处差错没有处理"
    assert not remark.blocks


PRIVATE = "县教育局组织检查组，对全县86所学校开展安全检查，家长可拨打13888012345。"


def test_a_private_number_stops_the_release_and_names_draft_and_rule(office, said):
    draft = office.draft("甲", PRIVATE, status=Status.READY)
    (remark,) = said(draft)
    assert (remark.draft_id, remark.blocks) == (draft.id, True)
    assert remark.text == "“甲”有 1 处“个人电话”（C04）没有处理，不能印发"


def test_a_private_number_kept_for_a_reason_stops_nothing(office, said):
    draft = office.draft("甲", PRIVATE, status=Status.READY)
    kept = Kept("C04", "13888012345")
    editing.waive(office.store, draft.id, kept, "公开的值班手机", by=office.by)
    assert said(draft) == []


def test_a_rule_the_office_has_made_a_hint_stops_nothing(office, said):
    with office.store.begin() as work:
        work.rulebook.set_level(0, "C04", Level.INFO)
    assert said(office.draft("甲", PRIVATE, status=Status.READY)) == []


def test_a_register_with_gaps_is_an_open_fault(office, said):
    (remark,) = said(office.draft("甲", status=Status.READY, approver=""))
    assert (remark.text, remark.blocks) == ("“甲”还有 1 处差错没有处理", False)


def test_a_kept_fault_is_not_counted(office, said):
    draft = office.draft("甲", FAULTY, status=Status.READY)
    for one in check_draft(draft, Knowledge(("云岭县教育局",))):
        kept = one.kept(WaiverScope.ITEM)
        editing.waive(office.store, draft.id, kept, "原文如此", by=office.by)
    assert said(draft) == []


def test_a_table_without_a_caption_is_named(office, said):
    draft = office.draft("甲", status=Status.READY)
    body = Body((*draft.body.blocks, Table((("单位", "数量"), ("甲", "1")))))
    with office.store.begin() as work:
        why = Revision(0, office.by.now, "王敏", "加表", draft.title, body)
        draft = work.drafts.revise(replace(draft, body=body), why)
    assert "“甲”有表格或图片没有题注" in [one.text for one in said(draft)]


def test_a_draft_of_another_issue_is_named(office, said):
    draft = office.draft("甲", status=Status.READY)
    said(draft)
    assert [one.text for one in said(draft)] == ["“甲”已编入另外 1 期"]


def test_remarks_come_in_printing_order(office, said):
    drafts = [office.draft(name, status=Status.READY, unit_ids=()) for name in "乙甲丙"]
    assert [one.draft_id for one in said(*drafts)] == [draft.id for draft in drafts]


def test_a_rule_that_the_publication_takes_gravely_is_named(office, said):
    draft = office.draft("甲", "其它学校已于9月12日检查。", status=Status.READY)
    assert said(draft) == []
    ruling.set_levels(office.store, office.publication.id, ["W02"], Level.ERROR, by=office.by)
    assert "“甲”还有 1 处差错没有处理" in [one.text for one in said(draft)]
