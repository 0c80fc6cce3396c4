"""The emergency drill is done in few keys, and ends with a page and a record of it."""

import pytest

from desk.emergencies.emergency import Emergency
from desk.settings import Settings
from tests.drill.emergency import drill, office
from ui.desktop import open_window

# the offscreen platform has no window manager to tell sizes and stacking to
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise")


def test_from_the_call_to_the_paper_in_few_keys(qtbot, qapp, tmp_path, now):
    store, paths = office(tmp_path, lambda: now)
    window = open_window(store, paths, Settings(clerk="王敏"), clock=lambda: now)
    qtbot.addWidget(window, before_close_func=lambda one: one.session.worker.close())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made, printed = drill(window)
    with store.read() as work:
        (one,) = work.matters.all(Emergency)
    assert one.title == "大湾村发生山体滑坡，受伤2人"
    assert one.last.consent.who == "罗建平"
    assert one.phoned
    assert one.written
    assert printed[0].startswith(b"%PDF")
    assert {name: keys for name, keys, _seconds in made.steps}["到打印机"] <= 70
