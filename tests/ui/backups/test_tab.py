"""备份与恢复: the state at a glance, writing, trying out, bringing back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.paths import Paths
from desk.settings import save
from ui.backups.deeds import restore_elsewhere
from ui.backups.tab import BackupsTab
from ui.settings.page import SettingsPage

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def keeping(keeping):
    keeping.keeper = FileSafekeeping
    return keeping


@pytest.fixture
def tab(opened, keeping):
    page = opened(SettingsPage)
    page.show_target(BackupsTab.title)
    return page.tab(BackupsTab)


@pytest.fixture
def at_rest(session, keeping, qtbot):
    """Wait until all is written and shown."""
    return lambda: qtbot.waitUntil(
        lambda: not session.worker.busy and not keeping.worker.busy and not keeping.is_busy
    )


def state(tab):
    return [line.text() for line in tab.state.lines]


def press(tab, word):
    next(one for one in tab.findChildren(QPushButton) if one.text() == word).click()


def columns(tab, title):
    number = next(at for at, one in enumerate(tab.model.columns) if one.title == title)
    return [tab.model.columns[number].text(row) for row in tab.model.rows]


def test_an_office_without_backups_is_told_what_to_do(tab, at_rest):
    at_rest()
    assert "还没有备份" in state(tab)[0]
    assert "没有设第二介质" in state(tab)[1]
    signs = [one.text() for one in tab.state.signs]
    assert signs == ["！", "！", "○", "○"]  # no tick before what was never tried
    assert not next(one for one in tab.buttons if one.text() == "恢复…").isEnabled()


def test_the_main_button_writes_a_whole_backup(tab, paths, session, at_rest):
    tab.page.begin_button.click()
    at_rest()
    (backup,) = paths.backups.glob("*.infodesk")
    assert columns(tab, "校验") == ["✓ 已校验"]
    assert "已校验" in state(tab)[0]
    assert session.messages.toast.text == "备份已写好并通过校验"
    assert tab.chosen.path == backup


def test_the_list_says_what_going_back_would_lose(tab, office, at_rest):
    office.draft("一")
    tab.begin()
    at_rest()
    office.draft("二")
    tab.refresh()
    at_rest()
    assert columns(tab, "来稿") == ["1"]
    assert "少 1 篇来稿" in columns(tab, "和现在比")[0]


def test_a_damaged_backup_is_listed_and_cannot_be_restored(tab, paths, at_rest):
    tab.begin()
    at_rest()
    (backup,) = paths.backups.glob("*.infodesk")
    backup.write_bytes(b"\0" * 1000)
    tab.refresh()
    at_rest()
    assert columns(tab, "校验") == ["✗ 不能用"] or "旧版" in columns(tab, "和现在比")[0]


def test_going_back_is_asked_with_what_it_costs(tab, session, office, at_rest, answer, qtbot):
    tab.begin()
    at_rest()
    office.draft("二")
    tab.refresh()
    at_rest()
    said = answer("恢复")
    with qtbot.waitSignal(session.returning) as asked:
        press(tab, "恢复…")
    assert asked.args[0] == tab.chosen.path
    assert any("比现在少 1 篇来稿" in one and "另写一份备份" in one for one in said)


def test_nothing_is_replaced_where_the_clerk_thinks_better(tab, session, at_rest, answer, qtbot):
    tab.begin()
    at_rest()
    answer("取消")
    with qtbot.assertNotEmitted(session.returning):
        press(tab, "恢复…")


def test_a_backup_can_be_looked_into_beside_the_work(tab, session, office, tmp_path, at_rest):
    office.draft("一")
    tab.begin()
    at_rest()
    restore_elsewhere(session, tab.chosen, tab, tmp_path)
    at_rest()
    (folder,) = tmp_path.glob("信息编报台-*")
    store = SqlStore.open(Paths(folder))
    with store.read() as work:
        assert sum(work.drafts.counts().values()) == 1
    store.close()
    assert str(folder) in session.messages.toast.text


def test_a_trial_says_that_the_backup_can_be_used(tab, session, office, at_rest):
    office.draft("一")
    tab.begin()
    at_rest()
    press(tab, "恢复演练")
    at_rest()
    assert session.messages.toast.text.startswith("备份可用")
    assert "备份可用" in state(tab)[2]


def test_a_whole_store_is_said_to_be_whole(tab, session, at_rest):
    press(tab, "检查数据")
    at_rest()
    assert session.messages.toast.text == "数据文件完好，账目相符"


def test_damage_is_said(tab, session, paths, at_rest):
    size = paths.store.stat().st_size
    with paths.store.open("rb+") as file:
        file.seek(size - 2000)
        file.write(b"\xff" * 64)
    press(tab, "检查数据")
    at_rest()
    assert session.messages.banner.text
    assert session.messages.toast.text == ""


def test_a_backup_goes_where_the_clerk_wants_it_under_a_password(
    tab, session, tmp_path, at_rest, keeping
):
    (tmp_path / "stick").mkdir()
    tab.write_to()
    window = tab.target
    window.folder.setText(str(tmp_path / "stick"))
    window.password.setText("云岭2026")
    window.again.setText("云岭2025")
    window.act()
    assert "不一样" in window.error.text()
    window.again.setText("云岭2026")
    window.act()
    assert "至少" in window.error.text()
    for field in (window.password, window.again):
        field.setText("云岭办公室备份2026")
    window.act()
    at_rest()
    (made,) = (tmp_path / "stick").glob("*.infodesk")
    assert keeping.keeper().examine(made).is_sealed


def test_what_is_kept_and_where_the_second_copy_goes_is_set(tab, session, tmp_path, at_rest):
    tab.set_rules()
    window = tab.rules
    window.counts["keep_days"].setValue(30)
    window._offer(str(tmp_path / "second"))
    window.keep()
    at_rest()
    assert session.settings.keep_days == 30
    assert session.settings.second_medium == str(tmp_path / "second")


def test_the_second_medium_is_shown_with_its_backups(tab, session, paths, tmp_path, at_rest):
    session.settings = replace(session.settings, second_medium=str(tmp_path / "second"))
    save(session.settings, paths.settings)
    tab.begin()
    at_rest()
    tab.keeping.start(session.store.backups.carry(), done=lambda _done: None)
    at_rest()
    assert sorted(columns(tab, "在哪里")) == ["本机", "第二介质"]
    assert "同一块盘" in state(tab)[1]
