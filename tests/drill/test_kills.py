"""Kill a writing process again and again: what it acknowledged is always there, whole.

Run by hand: pytest tests/drill/test_kills.py
"""

import random
import subprocess
import sys
from pathlib import Path

from db.store import SqlStore
from desk.drafts import DraftQuery
from desk.paths import Paths

ROOT = Path(__file__).resolve().parents[2]
KILLS = 60
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from db.store import SqlStore
from desk.audit import AuditRecord
from desk.body import plain
from desk.drafts import Draft, Original, Revision
from desk.paths import Paths

store = SqlStore.open(Paths(Path(sys.argv[1])))
now = datetime.now(UTC)
number = int(sys.argv[2])
while True:
    number += 1
    body = plain(f"第{number}篇的正文" * 100)
    with store.begin() as work:
        draft = work.drafts.add(Draft(f"t{number}", body, Original("a", "", body), now), "王五")
        draft = work.drafts.revise(draft, Revision(0, now, "王五", "", f"t{number}", body))
        work.audit.add(AuditRecord(now, "王五", "登记来稿", f"draft:{draft.id}"))
    print(number, flush=True)
    if number % 40 == 0:
        store.backup()
"""


def test_no_acknowledged_commit_is_lost_by_killing(tmp_path):
    paths, chance, acknowledged = Paths(tmp_path), random.Random(1), 0  # noqa: S311 - delays
    SqlStore.open(paths).close()
    for _ in range(KILLS):
        acknowledged = write_until_killed(paths, acknowledged, chance.uniform(0, 0.3))
        store = SqlStore.open(paths)
        assert store.verify() == []
        acknowledged = check(store, acknowledged)
        store.close()
    assert acknowledged > KILLS


def write_until_killed(paths, number, delay):
    command = [sys.executable, "-c", WRITER, str(paths.data), str(number)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, text=True) as writer:  # noqa: S603 - ours
        first = writer.stdout.readline()
        try:
            writer.wait(delay)
        except subprocess.TimeoutExpired:
            writer.kill()
        rest = writer.stdout.read().splitlines()
    return int((rest or [first])[-1])


def check(store, acknowledged):
    """Every draft is whole with its trail; at most the one being written came through unsaid."""
    with store.read() as work:
        ids = work.drafts.ids(DraftQuery(descending=False))
        assert acknowledged <= len(ids) <= acknowledged + 1
        last = work.drafts.get(ids[-1])
        assert (last.title, last.revision) == (f"t{len(ids)}", 2)
        assert len(work.audit.records(limit=len(ids) + 9)) == len(ids)
        assert work.drafts.ids(DraftQuery(words=f"t{len(ids)}")) == [last.id]
    return len(ids)
