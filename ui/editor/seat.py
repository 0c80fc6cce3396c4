"""The draft that an editor holds."""

import secrets
from dataclasses import replace
from threading import Lock

from desk.auditing import By
from desk.sittings import Sitting


class Seat:
    """The sitting of the draft on show; the window and its worker share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sitting: Sitting | None = None

    @property
    def sitting(self) -> Sitting | None:
        """As it was said last."""
        return self._sitting

    def leave(self) -> Sitting | None:
        """Get up; returns what was held."""
        with self._lock:
            left, self._sitting = self._sitting, None
            return left

    def beat(self, draft_id: int, by: By, cursor: int | None = None) -> Sitting:
        """The sitting's next state; a new one where another draft or none was held."""
        with self._lock:
            held = self._sitting
            if held is None or held.draft_id != draft_id:
                held = Sitting(draft_id, secrets.token_hex(8), by.who, by.now, by.now)
            cursor = held.cursor if cursor is None else cursor
            self._sitting = replace(
                held, who=by.who, seen=by.now, beats=held.beats + 1, cursor=cursor
            )
            return self._sitting
