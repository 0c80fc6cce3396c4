"""A draft is edited in one window at a time, and nothing typed is lost in any of them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from desk import journal
from desk.body import plain
from desk.drafts import Status
from desk.errors import StoreError
from desk.settings import Settings
from desk.sittings import Sitting, Text
from ui.editor.failing import Failing, as_text
from ui.editor.page import EditorPage
from ui.editor.sitting import Holding
from ui.messages import Messages
from ui.session import Session
from ui.today.recovery import RecoveryStrip

# the offscreen platform has no window manager to tell sizes and stacking to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))


@pytest.fixture
def feature():
    """A page's ability by its class."""
    return lambda page, kind: next(one for one in page.features if isinstance(one, kind))


@pytest.fixture
def holding(feature):
    return lambda page: feature(page, Holding)


@pytest.fixture
def second(qtbot, store, paths, now):
    """Another window on the same store, with an editor in it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1290, 740)
    window.show()
    messages = Messages(window)
    messages.banner.setParent(window)
    session = Session(store, paths, Settings(clerk="李四"), messages, lambda: now)
    page = EditorPage(session)
    page.setParent(window)
    page.resize(window.size())
    page.show()
    page.enter()
    yield page
    page.autosave.forget()
    session.worker.close()


@pytest.fixture
def taken(opened, second, draft, rest, holding, answer):
    """Both windows, when the second has taken the draft over; and what was asked."""
    rest()
    second.show_target(draft.id)
    rest()
    said = answer("接管")
    holding(second).other_strip.buttons[0].click()
    rest()
    return opened, second, "".join(said)


@pytest.fixture
def moved(store, draft):
    """Let the draft stand in another status, by another way than the editor's."""

    def moved(status):
        with store.begin() as work:
            work.drafts.save(replace(work.drafts.get(draft.id), status=status))

    return moved


@pytest.fixture
def reopened(page, draft, left, settled, holding):
    """The page when it opened a draft of which text was left, and its offer."""
    left("今年以来，恢复的文字。", cursor=3)
    page.show_target(draft.id)
    settled()
    return page, holding(page).left_strip


@pytest.fixture
def rest(qtbot, session, second):
    """Wait until both windows have answered."""

    def rest():
        qtbot.waitUntil(lambda: not (session.worker.busy or second.session.worker.busy))

    return rest


@pytest.fixture
def left(store, draft, now):
    """A sitting that an earlier run left."""

    def left(text=None, **fields):
        unsaved = text and Text(draft.title, plain(text))
        one = Sitting(draft.id, "old", "王敏", now, now, unsaved=unsaved, **fields)
        with store.begin() as work:
            work.sittings.put(replace(one, is_left=True))
        return one

    return left


@pytest.fixture
def sittings(store, draft):
    def sittings():
        with store.read() as work:
            return work.sittings.of(draft.id)

    return sittings


def test_a_draft_open_elsewhere_can_only_be_read_and_says_who_has_it(
    opened, second, draft, rest, holding
):
    rest()
    second.show_target(draft.id)
    rest()
    assert second.middle.text.isReadOnly()
    said = holding(second).other_strip.text.text()
    assert "王敏从" in said
    assert "那边关闭后这里可以编辑" in said


def test_it_can_be_edited_by_itself_when_the_other_lets_go(opened, second, draft, rest, holding):
    rest()
    second.show_target(draft.id)
    rest()
    assert opened.may_close()
    holding(second)._ask()
    rest()
    assert not second.middle.text.isReadOnly()
    assert holding(second).other_strip.isHidden()


def test_the_next_window_goes_on_with_the_newest_text(opened, second, draft, rest, holding, qtbot):
    rest()
    second.show_target(draft.id)
    rest()
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.autosave.flush()
    opened.may_close()
    holding(second)._ask()
    rest()
    assert second.middle.text.toPlainText().startswith("abc今年以来")


