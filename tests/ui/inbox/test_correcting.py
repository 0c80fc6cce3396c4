"""Reading a draft beside the list, and correcting what was recognised of it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.drafts import Kind, Status


@pytest.fixture
def draft(office, page):
    """One draft, shown, with its form open."""
    made = office.draft("县教育局开展校园安全检查", unit_ids=(), phone="0999-1", author="")
    page.refresh()
    page.list.choose(0)
    page._show_selection()
    page.preview.begin_correcting()
    return made


@pytest.fixture
def stored(store, draft):
    """The draft as the store has it."""

    def read():
        with store.read() as work:
            return work.drafts.get(draft.id)

    return read


def test_the_preview_shows_facts_and_text(page, draft):
    page.preview.end_correcting()
    assert page.preview.heading.text() == draft.title
    assert "0999-1" in page.preview.facts.text()
    assert draft.body.text in page.preview.body.toPlainText()


def test_a_missing_unit_is_said(page, draft):
    assert "没有认出" in page.preview.units.text()


def test_a_missing_unit_comes_before_a_doubtful_title(page, draft, office):
    page.preview.form.show_draft(replace(draft, doubts=frozenset({"title"})))
    page.preview.form.begin()
    assert page.preview.form.units.hasFocus()


def test_corrected_facts_are_kept(page, draft, stored, office, qtbot):
    form = page.preview.form
    form.units.setText("县水利局、云岭县教育局")
    form.event_date.setText("2026年7月14日")
    form.kind.setCurrentText("问题型")
    form.save()
    qtbot.waitUntil(lambda: stored().kind is Kind.PROBLEM)
    assert stored().event_date == date(2026, 7, 14)
    assert stored().unit_ids == (office.units[1].id, office.units[0].id)
    qtbot.waitUntil(lambda: not page.preview.is_correcting)


def test_undo_brings_the_former_facts_back(page, draft, stored, qtbot, session):
    page.preview.form.author.setText("张伟")
    page.preview.form.save()
    qtbot.waitUntil(lambda: session.messages.toast.text == "已保存更正")
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: stored().author == "")


def test_a_correction_is_written_once(page, draft, store, qtbot, session):
    page.preview.form.author.setText("张伟")
    page.preview.form.save()
    qtbot.waitUntil(lambda: not page.preview.is_correcting)
    qtbot.waitUntil(lambda: not session.worker.busy)
    with store.read() as work:
        records = work.audit.records(f"draft:{draft.id}")
    assert [one.action for one in records].count("更正登记") == 1


@pytest.mark.parametrize("text", ["昨天", "2026-02-30", "7月", "2026-7-14-1"])
def test_what_is_no_day_is_said_beside_the_field(page, draft, stored, text):
    page.preview.form.event_date.setText(text)
    page.preview.form.save()
    assert text in page.preview.form.fields["event_date"].error
    assert stored().event_date is None
    assert page.preview.is_correcting


def test_a_unit_nobody_knows_is_said_beside_the_field(page, draft):
    page.preview.form.units.setText("县教育局、火星局")
    page.preview.form.save()
    assert "火星局" in page.preview.form.fields["unit_ids"].error


def test_an_empty_title_is_refused(page, draft):
    page.preview.form.heading.setText("  ")
    page.preview.form.save()
    assert "不能为空" in page.preview.form.fields["title"].error


def test_typed_corrections_are_kept_on_leaving_the_page(page, draft, stored, qtbot):
    page.preview.form.author.setText("王芳")
    page.leave()
    qtbot.waitUntil(lambda: stored().author == "王芳")


def test_escape_leaves_things_as_they_were(page, draft, stored, qtbot):
    page.preview.form.author.setText("王芳")
    qtbot.keyClick(page.preview.form, "\x1b")
    assert not page.preview.is_correcting
    assert stored().author == ""


def test_a_printed_draft_cannot_be_corrected(page, draft, office):
    office.draft("已印的", status=Status.RELEASED)
    page.refresh()
    page.list.choose(0)
    page._show_selection()
    page.preview.begin_correcting()
    assert not page.preview.is_correcting


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen popup says so
def test_a_unit_is_chosen_by_its_initials(page, draft):
    page.preview.begin_correcting()
    units = page.preview.form.units
    units.setFocus()
    units.clear()
    QTest.keyClicks(units, "xslj")
    QTest.keyClick(units, Qt.Key.Key_Tab)
    assert units.text() == "县水利局"
