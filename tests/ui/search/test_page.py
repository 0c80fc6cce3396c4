"""Finding drafts on the search page, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desk.commissions.commission import Commission
from desk.drafts import Status

HIT = Qt.Key.Key_Return


@pytest.fixture
def drafts(office):
    school, water = office.units
    return [
        office.draft("校园安全检查", "检查了86所学校", status=Status.NEW),
        office.draft(
            "水库安全度汛", "加固大坝\n检查闸门", unit_ids=(water.id,), status=Status.FILED
        ),
        office.draft("春耕备耕", "调运化肥", unit_ids=(school.id, water.id)),
    ]


@pytest.fixture
def typed(page, qtbot):
    """Type words; the counts have arrived when it returns."""

    def type_in(words):
        with qtbot.waitSignal(page.list.completed):
            page.box.setText(words)

    return type_in


def choices(page):
    """The facets as shown: a heading with its choices and their counts."""
    shown = {}
    for above in range(page.facets.topLevelItemCount()):
        head = page.facets.topLevelItem(above)
        children = [head.child(at) for at in range(head.childCount())]
        shown[head.text(0)] = {child.text(0): child.text(1) for child in children}
    return shown


def test_nothing_typed_says_what_can_be_found(page, drafts):
    assert "一个字也行" in page.list.empty
    assert not page.facets.isVisible()


def test_words_list_the_drafts_that_hold_them(page, drafts, typed, titles):
    typed("检查")
    assert set(titles()) == {"校园安全检查", "水库安全度汛"}
    assert page.count.text() == "共 2 篇，新的在前"


def test_the_choices_say_how_many_they_would_leave(page, drafts, typed):
    typed("检查")
    assert choices(page)["状态"] == {"新到": "1", "存查": "1"}
    assert choices(page)["单位"] == {"县教育局": "1", "县水利局": "1"}
    assert choices(page)["收到年份"] == {"2026年": "2"}


def test_a_choice_narrows_and_lets_go(page, drafts, typed, titles, qtbot):
    typed("检查")
    with qtbot.waitSignal(page.list.completed):
        page.facets.choose("status", Status.FILED)
    assert titles() == ["水库安全度汛"]
    assert choices(page)["状态"] == {"新到": "1", "✓ 存查": "1"}
    with qtbot.waitSignal(page.list.completed):
        page.reset.click()
    assert len(titles()) == 2


def test_every_facet_narrows(page, drafts, typed, titles, office):
    typed("检查")
    page.facets.choose("unit", office.units[1].id)
    page.facets.choose("year", 2026)
    assert titles() == ["水库安全度汛"]
    page.facets.choose("year", 2025)
    assert titles() == []
    assert "在筛选的范围里没有找到" in page.list.empty


def test_the_keyboard_leads_from_the_box_to_the_editor(page, drafts, typed, session, qtbot):
    typed("86所")
    qtbot.keyClick(page.box, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.requested) as asked:
        qtbot.keyClick(page.list, HIT)
    assert asked.args == ["editor", drafts[0].id]


@pytest.mark.parametrize(("place", "name"), [(1, "life"), (2, "inbox")])
def test_the_buttons_lead_elsewhere(page, drafts, qtbot, place, name):
    page.show_target("86所")
    with qtbot.waitSignal(page.session.requested) as asked:
        page.preview.buttons.layout().itemAt(place).widget().click()
    assert asked.args == [name, drafts[0].id]


def test_the_preview_stands_at_the_first_place_found(page, drafts, typed, qtbot):
    typed("闸门")
    qtbot.waitUntil(lambda: page.preview.body.textCursor().selectedText() == "闸门")
    assert "水库" in page.preview.heading.text()


def test_what_was_found_elsewhere_is_said_above_the_text(page, drafts, typed, qtbot):
    typed("校园安全检查.docx")
    qtbot.waitUntil(lambda: "在文件名里" in page.preview.elsewhere.text())


def test_a_title_with_marks_of_html_is_shown_as_it_is(page, office, typed, qtbot):
    office.draft("增长<b>5&6", "文字")
    typed("5&6")
    qtbot.waitUntil(lambda: "&lt;b&gt;" in page.preview.heading.text())


def test_words_from_elsewhere_are_searched_at_once(page, drafts, titles):
    page.show_target("化肥")
    assert titles() == ["春耕备耕"]


def test_what_nobody_wrote_is_said(page, drafts, typed, titles):
    typed("航天")
    assert titles() == []
    assert "没有找到“航天”" in page.list.empty


def test_a_page_of_hits_comes_before_all_of_them(page, office, qtbot, titles):
    for number in range(60):
        office.draft(f"路灯{number}", "同一段文字")
    page.box.setText("路灯")
    page.search()
    assert len(titles()) == 50
    assert "50 篇以上" in page.count.text()
    qtbot.waitUntil(lambda: page.count.text() == "共 60 篇，新的在前")
    assert len(titles()) == 60


def test_the_model_keeps_qts_rules(page, drafts, typed):
    tester = QAbstractItemModelTester(page.list.drafts)
    typed("检查")
    assert tester.model().rowCount() == 2


def test_drafts_of_an_older_version_are_announced(page, drafts, sql):
    sql("INSERT INTO unindexed SELECT min(id) FROM drafts")
    page.refresh()
    assert "还剩 1 篇" in page.waiting.text()


def test_a_search_that_was_left_half_done_is_done_on_coming_back(page, drafts, qtbot, titles):
    page.box.setText("检查")
    page.leave()
    assert titles() == []
    with qtbot.waitSignal(page.list.completed):
        page.enter()
    assert len(titles()) == 2


def test_matters_of_the_task_desk_stand_above_the_drafts(page, drafts, typed, office, qtbot):
    asked = Commission(
        title="关于水库巡查的约稿",
        day=date(2026, 7, 15),
        number="约稿〔2026〕3号",
        due=office.by.now,
    )
    with office.store.begin() as work:
        kept = work.matters.save(asked, office.by)
    typed("水库")
    assert page.matters.head.text() == "督办事项　1 件"
    with qtbot.waitSignal(page.session.requested) as led:
        page.matters.list.itemActivated.emit(page.matters.list.item(0))
    assert led.args == ["tasks", kept.subject]
    typed("没有这个词")
    assert page.matters.isHidden()