def test_taking_over_asks_and_turns_the_first_window_into_a_reader(taken, rest, holding):
    first, second, said = taken
    holding(first)._on_beat()
    rest()
    assert "王敏" in said
    assert not second.middle.text.isReadOnly()
    assert first.middle.text.isReadOnly()


def test_what_the_first_window_typed_after_a_takeover_is_offered_there(
    taken, rest, holding, qtbot, stored
):
    first, second, _ = taken
    qtbot.keyClicks(first.middle.text, "abc")
    first.autosave.save()
    rest()
    assert "有 3 字没有存成版本" in holding(first).left_strip.text.text()
    assert stored(second.draft.id).body.text.startswith("今年以来")


@pytest.fixture
def elsewhere(store, now, add):
    """A draft that a window far away holds, its clock wrong by a year."""
    far = Sitting(add("第二篇").id, "far", "李四", now, now - timedelta(days=400))
    journal.begin(store, far)
    return far


def test_a_window_whose_heart_stopped_gives_the_draft_free(page, settled, holding, elsewhere):
    page.show_target(elsewhere.draft_id)
    settled()
    assert page.middle.text.isReadOnly()
    holding(page)._is_silent = lambda: True
    holding(page)._ask()
    settled()
    assert not page.middle.text.isReadOnly()


def test_a_heart_that_beats_keeps_the_draft_whatever_its_clock_says(
    page, settled, holding, store, elsewhere
):
    page.show_target(elsewhere.draft_id)
    settled()
    for beats in (2, 3):
        journal.beat(store, replace(elsewhere, beats=beats))
        holding(page)._ask()
        settled()
        assert not holding(page)._is_silent()
    assert page.middle.text.isReadOnly()


def test_going_to_another_draft_lets_go_of_the_first(opened, add, settled, sittings):
    settled()
    assert len(sittings()) == 1
    opened.show_target(add("第二篇").id)
    settled()
    assert sittings() == []


def test_a_draft_that_moved_on_keeps_what_is_typed_beside_it(
    opened, moved, settled, qtbot, holding
):
    qtbot.keyClicks(opened.middle.text, "abc")
    moved(Status.SUBMITTED)
    opened.autosave.save()
    settled()
    assert "有 3 字没有存成版本" in holding(opened).left_strip.text.text()


def test_when_it_comes_back_what_was_typed_is_saved(
    opened, moved, settled, qtbot, drafts_changed, stored
):
    qtbot.keyClicks(opened.middle.text, "abc")
    moved(Status.SUBMITTED)
    opened.autosave.save()
    settled()
    moved(Status.EDITING)
    drafts_changed()
    opened.autosave.flush()
    assert stored(opened.draft.id).body.text.startswith("abc今年以来")


def test_leaving_a_draft_that_moved_on_is_possible_and_coming_back_offers_the_text(
    opened, moved, settled, add, qtbot, holding
):
    draft, other = opened.draft, add("第二篇")
    qtbot.keyClicks(opened.middle.text, "abc")
    moved(Status.SUBMITTED)
    opened.show_target(other.id)
    settled()
    assert opened.draft.id == other.id
    opened.show_target(draft.id)
    settled()
    assert "有 3 字没有存成版本" in holding(opened).left_strip.text.text()


def test_a_title_that_is_too_long_is_kept_beside(opened, settled, qtbot, sittings, stored):
    settled()
    opened.middle.title.setPlainText("长" * 301)
    opened.autosave.save()
    settled()
    assert sittings()[0].unsaved.title == "长" * 301
    opened.middle.title.setPlainText("改短的标题")
    opened.autosave.flush()
    assert stored(opened.draft.id).title == "改短的标题"


def test_an_opened_draft_offers_what_was_left_of_it(reopened, settled, stored):
    page, strip = reopened
    assert "字没有存成版本" in strip.text.text()
    strip.buttons[0].click()
    settled()
    assert stored(page.draft.id).body.text == "今年以来，恢复的文字。"
    assert page.middle.text.toPlainText() == "今年以来，恢复的文字。"
    assert page.middle.text.textCursor().position() == 3
    assert strip.isHidden()


