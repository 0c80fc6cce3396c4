"""Findings are kept here, in the item or for ever, each with a reason, and taken back."""

import pytest
from PySide6.QtCore import Qt

from desk.drafts import WaiverScope

TEXT = "全县改造户厕28户,占计划的一半,进度较快。"


@pytest.fixture
def keep(settled):
    """Keep the first finding of a rule."""

    def keep(page, rule, scope, reason="引文如此"):
        mark = next(one for one in page.inspector.marks if one.finding.rule == rule)
        page.resolver.open(mark)
        page.resolver.keep()
        form = page.side.findings.card.waive_form
        form.scopes[scope].setChecked(True)
        form.reason.setCurrentText(reason)
        form.accept()
        settled()
        page.inspector.check()

    return keep


def open_marks(page, rule="P01"):
    return [one for one in page.inspector.marks if one.finding.rule == rule]


def kept_row(page):
    tree = page.side.findings.tree
    return tree.topLevelItem(tree.topLevelItemCount() - 1)


def test_kept_once_leaves_the_same_words_elsewhere_in_the_text(page, add, keep):
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    keep(page, "P01", WaiverScope.ONCE)
    assert len(open_marks(page)) == 1
    assert kept_row(page).text(0) == "已保留 1 处"


def test_kept_in_this_item_leaves_other_drafts_alone(page, add, keep):
    other = add("云岭县改造户厕进展", TEXT)
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    keep(page, "P01", WaiverScope.ITEM)
    assert not open_marks(page)
    page.show_target(other.id)
    page.inspector.check()
    assert len(open_marks(page)) == 2


def test_kept_for_ever_holds_in_every_draft_until_it_is_taken_back(page, add, keep, settled, qtbot):
    other = add("云岭县改造户厕进展", TEXT)
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    keep(page, "P01", WaiverScope.ALWAYS)
    page.show_target(other.id)
    page.inspector.check()
    assert not open_marks(page)
    panel = page.side.findings
    panel.tree.setCurrentItem(kept_row(page).child(0))
    qtbot.mouseClick(panel.card.drop, Qt.MouseButton.LeftButton)
    settled()
    page.inspector.check()
    assert len(open_marks(page)) == 2


def test_a_kept_finding_says_who_kept_it_why_and_how_far(page, add, keep):
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    keep(page, "P01", WaiverScope.ITEM, "原文件如此")
    panel = page.side.findings
    assert not kept_row(page).isExpanded()
    panel.tree.setCurrentItem(kept_row(page).child(0))
    shown = panel.card.text.text()
    for words in ("王敏", "原文件如此", "本文里同样的词", "2026-"):
        assert words in shown


def test_keeping_is_undone_from_its_note(page, add, keep, settled, session):
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    keep(page, "P01", WaiverScope.ITEM)
    session.messages.toast._undo.click()
    settled()
    page.inspector.check()
    assert len(open_marks(page)) == 2


def test_alt_k_in_the_text_asks_about_the_finding_at_the_cursor(page, add, qtbot):
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    mark = open_marks(page)[1]
    cursor = page.middle.text.textCursor()
    cursor.setPosition(mark.start)
    page.middle.text.setTextCursor(cursor)
    page.middle.text.setFocus()
    qtbot.keyClick(page.middle.text, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert page.side.findings.place.mark is mark
    assert page.side.findings.card.waive_form.isVisible()


def test_without_choosing_a_finding_is_kept_in_this_item(page, add):
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    page.side.findings.choose(open_marks(page)[0])
    page.side.findings.ask_to_keep()
    assert page.side.findings.card.waive_form.scope is WaiverScope.ITEM


def test_the_question_for_a_reason_stays_while_the_text_is_checked_anew(page, add):
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    page.side.findings.choose(open_marks(page)[0])
    page.side.findings.ask_to_keep()
    page.inspector.check()
    assert page.side.findings.card.waive_form.isVisible()


def test_a_whole_sentence_is_not_kept_for_ever(page, add, finds):
    sentence = "全县改造户厕28户，占计划的一半，进度较快，群众满意。"
    page.show_target(add("云岭县改造户厕", sentence).id)
    page.side.findings.choose(finds(page, "body", sentence))
    page.side.findings.ask_to_keep()
    assert not page.side.findings.card.waive_form.scopes[WaiverScope.ALWAYS].isEnabled()


def test_alt_k_on_a_kept_finding_takes_it_back(page, add, keep, settled, qtbot):
    page.show_target(add("云岭县改造户厕", TEXT).id)
    page.inspector.check()
    keep(page, "P01", WaiverScope.ITEM)
    tree = page.side.findings.tree
    tree.setFocus()
    tree.setCurrentItem(kept_row(page).child(0))
    qtbot.keyClick(tree, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    settled()
    page.inspector.check()
    assert len(open_marks(page)) == 2
