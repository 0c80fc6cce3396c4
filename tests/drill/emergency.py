"""The emergency drill: from F10 to the page at the printer, in keystrokes and seconds.

Run by hand: ``QT_QPA_PLATFORM=offscreen python -m tests.drill.emergency`` prints the table.
"""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.store import SqlStore
from desk.paths import Paths
from desk.settings import Settings
from desk.units import Unit, UnitGroup
from ui.emergencies.emergency_window import EmergencyWindow, emergency_window
from ui.main_window import MainWindow

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_A_KEY_S = 0.3  # of a practised clerk; a Chinese character counts as three keys


@dataclass
class Drill:
    """Presses keys where the keyboard is, and counts them and the program's own time."""

    window: MainWindow
    keys: int = 0
    seconds: float = 0.0
    steps: list[tuple[str, int, float]] = field(default_factory=list)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key, and wait until the program has done what it does."""
        began = time.perf_counter()
        self.keys += 1
        QTest.keyClick(self._place(), key, modifier)
        while self.window.session.worker.busy:
            QApplication.processEvents()
        QApplication.processEvents()
        self.seconds += time.perf_counter() - began

    def type(self, text: str) -> None:
        """Type a text; Chinese comes from the input method."""
        self.keys += sum(1 if sign.isascii() else 3 for sign in text)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._place(), event)

    def step(self, name: str) -> None:
        """Note what was reached."""
        self.steps.append((name, self.keys, self.seconds))

    @property
    def alarm(self) -> EmergencyWindow:
        """The window for emergencies."""
        return emergency_window(self.window.session, self.window)

    def _place(self) -> QWidget:
        shown = [one for one in self.window.findChildren(EmergencyWindow) if one.isVisible()]
        place: QWidget = shown[0] if shown else self.window
        return place.focusWidget() or place


def drill(window: MainWindow) -> tuple[Drill, list[bytes]]:
    """Do all of it on a window; the second is what came to the printer."""
    printed: list[bytes] = []
    made = Drill(window)
    made.press(Qt.Key.Key_F10)
    alarm = made.alarm
    # No printer here: its page is enough.
    alarm._print = printed.append  # type: ignore[method-assign]
    for _ in range(50):  # it comes up
        QApplication.processEvents()
    made.step("窗口打开")
    for text in ("大湾村", "山体滑坡", "8:40"):
        made.type(text)
        made.press(Qt.Key.Key_Tab)
    made.press(Qt.Key.Key_Tab)
    made.type("青石镇")
    for _ in range(5):  # past the informant, the telephone, the grade and the dead
        made.press(Qt.Key.Key_Tab)
    made.type("2")
    made.step("填好首报")
    made.press(Qt.Key.Key_F2)
    made.step("已电话报")
    made.press(Qt.Key.Key_F6)
    made.type("罗建平")
    made.press(Qt.Key.Key_Return)
    made.step("已记审批")
    made.press(Qt.Key.Key_P, _CTRL)
    made.step("到打印机")
    made.press(Qt.Key.Key_F3)
    made.step("已书面报")
    return made, printed


def office(folder: Path, clock: Callable[[], datetime]) -> tuple[SqlStore, Paths]:
    """A store with one unit."""
    paths = Paths(folder)
    store = SqlStore.open(paths, clock=clock)
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("乡镇"))
        work.registry.save_unit(Unit("云岭县青石镇人民政府", "青石镇", group.id))
    return store, paths


def main() -> None:
    """Print the table."""
    from ui.app import create_application  # noqa: PLC0415 - as above
    from ui.desktop import open_window  # noqa: PLC0415 - as above

    create_application(100)
    moment = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        store, paths = office(Path(folder), lambda: moment)
        settings = Settings(office="云岭县人民政府办公室", clerk="王敏")
        window = open_window(store, paths, settings, clock=lambda: moment)
        window.show()
        for _ in range(50):
            QApplication.processEvents()
        made, _printed = drill(window)
        window.session.worker.close()
    for name, keys, seconds in made.steps:
        hands = keys * _A_KEY_S
        print(f"{name}　{keys} 键　程序 {seconds:.2f} 秒　连手 {hands + seconds:.0f} 秒")  # noqa: T201 - as above


if __name__ == "__main__":
    main()
