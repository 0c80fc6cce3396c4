"""The window: every page opens, is reached by keys, fits, and nothing is lost on closing."""

from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from desk.compiling import new_issue
from desk.drafts import Status
from desk.jobs import Progress
from desk.renumbering import Wanted, renumber
from desk.settings import Settings
from ui import style
from ui.desktop import open_window
from ui.offers import OFFERS, words_in
from ui.pages import PAGES
from ui.rail import shown
from ui.session import Topic

KEYS = [place.key for place, _ in PAGES]
SHIFT = Qt.KeyboardModifier.ShiftModifier
IN_RAIL = [place.key for place in shown([place for place, _ in PAGES])]

# the offscreen platform has no window manager to tell sizes and stacking to
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise")


@pytest.fixture
def opened(qtbot, qapp, store, paths, now):
    """The real window on a store, dressed as in the office."""
    style.apply(qapp, style.Look(100))
    window = open_window(store, paths, Settings(clerk="王敏"), clock=lambda: now)
    qtbot.addWidget(window, before_close_func=lambda one: one.session.worker.close())
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def at_rest(qtbot):
    """Wait until nothing runs any more."""

    def wait(window):
        qtbot.waitUntil(lambda: not window.session.worker.busy)

    return wait


def visible(widget):
    """The parts of a page that are on show, without what scrolls inside them."""
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            yield child
            if not isinstance(child, QAbstractScrollArea):
                yield from visible(child)


def width_of_words(widget):
    """What a button, an unwrapped label or a spin box needs to show its words."""
    in_spin_box = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox)
    wrapped = isinstance(widget, QLabel) and widget.wordWrap()
    if wrapped or not (in_spin_box or isinstance(widget, QLabel | QAbstractButton)):
        return 0
    plain = QTextDocumentFragment.fromHtml(widget.text()).toPlainText()
    return max(map(widget.fontMetrics().horizontalAdvance, plain.splitlines() or [""]))


def cut_in(window):
    """What is out of the window or too narrow for its words."""
    return [
        (type(one).__name__, one.objectName(), area)
        for one in visible(window)
        if not window.rect().contains(area := QRect(one.mapTo(window, QPoint()), one.size()))
        or one.width() < width_of_words(one)
    ]


@pytest.mark.parametrize("key", KEYS)
def test_every_page_opens_on_an_empty_store(opened, at_rest, key):
    opened.show_page(key)
    at_rest(opened)
    assert opened.page(key).isVisible()
    assert opened.messages.banner.text == ""


@pytest.mark.parametrize("key", KEYS)
def test_every_page_opens_with_an_office_in_it(opened, office, at_rest, key):
    office.draft(status=Status.READY)
    opened.show_page(key)
    at_rest(opened)
    assert opened.messages.banner.text == ""


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1024, 640)])
@pytest.mark.parametrize("key", KEYS)
def test_nothing_sticks_out_of_the_window(opened, office, at_rest, qtbot, key, size):
    office.draft("关于全县中小学校园安全专项检查工作进展情况的报告" * 2, status=Status.READY)
    opened.resize(size)
    opened.show_page(key)
    at_rest(opened)
    assert opened.size() == size

    def fits():  # layouts settle in events of their own
        assert cut_in(opened) == []

    qtbot.waitUntil(fits)


@pytest.mark.parametrize("key", ["today", "issue", "scores", "settings"])
def test_the_largest_type_fits_at_1366(opened, office, at_rest, qtbot, qapp, key):
    style.apply(qapp, style.Look(175))
    opened.session.settings = Settings(clerk="王敏", scale=175)
    issue = new_issue(office.store, office.publication.id, date(2026, 7, 15), by=office.by)
    renumber(office.store, issue.id, Wanted(232, 2732, issue.day), by=office.by)
    opened.show_page(key)
    at_rest(opened)

    def fits():
        assert cut_in(opened.page(key)) == []

    qtbot.waitUntil(fits)


@pytest.mark.parametrize(("number", "key"), list(enumerate(IN_RAIL, start=1)))
def test_ctrl_and_a_number_lead_to_a_page(opened, qtbot, at_rest, number, key):
    qtbot.keyClick(opened, str(number), Qt.KeyboardModifier.ControlModifier)
    at_rest(opened)
    assert opened.page(key).isVisible()


def test_ctrl_k_finds_a_draft_by_a_word_and_opens_it(opened, office, qtbot, at_rest):
    office.draft("县水利局完成病险水库除险加固")
    wanted = office.draft("县教育局开展校园安全检查")
    qtbot.keyClick(opened, "K", Qt.KeyboardModifier.ControlModifier)
    opened.palette_box.field.setText("校园")
    assert opened.palette_box.lines[0].split("　")[1] == wanted.title
    qtbot.keyClick(opened.palette_box.field, Qt.Key.Key_Return)
    at_rest(opened)
    assert opened.page("editor").isVisible()
    assert opened.page("editor").draft.id == wanted.id