def test_a_recovery_is_undone_from_its_note(reopened, draft, settled, stored, session):
    reopened[1].buttons[0].click()
    settled()
    session.messages.toast._undo.click()
    settled()
    assert stored(draft.id).body == draft.body


def test_giving_up_asks_first(reopened, settled, answer, sittings):
    said = answer("放弃这些文字")
    reopened[1].buttons[1].click()
    settled()
    assert "找不回来" in "".join(said)
    assert all(one.window != "old" for one in sittings())


def test_what_was_left_stands_on_the_first_page_and_leads_to_the_cursor(
    page, draft, left, settled, session
):
    left(cursor=5)
    strip = RecoveryStrip(session, page)
    assert strip.lines[0].startswith("上次没有正常退出。“云岭县推进农田建设”编辑到")
    assert "全部保存" in strip.lines[0]
    page.show_target(draft.id)
    settled()
    assert page.middle.text.textCursor().position() == 5
    assert strip.lines == []


def test_recovering_from_outside_opens_the_draft(page, left, session, stored, qtbot):
    draft_id = left("今年以来，恢复的文字。").draft_id
    strip = RecoveryStrip(session, page)
    with qtbot.waitSignal(session.requested) as asked:
        strip.findChildren(type(page.empty.open_button))[0].click()
    assert asked.args == ["editor", draft_id]
    assert stored(draft_id).body.text == "今年以来，恢复的文字。"


@pytest.fixture
def failing(opened, settled, session, qtbot, monkeypatch):
    """An editor whose text the store does not take; the store's own way to begin is beside it."""
    settled()
    begin = session.store.begin

    def full_disk():
        raise StoreError("磁盘满了。请清出空间后再试。")

    monkeypatch.setattr(session.store, "begin", full_disk)
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.leave()
    opened.repair = lambda: monkeypatch.setattr(session.store, "begin", begin)
    return opened


def test_a_store_that_fails_is_said_in_red_until_it_works_again(failing, store, feature, stored):
    strip = feature(failing, Failing).strip
    assert strip.objectName() == "banner"
    assert "加密记着" in strip.text.text()
    assert store.aside.all()[0].unsaved.body.text.startswith("abc")
    failing.repair()
    failing.autosave.flush()
    assert strip.isHidden()
    assert store.aside.all() == []
    assert stored(failing.draft.id).body.text.startswith("abc")


@pytest.mark.parametrize(("word", "closes"), [("留在窗口", False), ("放弃并退出", True)])
def test_closing_with_unsaved_text_asks(failing, answer, word, closes):
    said = answer(word)
    assert failing.may_close() is closes
    assert "没有存上" in "".join(said)


def test_closing_may_write_the_text_to_a_file_first(failing, answer, monkeypatch, tmp_path):
    monkeypatch.setattr("ui.editor.failing.save_path", lambda *_asked: tmp_path / "text.txt")
    answer("另存为文字文件")
    assert failing.may_close()
    text = (tmp_path / "text.txt").read_text("utf-8-sig")
    assert text.startswith("云岭县推进农田建设\n\nabc今年以来")


def test_a_store_busy_with_something_long_does_not_keep_the_text_waiting(
    opened, settled, store, qtbot
):
    settled()
    with store.begin():  # as an import of a sheet with a thousand drafts does
        qtbot.keyClicks(opened.middle.text, "abc")
        opened.autosave.save()
        qtbot.waitUntil(lambda: bool(store.aside.all()))
        assert store.aside.all()[0].unsaved.body.text.startswith("abc")
    settled()
    assert store.aside.all() == []


def test_a_table_in_a_plain_file_has_its_cells_divided_by_tabs(with_table):
    text = as_text("标题", with_table.middle.text.reading().body)
    assert "镇\t户数\n青石镇\t12" in text
