"""信息: everything known of a draft, entered by keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.drafts import Channel, Kind, Scope, Secrecy, Urgency
from desk.topics import Topic

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(page, add, store):
    with store.begin() as work:
        work.lists.save_topic(Topic("防汛抗旱"))
        work.lists.save_topic(Topic("稳就业", 1))
    page.show_target(add(author="陈立新", doubts=frozenset({"author"})).id)
    page.side.go(2)
    return page.side.details


@pytest.fixture
def save(page, form, qtbot, settled, stored):
    """Save by a key from inside the form; what the store has then."""

    def save(key=Qt.Key.Key_S, modifier=CONTROL):
        form.phone.setFocus()
        qtbot.keyClick(form.phone, key, modifier)
        settled()
        return stored(page.draft.id)

    return save


def test_every_field_is_reached_by_tab_in_order(form, page, qtbot):
    form.units.setFocus()
    seen = []
    for _step in form.fields:
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [one.entry for one in form.fields.values()]


@pytest.mark.parametrize(
    ("name", "keys", "expected"),
    [
        ("kind", "w", Kind.PROBLEM),
        ("kind", "d", Kind.DYNAMIC),
        ("urgency", "t", Urgency.EXTRA),
        ("secrecy", "n", Secrecy.INTERNAL),
        ("scope", "k", Scope.PUBLIC),
        ("channel", "d", Channel.PHONE),
        ("kind", "3", Kind.PROBLEM),
    ],
)
def test_choices_follow_first_letters_and_numbers(name, keys, expected, form, save, qtbot):
    qtbot.keyClicks(form.fields[name].entry, keys)
    assert getattr(save(), name) is expected


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_the_form_saves_by_its_keys_and_the_draft_is_not_sent(key, form, save, page):
    form.author.setText("李建国")
    assert save(key).author == "李建国"
    assert page.draft.status.value in ("新到", "在编")


def test_days_are_said_in_words_and_shown_in_full(form, save, now):
    form.event_date.setText("昨天")
    assert "2026-07-14 周二" in form.fields["event_date"].note
    assert save().event_date == date(2026, 7, 14)


def test_topics_are_found_by_initials_and_unknown_ones_refused(form, save):
    form.topics.setText("fxkh、稳就业")
    assert save().topics == ("防汛抗旱", "稳就业")
    form.topics.setText("没有的")
    save()
    assert "没有“没有的”这个选题" in form.fields["topics"].error


def test_what_was_guessed_is_named_and_confirmed_by_one_key(form, page, qtbot, settled, stored):
    assert form.author.hasFocus()
    assert "待核对" in form.fields["author"].note
    qtbot.keyClick(form.author, Qt.Key.Key_F3)
    settled()
    assert stored(page.draft.id).doubts == frozenset()
    assert form.doubts.isHidden()


def test_confirming_can_be_taken_back(form, page, session, settled, stored):
    form.confirm.click()
    settled()
    session.messages.toast._undo.click()
    settled()
    assert stored(page.draft.id).doubts == {"author"}


def test_a_holder_given_elsewhere_does_not_undo_what_is_typed(form, page, store, drafts_changed):
    form.phone.setText("5122119")
    with store.begin() as work:
        work.drafts.mark([page.draft.id], holder="周静怡")
    drafts_changed()
    assert form.phone.text() == "5122119"
    assert form.holder.text() == "周静怡"
    assert form.particulars().holder == "周静怡"


def test_a_released_draft_cannot_be_changed(form, page):
    form.show_draft(page.draft, editable=False)
    assert not any(one.entry.isEnabled() for one in form.fields.values())
