"""核实记录: facts as questions, answered by one key each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desk.inquiries import Answer
from ui.editor.inquiring import Inquiring

TEXT = "7月14日，青石镇完成投资1.2亿元，同比增长8.5%，惠及3,456户群众。"


@pytest.fixture
def asking(page, add):
    """The log of a draft with some figures, with the keyboard on its first fact."""
    page.show_target(add("青石镇抓投资", TEXT, author="陈立新", phone="13800000000").id)
    page.inspector.check()
    feature = next(one for one in page.features if isinstance(one, Inquiring))
    feature.begin()
    return feature


@pytest.fixture
def log(store, page):
    def log():
        with store.read() as work:
            return work.inquiries.of(page.draft.id)

    return log


@pytest.fixture
def press(qtbot, asking, settled):
    def press(key, times=1):
        for _ in range(times):
            qtbot.keyClick(asking.panel.list, key)
            settled()

    return press


def words(asking):
    return [row.words for row in asking.panel.list.rows()]


def test_the_figures_of_the_text_are_there_as_questions_and_the_author_to_ask(asking):
    assert "完成投资1.2亿元" in words(asking)[0]
    assert asking.panel.contact.name == "陈立新"
    assert asking.panel.contact.phone == "13800000000"
    assert "还没有核实" in asking.panel.state.text()


def test_one_key_says_that_a_fact_is_right_and_goes_on(asking, press, log):
    press(Qt.Key.Key_1, 2)
    assert [one.answer for one in log()] == [Answer.RIGHT, Answer.RIGHT]
    assert "已核实 2 条" in asking.panel.state.text()


def test_an_answer_can_be_taken_back(asking, press, log, session, settled):
    press(Qt.Key.Key_1)
    buttons = session.messages.toast.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "撤销").click()
    settled()
    assert log() == []


def test_a_correction_is_written_into_the_text(asking, press, page, qtbot, settled, log):
    press(Qt.Key.Key_2)
    form = asking.panel.form
    form.instead.setText("1.25亿元")
    qtbot.keyClick(form.instead, Qt.Key.Key_Return)
    settled()
    assert "完成投资1.25亿元" in page.middle.text.reading().body.text
    assert page.middle.text.textCursor().selectedText() == "1.25亿元"
    page.inspector.check()
    settled()
    assert "已核实 1 条" in asking.panel.state.text()


def test_a_figure_changed_after_its_answer_is_open_again(asking, press, page, settled):
    press(Qt.Key.Key_1)
    text = page.middle.text.reading().body.text.replace("1.2亿元", "1.3亿元")
    page.middle.text.setPlainText(text)
    page.inspector.check()
    settled()
    assert "1 条未核实" in asking.panel.state.text()


def test_copying_asks_the_unit_all_that_is_open(asking, press, qtbot, settled, log):
    asking.panel.copy()
    settled()
    assert "完成投资1.2亿元——数字、口径是否属实？" in QApplication.clipboard().text()
    assert {one.answer for one in log()} == {Answer.OPEN}
    assert "待回复" in asking.panel.state.text()


def test_a_question_of_the_clerks_own_is_kept(asking, press, qtbot, settled, log):
    press(Qt.Key.Key_N)
    asking.panel.form.question.setText("牵头单位是否确定？")
    qtbot.keyClick(asking.panel.form.question, Qt.Key.Key_Return)
    settled()
    assert [one.question for one in log()] == ["牵头单位是否确定？"]


def test_without_a_name_the_clerk_is_asked_for_one(asking, press, log, page):
    asking.panel.name.clear()
    asking.panel.unit.clear()
    press(Qt.Key.Key_1)
    assert log() == []
    assert "问的是谁" in asking.panel.error.text()


def test_enter_goes_to_the_words_in_the_text(asking, press, page):
    press(Qt.Key.Key_Return)
    assert page.middle.text.textCursor().selectedText() == "1.2亿元"


def test_the_checklist_stays_above_the_log(asking, page):
    assert page.side.checklist.boxes
    assert asking.panel.isVisible()
