"""What this PC knows of its backups beside the files: rehearsals, and the second medium.

In a file of the data folder and not in the store, for it stays true when an older state is
brought back.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.backups.backup import Compared, Rehearsal
from desk.office_clock import is_moment
from desk.whole_file import write_whole

_NAME = "history.json"
_REHEARSALS_KEPT = 24


@dataclass(frozen=True, slots=True)
class History:
    """The rehearsals, the newest first; when the second medium was there, and last written."""

    rehearsals: tuple[Rehearsal, ...] = ()
    seen: datetime | None = None
    written: datetime | None = None
    apart: str = ""  # the medium that was on another disk than the data

    def rehearsed(self, one: Rehearsal) -> "History":
        """The history with one rehearsal more."""
        return replace(self, rehearsals=(one, *self.rehearsals)[:_REHEARSALS_KEPT])


def load(folder: Path) -> History:
    """The history of the backups in a folder; none where the file is missing or damaged."""
    try:
        value = json.loads((folder / _NAME).read_text("utf-8"))
        rehearsals = tuple(_rehearsal(one) for one in value["rehearsals"])
        return History(
            rehearsals,
            _moment(value["seen"]),
            _moment(value["written"]),
            str(value.get("apart", "")),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return History()


def save(history: History, folder: Path) -> None:
    """Write the history whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(history), ensure_ascii=False, default=datetime.isoformat)
    write_whole(folder / _NAME, text.encode())


def _rehearsal(value: dict[str, Any]) -> Rehearsal:
    compared = tuple(Compared(**one) for one in value.pop("compared"))
    when = _aware(value.pop("when"))
    return Rehearsal(when=when, compared=compared, **value)


def _moment(text: str | None) -> datetime | None:
    return _aware(text) if text else None


def _aware(text: str) -> datetime:
    """A moment that can be held against others. Raises ValueError."""
    found = datetime.fromisoformat(text)
    if not is_moment(found):
        raise ValueError(text)
    return found
