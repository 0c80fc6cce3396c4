"""When a backup is written by itself, and when one is tried out.

The clock of a PC goes wrong: what is dated in the future stands in the way of nothing.
"""

from datetime import datetime, timedelta

from desk.backups.backup import Backup, Reason, Rehearsal, SecondMedium
from desk.office_clock import day_of

HOUR = timedelta(hours=1)
REHEARSED_FOR = timedelta(days=30)


def due(
    newest: Backup | None, changed: datetime | None, now: datetime, *, hourly: bool
) -> Reason | None:
    """Why a backup is due; ``changed`` is when the store was last changed, None for never."""
    if changed is None:
        return None
    if newest is None or newest.taken > now:
        return Reason.DAILY
    if changed <= newest.taken:
        return None
    if day_of(newest.taken) != day_of(now):
        return Reason.DAILY
    return Reason.HOURLY if hourly and now - newest.taken >= HOUR else None


def is_to_carry(second: SecondMedium | None, newest: Backup | None, now: datetime) -> bool:
    """Whether the second medium is there and lacks the newest backup."""
    if second is None or second.folder is None or newest is None:
        return False
    written = second.written
    return written is None or written > now or written < newest.taken


def is_to_rehearse(last: Rehearsal | None, newest: Backup | None, now: datetime) -> bool:
    """Whether a backup is to be tried out: each month, and the first one after a failure."""
    if newest is None:
        return False
    if last is None or last.when > now or now - last.when >= REHEARSED_FOR:
        return True
    return not last.is_good and newest.taken > last.when
