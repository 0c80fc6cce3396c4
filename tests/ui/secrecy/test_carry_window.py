"""Carrying out from the window: the pass phrase, the package, the slips."""

import pytest

from ui.secrecy.carry_window import open_carrying

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def carrying(window, session, office):
    draft = office.draft("县水利局部署防汛工作")
    return open_carrying(session, window, [f"draft:{draft.id}"])


def test_a_package_is_written_and_its_slips_can_be_printed(
    carrying, session, qtbot, tmp_path, monkeypatch
):
    path = tmp_path / "外带.zip"
    monkeypatch.setattr("ui.secrecy.carry_window.save_path", lambda *_: path)
    assert not carrying.slip_button.isEnabled()
    phrase = carrying.phrase.text()
    carrying.act()
    qtbot.waitUntil(lambda: carrying.carried is not None)
    assert path.exists()
    assert carrying.carried.digest in carrying.state.text()
    carrying.phrase.clear()  # the slip tells the pass phrase of the package, not of the field
    carrying.show_phrase_slip()
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert carrying.paper.pdf
    assert carrying._phrase == phrase


def test_a_short_pass_phrase_is_refused_at_its_field(carrying):
    carrying.phrase.setText("12345678")
    carrying.act()
    assert "至少 12 个字" in carrying.error.text()
    assert carrying.carried is None


def test_each_opening_has_a_pass_phrase_of_its_own(carrying):
    before = carrying.phrase.text()
    carrying.fresh.click()
    assert carrying.phrase.text() != before
