"""期头期尾 of one issue: kept as it is typed, printed at once, and never lost."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.drafts import Secrecy
from desk.issues import Series
from desk.publications import Recipient, Signature, Way
from ui.issue.matter import Mattering
from ui.issue.releasing import Releasing

# the offscreen platform has no window manager to tell the size of a dialog
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin")


@pytest.fixture
def form(page, compiled):
    compiled("县教育局开展校园安全检查")
    page.feature(Mattering).begin()
    return page.feature(Mattering).form


@pytest.fixture
def finish(page, at_rest):
    """Leave the field, and wait until all is kept."""

    def finish():
        page.feature(Mattering).form.note.clearFocus()
        page.feature(Mattering).finish()
        at_rest()

    return finish


def test_a_note_is_kept_with_full_width_marks_and_printed(form, finish, stored, page):
    form.note_label.setEditText("按语：")
    form.note.setPlainText("做法值得借鉴,现予刊发。\n请各乡镇学习。")
    finish()
    matter = stored().matter
    assert (matter.note_label, matter.note.text) == (
        "按语：",
        "做法值得借鉴，现予刊发。\n请各乡镇学习。",
    )
    assert form.note.toPlainText() == matter.note.text


def test_what_is_empty_is_the_publications_in_grey(form):
    assert form.send_to.placeholderText() == "报：县委书记、县长"
    assert form.copies.placeholderText() == "30"
    assert form.recipients.recipients() is None


def test_the_issues_own_goes_before_the_publications(form, finish, stored):
    form.copies.setText("45")
    form.signer.setText("郑国平")
    form.send_to.setPlainText("报：县委书记。\n\n送：县委办公室。")
    form.mark.setEditText("（不印）")
    form.contents.setCurrentIndex(form.contents.findData("always"))
    finish()
    matter = stored().matter
    assert (matter.copies, matter.mark, matter.contents) == (45, "", "always")
    assert matter.send_to == ("报：县委书记。", "送：县委办公室。")
    assert matter.signature == Signature(signer="郑国平")


def test_one_undo_takes_back_what_was_typed_in_a_field(form, finish, stored, session, at_rest):
    form.note.setPlainText("第一句。")
    finish()
    form.note.setPlainText("改了又改。")
    form.typed.emit()
    form.note.setPlainText("改了又改，再改。")
    finish()
    session.messages.toast._undo.click()
    at_rest()
    assert stored().matter.note.text == form.note.toPlainText() == "第一句。"


def test_typing_is_kept_without_leaving_the_field(form, stored, qtbot):
    form.editors.setFocus()
    QTest.keyClicks(form.editors, "Li")
    qtbot.waitUntil(lambda: stored().matter.signature.editors == "Li")
    assert form.editors.text() == "Li"


def test_what_is_typed_is_kept_when_another_issue_is_shown(
    form, page, office, at_rest, store, session
):
    first = page.issue.id
    form.note.setPlainText("没有离开就换了一期。")
    page.new_issue(office.publication.id)
    at_rest()
    assert form.note.toPlainText() == ""
    with store.read() as work:
        assert work.issues.get(first).matter.note.text == "没有离开就换了一期。"
        assert not work.issues.get(page.issue.id).matter.note.blocks


def test_section_headings_survive_what_is_typed_here(form, finish, page, stored, store, office):
    headings = ((office.publication.sections[0].id, "防汛专栏"),)
    with store.begin() as work:
        issue = work.issues.get(page.issue.id)
        work.issues.save(replace(issue, matter=replace(issue.matter, headings=headings)))
    form.reviewer.setText("周文清")
    finish()
    assert stored().matter.headings == headings


def test_the_issues_recipients_start_from_the_publications(
    page, office, store, at_rest, finish, stored
):
    usual = (Recipient(Way.REPORT, "县委书记", 2), Recipient(Way.SEND, "县委办公室"))
    with store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, recipients=usual))
    page.new_issue(office.publication.id)
    at_rest()
    box = page.feature(Mattering).form.recipients
    assert box.told.text() == "照刊物：2 处、3 份"
    box.own.setChecked(True)
    box.edit.table.selectRow(1)
    box.edit.remove()
    finish()
    assert stored().matter.recipients == usual[:1]
    assert "印数是 30 份，少 28 份" in box.edit.total.text()
    box.own.setChecked(False)
    finish()
    assert stored().matter.recipients is None


def test_only_a_special_is_called_something(form, page, office, at_rest, finish, stored):
    assert form.label_field.isHidden()
    page.new_issue(office.publication.id, Series.SPECIAL, date(2026, 7, 20))
    at_rest()
    assert not form.label_field.isHidden()
    form.label.setText("人大会专刊")
    finish()
    assert stored().matter.label == "人大会专刊"
    assert "人大会专刊第2期" in page.name


def test_a_released_issue_shows_its_matter_and_takes_no_more(form, finish, page, store, at_rest):
    form.note.setPlainText("现予刊发。")
    finish()

    page.feature(Releasing).release_now()
    at_rest()
    assert form.note.toPlainText() == "现予刊发。"
    assert not form.isEnabled()


def test_a_key_leads_to_the_form(page, compiled, qtbot):
    compiled("甲")
    page.window().activateWindow()
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    form = page.feature(Mattering).form
    assert page.foot.currentWidget() is form
    qtbot.waitUntil(form.note.hasFocus)


def test_who_may_know_it_is_kept_and_told_where_the_grade_stands(
    form, finish, stored, page, store, at_rest
):
    with store.begin() as work:
        draft = work.drafts.get(stored().entries[0].draft_id)
        work.drafts.save(replace(draft, secrecy=Secrecy.INTERNAL))
    form.readers.setText("县委常委")
    finish()
    assert stored().matter.readers == "县委常委"
    assert page.bar.grade.text() == "密级：内部　知悉：县委常委"
    assert "知悉范围：县委常委" in page.bar.grade.toolTip()
