"""Text copied out of a draft with a grade is in the export register: once a day, plain never."""

import pytest
from PySide6.QtGui import QGuiApplication

from desk.audit import LEAVING
from desk.drafts import Kind, Secrecy

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def copy(page, qtbot):
    """Copy all of a view's text."""

    def copy(view):
        view.selectAll()
        view.copy()
        qtbot.waitUntil(lambda: not page.session.worker.busy)
        return QGuiApplication.clipboard().text()

    return copy


def register(store):
    with store.read() as work:
        return [one.detail for one in work.audit.records() if one.action.startswith(LEAVING)]


def test_the_first_copy_of_a_graded_text_is_told_and_no_other(page, add, store, copy):
    page.show_target(add(kind=Kind.DYNAMIC, secrecy=Secrecy.INTERNAL).id)
    for view in (page.middle.text, page.original.text, page.middle.title):
        assert "农田" in copy(view)
    told = "“云岭县推进农田建设”的文字（当日首次）；剪贴板；密级：内部；1 份"
    assert register(store) == [told]


def test_a_plain_text_is_nobody_s_business(page, draft, store, copy):
    page.show_target(draft.id)
    assert "农田" in copy(page.middle.text)
    assert register(store) == []
