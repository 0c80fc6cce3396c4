"""What is done with the selected drafts, and taken back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desk.drafts import Status


@pytest.fixture
def two(office, page):
    """Two new drafts, both selected, and one more."""
    office.draft("丙")
    ids = [office.draft("甲").id, office.draft("乙").id]
    page.refresh()
    page.list.choose_ids(ids)
    page._show_selection()
    return ids


@pytest.fixture
def stored(store, two):
    def read(field):
        with store.read() as work:
            return [getattr(draft, field) for draft in work.drafts.several(two)]

    return read


@pytest.fixture
def undo(qtbot, session):
    """Press 撤销 when a note that says so is up."""

    def press(said):
        qtbot.waitUntil(lambda: said in session.messages.toast.text)
        session.messages.toast._undo.click()

    return press


def test_taking_on_and_back(page, two, stored, qtbot, undo):
    page.bar.buttons["接收"].click()
    qtbot.waitUntil(lambda: stored("holder") == ["王敏"] * 2)
    assert stored("status") == [Status.EDITING] * 2
    undo("已接收 2 篇")
    qtbot.waitUntil(lambda: stored("status") == [Status.NEW] * 2)
    assert stored("holder") == ["", ""]


def test_handing_over_and_back(page, two, stored, qtbot, undo):
    page.chores.ask_holder(two)
    page.strip.entry.setEditText("李强")
    page.strip.accept_button.click()
    qtbot.waitUntil(lambda: stored("holder") == ["李强"] * 2)
    undo("交给李强")
    qtbot.waitUntil(lambda: stored("holder") == ["", ""])


def test_people_who_have_drafts_are_offered(page, two, office):
    office.draft("丁", holder="李强")
    page.chores.ask_holder(two)
    offered = [page.strip.entry.itemText(at) for at in range(page.strip.entry.count())]
    assert offered == ["王敏", "李强"]


def test_tagging_several_topics_and_back(page, two, stored, qtbot, undo):
    page.chores.ask_topics(two)
    page.strip.entry.setEditText("防汛、抗旱")
    QTest.keyClick(page.strip.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored("topics") == [("防汛", "抗旱")] * 2)
    undo("已给 2 篇稿件加上")
    qtbot.waitUntil(lambda: stored("topics") == [(), ()])


def test_topics_are_taken_away(page, two, stored, qtbot, session):
    page.chores.tag(two, "防汛", on=True)
    qtbot.waitUntil(lambda: stored("topics") == [("防汛",)] * 2)
    page.chores.ask_topics(two)
    page.strip.entry.setEditText("防汛")
    page.strip.other_button.click()
    qtbot.waitUntil(lambda: stored("topics") == [(), ()])


def test_escape_from_a_question_does_nothing(page, two, stored):
    page.chores.ask_holder(two)
    QTest.keyClick(page.strip.entry, Qt.Key.Key_Escape)
    assert page.strip.isHidden()
    assert page.list.hasFocus()
    assert stored("holder") == ["", ""]


def test_a_key_flags_and_takes_flags_away(page, two, stored, qtbot):
    for flagged in (True, False):
        QTest.keyClick(page.list, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda flagged=flagged: stored("is_flagged") == [flagged] * 2)


def test_a_click_on_the_mark_flags_that_draft(page, two, stored, qtbot):
    row = page.list.drafts.position(two[0])
    place = page.list.visualRect(page.list.drafts.index(row, 0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.waitUntil(lambda: stored("is_flagged") == [True, False])


def test_several_are_marked_as_read_and_unread(page, two, stored, qtbot, undo):
    QTest.keyClick(page.list, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stored("is_read") == [True, True])
    undo("标为已读")
    qtbot.waitUntil(lambda: stored("is_read") == [False, False])


def test_looking_for_a_second_makes_a_draft_read(page, two, stored, qtbot):
    page.filters.panel.marks[2].input.click()
    page.list.choose_ids(two[:1])
    qtbot.waitUntil(lambda: page.preview.draft is not None and page.preview.draft.is_read)
    assert stored("is_read") == [True, False]
    assert page.list.selected_ids() == two[:1]


def test_opening_makes_a_draft_read_and_hands_the_list_on(page, two, stored, qtbot, session):
    page.list.choose_ids(two[1:])
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored("is_read") == [False, True])
    assert list(session.sequence) == list(page.list.drafts.ids)


def test_the_list_leads_to_the_comparing_and_the_life(page, two, session, qtbot):
    page.list.choose_ids(two[:1])
    for key, where in ((Qt.Key.Key_D, "duplicates"), (Qt.Key.Key_L, "life")):
        with qtbot.waitSignal(session.requested) as asked:
            QTest.keyClick(page.list, key, Qt.KeyboardModifier.ControlModifier)
        assert asked.args == [where, two[0]]


def test_guesses_are_confirmed_by_one_key(page, office, store, qtbot):
    draft = office.draft("推断的", doubts=frozenset({"unit_ids", "kind"}))
    page.refresh()
    page.list.choose_ids([draft.id])
    page._show_selection()
    assert page.preview.doubts_label.text() == "？待核对：单位、类型"
    QTest.keyClick(page.list, Qt.Key.Key_F3)

    def doubts():
        with store.read() as work:
            return work.drafts.get(draft.id).doubts

    qtbot.waitUntil(lambda: not doubts())
    qtbot.waitUntil(lambda: not page.preview.doubts.isVisible())


def test_the_form_names_what_was_guessed_and_saving_settles_it(page, office, store, qtbot):
    draft = office.draft("推断的", doubts=frozenset({"unit_ids"}))
    page.refresh()
    page.list.choose_ids([draft.id])
    page._show_selection()
    page.preview.begin_correcting()
    form = page.preview.form
    assert form.fields["unit_ids"].note == "？待核对"
    assert form.fields["title"].note == ""
    form.save()

    def doubts():
        with store.read() as work:
            return work.drafts.get(draft.id).doubts

    qtbot.waitUntil(lambda: not doubts())
