"""Type into the real window until killed, and tell what was typed and what was acknowledged.

A line a message, with a figure and the moment: ``left`` so many drafts the window offers when it
opens, ``typed`` the length of the text now, ``saved`` a length that the window says is kept.
"""

import sys
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.drafts import Draft
from desk.paths import Paths
from main import open_store, safekeeping
from ui.app import create_application
from ui.desktop import serve
from ui.editor.page import EditorPage
from ui.main_window import MainWindow
from ui.opening.doors import Doors
from ui.today.recovery import RecoveryStrip

_LOOK_MS = 10
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def tell(word: str, figure: int) -> None:
    """Write a message that is out when this returns."""
    sys.stdout.write(f"{word} {figure} {time.monotonic()}\n")
    sys.stdout.flush()


class Typist:
    """Opens a draft of which ``begun`` characters were typed before, and goes on."""

    def __init__(self, draft_id: int, pause_ms: int, begun: int) -> None:
        self._draft_id = draft_id
        self._typed = begun
        self._timer = QTimer(interval=pause_ms)
        self._timer.timeout.connect(self._type)

    def begin(self) -> None:
        """See what the window offers as soon as it is there, and open the draft."""
        found = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        window = next((one for one in found if one.isVisible()), None)
        if window is None:
            QTimer.singleShot(_LOOK_MS, self.begin)
            return
        strip = window.page("today").findChild(RecoveryStrip)
        tell("left", len(strip.lines) if strip is not None and strip.isVisible() else 0)
        window.show_page("editor", self._draft_id)
        page = window.page("editor")
        assert isinstance(page, EditorPage)
        self._edit = page.middle.text
        page.autosave.saved.connect(_saved)
        self._timer.start()

    def _type(self) -> None:
        self._edit.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(self._edit, LETTERS[self._typed % len(LETTERS)])
        self._typed += 1
        tell("typed", len(self._edit.toPlainText()))


def _saved(draft: Draft, _when: datetime) -> None:
    tell("saved", len(draft.body.text))


def run(folder: Path, typist: Typist) -> None:
    """Serve the window of a data folder to a typist."""
    app = create_application(100)
    QTimer.singleShot(0, typist.begin)
    serve(app, Paths(folder), Doors(open_store, safekeeping))


if __name__ == "__main__":
    run(Path(sys.argv[1]), Typist(*map(int, sys.argv[2:])))
