"""Findings are underlined, listed, fixed and kept."""

import re

from PySide6.QtCore import Qt

from desk.checks.rule import Severity
from ui.editor.finding_rows import Card, Place


def marks_of(page, rule):
    return [mark for mark in page.inspector.marks if mark.finding.rule == rule]


def view_of(page, mark):
    return page.middle.title if mark.finding.field == "title" else page.middle.text


def shown(page, mark):
    cursor = view_of(page, mark).textCursor()
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")


def test_every_finding_stands_on_its_own_words(opened):
    assert len(opened.inspector.marks) >= 5
    for mark in opened.inspector.marks:
        assert shown(opened, mark) == mark.excerpt


def test_an_emoji_before_a_finding_does_not_shift_its_underline(page, add):
    page.show_target(add("云岭县推进农田建设", "🙂𠮷家镇建成农田,成效明显。").id)
    page.inspector.check()
    (mark,) = marks_of(page, "P01")
    assert shown(page, mark) == ","
    formats = page.middle.text.document().firstBlock().layout().formats()
    assert (mark.start, 1) in [(one.start, one.length) for one in formats]


def test_underlines_follow_the_text_while_it_is_typed(opened, qtbot):
    (before, *_rest) = marks_of(opened, "P01")
    qtbot.keyClicks(opened.middle.text, "abc")
    assert shown(opened, before) == ","


def test_fixing_a_whole_rule_is_one_undo(opened):
    text = opened.middle.text.toPlainText()
    opened.side.findings.fix.emit(marks_of(opened, "P01"))
    assert "," not in opened.middle.text.toPlainText()
    opened.middle.text.undo()
    assert opened.middle.text.toPlainText() == text


def test_a_fix_is_not_applied_to_words_that_have_changed(opened, qtbot):
    (mark, *_rest) = marks_of(opened, "P03")
    cursor = opened.middle.text.textCursor()
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
    cursor.insertText("！")
    before = opened.middle.text.toPlainText()
    opened.side.findings.fix.emit([mark])
    assert opened.middle.text.toPlainText() == before


def test_a_fix_in_the_title_is_undone_in_the_title(page, add):
    page.show_target(add("云岭县推进农田建设！").id)
    page.inspector.check()
    page.side.findings.fix.emit(marks_of(page, "T01"))
    assert page.middle.title.title == "云岭县推进农田建设"
    page.middle.title.undo()
    assert page.middle.title.title == "云岭县推进农田建设！"


def test_keeping_a_finding_asks_for_a_reason_first(opened):
    opened.side.findings.choose(opened.inspector.marks[0])
    opened.side.findings.ask_to_keep()
    form = opened.side.findings.card.waive_form
    form.accept()
    assert form.isVisible()
    assert form.reason.property("invalid")


def test_a_kept_finding_moves_to_the_kept_ones_and_back(opened, settled, qtbot):
    panel = opened.side.findings
    mark = marks_of(opened, "P03")[0]
    open_before = len(opened.inspector.marks)
    panel.choose(mark)
    panel.ask_to_keep()
    panel.card.waive_form.reason.setCurrentText("引文如此")
    panel.card.waive_form.accept()
    settled()
    opened.inspector.check()
    assert not marks_of(opened, "P03")
    assert len(opened.inspector.marks) == open_before - 2  # the same words twice, kept once
    last = panel.tree.topLevelItem(panel.tree.topLevelItemCount() - 1)
    assert last.text(0) == "已保留 2 处"
    panel.tree.setCurrentItem(last.child(0))
    qtbot.mouseClick(panel.card.drop, Qt.MouseButton.LeftButton)
    settled()
    opened.inspector.check()
    assert len(opened.inspector.marks) == open_before


def test_findings_are_grouped_by_rule_the_gravest_first(opened):
    cards = [
        opened.side.findings.tree.topLevelItem(row).data(0, Qt.ItemDataRole.UserRole)
        for row in range(opened.side.findings.tree.topLevelItemCount())
    ]
    weights = [list(Severity).index(card.severity) for card in cards if isinstance(card, Card)]
    assert weights == sorted(weights)


def test_f8_goes_through_all_findings_and_round(opened):
    opened.middle.text.setFocus()
    everything = opened.inspector.marks
    visited = []
    for _ in range(len(everything) + 1):
        opened.resolver.go(1)
        current = opened.side.findings.tree.current
        assert isinstance(current, Place)
        visited.append(current.mark)
    first = everything.index(visited[0])
    assert visited == [*everything[first:], *everything[:first], visited[0]]


def test_choosing_a_row_selects_its_words_and_leaves_the_keyboard(opened, qtbot):
    tree = opened.side.findings.tree
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(0).child(0))
    mark = tree.current.mark
    assert view_of(opened, mark).textCursor().selectedText() == mark.excerpt
    assert tree.hasFocus()


def test_a_long_explanation_scrolls_and_its_buttons_stay_in_view(opened, qtbot):
    opened.resize(1290, 480)
    panel = opened.side.findings

    def is_in_view():
        keep, card = panel.card.keep, panel.card
        foot = keep.mapTo(card, keep.rect().bottomLeft()).y()
        return foot <= card.height() and card.geometry().bottom() < panel.height()

    for mark in opened.inspector.marks:
        panel.choose(mark)
        qtbot.waitUntil(is_in_view)


def test_f8_reaches_a_finding_within_the_words_of_another(page, add, finds):
    text = "全县改造户厕28户,进度较快。"
    page.show_target(add("云岭县改造户厕", text).id)
    whole = finds(page, "body", text, alone=False)
    page.resolver.open(whole)
    page.side.findings.choose(whole)
    visited = []
    for _ in page.inspector.marks:
        page.resolver.go(1)
        visited.append(page.side.findings.place.mark.finding.rule)
    assert "P01" in visited
    assert visited[-1] == whole.finding.rule


def test_what_is_about_the_whole_draft_does_not_underline_its_title(page, add, finds):
    page.show_target(add("云岭县改造户厕", "全县改造户厕28户。").id)
    finds(page, "title", "云岭县改造户厕", rule="S06")
    assert not page.middle.title.document().firstBlock().layout().formats()
    finds(page, "title", "云岭县改造户厕", rule="T06")
    assert page.middle.title.document().firstBlock().layout().formats()


def test_enter_on_what_is_not_registered_goes_to_the_form(page, add, finds):
    page.show_target(add("云岭县改造户厕", "全县改造户厕28户。").id)
    mark = finds(page, "title", "云岭县改造户厕", rule="M03")
    page.side.findings.opened.emit(mark)
    assert page.side.details.author.hasFocus()  # the first that is missing


def test_the_fixing_key_leads_to_the_form_where_something_is_not_registered(page, add):
    page.show_target(add("云岭县改造户厕", "全县改造户厕28户。").id)
    page.inspector.check()
    page.resolver.go(1)
    page.resolver.fix()
    assert page.side.details.author.hasFocus()


def test_esc_beside_the_text_leads_back_to_it(opened, qtbot):
    for place in range(opened.side.count()):
        opened.side.go(place)
        qtbot.keyClick(opened.side.currentWidget(), Qt.Key.Key_Escape)
        assert opened.middle.text.hasFocus()


def test_the_card_leads_to_the_page_of_the_rule_in_the_manual(opened, qtbot):
    opened.side.findings.choose(marks_of(opened, "P01")[0])
    text = opened.side.findings.card.text
    assert "手册" in text.text()
    with qtbot.waitSignal(opened.session.asked) as asked:
        text.linkActivated.emit(re.search("href='(.+?)'", text.text())[1])
    assert asked.args == ["rule:P01"]
