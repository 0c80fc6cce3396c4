"""What is thrown away is destroyed on the window's thread, however much a worker allocates."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from ui.garbage import Garbage


class Cycle:
    """Something that only the collector can free, with a Qt object in it."""

    def __init__(self):
        self.me = self
        self.held = QObject()


def test_a_worker_that_allocates_destroys_nothing(qtbot, qapp):
    keeper = QObject()
    Garbage(keeper)
    destroyed_in = []
    thrown = Cycle()
    weakref.finalize(thrown, lambda: destroyed_in.append(threading.get_ident()))
    del thrown
    made = []
    worker = threading.Thread(target=lambda: made.extend([[]] for _ in range(200_000)))
    worker.start()
    worker.join()
    assert destroyed_in == []
    qtbot.waitUntil(lambda: bool(destroyed_in))
    assert destroyed_in == [threading.get_ident()]
    assert not gc.isenabled()
