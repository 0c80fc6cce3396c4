"""交接: words kept as they are typed, the package, and the steps of who takes over."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QTabWidget

from desk.handover.steps import STEPS
from desk.handover.taking import handover_of
from ui.handover.tab import HandoverTab
from ui.registry.page import RegistryPage
from ui.settings.page import SettingsPage
from ui.today.page import TodayPage

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def tab(opened, office):
    page = opened(SettingsPage)
    page.show_target(HandoverTab.title)
    return page.tab(HandoverTab)


@pytest.fixture
def taken_over(office):
    """The store as the next clerk finds it: packed, and not handed over."""
    with office.store.begin() as work:
        held = handover_of(work)
        work.matters.keep_policy(replace(held, packed=office.by.now, handed=False), office.by)


def state(session):
    with session.store.read() as work:
        return handover_of(work)


def test_what_is_typed_is_kept_on_leaving(tab, session, at_rest):
    tab.names["taker"].setText("赵晓明")
    tab.words.setPlainText("周三下午定稿。")
    tab.leave()
    at_rest()
    assert (state(session).taker, state(session).words) == ("赵晓明", "周三下午定稿。")
    tab.refresh()
    assert tab.words.toPlainText() == "周三下午定稿。"


def test_what_is_being_typed_is_not_overwritten(tab, session, at_rest):
    tab.words.setPlainText("还没写完")
    tab.refresh()
    assert tab.words.toPlainText() == "还没写完"


def test_the_package_goes_where_it_is_wanted(tab, session, keeping, tmp_path, qtbot, at_rest):
    stick = tmp_path / "stick"
    stick.mkdir()
    tab.words.setPlainText("周三下午定稿。")
    tab.begin()
    window = tab.window_to_pack
    window.act()
    assert "没有这个文件夹" in window.error.text()
    window.folder.setText(str(stick))
    window.act()
    qtbot.waitUntil(lambda: not keeping.is_busy)
    at_rest()
    assert sorted(one.suffix for one in stick.iterdir()) == [".docx", ".infodesk", ".pdf"]
    assert state(session).words == "周三下午定稿。"
    assert state(session).handed
    assert not tab.steps.isVisible()


def test_who_takes_over_ticks_the_steps_off(taken_over, tab, session, at_rest):
    went = []
    session.requested.connect(lambda page, target: went.append((page, target)))
    assert tab.steps.isVisible()
    tab.steps.boxes["password"].click()
    at_rest()
    assert state(session).done == ("password",)
    assert tab.steps.head.text() == f"接手清单：还有 {len(STEPS) - 1} 步"
    tab.steps.buttons["backup"].click()
    assert went == [("settings", "备份与恢复")]
    tab.steps.end.click()
    at_rest()
    tab.refresh()
    assert not tab.steps.isVisible()


def test_today_tells_the_next_step_and_no_more(taken_over, opened, at_rest):
    strip = opened(TodayPage).taking
    assert strip.isVisible()
    assert strip.told.text().startswith(f"接手清单：还有 {len(STEPS)} 步。下一步：{STEPS[0].words}")
    strip.done.click()
    at_rest()
    assert STEPS[1].words in strip.told.text()
    buttons = [one.text() for one in strip.findChildren(QPushButton)]
    assert buttons == ["去办", "办好了", "看清单"]


def test_today_says_nothing_of_it_in_an_office_as_ever(office, opened, at_rest):
    assert not opened(TodayPage).taking.isVisible()
    at_rest()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_every_step_leads_to_a_place_that_is_there(step, opened, office):
    page = {"registry": RegistryPage, "settings": SettingsPage, "today": TodayPage}[step.page]
    titles = {
        box.tabText(at)
        for box in opened(page).findChildren(QTabWidget)
        for at in range(box.count())
    }
    assert step.target in titles | {""}
