"""People: entered, set away, given a PIN."""

import pytest

from desk.people import Person
from ui.registry.people_tab import PeopleTab


@pytest.fixture
def tab(page, store):
    with store.begin() as work:
        work.people.save(Person("何文斌", "办公室主任", "5122101", position=0))
        work.people.save(Person("苏明远", "办公室副主任", position=1))
    page.show_target("人员")
    page.refresh()
    page.tab(PeopleTab).view.choose(0)
    return page.tab(PeopleTab)


@pytest.fixture
def stored(store):
    def read():
        with store.read() as work:
            return {one.name: one for one in work.people.all()}

    return read


def test_a_new_person_stands_last(tab, stored, settled):
    tab.start_new()
    tab.form.name.setText("周静怡")
    tab.form.post.setText("信息科科员")
    tab.save()
    settled()
    assert list(stored()) == ["何文斌", "苏明远", "周静怡"]


def test_who_is_away_is_listed_with_the_deputy(tab, stored, settled):
    tab.form.is_away.setChecked(True)
    tab.save()
    settled()
    assert "要有代签人" in tab.form.fields["deputy"].error
    tab.form.deputy.setCurrentText("苏明远")
    tab.save()
    settled()
    assert stored()["何文斌"].is_away
    assert "○ 外出，苏明远代签" in [tab.model.columns[3].text(row) for row in tab.model.rows]


# a question has no window manager offscreen
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_pin_is_set_and_cleared(tab, stored, settled, session, answer):
    tab.form.pin.setText("12")
    tab.form.set_button.click()
    settled()
    assert "4 到 8 位数字" in tab.form.fields["pin"].error
    tab.form.pin.setText("2468")
    tab.form.set_button.click()
    settled()
    assert stored()["何文斌"].pin
    assert tab.form.pin.text() == ""
    asked = answer("清除口令")
    tab.form.clear_button.click()
    settled()
    assert "操作记录会写明是王敏清除的" in "".join(asked)
    assert not stored()["何文斌"].pin
    session.messages.toast._undo.click()
    settled()
    assert stored()["何文斌"].pin


def test_who_is_renamed_goes_on_working_under_the_new_name(tab, stored, settled, session, store):
    with store.begin() as work:
        work.people.save(Person("王敏", position=2))
    tab.session.changed.emit(frozenset(tab.topics))
    tab.view.choose(2)
    tab.form.name.setText("王敏（信息科）")
    tab.save()
    settled()
    assert session.by().who == "王敏（信息科）"
