"""Python's garbage is collected on the window's thread alone.

A worker that happens to collect destroys widgets and timers in its own thread, which Qt takes with
a warning at best and a crash at worst.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 200
_LIMITS = (700, 10, 10)  # Python's own, whatever a library has set


class Garbage(QObject):
    """Does by a timer what Python else does in whatever thread allocates most."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_LOOK_MS)
        timer.timeout.connect(collect_due)
        timer.start()


def collect_due() -> None:
    """Collect the oldest generation whose turn it is, by the numbers that Python goes by."""
    due = [count > limit for count, limit in zip(gc.get_count(), _LIMITS, strict=True)]
    if due[0]:
        gc.collect(2 if all(due) else 1 if due[1] else 0)
