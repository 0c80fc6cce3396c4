"""What fills the lines that are left, and the meter that counts them."""

import pytest
from PySide6.QtCore import Qt

from ui.issue.fitting import Fitting

# the offscreen platform has no window manager to tell the size of a dialog
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = "\n".join(["县教育局组织检查组，对全县学校开展安全检查，发现并整改隐患。"] * 60)


@pytest.fixture
def asked(page, at_rest):
    """The lines of the list of suggestions, after Ctrl+J."""

    def ask():
        feature = page.feature(Fitting)
        feature.ask()
        at_rest()
        return [feature.list.item(row).text() for row in range(feature.list.count())]

    return ask


def test_the_meter_says_pages_sheets_and_lines(page, compiled):
    compiled("县教育局开展校园安全检查")
    said = page.meter.text()
    fill = page.shown.fill
    assert f"本期 {len(fill)} 页，末页余 {22 - fill[-1]} 行" in said
    assert "双面印" in said


def test_the_pages_wanted_are_remembered_for_the_publication(page, office, compiled, at_rest):
    compiled("甲")
    page.meter.target.setCurrentIndex(page.meter.target.findData(4))
    page.meter.target.activated.emit(page.meter.target.currentIndex())
    assert "到 4 页还可加" in page.meter.text()
    page.new_issue(office.publication.id)
    at_rest()
    assert page.meter.target.currentData() == 4


def test_an_issue_that_is_too_long_says_by_how_much(page, compiled):
    compiled("长稿", text=LONG)
    page.meter.aimed.emit(2)
    assert "超出 2 页约" in page.meter.text()
    assert page.meter.fill.room < 0


def test_ctrl_j_suggests_what_fits_and_enter_puts_it_in(
    page, compiled, ready, at_rest, asked, titles
):
    compiled("甲")
    ready("放得下", text="短。")
    ready("太长", text=LONG)
    pages = page.shown.count
    found = asked()
    assert "放得下" in found[0]
    assert not any("太长" in one for one in found)
    feature = page.feature(Fitting)
    feature.list.itemActivated.emit(feature.list.item(0))
    at_rest()
    assert titles() == ["甲", "放得下"]
    assert page.shown.count == pages


def test_what_is_said_to_be_left_is_left(page, compiled, ready, at_rest, asked):
    compiled("甲")
    ready("乙", text="短。")
    said = asked()[0]
    left = 0 if said.startswith("正好") else int(said.split(" ")[1])
    feature = page.feature(Fitting)
    feature.list.itemActivated.emit(feature.list.item(0))
    at_rest()
    assert page.meter.fill.free == left


def test_where_nothing_fits_the_shortest_is_named(page, compiled, ready, asked):
    compiled("甲")
    ready("太长", text=LONG)
    assert "最短的要" in asked()[0]


def test_an_issue_without_entries_asks_for_one_first(page, office, ready, at_rest, asked):
    ready("乙")
    page.new_issue(office.publication.id)
    at_rest()
    assert asked() == ["先选入至少一条，才知道还余几行"]


def test_the_focus_goes_to_the_suggestions(page, compiled, ready, asked, qtbot):
    compiled("甲")
    ready("乙", text="短。")
    page.window().activateWindow()
    asked()
    qtbot.waitUntil(page.feature(Fitting).list.hasFocus)
    assert page.foot.currentWidget() is page.feature(Fitting).list
    qtbot.keyClick(page.feature(Fitting).list, Qt.Key.Key_Down)


def test_what_fitted_another_number_of_pages_is_offered_no_more(page, compiled, ready, asked):
    compiled("甲")
    ready("乙")
    asked()
    page.meter.aimed.emit(1)
    assert "Ctrl+J" in page.feature(Fitting).list.item(0).text()
