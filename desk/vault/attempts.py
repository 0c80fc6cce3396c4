"""Wrong passwords in a row, kept in a small file so that a restart does not forget them.

It slows down who tries at this desk; who has copied the files away tries as fast as scrypt allows.
"""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from desk.errors import LockedError
from desk.pins import Attempts


def hear(file: Path, now: datetime) -> Attempts:
    """Count one more attempt as wrong before it is made: pulling the plug then gains nothing.

    Returns what holds if it is. Raises LockedError while no further one is heard.
    """
    held = _read(file)
    refusal = held.refusal(now)
    if refusal:
        raise LockedError(refusal, held.until)
    after = held.failed(now)
    _write(file, after)
    return after


def forget(file: Path) -> None:
    """The password was right."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _read(file: Path) -> Attempts:
    try:
        held = json.loads(file.read_text("ascii"))
        until = datetime.fromisoformat(held["until"]).astimezone(UTC) if held["until"] else None
        return Attempts(int(held["wrong"]), until)
    except (OSError, ValueError, OverflowError, TypeError, KeyError, RecursionError):
        return Attempts()


def _write(file: Path, attempts: Attempts) -> None:
    until = attempts.until.isoformat() if attempts.until else ""
    with suppress(OSError):  # a backup on a disc that cannot be written
        file.write_text(json.dumps({"wrong": attempts.wrong, "until": until}), "ascii")
