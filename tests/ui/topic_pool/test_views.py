"""Calendar, consultations and lists on the screen."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from desk.office_clock import office_time
from desk.topic_pool.consultation import Consultation
from desk.topic_pool.foreseeable import Foreseeable
from desk.topic_pool.listing import begun, issue_list, save_list
from desk.topic_pool.point_list import PointLine, PointList
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.topic import PoolTopic
from ui.topic_pool import cover_window
from ui.topic_pool.calendar_view import CalendarView
from ui.topic_pool.minutes_view import MinutesView
from ui.topic_pool.paper import show_paper
from ui.topic_pool.points_view import PointsView
from ui.topic_pool.pool_view import PoolView

# The offscreen plugin cannot raise windows of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def _live(page, session):
    session.changed.connect(lambda _topics: page.refresh())


@pytest.fixture
def calendar(page, tab, settled):
    page.show_target("可预见日历")
    settled()
    return tab.view(CalendarView)


def _stored(store, kind):
    with store.read() as work:
        return work.matters.all(kind)


def _choose(view, key):
    rows = view.model.rows
    view.view.choose(next(at for at, one in enumerate(rows) if one.found.occasion.key == key))


def test_every_list_has_its_own_main_action(page, tab, settled):
    words = []
    for kind in (PoolView, CalendarView, PointsView, MinutesView):
        page.show_target(kind.title)
        settled()
        words.append(page.begin_button.text())
    assert words == ["记选题", "加节点", "拟要点", "记会商"]


def test_links_of_matters_lead_to_their_lists(page, tab):
    page.show_target("consultation:1")
    assert isinstance(tab.current, MinutesView)
    page.show_target("point-list:1")
    assert isinstance(tab.current, PointsView)
    page.show_target("pool-topic:1")
    assert isinstance(tab.current, PoolView)
    page.show_target("occasion:fire-day@2026-11-09")
    assert isinstance(tab.current, CalendarView)


def test_the_calendar_shows_what_is_to_be_asked_for_now(calendar):
    calendar.choose_state("该约了")
    keys = {one.found.occasion.key for one in calendar.model.rows}
    assert "high-heat" in keys
    assert "national-day" not in keys


def test_one_key_makes_a_topic_of_an_occasion(calendar, qtbot, settled, store):
    _choose(calendar, "high-heat")
    calendar.take_up()
    qtbot.waitUntil(lambda: calendar.row is not None and calendar.row.state == "已记选题")
    assert [one.title for one in _stored(store, PoolTopic)] == ["高温用电用水和防暑降温"]


def test_one_key_begins_a_notice_of_an_occasion(calendar, qtbot, session, store):
    _choose(calendar, "high-heat")
    with qtbot.waitSignal(session.requested) as asked:
        calendar.ask()
    (topic,) = _stored(store, PoolTopic)
    assert asked.args[1].pool_id == topic.id
    assert "最大负荷" in asked.args[1].points[0]
    assert office_time(asked.args[1].due).date() == topic.wanted


def test_an_occasion_is_waved_off_switched_off_and_brought_back(calendar, qtbot, session, store):
    _choose(calendar, "high-heat")
    calendar.switch()
    qtbot.waitUntil(
        lambda: "high-heat" not in {one.found.occasion.key for one in calendar.model.rows}
    )
    calendar.choose_state("停用的")
    assert [one.found.occasion.key for one in calendar.model.rows] == ["high-heat"]
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: calendar.model.rowCount() == 0)


def test_the_office_adds_an_occasion(calendar, settled, store):
    calendar.begin()
    calendar.form.title.setText("荔枝上市和销售")
    calendar.form.when.setText("夏天")
    calendar.form.keep()
    settled()
    assert "看不出是哪一天" in calendar.form.fields["when"].error
    calendar.form.when.setText("07-20~08-10")
    calendar.form.keep()
    settled()
    with store.read() as work:
        assert [one.title for one in work.matters.policy(Foreseeable()).own] == ["荔枝上市和销售"]


def test_the_year_is_shown_month_by_month(calendar):
    calendar.show_year()
    text = calendar.year.view.toPlainText()
    assert "12月" in text
    assert "11·9消防宣传日和冬季火灾防控" in text
    calendar.year.turn(1)
    assert calendar.year.head.text() == "2027 年"
    calendar.year.open_for(2036)
    assert "2024—2035" in calendar.year.note.text()
    calendar.year.close()


def test_minutes_are_written_with_a_key_for_topics(page, tab, settled, store):
    page.show_target("会商纪要")
    view = tab.view(MinutesView)
    view.begin()
    view.form.text.setPlainText("通报情况\n高温用电保障")
    view.form.text.moveCursor(QTextCursor.MoveOperation.End)
    view.form.mark()
    assert view.form.text.toPlainText() == "通报情况\n★ 高温用电保障"
    view.form.keep()
    settled()
    assert [one.title for one in _stored(store, PoolTopic)] == ["高温用电保障"]
    assert len(_stored(store, Consultation)) == 1


def test_a_list_is_begun_with_what_is_proposed_and_issued(page, tab, settled, store, qtbot):
    page.show_target("信息要点")
    view = tab.view(PointsView)
    view.begin()
    assert view.form.lines.rowCount() > 0
    view.form.lines.add_empty()
    view.form.lines.item(view.form.lines.currentRow(), 1).setText("暑期旅游市场")
    view.form.keep()
    settled()
    (kept,) = _stored(store, PointList)
    assert "暑期旅游市场" in [line.text for line in kept.lines]
    qtbot.waitUntil(lambda: view.row is not None)
    view.issue()
    qtbot.waitUntil(lambda: view.issue_button.text() == "收回印发")
    assert _stored(store, PointList)[0].issued
    view.copy_text()
    assert "暑期旅游市场" in QApplication.clipboard().text()


def test_a_proposal_unticked_leaves_the_list(page, tab, settled):
    page.show_target("信息要点")
    form = tab.view(PointsView).form
    form.begin()
    before = form.lines.rowCount()
    form.lines.setCurrentCell(0, 1)
    form.lines.take_out()
    assert form.lines.rowCount() == before - 1
    form.close()


def test_the_rules_are_set_in_their_window(tab, settled, store):
    tab.set_rules()
    tab.rules.weekday.setCurrentText("周五")
    tab.rules.keep()
    settled()
    with store.read() as work:
        assert work.matters.policy(TopicRules()).weekday == 4


def test_an_occasion_of_the_offices_own_is_taken_out_again(calendar, settled, store):
    calendar.begin()
    calendar.form.title.setText("荔枝上市和销售")
    calendar.form.when.setText("07-20~08-10")
    calendar.form.keep()
    settled()
    calendar.view.choose(
        next(
            at
            for at, one in enumerate(calendar.model.rows)
            if one.found.occasion.title == "荔枝上市和销售"
        )
    )
    calendar.reset_action.trigger()
    settled()
    with store.read() as work:
        assert work.matters.policy(Foreseeable()).own == ()


@pytest.fixture
def issued(page, tab, settled, store, office, qtbot):
    """A list of July with one point, which one draft answers."""
    draft = office.draft("县教育局开展校园安全检查")
    lines = (PointLine("校园安全检查", "教育"), PointLine("水库安全度汛", "防汛"))
    with store.read() as work:
        wanted = replace(begun(work, "2026-07", date(2026, 7, 15)), lines=lines)
    kept = save_list(store, wanted, by=office.by).now
    issue_list(store, kept.id, by=office.by)
    page.show_target(kept.subject)
    settled()
    view = tab.view(PointsView)
    qtbot.waitUntil(lambda: view.row is not None)
    return view, draft


def test_an_issued_list_tells_what_came_and_leads_to_the_drafts(issued, session, qtbot):
    view, draft = issued
    view.open_row(0)
    qtbot.waitUntil(view.covers.isVisible)
    text = view.covers.by_line.toPlainText()
    assert "县教育局开展校园安全检查" in text
    assert "没有来稿" in text
    assert "县水利局" in view.covers.by_unit.toPlainText()
    with qtbot.waitSignal(session.requested) as asked:
        view.covers.by_line.anchorClicked.emit(QUrl(f"go:life/{draft.id}"))
    assert asked.args == ["life", draft.id]
    view.covers.close()


def test_the_coverage_is_written_as_excel(issued, settled, qtbot, monkeypatch, tmp_path):
    view, _draft = issued
    view.open_row(0)
    qtbot.waitUntil(view.covers.isVisible)
    target = tmp_path / "覆盖.xlsx"
    monkeypatch.setattr(cover_window, "save_path", lambda *_args: target)
    view.covers.export()
    settled()
    assert load_workbook(target).sheetnames == ["按要点", "按单位"]
    view.covers.close()


def test_a_list_is_shown_as_it_is_printed(issued, qtbot):
    view, _draft = issued
    paper = show_paper(view.session, view, view._document(view.row))
    qtbot.waitUntil(paper.isVisible)
    assert paper.windowTitle() == "关于印发2026年7月信息报送要点的通知"
    paper.close()


def test_a_list_goes_to_the_groups_and_units_chosen(page, tab, settled, store, office, qtbot):
    page.show_target("信息要点")
    view = tab.view(PointsView)
    view.begin()
    view.form.groups.actions()[0].setChecked(True)
    view.form.units.setText("县水利局")
    view.form.keep()
    settled()
    (kept,) = _stored(store, PointList)
    assert kept.groups == (office.units[0].group_id,)
    assert kept.units == (office.units[1].id,)
    assert view.form.to.text() == "县政府工作部门"


def test_a_unit_nobody_knows_is_told_in_the_window(page, tab, settled, store):
    page.show_target("信息要点")
    form = tab.view(PointsView).form
    form.begin()
    form.lines.item(0, 2).setText("县天文台")
    form.keep()
    assert "没有叫“县天文台”的单位" in form.error.text()
    assert _stored(store, PointList) == []
    form.close()


def test_a_line_moves_among_the_others(page, tab, settled):
    page.show_target("信息要点")
    form = tab.view(PointsView).form
    form.begin()
    first, second = (line.text for line in form.lines.lines()[:2])
    form.lines.setCurrentCell(0, 1)
    form.lines.move_line(1)
    assert [line.text for line in form.lines.lines()[:2]] == [second, first]
    form.close()