def test_escape_closes_the_error_above_the_page(opened, qtbot):
    opened.messages.error("第3期已经有了。请换一个期号。")
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert opened.messages.banner.text == ""


@pytest.mark.parametrize("key", KEYS)
def test_every_button_in_view_says_what_it_does(opened, office, at_rest, key):
    office.draft(status=Status.READY)
    opened.show_page(key)
    at_rest(opened)
    buttons = opened.findChildren(QPushButton) + opened.findChildren(QToolButton)
    mute = [one for one in buttons if one.isVisible() and not one.toolTip()]
    assert [
        one.text() or one.parent() for one in mute if not isinstance(one.parent(), QLineEdit)
    ] == []


@pytest.mark.parametrize("key", KEYS)
def test_f1_opens_the_manual_at_the_page_in_view(opened, qtbot, at_rest, key):
    opened.show_page(key)
    at_rest(opened)
    qtbot.keyClick(opened, Qt.Key.Key_F1)
    assert opened.manual.isVisible()
    chapter = {"tasks": "commissions"}.get(key, key)  # of the tab in view
    assert opened.manual.text.source().fileName().endswith(f"-{chapter}.md")


def test_escape_closes_the_manual(opened, qtbot):
    opened.open_manual()
    qtbot.keyClick(opened.manual.text, Qt.Key.Key_Escape)
    assert not opened.manual.isVisible()
    assert opened.isVisible()


def test_closing_while_a_job_runs_asks_and_stays(opened, answer, qtbot):
    gate = Event()
    opened.session.start(slow(gate), Topic.DRAFTS, done=lambda _: None)
    said = answer("取消")
    opened.close()
    assert opened.isVisible()
    assert "没有做完" in "".join(said)
    assert opened.session.is_working
    gate.set()


def test_closing_after_all_stops_the_job_and_then_closes(opened, store, answer, qtbot):
    gate, kept = Event(), []
    opened.session.start(keeping(store, gate, kept), Topic.DRAFTS, done=lambda _: None)
    answer("停下并退出")
    qtbot.waitUntil(lambda: bool(kept))
    opened.close()
    gate.set()
    qtbot.waitUntil(lambda: not opened.isVisible())
    with store.read() as work:
        assert not work.files.has(kept[0])


def test_a_change_begun_before_closing_is_kept(opened, store, qtbot):
    gate, kept = Event(), []

    def change():
        gate.wait(120)
        with store.begin() as work:
            kept.append(work.files.put(b"text", "text.txt"))

    opened.session.do(lambda: gate.wait(120))
    opened.session.do(change)
    opened.close()
    gate.set()
    qtbot.waitUntil(lambda: not opened.isVisible())
    with store.read() as work:
        assert work.files.has(kept[0])


def test_a_change_that_fails_on_closing_keeps_the_window_open(opened, qtbot):
    opened.session.do(lambda: (_ for _ in ()).throw(OSError(28, "No space left", "desk.db")))
    opened.close()
    qtbot.waitUntil(lambda: "磁盘满了" in opened.messages.banner.text)
    assert opened.isVisible()
    opened.close()
    qtbot.waitUntil(lambda: not opened.isVisible())


def slow(gate):
    yield Progress(0, 2, "正在收稿")
    gate.wait(120)
    yield Progress(1, 2, "正在收稿")


def keeping(store, gate, kept):
    with store.begin() as work:
        kept.append(work.files.put(b"half", "half.txt"))
        yield Progress(0, 2, "正在收稿")
        gate.wait(120)
        yield Progress(1, 2, "正在收稿")


def test_ctrl_shift_f_searches_from_anywhere(opened, qtbot):
    opened.show_page("scores")
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert opened._open_key == "search"
    assert opened.page("search").box.hasFocus()


def test_what_ctrl_k_does_not_find_is_searched_everywhere(opened):
    opened._beyond("路灯").run()
    assert opened.page("search").box.text() == "路灯"


def test_back_leads_to_the_page_before(opened):
    opened.show_page("scores")
    opened.show_page("life")
    opened.session.back()
    assert opened._open_key == "scores"


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.text)
def test_every_action_of_ctrl_k_is_a_button_of_its_page(opened, offer):
    opened.show_page(offer.page, offer.tab)
    assert offer.words in words_in(opened.page(offer.page))


def test_ctrl_k_offers_pages_actions_and_chapters(opened):
    texts = [command.text for command in opened._commands()]
    assert {"打开　检索", "打开　考核：评先", "操作　立即备份"} <= set(texts)
    assert any(text.startswith("手册　来稿") for text in texts)


def test_the_manual_opens_at_what_a_page_asks_about(opened):
    opened.session.asked.emit("rule:T01")
    assert "标题含叹号" in opened.manual.text.toPlainText()


@pytest.mark.parametrize("key", IN_RAIL)
def test_space_on_a_page_just_opened_presses_no_button(opened, at_rest, key):
    opened.show_page("inbox")
    opened.show_page(key)
    at_rest(opened)
    assert not isinstance(opened.focusWidget(), QPushButton)
