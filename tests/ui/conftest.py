"""A session without a main window: real store, own worker, fixed clock."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from desk.paths import Paths
from desk.settings import Settings
from ui.messages import Messages
from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot, store: SqlStore, paths: Paths, now: datetime) -> Iterator[Session]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1290, 740)
    window.show()
    made = Session(store, paths, Settings(clerk="王敏"), Messages(window), lambda: now)
    yield made
    made.worker.close()
