"""A PC set to another zone changes no day, no due moment and no number."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime

from desk.drafts import Kind
from desk.starting import complete
from desk.timing import reset

_TELL = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from db.store import SqlStore
from desk.drafts import DraftQuery
from desk.office_clock import day_of
from desk.paths import Paths
from desk.timeliness.report import timeliness
from desk.timing import restart

now = datetime(2026, 7, 15, 16, 30, tzinfo=UTC)
store = SqlStore.open(Paths(Path(sys.argv[1])), clock=lambda: now)
with store.begin() as work:
    print(restart(work))
    for draft in work.drafts.several(work.drafts.ids(DraftQuery())):
        print(draft.title, day_of(draft.received), draft.due.isoformat())
    for table in timeliness(work, date(2026, 7, 1), date(2026, 7, 31), now).tables("7月"):
        print(table.title, table.table.texts)
store.close()
"""
MIDNIGHT = datetime(2026, 7, 14, 16, 30, tzinfo=UTC)  # half past midnight on the 15th in Beijing


def told(folder, zone):
    """What a process in a zone tells of a store, with ASCII file names and UTF-8 output."""
    environment = {**os.environ, "TZ": zone, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", _TELL, str(folder)]
    return subprocess.run(  # noqa: S603 - this interpreter on a script of our own
        command, env=environment, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def test_a_change_of_zone_changes_nothing(office, store, paths):
    complete(store, by=office.by)
    for kind in Kind:
        event = date(2026, 7, 14)
        office.draft(f"县水利局{kind}", kind=kind, event_date=event, received=MIDNIGHT)
    reset(store, by=office.by)
    store.close()
    here = told(paths.store.parent, "Asia/Shanghai")
    assert here.startswith("0\n")
    assert here.count("2026-07-15") >= len(Kind)
    assert told(paths.store.parent, "America/New_York") == here
