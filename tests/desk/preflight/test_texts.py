"""What the items of an issue say that stands against its release."""

from dataclasses import replace

from desk import editing, ruling
from desk.body import Body, Table
from desk.checking import Knowledge, check_draft
from desk.checks.office import Level
from desk.drafts import Kept, Revision, Secrecy, Status, WaiverScope
from desk.issues import Matter
from desk.preflight.remark import Place
from desk.preflight.run import remarks
from desk.settings import Settings

FAULTY = "县教育局组织检查组,对全县86所学校开展安全检查。"


def test_an_empty_issue_cannot_be_released(said):
    (remark,) = said()
    assert (remark.text, remark.blocks) == ("这一期还没有条目", True)


def test_a_clean_issue_has_no_remarks(office, ready, said):
    assert said(ready()) == []


def test_an_office_without_a_name_cannot_release(office, ready, said):
    (remark,) = said(ready(), settings=Settings(editor="甲", reviewer="乙", signer="丙"))
    assert remark.blocks
    assert "编发单位" in remark.text


def test_an_adoption_that_would_earn_nothing_is_named(office, ready, said):
    with office.store.begin() as work:
        (scheme,) = work.catalogue.schemes()
        work.catalogue.save_scheme(replace(scheme, rules=()))
    (remark,) = said(ready())
    assert "计 0 分" in remark.text


def test_a_missing_unit_stops_the_release_and_leads_to_the_draft(office, ready, said):
    draft = ready(unit_ids=())
    (remark,) = said(draft)
    assert (remark.draft_id, remark.blocks) == (draft.id, True)


def test_open_faults_are_counted_and_do_not_stop(office, ready, said):
    (remark,) = said(ready("甲", FAULTY))
    assert remark.text == "“甲”还有 1 处差错没有处理"
    assert not remark.blocks


PRIVATE = "县教育局组织检查组，对全县86所学校开展安全检查，家长可拨打13888012345。"


def test_a_private_number_stops_the_release_and_names_draft_and_rule(office, ready, said):
    draft = ready("甲", PRIVATE)
    (remark,) = said(draft)
    assert (remark.draft_id, remark.blocks) == (draft.id, True)
    assert remark.text == "“甲”有 1 处“个人电话”（C04）没有处理，不能印发"


def test_a_private_number_kept_for_a_reason_stops_nothing(office, ready, said):
    draft = ready("甲", PRIVATE)
    kept = Kept("C04", "13888012345")
    editing.waive(office.store, draft.id, kept, "公开的值班手机", by=office.by)
    assert said(draft) == []


def test_a_rule_the_office_has_made_a_hint_stops_nothing(office, ready, said):
    with office.store.begin() as work:
        work.rulebook.set_level(0, "C04", Level.INFO)
    assert said(ready("甲", PRIVATE)) == []


def test_a_register_with_gaps_is_an_open_fault(office, ready, said):
    (remark,) = said(ready("甲", approver=""))
    assert (remark.text, remark.blocks) == ("“甲”还有 1 处差错没有处理", False)


def test_a_kept_fault_is_not_counted(office, ready, said):
    draft = ready("甲", FAULTY)
    for one in check_draft(draft, Knowledge(("云岭县教育局",))):
        kept = one.kept(WaiverScope.ITEM)
        editing.waive(office.store, draft.id, kept, "原文如此", by=office.by)
    assert said(draft) == []


def test_a_table_without_a_caption_is_named(office, ready, said):
    draft = ready("甲")
    body = Body((*draft.body.blocks, Table((("单位", "数量"), ("甲", "1")))))
    with office.store.begin() as work:
        why = Revision(0, office.by.now, "王敏", "加表", draft.title, body)
        draft = work.drafts.revise(replace(draft, body=body), why)
    assert "“甲”有表格或图片没有题注" in [one.text for one in said(draft)]


def test_a_draft_of_another_issue_is_named(office, ready, said):
    draft = ready("甲")
    said(draft)
    assert [one.text for one in said(draft)] == ["“甲”已编入《政务信息》2026年第1期"]


def test_remarks_come_in_printing_order(office, ready, said):
    drafts = [ready(name, unit_ids=()) for name in "乙甲丙"]
    assert [one.draft_id for one in said(*drafts)] == [draft.id for draft in drafts]


def test_a_rule_that_the_publication_takes_gravely_is_named(office, ready, said):
    draft = ready("甲", "其它学校已于9月12日检查。")
    assert said(draft) == []
    ruling.set_levels(office.store, office.publication.id, ["W02"], Level.ERROR, by=office.by)
    assert "“甲”还有 1 处差错没有处理" in [one.text for one in said(draft)]


def test_a_draft_that_was_sent_back_stops_the_release(office, ready, issue_of):
    draft = ready("甲")
    issue = issue_of(draft)
    with office.store.begin() as work:
        work.drafts.save(replace(draft, status=Status.EDITING))
    with office.store.read() as work:
        (remark,) = remarks(work, issue, Settings("县政府办", "王敏", "甲", "乙", "丙"), issue.day)
    assert remark.blocks
    assert remark.text == "“甲”现在是“在编”，请先审签或移出本期"


def test_an_open_checklist_is_told_by_how_much_is_open(ready, said):
    (remark,) = said(ready("甲", ticks=frozenset()))
    assert remark.text.startswith("“甲”的核对清单还有 ")
    assert not remark.blocks


def test_a_secret_item_needs_the_mark(ready, said):
    draft = ready("甲", secrecy=Secrecy.SECRET)
    (remark,) = [one for one in said(draft) if one.code == "Y09"]
    assert remark.blocks
    assert "“秘密”件" in remark.text
    marked = said(draft, matter=Matter(mark="秘密★1年"), number=2)
    assert "Y09" not in [one.code for one in marked]


def test_a_higher_mark_covers_a_lower_item(ready, said):
    draft = ready("甲", secrecy=Secrecy.SECRET)
    assert "Y09" not in [one.code for one in said(draft, matter=Matter(mark="机密★1年"))]


def test_an_internal_item_in_an_unmarked_issue_is_told_and_leads_to_its_head(ready, said):
    draft = ready("甲", secrecy=Secrecy.INTERNAL)
    (remark,) = [one for one in said(draft, matter=Matter(mark="")) if one.code == "Y15"]
    assert not remark.blocks
    assert remark.place is Place.MATTER
    marked = said(draft, matter=Matter(mark="内部资料 注意保存"), number=2)
    assert "Y15" not in [one.code for one in marked]
