"""What this PC tells of itself."""

import shutil
import time
from datetime import UTC, datetime, timedelta

from desk.agenda.duty import Machine
from desk.backups import history, shelf
from desk.backups.forecast import forecast
from desk.backups.generations import generations_of
from desk.backups.medium import second_of
from desk.backups.order import newest_of
from desk.paths import Paths
from desk.settings import load_or_default


def machine_of(paths: Paths) -> Machine:
    """Its zone as the system has it now, and how its backups are: looked at, not opened."""
    settings = load_or_default(paths.settings)
    listed, now = shelf.listed(paths.backups), datetime.now(UTC)
    newest = newest_of(listed, now)
    ahead = None
    if listed:
        free = shutil.disk_usage(paths.backups).free
        ahead = forecast(listed, generations_of(settings), free)
    return Machine(
        timedelta(seconds=time.localtime().tm_gmtoff),
        newest.taken if newest else None,
        second_of(paths, settings, now),
        timedelta(days=settings.second_days),
        next(iter(history.load(paths.backups).rehearsals), None),
        ahead,
    )
