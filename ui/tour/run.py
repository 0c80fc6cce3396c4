"""`tour --out DIR`: fill the demo office, drive the window, keep pictures and files."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desk.demo.office import SETTINGS, fill
from desk.errors import DeskError
from desk.jobs import finish
from desk.office_clock import day_of
from desk.paths import Paths
from desk.settings import save
from desk.store import Store
from ui.app import create_application
from ui.desktop import open_window
from ui.tour import issue_steps, meeting_steps, safety_steps, scores_steps, steps, task_steps
from ui.tour.driver import Driver

_SIZE = (1366, 768)
_STEPS = (
    steps.receive,
    steps.write_down,
    steps.edit,
    steps.compare,
    steps.approve,
    issue_steps.compile_issue,
    issue_steps.release_issue,
    issue_steps.look_at_copies,
    issue_steps.look_back,
    issue_steps.print_samples,
    task_steps.print_day,
    task_steps.look_at_tasks,
    task_steps.keep_papers,
    scores_steps.assess_units,
    meeting_steps.answer_call,
    meeting_steps.write_bulletin,
    meeting_steps.hold_meeting,
    scores_steps.try_scheme,
    scores_steps.set_tasks,
    task_steps.pay_fees,
    steps.look_around,
    safety_steps.guard_data,
    safety_steps.lock_up,
)


def tour(out: Path, open_store: Callable[[Paths], Store]) -> int:
    """Run the whole tour; returns the exit code."""
    qInstallMessageHandler(_report)
    app = create_application(SETTINGS.scale)
    with TemporaryDirectory() as name:
        paths = Paths(Path(name))
        try:
            out.mkdir(parents=True, exist_ok=True)
            store = open_store(paths)
            files = _drive(store, paths, out)
        except (DeskError, OSError) as error:
            sys.stderr.write(f"{error}\n")
            return 1
        store.close()
    app.quit()
    sys.stdout.write(f"演示走完，{len(files)} 个文件保存在 {out.resolve()}\n")
    return 0


def _report(_kind: QtMsgType, _place: QMessageLogContext, text: str) -> None:
    """Pass Qt's messages on, but for what the offscreen platform says of every window."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _drive(store: Store, paths: Paths, out: Path) -> list[Path]:
    now = datetime.now(UTC)
    finish(fill(store, today=day_of(now), now=now, who=SETTINGS.clerk))
    save(SETTINGS, paths.settings)
    window = open_window(store, paths, SETTINGS, lambda: now)
    window.resize(*_SIZE)
    window.show()
    driver = Driver(window, out)
    try:
        driver.shoot("今日")
        for step in _STEPS:
            step(driver)
    finally:
        window.close()
    return driver.files
