"""会议材料 in the window: what will be written, where to, and what stands against it."""

from datetime import date

import pytest

from desk.closings.books import close
from desk.closings.periods import find

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own


def opened_window(page, qtbot, days):
    page.days.show_days(*days)
    page.refresh()
    qtbot.waitUntil(lambda: not page.session.worker.busy)
    page.pack_button.click()
    return page.pack_window


def test_an_open_period_is_told_and_can_be_closed_first(page, qtbot):
    window = opened_window(page, qtbot, (date(2026, 4, 1), date(2026, 6, 30)))
    assert "2026年第二季度会议材料" in window.head.text()
    assert "还没有结账" in window.state.text()
    window.close_button.click()
    assert page.current.title == "结账"
    assert not window.isVisible()


def test_a_closed_period_is_told(page, qtbot, store, office):
    with store.read() as work:
        period = find(work.catalogue.schemes(), "2026Q2")
    close(store, period, by=office.by)
    window = opened_window(page, qtbot, (period.first, period.last))
    assert "材料用公布的数" in window.state.text()
    assert window.close_button.isHidden()


def test_the_chosen_parts_are_written_into_a_new_folder(page, qtbot, tmp_path):
    window = opened_window(page, qtbot, (date(2026, 4, 1), date(2026, 6, 30)))
    for key, box in window.parts.items():
        box.setChecked(key == "evidence")
    window.parent_folder.setText(str(tmp_path))
    window.write()
    qtbot.waitUntil(lambda: not page.session.worker.busy)
    folder = tmp_path / "2026年第二季度会议材料"
    assert (folder / "校验值.sha256").is_file()
    assert not window.isVisible()


@pytest.mark.parametrize("nothing", [True, False])
def test_nothing_chosen_and_no_such_folder_are_said_in_the_window(page, qtbot, tmp_path, nothing):
    window = opened_window(page, qtbot, (date(2026, 4, 1), date(2026, 6, 30)))
    if nothing:
        for box in window.parts.values():
            box.setChecked(False)
    window.parent_folder.setText(str(tmp_path / "没有"))
    window.write()
    assert ("一样也没有选" if nothing else "没有“") in window.error.text()
