"""Drafts, their revisions and waivers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.body import Body, Paragraph, Picture, Run, Table, plain
from desk.drafts import Kind, Original, Revision, Secrecy, Status, Waiver
from desk.errors import DeskError, NotFoundError


def test_a_draft_comes_back_as_it_was_taken(store, unit, draft_of):
    draft = draft_of(
        unit_ids=(unit.id,),
        author="张三、李四",
        kind=Kind.PROBLEM,
        secrecy=Secrecy.INTERNAL,
        event_date=date(2026, 7, 1),
        ticks=frozenset({"标题", "数字"}),
        notes=("有一个文本框没有读出。",),
    )
    with store.begin() as work:
        taken = work.drafts.add(draft, "王五")
    with store.read() as work:
        assert work.drafts.get(taken.id) == taken == replace(draft, id=taken.id, revision=1)


def test_taking_a_draft_keeps_its_text_as_the_first_revision(work, draft_of):
    taken = work.drafts.add(draft_of(text="原来的话"), "王五")
    (first,) = work.drafts.revisions(taken.id)
    assert (first.number, first.who, first.body.text) == (1, "王五", "原来的话")


def test_revising_changes_the_text_and_keeps_the_older_ones(work, draft_of, now):
    taken = work.drafts.add(draft_of(text="第一稿"), "王五")
    revised = work.drafts.revise(taken, Revision(0, now, "赵六", "润色", "新标题", plain("第二稿")))
    assert revised == work.drafts.get(taken.id)
    assert (revised.title, revised.body.text, revised.revision) == ("新标题", "第二稿", 2)
    assert [item.body.text for item in work.drafts.revisions(taken.id)] == ["第一稿", "第二稿"]
    assert revised.original == taken.original


def test_saving_fields_leaves_the_text_alone(work, draft_of):
    taken = work.drafts.add(draft_of(text="第一稿"), "王五")
    work.drafts.save(replace(taken, status=Status.EDITING, phone="123", body=plain("别的")))
    found = work.drafts.get(taken.id)
    assert (found.status, found.phone, found.body) == (Status.EDITING, "123", taken.body)


def test_the_units_of_a_draft_keep_their_order(work, draft_of, unit):
    other = work.registry.save_unit(replace(unit, id=0, name="云岭县住建局", short="住建局"))
    taken = work.drafts.add(draft_of(unit_ids=(other.id, unit.id)), "王五")
    assert work.drafts.rows([taken.id])[0].units == "住建局、民政局"
    work.drafts.save(replace(taken, unit_ids=(unit.id, other.id)))
    assert work.drafts.rows([taken.id])[0].units == "民政局、住建局"


def test_a_row_tells_what_the_draft_holds(work, draft_of, now):
    body = Body((Paragraph((Run("七个字的一段话"),)), Table((("一",),)), Picture("a", 1, 1)))
    taken = work.drafts.add(replace(draft_of(), body=body, notes=("不清楚",)), "王五")
    (row,) = work.drafts.rows([taken.id])
    assert (row.characters, row.has_table, row.has_picture) == (7, True, True)
    assert (row.source, row.received, row.notes) == ("来稿.docx", now, ("不清楚",))


def test_the_same_file_is_recognised(work, draft_of):
    work.drafts.add(draft_of(), "王五")
    taken = work.drafts.add(draft_of(original=Original("a.docx", "f" * 64, Body())), "王五")
    assert work.drafts.with_digest("f" * 64).id == taken.id
    assert work.drafts.with_digest("e" * 64) is None
    assert work.drafts.with_digest("") is None


def test_counts_and_pool_follow_the_status(work, draft_of, now):
    late = work.drafts.add(draft_of(status=Status.READY), "王五")
    early = work.drafts.add(draft_of(status=Status.READY, received=now - timedelta(days=1)), "王五")
    work.drafts.add(draft_of(), "王五")
    counts = work.drafts.counts()
    assert (counts[Status.READY], counts[Status.NEW], counts[Status.FILED]) == (2, 1, 0)
    assert work.drafts.with_status(Status.READY) == [early, late]


def test_a_waiver_is_kept_until_it_is_taken_back(work, draft_of, now):
    taken = work.drafts.add(draft_of(), "王五")
    waiver = Waiver("T01", "路灯", "专有名称", "王五", now)
    work.drafts.waive(taken.id, waiver)
    work.drafts.waive(taken.id, replace(waiver, reason="已核实"))
    assert work.drafts.waivers(taken.id) == [replace(waiver, reason="已核实")]
    work.drafts.unwaive(taken.id, "T01", "路灯")
    assert work.drafts.waivers(taken.id) == []


def test_several_drafts_come_back_in_the_order_asked_for(work, draft_of):
    taken = [work.drafts.add(draft_of(title), "王五") for title in ("甲", "乙", "丙")]
    wanted = [taken[2], taken[0], taken[2]]
    assert work.drafts.several([draft.id for draft in wanted]) == wanted
    with pytest.raises(NotFoundError):
        work.drafts.several([taken[0].id, 999])


def test_an_unknown_draft_is_a_sentence(work):
    with pytest.raises(NotFoundError, match="找不到编号为 7 的稿件"):
        work.drafts.get(7)


def test_a_title_too_long_is_refused_by_name(work, draft_of):
    with pytest.raises(DeskError, match="“标题”有 301 个字，最多 300 个字"):
        work.drafts.add(draft_of("长" * 301), "王五")


def test_control_characters_do_not_reach_the_store(work, draft_of):
    taken = work.drafts.add(draft_of("路\x00灯\n情\ud800况"), "王五")
    assert work.drafts.get(taken.id).title == "路灯 情况"


def test_a_named_revision_is_written_over(work, draft_of, now):
    taken = work.drafts.add(draft_of(text="第一稿"), "王五")
    second = work.drafts.revise(taken, Revision(0, now, "王五", "", "题", plain("第二")))
    work.drafts.revise(second, Revision(2, now, "王五", "", "题", plain("第二稿")))
    assert [item.body.text for item in work.drafts.revisions(taken.id)] == ["第一稿", "第二稿"]
    assert work.drafts.get(taken.id).body.text == "第二稿"
