"""Calls and signatures on paper, from the 审签 page."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from desk.approval_queue import Queue
from desk.approval_slips import note_printed
from desk.approving import submit
from desk.auditing import By
from ui.life.page import LifePage

# the offscreen platform has no window manager to stack windows
offscreen = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def scan(tmp_path):
    made = BytesIO()
    Image.new("RGB", (60, 80), "white").save(made, "PNG")
    path = tmp_path / "扫描.png"
    path.write_bytes(made.getvalue())
    return path


def test_a_call_is_noted_with_its_answer_and_can_be_taken_back(waiting, press, way, undo):
    (draft_id,) = waiting("甲稿")
    press("C", "2", "Return")
    (call,) = way(draft_id).current.calls
    assert (call.who, call.answer) == ("王敏", "今天下班前审完。")
    undo()
    assert way(draft_id).current.calls == ()


def test_a_signature_is_recorded_with_its_day_and_scan(waiting, page, press, way, scan, store):
    (draft_id,) = waiting("甲稿")
    press("S")
    page.acts.signing.day.setText("昨天")
    page.acts.signing.line.setText(str(scan))
    page.acts.signing.accept()
    press()
    step = way(draft_id).steps[0]
    assert (step.signed_on.day, step.signer) == (14, "王敏")
    with store.read() as work:
        assert work.files.get(step.scan) == scan.read_bytes()


def test_a_file_that_is_no_scan_is_refused_beside_the_field(waiting, page, press, tmp_path):
    waiting("甲稿")
    press("S")
    wrong = tmp_path / "表.xlsx"
    wrong.write_bytes(b"PK")
    page.acts.signing.line.setText(str(wrong))
    press("Return")
    assert "JPG、PNG 或 PDF" in page.acts.signing.error.text()


def test_a_day_to_come_is_refused(waiting, page, press):
    waiting("甲稿")
    press("S")
    page.acts.signing.day.setText("明天")
    press("Return")
    assert "不能晚于今天" in page.acts.signing.error.text()


@offscreen
def test_the_scan_can_be_looked_at_later(waiting, page, press, scan):
    waiting("甲稿")
    press("S")
    page.acts.signing.line.setText(str(scan))
    page.acts.signing.accept()
    press()
    page._go_to(Queue.TODAY)
    press("V")
    assert page.acts.scan.isVisible()
    assert page.acts.scan.pages.count() == 1


@offscreen
def test_slips_are_shown_as_they_will_be_printed(waiting, page, press):
    waiting("甲稿")
    press("P")
    paper = page.acts.printer.paper
    assert paper.windowTitle() == "审签单　甲稿"
    assert paper.pdf.startswith(b"%PDF")


@offscreen
def test_a_character_that_cannot_be_printed_is_named_beside_the_slip(waiting, page, press):
    waiting("𠮷林来信")
    press("P")
    assert "𠮷" in page.acts.printer.paper.note.text()


def test_a_printed_slip_waits_in_its_queue(sent, page, read_on, store, office, titles):
    ids = sent("甲稿", "乙稿")
    note_printed(store, ids[1:], by=office.by)
    read_on()
    page._go_to(Queue.UNSIGNED)
    assert titles() == ["乙稿"]


def test_a_slip_saved_as_word_counts_as_printed(waiting, page, press, monkeypatch, tmp_path, store):
    (draft_id,) = waiting("甲稿")
    path = tmp_path / "审签单.docx"
    # the system's file dialog is outside of the program
    monkeypatch.setattr("ui.approvals.slip_printer.save_path", lambda *_args: path)
    page.acts.printer.save_word([draft_id])
    press()
    assert path.read_bytes().startswith(b"PK")
    with store.read() as work:
        assert work.audit.records(f"draft:{draft_id}")[0].action == "打印审签单"


@offscreen
def test_the_call_list_holds_what_waits_too_long(page, store, office, lane, now, press):
    early = By("王敏", now - timedelta(days=3))
    submit(store, [office.draft("甲稿").id], lane.id, by=early)
    page.acts.print_calls()
    press()
    assert page.acts.paper.windowTitle() == "催批单 2026-07-15"
    assert page.acts.paper.pdf.startswith(b"%PDF")


def test_where_nothing_waits_too_long_there_is_nobody_to_call(page, press):
    page.acts.print_calls()
    press()
    assert "不用催批" in page.session.messages.banner.text


@offscreen
def test_the_life_line_leads_to_the_scan(waiting, page, press, scan, opened):
    (draft_id,) = waiting("甲稿")
    press("S")
    page.acts.signing.line.setText(str(scan))
    page.acts.signing.accept()
    press()
    life = opened(LifePage)
    life.show_target(draft_id)
    subject = next(one.subject for one in life.life.events if one.what == "登记手签")
    life.view.led.emit(subject)
    assert life.scan.pages.count() == 1


def test_signing_a_stage_decided_today_leaves_the_cursor_on_it(waiting, page, press, way):
    first, second = waiting("甲稿", "乙稿")
    press("Return", "Return")
    page._go_to(Queue.TODAY)
    page.list.choose(1)
    press("S", "Return")
    assert page.row.id == first
    assert way(first).steps[0].signed_on is not None
    assert way(first).current.stage.name == way(second).current.stage.name == "主任审签"
