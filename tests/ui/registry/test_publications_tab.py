"""Publications: what is stored, what is refused, and what the specimen shows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.publications import (
    Appearance,
    Numbering,
    Recipient,
    Retention,
    Rhythm,
    Schedule,
    Signature,
    Way,
)
from desk.scoring.clauses.items import Points
from desk.scoring.clauses.share import EVEN
from desk.scoring.schemes.condition_text import parse_condition
from ui.registry.publications_tab import PublicationsTab


@pytest.fixture
def tab(page, settled):
    page.show_target("刊物与栏目")
    page.tab(PublicationsTab).view.choose(0)
    settled()
    return page.tab(PublicationsTab)


@pytest.fixture
def stored(store):
    """The publications as the store has them, by name."""

    def read():
        with store.read() as work:
            return {one.name: one for one in work.catalogue.publications()}

    return read


@pytest.fixture
def saved(tab, stored, settled):
    """Save the form; the publication as it is stored then."""

    def save(name="政务信息"):
        tab.save()
        settled()
        return stored()[name]

    return save


def test_the_form_shows_the_publication(tab, office):
    assert tab.form.value() == office.publication
    assert "政务信息" in tab.form.looks.template.currentText()


def test_what_an_office_decides_about_a_publication_is_kept(tab, saved):
    basics, issuing, sending = tab.form.basics, tab.form.issuing, tab.form.sending
    basics.readers.setText("县委、县政府领导")
    basics.mark.setText("机密★1年")
    basics.controlled.setChecked(True)
    basics.retention.setCurrentText("10年")
    issuing.rhythm.setCurrentText("每周")
    issuing.days.weekdays[2].setChecked(True)
    issuing.since.setText("2026-01-01")
    issuing.has_total.setChecked(False)
    sending.signer.setText("郑国平")
    made = saved()
    assert (made.readers, made.mark, made.controlled) == ("县委、县政府领导", "机密★1年", True)
    assert made.retention is Retention.SHORT
    assert made.schedule == Schedule(Rhythm.WEEKLY, (2,), date(2026, 1, 1))
    assert made.numbering == Numbering(has_total=False)
    assert made.signature == Signature(signer="郑国平")


def test_the_look_is_kept_where_it_differs_from_the_template(tab, saved):
    looks = tab.form.looks
    assert saved().appearance == Appearance()
    looks.masthead.setText("云岭政务信息")
    looks.name_size.setValue(48)
    looks.name_spacing.setValue(0)
    looks.grid.setCurrentIndex(looks.grid.findData("word"))
    looks.tail_left.setText("[签发：{签发}]")
    made = saved().appearance
    assert (made.masthead, made.size, made.spacing, made.grid) == ("云岭政务信息", 48, 0, "word")
    assert made.tail_left == "[签发：{signer}]"
    assert looks.tail_left.text() == "[签发：{签发}]"


def test_the_form_explains_why_the_top_margin_is_not_37_millimetres(tab):
    looks = tab.form.looks
    assert "3.45 厘米" in looks.grid_about.text()
    looks.grid.setCurrentIndex(looks.grid.findData("word"))
    assert "3.7" in looks.grid_about.text()


def test_a_publication_set_elsewhere_has_no_look_to_decide(tab):
    looks = tab.form.looks
    looks.template.setCurrentIndex(0)
    assert looks.template.isEnabled()
    assert not looks.masthead.isEnabled()


def test_the_next_days_are_told_in_words(tab):
    issuing = tab.form.issuing
    issuing.rhythm.setCurrentText("每周")
    assert not issuing.next.isVisibleTo(issuing)
    issuing.days.weekdays[4].setChecked(True)
    assert issuing.next.text().startswith("下一期应在7月17日（星期五）")
    issuing.rhythm.setCurrentText("每月")
    issuing.days.month_days.setText("20日、5")
    assert "7月20日" in issuing.next.text()


WRONG = {
    "name": lambda form: form.basics.name.clear(),
    "copies": lambda form: form.basics.copies.setText("六十"),
    "size": lambda form: form.looks.name_size.setValue(6),
    "tail_right": lambda form: form.looks.tail_right.setText("{主编}"),
    "days": lambda form: form.issuing.rhythm.setCurrentText("每周"),
    "since": lambda form: form.issuing.since.setText("年初"),
    "recipients": lambda form: form.sending.recipients.add_missing([Recipient(Way.REPORT, "")]),
}


@pytest.mark.parametrize("field", WRONG)
def test_a_wrong_value_is_told_at_its_field_and_nothing_is_kept(tab, saved, office, field):
    tab.form.issuing.rhythm.setCurrentText("每工作日")
    WRONG[field](tab.form)
    assert saved() == office.publication
    assert tab.form.fields[field].error
    assert tab.form.fields[field] in tab.form.tabs.currentWidget().fields.values()


def test_an_error_goes_when_its_part_is_edited(tab):
    tab.form.basics.name.clear()
    tab.save()
    tab.form.basics.name.setText("政务信息")
    assert not tab.form.fields["name"].error


@pytest.mark.parametrize("text", ["-5", "1.5"])
def test_copies_must_be_a_whole_number(tab, text):
    tab.form.basics.copies.setText(text)
    tab.save()
    assert text in tab.form.fields["copies"].error


def test_a_section_is_added_renamed_and_ordered(tab, saved):
    sections = tab.form.basics.sections
    sections.add()
    sections.list.currentItem().setText(0, "要闻")
    sections.list.setFocus()
    QTest.keyClick(sections.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    sections.choose(0)
    sections.list.currentItem().setText(0, "动态")
    assert [section.name for section in saved().sections] == ["动态", "要闻", "简讯"]


def test_a_section_with_points_stays_and_the_form_says_why(tab, stored, settled):
    tab.form.basics.sections.choose(1)
    tab.form.basics.sections.remove()
    tab.save()
    settled()
    assert "简讯" in tab.form.fields["sections"].error
    assert len(stored()["政务信息"].sections) == 2


def test_limits_of_the_publication_and_of_a_section_are_kept(tab, saved):
    basics = tab.form.basics
    basics.limits.longest.setValue(300)
    basics.results_only.setChecked(True)
    basics.sections.choose(1)
    basics.sections.limits.longest.setValue(80)
    made = saved()
    assert (made.limits.longest, made.results_only) == (300, True)
    assert [section.limits.longest for section in made.sections] == [0, 80]


def test_sections_show_their_points_and_lead_to_where_these_are_changed(tab, session, qtbot):
    rows = tab.form.basics.sections.list
    assert [rows.topLevelItem(at).text(2) for at in range(2)] == ["5 分", "1.5 分"]
    with qtbot.waitSignal(session.requested) as asked:
        tab.form.basics.points_button.click()
    assert asked.args == ["registry", "计分办法"]


def test_where_it_is_sent_is_one_line_each(tab, saved):
    tab.form.sending.send_to.setPlainText("报：县长\n\n 送：县委各部门 \n")
    assert saved().send_to == ("报：县长", "送：县委各部门")


def test_recipients_are_drawn_from_the_foot_once(tab, saved):
    sending = tab.form.sending
    sending.recipients.show_recipients([Recipient(Way.REPORT, "县长", 3)])
    sending.send_to.setPlainText("报：县委书记、县长。\n发：各乡镇人民政府。")
    sending.recipients.drawing.emit()
    assert [(one.name, one.copies) for one in saved().recipients] == [
        ("县长", 3),
        ("县委书记", 1),
        ("各乡镇人民政府", 1),
    ]


def test_rows_copied_from_a_table_are_pasted_as_recipients(tab, saved):
    QApplication.clipboard().setText("报\t县委书记\t2\n发\t河东镇\t1")
    table = tab.form.sending.recipients.table
    tab.form.open_part(tab.form.sending)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert saved().recipients == (
        Recipient(Way.ISSUE, "河东镇", 1),
        Recipient(Way.REPORT, "县委书记", 2),
    )


def test_copies_that_do_not_come_to_the_number_printed_are_called_out(tab):
    sending = tab.form.sending
    sending.recipients.show_recipients([Recipient(Way.REPORT, "县长", 28)])
    assert "少 2 份" in sending.recipients.total.text()
    tab.form.basics.copies.setText("28")
    assert "相符" in sending.recipients.total.text()


def test_a_new_publication_of_a_higher_office(tab, saved):
    tab.start_new()
    tab.form.basics.name.setText("《市政府要情》")
    tab.form.basics.tier.setCurrentText("市级")
    made = saved("市政府要情")
    assert (made.tier, made.template) == ("市级", "")


def test_a_copy_becomes_another_publication_with_sections_of_its_own(tab, saved, stored, office):
    tab.start_copy()
    assert tab.form.heading.text() == "新增刊物（照《政务信息》）"
    tab.form.basics.name.setText("民生信息")
    made = saved("民生信息")
    source = stored()["政务信息"]
    assert source == office.publication
    assert (made.template, made.copies, made.send_to) == ("zhengwu", 30, source.send_to)
    assert not {one.id for one in made.sections} & {one.id for one in source.sections}


def test_a_copy_thought_better_of_leaves_nothing(tab, stored, settled):
    tab.start_copy()
    tab.revert()
    assert tab.form.heading.text() == "《政务信息》"
    tab.save_typed()
    settled()
    assert list(stored()) == ["政务信息"]


def test_undo_brings_the_former_publication_back(tab, stored, saved, undo, office):
    tab.form.basics.copies.setText("99")
    assert saved().copies == 99
    undo()
    assert stored()["政务信息"] == office.publication


def test_a_publication_is_changed_by_keyboard_alone(tab, stored, settled, qtbot):
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    QTest.keyClick(tab.form.basics.name, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert tab.form.tabs.currentWidget() is tab.form.sending
    table = tab.form.sending.recipients.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Insert)
    QTest.keyClicks(QApplication.focusWidget(), "A")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert stored()["政务信息"].recipients == (Recipient(Way.REPORT, "A", 1),)


def test_copying_nothing_says_what_to_choose(tab, session):
    tab.forget()
    tab.start_copy()
    assert "先在左边选一种刊物" in session.messages.toast.text
    assert tab.view.selected()


def test_the_arrow_key_goes_from_the_filter_to_the_list(tab, qtbot):
    tab.window().activateWindow()
    tab.view.clearSelection()
    tab.filter.setFocus()
    qtbot.keyClick(tab.filter, Qt.Key.Key_Down)
    assert tab.view.hasFocus()
    assert tab.view.selected()


def test_a_digit_opens_a_part_from_the_list_too(tab):
    tab.window().activateWindow()
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert tab.form.tabs.currentWidget() is tab.form.looks


def test_points_given_by_the_tables_of_a_scheme_are_shown_as_well(page, tab, store):
    with store.begin() as work:
        scheme = work.catalogue.schemes()[0]
        row = Points(when=parse_condition("栏目：简讯"), points=(Decimal(4),), composite=EVEN)
        work.catalogue.save_scheme(replace(scheme, clauses=(row,)))
    page.refresh()
    rows = tab.form.basics.sections.list
    assert [rows.topLevelItem(at).text(2) for at in range(2)] == ["5 分", "4 分（综合 2）"]
