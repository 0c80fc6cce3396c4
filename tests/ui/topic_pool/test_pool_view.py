"""The pool on the screen: quick entry, several rows at once, undo, commissions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.commissions.commission import Commission
from desk.topic_pool.point_list import PointList
from desk.topic_pool.topic import PoolTopic, Standing
from ui.commissions.tab import CommissionsTab
from ui.topic_pool.pool_view import PoolView

# The offscreen plugin cannot raise windows of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def view(page, tab, settled, session):
    session.changed.connect(lambda _topics: page.refresh())
    return tab.view(PoolView)


def _titles(view):
    return [row.topic.title for row in view.model.rows]


def _typed(view, qtbot, settled, text):
    view.quick.line.setText(text)
    qtbot.keyClick(view.quick.line, Qt.Key.Key_Return)
    settled()


def _stored(store, kind):
    with store.read() as work:
        return work.matters.all(kind)


def test_lines_typed_one_after_another_become_topics(view, qtbot, settled, store):
    view.begin()
    view.quick.origin.setText("县政府常务会议")
    for text in ("夏粮收购进度", "高温用电保障"):
        _typed(view, qtbot, settled, text)
    qtbot.waitUntil(lambda: _titles(view) == ["高温用电保障", "夏粮收购进度"])
    assert {one.origin for one in _stored(store, PoolTopic)} == {"县政府常务会议"}
    assert view.quick.line.text() == ""


def test_several_lines_pasted_become_several_topics(view, qtbot, settled, store):
    QApplication.clipboard().setText("1. 夏粮收购进度\n2. 高温用电保障\n3. 校园安全")
    qtbot.keyClick(view.quick.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert len(_stored(store, PoolTopic)) == 3


def test_a_topic_told_before_is_shown_while_it_is_typed(view, qtbot, settled):
    _typed(view, qtbot, settled, "全县夏粮收购进度")
    qtbot.waitUntil(lambda: len(_titles(view)) == 1)
    view.quick.line.setText("全县夏粮收购的进度")
    view.quick.compare()
    assert "全县夏粮收购进度" in view.quick.like.text()
    assert not view.quick.like.isHidden()


def test_topics_laid_aside_leave_the_list_and_come_back(view, qtbot, settled, session):
    _typed(view, qtbot, settled, "夏粮收购进度")
    qtbot.waitUntil(lambda: len(_titles(view)) == 1)
    view.drop()
    assert "这条选题不用了" in view.strip.text
    view._drop([view.row.topic.id], "时机已过")
    qtbot.waitUntil(lambda: _titles(view) == [])
    view.choose_state(Standing.DROPPED)
    assert _titles(view) == ["夏粮收购进度"]
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: _titles(view) == [])


def test_a_notice_is_begun_of_a_single_topic(view, qtbot, settled, session):
    _typed(view, qtbot, settled, "夏粮收购进度")
    qtbot.waitUntil(lambda: len(_titles(view)) == 1)
    with qtbot.waitSignal(session.requested) as asked:
        view.ask()
    page, wish = asked.args
    assert (page, wish.title) == ("tasks", "夏粮收购进度")
    assert wish.pool_id == view.row.topic.id
    assert CommissionsTab.knows(wish)


def test_notices_are_drafted_of_several_topics_and_thrown_away(
    view, qtbot, settled, store, session
):
    for text in ("夏粮收购进度", "高温用电保障"):
        _typed(view, qtbot, settled, text)
    qtbot.waitUntil(lambda: len(_titles(view)) == 2)
    view.view.selectAll()
    view.ask()
    qtbot.waitUntil(lambda: _titles(view) == [])
    assert len(_stored(store, Commission)) == 2
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: len(_titles(view)) == 2)
    assert _stored(store, Commission) == []


def test_topics_chosen_go_into_a_new_list(view, qtbot, settled, store):
    for text in ("夏粮收购进度", "高温用电保障"):
        _typed(view, qtbot, settled, text)
    qtbot.waitUntil(lambda: len(_titles(view)) == 2)
    view.view.selectAll()
    view.list_up()
    view.choice.keep()
    settled()
    (kept,) = _stored(store, PointList)
    assert sorted(line.text for line in kept.lines) == ["夏粮收购进度", "高温用电保障"]
    assert not view.choice.isVisible()


def test_a_topic_is_changed_in_its_window(view, qtbot, settled, store, office):
    _typed(view, qtbot, settled, "秋季学位供需")
    qtbot.waitUntil(lambda: len(_titles(view)) == 1)
    view.edit()
    view.form.wanted.setText("8月10日")
    view.form.units.setText("县教育局")
    view.form.keep()
    settled()
    (topic,) = _stored(store, PoolTopic)
    assert (f"{topic.wanted}", topic.units) == ("2026-08-10", (office.units[0].id,))
    assert not view.form.isVisible()


def test_what_is_typed_wrong_is_told_beside_its_field(view, qtbot, settled):
    _typed(view, qtbot, settled, "秋季学位供需")
    qtbot.waitUntil(lambda: len(_titles(view)) == 1)
    view.edit()
    view.form.wanted.setText("早点")
    view.form.keep()
    assert "看不出是哪一天" in view.form.fields["wanted"].error
    assert view.form.isVisible()
    view.form.close()


def test_a_draft_that_came_unasked_is_linked_to_its_topic(view, qtbot, settled, office):
    draft = office.draft("县教育局公布秋季学位")
    _typed(view, qtbot, settled, "秋季学位供需")
    qtbot.waitUntil(lambda: len(_titles(view)) == 1)
    view.edit()
    view.form.draft.show_title(draft.title, draft.id)
    view.form.keep()
    qtbot.waitUntil(lambda: _titles(view) == [])
    view.choose_state(Standing.WRITTEN)
    assert _titles(view) == ["秋季学位供需"]
    assert "县教育局公布秋季学位" in view.side.toPlainText()
