"""The window takes in what appears in the watched folder."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desk.drafts import DraftQuery
from ui.session import Topic
from ui.watching import FolderWatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one draft in it."""
    path = tmp_path / "来稿"
    path.mkdir()
    (path / "稿.txt").write_text("县教育局检查校园安全\n检查42所学校。", encoding="utf-8")
    return path


@pytest.fixture
def watch(session, window, folder, qtbot) -> FolderWatch:
    """A watch that has looked once; its own timer is too slow for a test."""
    session.settings = replace(session.settings, watch_folder=str(folder), watch_seconds=3600)
    made = FolderWatch(session, window)
    qtbot.waitUntil(lambda: not session.worker.busy)
    return made


@pytest.fixture
def looked(watch, session, qtbot) -> Callable[[], list]:
    """Look again; returns what was received."""
    received: list = []
    watch.received.connect(received.extend)

    def look() -> list:
        received.clear()
        watch.look()
        qtbot.waitUntil(lambda: not session.worker.busy)
        return list(received)

    return look


def stored(session) -> int:
    with session.store.read() as work:
        return len(work.drafts.ids(DraftQuery()))


def test_without_a_folder_nothing_is_watched(session, window):
    assert not FolderWatch(session, window)._timer.isActive()


def test_a_new_file_is_taken_in_once_and_stays_where_it_is(looked, session, folder):
    assert stored(session) == 0
    assert [result.file for result in looked()] == ["稿.txt"]
    assert looked() == []
    assert stored(session) == 1
    assert [path.name for path in folder.iterdir()] == ["稿.txt"]


def test_the_next_start_of_the_program_takes_it_no_more(looked, session, window, qtbot):
    looked()
    again = FolderWatch(session, window)
    qtbot.waitUntil(lambda: not session.worker.busy)
    again.look()
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert stored(session) == 1


def test_a_folder_that_is_gone_is_said_once(looked, session, folder):
    said: list[str] = []
    session.messages.error = said.append
    folder.rename(folder.with_name("别处"))
    looked()
    looked()
    assert len(said) == 1
    assert "打不开" in said[0]


def test_a_folder_that_is_back_is_watched_again(looked, session, folder):
    away = folder.with_name("别处")
    session.messages.error = lambda _text: None
    folder.rename(away)
    looked()
    away.rename(folder)
    assert len(looked() + looked()) == 1


def test_another_folder_in_the_settings_is_watched_from_then_on(watch, session, tmp_path):
    session.settings = replace(session.settings, watch_folder=str(tmp_path), watch_seconds=10)
    session.changed.emit(frozenset({Topic.SETTINGS}))
    assert watch._timer.interval() == 10_000
    session.settings = replace(session.settings, watch_folder="")
    session.changed.emit(frozenset({Topic.SETTINGS}))
    assert not watch._timer.isActive()
