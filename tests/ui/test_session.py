"""What the clerk is told about a change, and which pages follow it."""

import errno

import pytest

from desk.errors import DeskError
from desk.jobs import Progress
from ui.crash_dialog import write_log
from ui.page import Page
from ui.session import Topic, Undo

# the offscreen platform has no window manager to tell the size of a dialog
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TEXT = "检查校园安全"


class CountingPage(Page):
    """A page about drafts that counts how often it shows the store's state."""

    topics = frozenset({Topic.DRAFTS})

    def __init__(self, session):
        super().__init__(session, "来稿")
        self.refreshed = 0

    def refresh(self):
        self.refreshed += 1


@pytest.fixture
def page(window, session):
    made = CountingPage(session)
    made.setParent(window)
    return made


def raising(error):
    def action():
        raise error

    return action


def test_a_change_is_noted_and_its_undo_runs(session, qtbot):
    names = []
    undo = Undo(names.clear, "已撤销")
    session.do(lambda: names.append("县教育局"), Topic.REGISTRY, note="已添加单位", undo=undo)
    qtbot.waitUntil(lambda: session.messages.toast.text == "已添加单位")
    assert names == ["县教育局"]
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: session.messages.toast.text == "已撤销")
    assert names == []


def test_a_refusal_is_shown_as_its_own_sentence(session, qtbot):
    session.do(raising(DeskError("第3期已经有了。请换一个期号。")), note="期号已改")
    qtbot.waitUntil(lambda: session.messages.banner.text == "第3期已经有了。请换一个期号。")
    assert session.messages.toast.text == ""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file", "来稿.docx"), "找不到“来稿.docx”"),
        (PermissionError(errno.EACCES, "Permission denied", "来稿.docx"), "不能读写"),
        (OSError(errno.ENOSPC, "No space left on device", "来稿.docx"), "磁盘满了"),
        (OSError(errno.EIO, "Input/output error", "来稿.docx"), "读写出错"),
        (OSError("device gone"), "文件读写出错"),
    ],
)
def test_an_error_of_the_system_becomes_a_chinese_sentence(session, qtbot, error, words):
    session.do(raising(error))
    qtbot.waitUntil(lambda: words in session.messages.banner.text)
    assert session.messages.banner.text.endswith("。")
    assert "No such" not in session.messages.banner.text


def test_an_unforeseen_error_is_logged_and_its_details_offered(session, paths, answer, qtbot):
    said = answer("继续工作")
    session.do(raising(ZeroDivisionError("意料之外")))
    qtbot.waitUntil(lambda: bool(said))
    assert "数据没有变化" in said[0]
    assert "ZeroDivisionError" in said[-1]
    kept = paths.log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert "test_session.py" in kept  # where it was


def test_the_log_never_holds_what_an_error_quotes(tmp_path):
    try:
        try:
            int(TEXT)
        except ValueError as error:
            raise KeyError(f"{TEXT}稿") from error
    except KeyError as error:
        details = write_log(error, tmp_path / "log.txt")
    assert details.index("ValueError") < details.index("KeyError")
    assert TEXT not in details + (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_a_page_in_view_follows_its_own_topics_only(session, page, qtbot):
    page.show()
    page.enter()
    session.changed.emit(frozenset({Topic.SCORES}))
    assert page.refreshed == 1
    session.changed.emit(frozenset({Topic.SCORES, Topic.DRAFTS}))
    assert page.refreshed == 2


def test_a_page_out_of_view_catches_up_when_it_is_shown(session, page):
    page.enter()
    page.hide()
    session.changed.emit(frozenset({Topic.DRAFTS}))
    session.changed.emit(frozenset({Topic.DRAFTS}))
    assert page.refreshed == 1
    page.enter()
    page.enter()
    assert page.refreshed == 2


def test_a_long_job_shows_its_progress_and_its_end(session, qtbot):
    shown = []
    session.progressed.connect(shown.append)

    def job():
        yield Progress(1, 2, "正在收稿")
        yield Progress(2, 2, "正在收稿")

    session.start(job(), Topic.DRAFTS, done=shown.append)
    assert session.is_working
    qtbot.waitUntil(lambda: not session.is_working)
    assert [step and step.done for step in shown] == [1, 2, None, None]


def test_cancelling_stops_the_job_under_way_and_not_the_next(session, qtbot):
    ended = []

    def job(name, count):
        for number in range(count):
            yield Progress(number, count, name)
        return name

    session.start(job("甲", 10**9), done=ended.append, cancelled=lambda: ended.append("取消"))
    session.start(job("乙", 3), done=ended.append, cancelled=lambda: ended.append("取消"))
    session.cancel()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended == ["取消", "乙"]
