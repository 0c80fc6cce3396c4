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
def window(qtbot: QtBot) -> QWidget:
    """A window for a page to lie in: the offscreen plugin warns about top-level size hints."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1290, 740)
    made.show()
    return made


@pytest.fixture
def session(window: QWidget, store: SqlStore, paths: Paths, now: datetime) -> Iterator[Session]:
    messages = Messages(window)
    messages.banner.setParent(window)
    made = Session(store, paths, Settings(clerk="王敏"), messages, lambda: now)
    yield made
    made.worker.close()
