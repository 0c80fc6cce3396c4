"""Nothing that changes state escapes the audit: every unit of work of the product is watched.

The window and the use cases begin thousands of units of work in the tests, so that together they
enumerate what the product can do. One that wrote the office's records but no audit record fails the
test it happened in.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from sqlalchemy import Engine, event

from db.store import SqlStore, SqlWork

ROOT = Path(__file__).parents[1]
_WRITING = re.compile(r"\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO) \"?(\w+)")
_BEGIN = SqlStore.begin

# Tables that hold nothing of the office's own: made from its records, and made again when lost.
MADE = {
    "month_totals": "sums of the ledger",
    "sketches": "fingerprints of drafts",
    "likenesses": "found by comparing; what a clerk judges is noted by the judging",
    "printed_issues": "index of the archive",
    "printed_items": "index of the archive",
    "printed_search": "index of the archive",
    "draft_search": "index of the drafts",
    "draft_search_texts": "index of the drafts",
    "unindexed": "drafts that wait for the index",
    "sittings": "the journal of typing, gone when the text is saved",
    "rule_outcomes": "how often a rule was followed; waiving is noted",
    "watched_files": "what was already seen in the folder; a draft taken from it is noted",
}
# Units of work that may write records without a note of their own.
QUIET = {
    "desk/editing.py:save_text": "goes on with a revision whose beginning is noted",
    "desk/journal.py:save": "goes on with a revision whose beginning is noted",
    "desk/bulletins/keeping.py:save": "goes on with a version whose beginning is noted",
    "desk/handling.py:mark_read": "read or unread is a mark for the eye",
    "desk/emergencies/sketch.py:keep_sketch": "what is being typed and was never kept",
}


class Witness:
    """Collects what was written and told to nobody."""

    def __init__(self) -> None:
        self.unnoted: list[str] = []

    def watch(self) -> None:
        """Watch all stores from now on."""
        witness = self

        @contextmanager
        def begin(store: SqlStore) -> Iterator[SqlWork]:
            place = place_of(sys._getframe(2))
            with _BEGIN(store) as work:
                written: set[str] = set()
                work.audit._session.connection().info["written"] = written
                yield work
            records = written - MADE.keys()
            if place and place not in QUIET and "audit" not in written and records:
                witness.unnoted.append(f"{place} wrote {', '.join(sorted(records))}")

        SqlStore.begin = begin  # type: ignore[assignment,method-assign]
        event.listen(Engine, "after_cursor_execute", _on_statement)

    def answer(self) -> None:
        """Fail where something escaped since the last time."""
        found, self.unnoted = self.unnoted, []
        assert not found, "no audit record: " + "; ".join(found)


@cache
def _table(statement: str) -> str:
    found = _WRITING.match(statement)
    return found[1] if found else ""


def _on_statement(connection: Any, cursor: Any, statement: str, *_: object) -> None:
    table = _table(statement)
    if table and cursor.rowcount != 0 and "written" in connection.info:
        connection.info["written"].add(table)


def place_of(frame: FrameType | None) -> str:
    """Where in the product a unit of work was begun; "" for a test's own."""
    while frame and frame.f_code.co_filename.endswith("contextlib.py"):
        frame = frame.f_back
    path = Path(frame.f_code.co_filename) if frame else Path()
    if frame is None or not path.is_relative_to(ROOT):
        return ""
    name = path.relative_to(ROOT).as_posix()
    ours = name.startswith(("desk/", "ui/")) or name == "main.py"
    return f"{name}:{frame.f_code.co_name}" if ours else ""
