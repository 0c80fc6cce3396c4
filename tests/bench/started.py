"""Open the window as main.py does, tell when it could be used, and go: for the row `starting`.

python -m tests.bench.started DATA BEGUN_NS [--visit]; times are milliseconds since BEGUN_NS of
the monotonic clock. No imports beside those of main.py before the window stands.
"""

import gc
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from db.store import SqlStore
from desk.commandline import parse
from desk.paths import Paths

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_PLACES = ("inbox", "editor", "issue", "scores", "registry", "today")


def main(data: str, begun_ns: int, *, visit: bool) -> None:
    """Start, and print what was seen as JSON."""
    gc.disable()
    options = parse(["--data", data])
    paths = Paths(Path(options.data))
    from ui.app import create_application  # noqa: PLC0415 - after the desk, as main.py does
    from ui.desktop import open_window  # noqa: PLC0415

    app = create_application(100)
    from desk.settings import load  # noqa: PLC0415

    store = SqlStore.open(paths)
    window = open_window(store, paths, load(paths.settings))
    window.show()
    gc.enable()
    app.processEvents()  # paints what is shown
    told = {"painted": (time.monotonic_ns() - begun_ns) / 1e6}
    _rest(window)
    told["complete"] = (time.monotonic_ns() - begun_ns) / 1e6
    if visit:
        for place in _PLACES:
            window.show_page(place)
            _rest(window)
    told["memory"] = _resident()
    window.session.worker.close()
    store.close()
    print(json.dumps(told))  # noqa: T201 - its output


def _rest(window: "MainWindow") -> None:
    """Let the worker end what it does, in an event loop as the application's."""
    from PySide6.QtCore import QCoreApplication, QEventLoop  # noqa: PLC0415 - as above

    QCoreApplication.processEvents()
    if window.session.worker.busy:
        loop = QEventLoop()
        window.session.worker.rested.connect(loop.quit)
        loop.exec()
    QCoreApplication.processEvents()


def _resident() -> float:
    """The most bytes this process has held in memory."""
    import resource  # noqa: PLC0415 - there is none on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), visit="--visit" in sys.argv)
