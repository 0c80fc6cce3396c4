"""What is typed is never lost."""

from desk import editing
from desk.auditing import By
from desk.drafts import Status
from desk.errors import StoreError
from ui.editor.autosave import pause_ms


def test_typing_survives_switching_drafts_quickly(opened, add, stored, qtbot):
    first, second = opened.draft, add("第二篇", "另一段。")
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.show_target(second.id)
    qtbot.keyClicks(opened.middle.text, "xyz")
    opened.show_target(first.id)
    assert stored(first.id).body.text.startswith("abc今年以来")
    assert stored(second.id).body.text.startswith("xyz另一段")
    assert opened.middle.text.toPlainText().startswith("abc今年以来")


def test_the_text_is_saved_by_itself_a_moment_after_typing(opened, stored, qtbot):
    with qtbot.waitSignal(opened.autosave.saved):
        qtbot.keyClicks(opened.middle.text, "abc")
    assert stored(opened.draft.id).body.text.startswith("abc")
    assert stored(opened.draft.id).status is Status.EDITING
    assert "已保存" in opened.middle.saved.text()


def test_leaving_the_page_saves_the_title_too(opened, stored, qtbot):
    opened.middle.title.selectAll()
    qtbot.keyClicks(opened.middle.title, "new title")
    opened.leave()
    assert stored(opened.draft.id).title == "new title"


def test_an_empty_title_keeps_the_old_one_and_saves_the_text(opened, stored, qtbot):
    before = opened.draft.title
    opened.middle.title.clear()
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.leave()
    assert stored(opened.draft.id).title == before
    assert stored(opened.draft.id).body.text.startswith("abc")
    assert "标题是空的" in opened.middle.saved.text()


def test_a_text_that_cannot_be_saved_stays_in_the_editor(opened, add, session, qtbot, monkeypatch):
    second = add("第二篇", "另一段。")
    qtbot.keyClicks(opened.middle.text, "abc")

    def full_disk():
        raise StoreError("磁盘满了。请清出空间后再试。")

    monkeypatch.setattr(session.store, "begin", full_disk)
    opened.show_target(second.id)
    assert session.messages.banner.text.startswith("磁盘满了")
    assert opened.draft.id != second.id
    assert opened.middle.text.toPlainText().startswith("abc")


def test_a_change_made_elsewhere_does_not_overwrite_what_is_typed(
    opened, store, now, qtbot, drafts_changed
):
    qtbot.keyClicks(opened.middle.text, "abc")
    editing.tick(store, opened.draft.id, "facts", done=True, by=By("李四", now))
    drafts_changed()
    assert opened.middle.text.toPlainText().startswith("abc")
    assert opened.side.checklist.boxes["facts"].isChecked()


def test_restoring_a_revision_shows_its_text(opened, stored, settled, qtbot, store):
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.autosave.flush()
    with store.read() as work:
        first = work.drafts.revisions(opened.draft.id)[0]
    opened.side.history.restored.emit(first)
    settled()
    assert opened.middle.text.toPlainText().startswith("今年以来")
    assert stored(opened.draft.id).body.text.startswith("今年以来")


def test_a_save_under_way_never_overwrites_a_later_one(opened, stored, settled, qtbot):
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.autosave.save()
    qtbot.keyClicks(opened.middle.text, "def")
    opened.leave()
    settled()
    assert stored(opened.draft.id).body.text.startswith("abcdef")
    assert not opened.autosave.is_pending


def test_typing_without_a_pause_is_saved_within_three_seconds():
    assert pause_ms(0) == 700
    assert all(age + pause_ms(age) <= 1000 for age in range(0, 1001, 50))


def test_opening_a_draft_writes_nothing(opened, stored):
    opened.leave()
    assert stored(opened.draft.id).revision == 1
    assert stored(opened.draft.id).status is Status.NEW
