"""Drafts whose retention is over: told quietly at the beginning of a month, never urgent."""

from collections.abc import Iterator

from desk.agenda.duty import Duty, Field, Ground
from desk.office_clock import moment_at
from desk.secrecy.retention import due

_LAST_DAY = 10  # of a month on which it is told; nothing is lost by waiting for the next one


def duties(ground: Ground) -> Iterator[Duty]:
    """One line for all of them, without a limit."""
    if ground.today.day > _LAST_DAY:
        return
    count = len(due(ground.work, ground.today))
    if count:
        yield Duty(
            f"office:wiping:{ground.today:%Y%m}",
            Field.OFFICE,
            f"有 {count} 篇稿件保管到期，可以办理销毁",
            moment_at(ground.today.replace(day=1)),
            page="settings",
            target="保密",
        )
