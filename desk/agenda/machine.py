"""What this PC tells of itself."""

import re
import time
from datetime import datetime, timedelta

from desk.agenda.duty import Machine
from desk.paths import Paths

_NAME = re.compile(r"desk-(\d{8}-\d{6})(-\d+)?\.db")


def machine_of(paths: Paths) -> Machine:
    """Its zone as the system has it now, and when the newest backup of a data folder was made."""
    names = (_NAME.fullmatch(one.name) for one in paths.backups.glob("desk-*.db"))
    stamps = [found[1] for found in names if found]
    newest = datetime.fromisoformat(f"{max(stamps).replace('-', 'T')}+0800") if stamps else None
    return Machine(timedelta(seconds=time.localtime().tm_gmtoff), newest)
