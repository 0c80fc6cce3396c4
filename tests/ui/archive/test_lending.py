"""The use register on the page."""

import pytest

from desk.archive.uses import UseWay
from ui.archive.shelf_tree import Shelf

# the offscreen platform has no window manager to tell a dialog's size to
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def fill(page, at_rest):
    """Ask for a use, fill the form in, and press 登记."""

    def do(who="张华", purpose="编写年鉴", way=UseWay.READ, approver=""):
        at_rest()
        page.lending.ask()
        form = page.lending.form
        form.who.setText(who)
        form.purpose.setText(purpose)
        form.way.setCurrentText(way)
        form.approver.setCurrentText(approver)
        form.save.click()
        at_rest()
        return form

    return do


def uses(store):
    with store.read() as work:
        return work.uses.all()


def test_a_use_is_entered_and_can_be_taken_back(page, store, fill, at_rest):
    fill()
    assert [use.who for use in page.pane.uses.rows] == ["张华"]
    page.session.messages.toast._undo.click()
    at_rest()
    assert uses(store) == []


def test_what_is_missing_is_told_in_the_form(page, store, fill):
    form = fill(way=UseWay.BORROWED)
    assert "请写上批准人" in form.fields["approver"].error
    assert form.isVisible()
    form.reject()
    assert uses(store) == []


def test_a_loan_is_marked_in_the_list_until_it_is_back(page, store, fill, at_rest):
    fill(way=UseWay.BORROWED, approver="林志远")
    assert page.lines.texts_of(page.lines.row(0))[6] == "■ 已印发　借出 1"
    page.back.click()
    at_rest()
    assert page.lines.texts_of(page.lines.row(0))[6] == "■ 已印发"
    assert not page.back.isEnabled()
    assert not uses(store)[0].is_out


def test_the_whole_register_names_the_issues(page, fill, at_rest):
    fill()
    page.tree.choose_shelf(Shelf.USES)
    at_rest()
    assert page.uses.texts_of(page.uses.row(0))[1:3] == ("《政务信息》2026年第36期", "张华")
    assert page.count.text() == "1 次"
