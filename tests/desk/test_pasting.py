"""What is pasted becomes a draft; what was copied stays as its original."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk import correcting, editing
from desk.auditing import By
from desk.drafts import Channel, Secrecy, Status
from desk.errors import NotAllowedError, NotReadableError
from desk.pasting import Clipping, RepeatedError, page, paste
from desk.tidying import uncleaned
from desk.unregistering import unregister

TEXT = """云岭县水利局抓好防汛备汛

　　7月13日，县水利局检查水库12座，消除隐患3处。

云岭县水利局　张晓明
2026年7月14日
"""
HTML = "<html><body><p>县教育局</p></body></html>"


@pytest.fixture
def pasted(store, office):
    """A clipping of plain text, registered."""
    return paste(store, Clipping(TEXT), by=office.by)


def submissions(store, draft):
    with store.read() as work:
        facts = work.ledger.between(draft.received.date(), draft.received.date())
    return [fact.unit_id for fact in facts if fact.source == f"draft:{draft.id}"]


def test_pasted_text_is_recognised(pasted, office):
    assert (pasted.title, pasted.unit_ids) == ("云岭县水利局抓好防汛备汛", (office.units[1].id,))
    assert (pasted.channel, pasted.author) == (Channel.PASTE, "张晓明")
    assert pasted.body.text == "7月13日，县水利局检查水库12座，消除隐患3处。"


def test_the_text_as_it_came_is_kept_before_the_cleaned_one(store, office):
    draft = paste(store, Clipping(TEXT.replace("，", ", ")), by=office.by)
    with store.read() as work:
        came, cleaned = work.drafts.revisions(draft.id)
    assert came.body.text == "7月13日, 县水利局检查水库12座, 消除隐患3处。"
    assert cleaned.body.text == draft.body.text == "7月13日，县水利局检查水库12座，消除隐患3处。"
    assert (cleaned.why, draft.notes[-1]) == ("整理", "已整理：半角标点改全角 2 处。")


def test_lines_that_the_page_had_cut_are_joined_and_can_be_cut_again(store, office):
    lines = (
        "云岭县水利局抓好防汛备汛",
        "　　入汛以来，云岭县水利局组织六个检查组，对全县十二座水库、八座",
        "水电站开展汛前安全检查，采取查资料、看现场、问情况的方式逐处过关",
        "，发现隐患18处。",
        "　　7月13日，已消除隐患3处。",
    )
    draft = paste(store, Clipping("\n".join(lines)), by=office.by)
    assert len(draft.body.paragraphs) == 2
    assert draft.notes[-1] == "已整理：合并断行 2 处。"
    back = uncleaned(store, draft.id, by=office.by)
    assert back.body == draft.original.body
    assert [len(paragraph.text) for paragraph in back.body.paragraphs] == [30, 32, 9, 14]


def test_what_was_copied_is_the_original(store, pasted):
    with store.read() as work:
        assert work.files.get(pasted.original.digest).decode() == TEXT
    assert pasted.original.name.startswith("粘贴 7月15日 ")
    assert pasted.original.name.endswith(".txt")


def test_the_unit_gets_its_submission(store, office, pasted):
    assert submissions(store, pasted) == [office.units[1].id]


@pytest.mark.parametrize("clipping", [Clipping(), Clipping(" 　\n", " ")])
def test_an_empty_clipboard_is_refused_with_advice(store, office, clipping):
    with pytest.raises(NotReadableError, match="请先在来稿里选中并复制全文"):
        paste(store, clipping, by=office.by)


def test_the_same_text_is_refused_and_leads_to_its_draft(store, office, pasted):
    later = By("王敏", office.by.now + timedelta(hours=1))
    with pytest.raises(RepeatedError, match="内容完全相同") as refusal:
        paste(store, Clipping(TEXT), by=later)
    assert refusal.value.draft_id == pasted.id


def test_a_text_marked_above_the_ceiling_leaves_nothing(store, office):
    with pytest.raises(NotReadableError, match="涉密计算机"):
        paste(store, Clipping("机密★1年\n" + TEXT), by=office.by, ceiling=Secrecy.INTERNAL)
    with store.read() as work:
        assert sum(work.drafts.counts().values()) == 0


def test_bold_text_and_tables_of_html_are_kept(store, office):
    html = (
        "<meta charset='utf-8'><p style='text-align:center'>云岭县水利局抓好防汛备汛</p>"
        "<p>7月13日，县水利局<b>检查水库12座</b>，消除隐患3处。</p>"
        "<table><tr><td>乡镇</td><td>水库</td></tr><tr><td>白石乡</td><td>8</td></tr></table>"
        "<p align=right>云岭县水利局</p>"
    )
    draft = paste(store, Clipping(TEXT, html), by=office.by)
    paragraph, table = draft.body.blocks
    assert (draft.title, draft.unit_ids) == ("云岭县水利局抓好防汛备汛", (office.units[1].id,))
    assert [run.text for run in paragraph.runs if run.bold] == ["检查水库12座"]
    assert table.rows == (("乡镇", "水库"), ("白石乡", "8"))
    assert draft.original.name.endswith(".html")


def test_html_that_cannot_be_read_gives_way_to_the_text_beside_it(store, office):
    draft = paste(store, Clipping(TEXT, "<html><body></body></html>"), by=office.by)
    assert draft.title == "云岭县水利局抓好防汛备汛"


def test_a_registration_is_taken_back_without_losing_anything(store, office, pasted):
    unregister(store, pasted.id, by=office.by)
    with store.read() as work:
        draft = work.drafts.get(pasted.id)
        actions = [record.action for record in work.audit.records(f"draft:{pasted.id}")]
    assert (draft.status, draft.remark, draft.body) == (Status.FILED, "撤销登记", pasted.body)
    assert (actions[0], submissions(store, pasted)) == ("撤销登记", [])


def test_pasting_again_brings_back_what_was_taken_back(store, office, pasted):
    unregister(store, pasted.id, by=office.by)
    again = paste(store, Clipping(TEXT), by=office.by)
    assert (again.id, again.status, again.remark) == (pasted.id, Status.NEW, "")
    assert submissions(store, again) == [office.units[1].id]


def test_a_registration_taken_back_counts_for_nobody_however_it_is_corrected(store, office, pasted):
    unregister(store, pasted.id, by=office.by)
    wanted = replace(correcting.Particulars.of(pasted), unit_ids=(office.units[0].id,))
    correcting.correct(store, pasted.id, wanted, by=office.by)
    assert submissions(store, pasted) == []


def test_a_registration_taken_back_counts_again_when_the_draft_is_taken_up(store, office, pasted):
    unregister(store, pasted.id, by=office.by)
    editing.move(store, [pasted.id], Status.EDITING, by=office.by)
    assert submissions(store, pasted) == [office.units[1].id]


def test_a_draft_in_hand_is_not_unregistered(store, office):
    draft = office.draft(status=Status.EDITING)
    with pytest.raises(NotAllowedError, match="请改为“存查”"):
        unregister(store, draft.id, by=office.by)


def windows(html: str, fragment: str) -> str:
    """HTML as the Windows clipboard holds it, with offsets in bytes."""
    names = ("StartHTML", "EndHTML", "StartFragment", "EndFragment")
    head = "Version:0.9\r\n" + "".join(f"{name}:{{:09}}\r\n" for name in names)
    start = len(head.format(0, 0, 0, 0))
    data, inner = html.encode(), fragment.encode()
    place = start + data.index(inner)
    return head.format(start, start + len(data), place, place + len(inner)) + html


def test_the_header_of_the_windows_clipboard_is_taken_off():
    assert page(windows(HTML, "<p>县教育局</p>")) == HTML


def test_html_without_offsets_for_the_whole_gives_its_fragment():
    clip = windows(HTML, "<p>县教育局</p>").replace("StartHTML:0", "StartHTML:-")
    assert page(clip) == "<html><body><p>县教育局</p></body></html>"


def test_a_piece_of_html_is_made_a_page():
    assert page("<meta charset='utf-8'><p>县教育局</p>").startswith("<html><body><meta")


@pytest.mark.parametrize("broken", ["Version:0.9\r\nStartHTML:99\r\n" + HTML, HTML])
def test_a_broken_header_costs_no_html(broken):
    assert page(broken) == HTML


def test_a_page_that_was_in_another_encoding_is_read_as_it_was_copied(store, office):
    html = f"<html><head><meta charset=gb2312></head><body><p>{TEXT}</p></body></html>"
    draft = paste(store, Clipping(TEXT, html), by=office.by)
    assert TEXT[:6] in draft.title + draft.original.body.text
